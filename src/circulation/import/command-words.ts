// What the import command says, to librarians at a terminal.
import type { Format } from './layout.ts';
import type { ProblemKind } from './notes.ts';
import { problemWords } from './problem-words.ts';
import type { Concern } from './reimport.ts';
import type { ImportReport, Kind, KindCounts } from './report.ts';

export const importUsage = [
  'Mengimpor data:  npm run import -- BERKAS [--dry-run] [--problems BERKAS] [--setuju]',
  '',
  '  BERKAS               ekspor bibliografi, eksemplar, atau anggota SLiMS (CSV); lembar koleksi INLISLite (XLSX);',
  '                       MARC 21 atau MARCXML; tabel CSV atau XLSX dengan kolom judul/title, pengarang/author, …;',
  '                       pinjaman dengan kolom member, item, loaned, due, renewals',
  '  --dry-run            hanya melaporkan, tidak mengubah apa pun',
  '  --problems BERKAS    menulis daftar masalah sebagai CSV yang dibuka lembar kerja',
  '  --setuju             menyetujui apa yang ditanyakan: pinjaman ditutup, atau berkas jauh lebih kecil (juga: --yes)',
] as const;

const formatNames: Readonly<Record<Format, string>> = {
  'slims-biblio': 'ekspor bibliografi SLiMS',
  'slims-item': 'ekspor eksemplar SLiMS',
  'slims-member': 'ekspor anggota SLiMS',
  inlislite: 'lembar koleksi INLISLite',
  marc21: 'MARC 21',
  marcxml: 'MARCXML',
  'plain-titles': 'tabel judul',
  'plain-members': 'tabel anggota',
  loans: 'daftar pinjaman',
  unknown: 'tidak dikenali',
};

const kindNames: Readonly<Record<Kind, string>> = { titles: 'Judul', copies: 'Eksemplar', members: 'Anggota', loans: 'Pinjaman' };

const kindsOf = (format: Format): readonly Kind[] => {
  switch (format) {
    case 'unknown':
      return [];
    case 'slims-item':
      return ['copies'];
    case 'slims-member':
    case 'plain-members':
      return ['members'];
    case 'loans':
      return ['loans'];
    default:
      return ['titles', 'copies'];
  }
};

const shownProblems = 5;

export const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

const kindLine = (kind: Kind, { added, changed, unchanged }: KindCounts): string =>
  `${kindNames[kind]}: ${number(added)} baru, ${number(changed)} berubah, ${number(unchanged)} sama.`;

const skipping: ReadonlySet<ProblemKind> = new Set([
  'unreadable-row',
  'wrong-columns',
  'no-title',
  'no-code',
  'no-card',
  'no-name',
  'marc-torn',
  'marc-empty',
  'marc-structure',
  'title-unreadable',
  'unimarc',
  'xml-broken',
]);

const rowsLine = ({ format, counts, problems }: ImportReport): string => {
  const skipped = new Set(problems.filter(({ why }) => skipping.has(why)).map(({ row }) => row)).size;
  return `Format: ${formatNames[format]}. Baris dibaca: ${number(counts.read)}.${skipped === 0 ? '' : ` Dilewati: ${number(skipped)}.`}`;
};

/** The numbers of a report, line by line. */
export const summary = (report: ImportReport): readonly string[] => {
  const { format, dryRun, resumedAfter, counts, repairs, problems } = report;
  return [
    ...(resumedAfter > 0 ? [`Melanjutkan impor yang terputus: ${number(resumedAfter)} baris sudah masuk sebelumnya.`] : []),
    rowsLine(report),
    ...kindsOf(format).map((kind) => kindLine(kind, counts[kind])),
    ...(counts.closed === 0 || dryRun ? [] : [`Pinjaman ditutup karena tidak ada lagi di berkas: ${number(counts.closed)}.`]),
    ...(counts.branchesAdded.length === 0 ? [] : [`Lokasi baru: ${counts.branchesAdded.join(', ')}.`]),
    ...(repairs.length === 0 ? [] : [`Huruf rusak diperbaiki: ${number(repairs.length)} isian.`]),
    problems.length === 0 ? 'Tidak ada masalah.' : `Perlu diperiksa: ${number(problems.length)} hal.`,
  ];
};

/** The first problems; how many more there are. */
export const firstProblems = ({ problems }: ImportReport): { readonly lines: readonly string[]; readonly more: number } => ({
  lines: problems
    .slice(0, shownProblems)
    .map(
      ({ row, value, why }) =>
        `  ${row === 0 ? 'Berkas' : `Baris ${row}`}: ${problemWords[why].what}${value === '' ? '' : ` (${value})`} ${problemWords[why].advice}`,
    ),
  more: Math.max(0, problems.length - shownProblems),
});

const listed = (loans: readonly string[]): string => {
  const rest = loans.length - shownProblems;
  return `${loans.slice(0, shownProblems).join(', ')}${rest > 0 ? `, dan ${number(rest)} lagi` : ''}`;
};

/** What somebody must agree to, in a sentence. */
export const concernLine = (concern: Concern): string =>
  concern.kind === 'closes-loans'
    ? `Impor ini akan menutup ${number(concern.loans.length)} pinjaman yang tidak ada lagi di berkas: ${listed(concern.loans)}.`
    : `Berkas ini memuat ${number(concern.now)} ${kindNames[concern.what].toLowerCase()}, padahal impor terakhir ${number(concern.before)}: berkurang lebih dari 10%. Yang tidak ada di berkas tidak dihapus, tetapi periksa dulu apakah ekspornya utuh.`;

export const previewHead = 'Pratinjau, belum ada yang diubah:';
export const consentNeeded = 'Belum ada yang diubah. Bila memang begitu, jalankan lagi dengan --setuju.';

const barWidth = 20;

const duration = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} dtk` : `${Math.floor(seconds / 60)} mnt ${seconds % 60} dtk`;
};

/** How far an import is: rows, rate, and what remains at that rate. */
export const progressLine = ({ read, share, ms }: { readonly read: number; readonly share: number; readonly ms: number }): string => {
  const full = Math.round(share * barWidth);
  const rate = ms > 0 ? Math.round((read * 1000) / ms) : 0;
  const remains = share > 0 && share < 1 ? ` · sisa ${duration((ms * (1 - share)) / share)}` : '';
  return `[${'#'.repeat(full)}${'-'.repeat(barWidth - full)}] ${Math.floor(share * 100)}% · ${number(read)} baris · ${number(rate)} baris/dtk${remains}`;
};
