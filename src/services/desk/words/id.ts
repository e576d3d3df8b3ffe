import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import { copyStates } from '#languages/id/refusals.ts';
import type { Format } from '#languages/format.ts';

interface PullLine {
  readonly title: string;
  readonly author: string;
  readonly copyCode: string;
  readonly shelf: string | null;
  readonly branchName: string;
  readonly pickupName: string;
}

export const id = {
  howToCheckOut: 'Tulis kode eksemplar dan nomor kartu, misalnya: /pinjamkan B00123 A-0045',
  howToCheckIn: 'Tulis kode eksemplarnya, misalnya: /kembalikan B00123',
  checkedOut: (title: string, copy: string, due: string, f: Format): string =>
    `${title} (${copy}) sudah dipinjamkan, jatuh tempo ${f.day(due)}.`,
  checkedIn: (title: string, copy: string, lateDays: number, state: string): string =>
    `${title} (${copy}) sudah kembali${lateDays > 0 ? `, terlambat ${lateDays} hari buka` : ''}. Keadaan: ${copyStates[state] ?? state}.`,
  forHold: 'Sisihkan ke rak reservasi: sudah ada pemesannya.',
  pullList: (lines: readonly PullLine[]): Say => [
    `${lines.length} buku untuk diambil dari rak:`,
    list(
      lines.map(
        (line) =>
          `${line.title} (${line.copyCode}), ${line.branchName}${line.shelf ? `, ${line.shelf}` : ''}, untuk diambil di ${line.pickupName}`,
      ),
      true,
    ),
    'Sesudah diambil, tulis: /siapkan KODE',
  ],
  nothingToPull: 'Tidak ada buku yang perlu diambil dari rak.',
  howToCapture: 'Tulis kode eksemplar yang sudah diambil dari rak, misalnya: /siapkan B00123',
  captured: (title: string, ready: boolean, deadline: string | null, f: Format): string =>
    ready
      ? `${title} siap diambil${deadline ? ` sampai ${f.day(deadline)}` : ''}. Pemesannya dikabari bila pemberitahuannya menyala.`
      : `${title} dicatat dalam pengiriman ke tempat ambil.`,
  howToIssueCode: 'Tulis nomor kartunya, misalnya: /kode A-0045',
  codeIssued: (card: string, code: string): string =>
    `Kode sekali pakai untuk kartu ${card}: ${code} (berlaku 15 menit). Anggota menulis kepada bot "hubungkan kartu", lalu nomor kartu dan kode ini.`,
  nowLibrarian:
    'Sekarang Kakak bertindak sebagai petugas perpustakaan contoh ini. Coba: "daftar ambil rak", /pinjamkan KODE KARTU, /kembalikan KODE. Ketik "/sebagai pembaca" untuk kembali.',
  nowReader: 'Sekarang Kakak kembali menjadi pembaca contoh.',
  onlyInDemo: 'Perintah itu hanya berlaku di perpustakaan contoh. Petugas sungguhan bergabung dengan kode undangan: /petugas KODE',
  joined: (role: string): string => `Selamat datang. Akun chat ini sekarang terdaftar sebagai petugas (${role}).`,
  badInvitation: 'Kode undangan itu tidak berlaku. Minta kode baru kepada pengelola program ini.',
  howToJoin: 'Tulis kode undangannya, misalnya: /petugas ABCDE12345',
};

export type DeskWords = typeof id;
