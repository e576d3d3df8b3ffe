import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';

interface Counted {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** The figures of an import that are said. */
export interface ImportFigures {
  readonly counts: Readonly<Record<'titles' | 'copies' | 'members' | 'loans', Counted>> & {
    readonly read: number;
    readonly closed: number;
  };
  readonly problems: readonly { readonly row: number }[];
}

/** What somebody must see before agreeing. */
export type Worry =
  | { readonly kind: 'closes-loans'; readonly loans: readonly string[] }
  | { readonly kind: 'shrinks'; readonly what: 'titles' | 'copies'; readonly before: number; readonly now: number };

const kinds = { titles: 'Judul', copies: 'Eksemplar', members: 'Anggota', loans: 'Pinjaman' } as const;

const touched = ({ added, changed, unchanged }: Counted): boolean => added + changed + unchanged > 0;

const counted = ({ counts }: ImportFigures): readonly string[] =>
  (['titles', 'copies', 'members', 'loans'] as const)
    .filter((kind) => touched(counts[kind]))
    .map((kind) => `${kinds[kind]}: ${counts[kind].added} baru, ${counts[kind].changed} berubah, ${counts[kind].unchanged} sama`);

const problems = (report: ImportFigures): readonly string[] =>
  report.problems.length === 0
    ? []
    : [
        `Perlu diperiksa: ${report.problems.length} hal, misalnya baris ${report.problems
          .slice(0, 3)
          .map(({ row }) => row)
          .join(', ')}. Daftar lengkapnya: npm run import -- BERKAS --dry-run --problems masalah.csv`,
      ];

const concern = (one: Worry): string =>
  one.kind === 'closes-loans'
    ? `${one.loans.length} pinjaman akan ditutup karena tidak ada lagi di berkas ini: ${one.loans.slice(0, 5).join(', ')}${one.loans.length > 5 ? ', …' : ''}`
    : `${kinds[one.what]} di berkas ini ${one.now}, padahal impor terakhir ${one.before}. Periksa dulu apakah ekspornya utuh`;

export const id = {
  howTo:
    'Kirim berkas ekspornya ke chat ini (di terminal: tulis atau seret letak berkasnya). Yang dikenali: SLiMS (biblio, item, anggota), INLISLite, MARC, tabel CSV atau XLSX, dan daftar pinjaman. Sebelum ada yang berubah, saya tunjukkan isinya.',
  whoMay: 'Impor dilakukan pustakawan, kepala, atau admin. Berkasnya tidak dibaca; sampaikan kepada mereka.',
  cannotRead: (name: string): string =>
    `Berkas ${name} tidak bisa dibaca: tidak ada lagi, atau terlalu besar untuk chat ini. Coba kirim ulang, atau jalankan npm run import di komputer perpustakaan.`,
  notUnderstood: (name: string): string =>
    `Isi ${name} tidak dikenali, jadi tidak ada yang diubah. Yang dikenali: SLiMS (biblio, item, anggota), INLISLite, MARC, tabel CSV atau XLSX dengan judul kolom, dan daftar pinjaman.`,
  wouldBring: (report: ImportFigures, concerns: readonly Worry[]): Say => [
    `Berkas ini memuat ${report.counts.read} baris. Belum ada yang diubah; yang akan masuk:`,
    list([...counted(report), ...concerns.map(concern), ...problems(report)]),
    'Impor sekarang?',
  ],
  brought: (report: ImportFigures): Say => [
    `Sudah diimpor: ${report.counts.read} baris.`,
    list([...counted(report), ...(report.counts.closed > 0 ? [`Pinjaman ditutup: ${report.counts.closed}`] : []), ...problems(report)]),
    'Mengirim berkas yang sama lagi tidak menggandakan apa pun.',
  ],
};

export type ImportingWords = typeof id;
