import type { ProblemKind } from './notes.ts';

/** What happened, and what a librarian can do about it. */
export interface ProblemWords {
  readonly what: string;
  readonly advice: string;
}

/** Words for librarians, in Indonesian: these stand in a file and on the command line, never in a chat. */
export const problemWords: Readonly<Record<ProblemKind, ProblemWords>> = {
  'not-a-catalogue': {
    what: 'Isi berkas tidak dikenali sebagai katalog.',
    advice: 'Pakai ekspor bibliografi atau eksemplar dari SLiMS, atau tabel CSV yang baris pertamanya memuat kolom judul.',
  },
  'unreadable-row': { what: 'Baris ini tidak dapat dibaca.', advice: 'Periksa tanda kutip yang belum ditutup, lalu impor lagi.' },
  'no-title': { what: 'Judul kosong, baris dilewati.', advice: 'Isi judulnya, lalu impor lagi.' },
  'isbn-check': {
    what: 'Angka periksa ISBN tidak cocok. Judul tetap masuk.',
    advice: 'Bandingkan dengan buku; ISBN ini tidak dipakai untuk mengenali judul yang sama.',
  },
  'isbn-rounded': {
    what: 'ISBN dibulatkan oleh program lembar kerja. Judul tetap masuk.',
    advice: 'Ubah kolom ISBN menjadi teks, isi lagi, lalu impor lagi.',
  },
  'isbn-shared': {
    what: 'ISBN yang sama dipakai judul lain di berkas ini. Keduanya tetap masuk.',
    advice: 'Periksa apakah ini jilid berbeda atau salah ketik.',
  },
  'year-unreadable': { what: 'Tahun terbit tidak terbaca dan dikosongkan.', advice: 'Tulis empat angka, misalnya 2005.' },
  'copies-unreadable': { what: 'Jumlah eksemplar tidak terbaca, dianggap satu.', advice: 'Tulis angka bulat.' },
  'fewer-copies': {
    what: 'Jumlah di berkas lebih kecil daripada yang tercatat. Tidak ada yang dihapus.',
    advice: 'Hapus eksemplar yang sudah tidak ada lewat petugas.',
  },
  'no-code': { what: 'Kode eksemplar kosong, baris dilewati.', advice: 'Isi kodenya, lalu impor lagi.' },
  'code-twice': {
    what: 'Kode eksemplar muncul dua kali di berkas ini. Yang pertama dipakai.',
    advice: 'Beri setiap eksemplar kode sendiri.',
  },
  'code-taken': {
    what: 'Kode eksemplar sudah dipakai judul lain. Tidak ada yang diubah.',
    advice: 'Periksa judul mana yang benar, lalu perbaiki di sumbernya.',
  },
  'code-spaces': {
    what: 'Kode eksemplar diawali atau diakhiri spasi. Kode disimpan persis seperti di berkas.',
    advice: 'Hapus spasinya di sumber bila tidak disengaja.',
  },
  'title-unknown': {
    what: 'Judul eksemplar ini belum ada di perpustakaan.',
    advice: 'Impor dulu berkas bibliografinya, lalu berkas eksemplar ini lagi.',
  },
  'title-ambiguous': {
    what: 'Ada beberapa judul dengan nama ini, jadi eksemplar tidak dipasangkan.',
    advice: 'Pakai ekspor bibliografi yang memuat kode eksemplar.',
  },
  'not-lendable': {
    what: 'Eksemplar ditandai tidak dipinjamkan; tanda itu belum dapat dibawa masuk.',
    advice: 'Tandai judulnya sebagai koleksi rujukan bila semua eksemplarnya tidak dipinjamkan.',
  },
};

export const repairAdvice = 'Bandingkan sekilas; bila keliru, perbaiki di sumbernya lalu impor lagi.';
/** Said before an import into a database that the demo library was made in. */
export const demoWarning =
  'Perhatian: basis data ini berisi perpustakaan contoh. Untuk koleksi sungguhan, atur DATABASE_URL ke basis data baru.';
