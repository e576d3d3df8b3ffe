import type { ProblemKind } from './notes.ts';

/** What happened, and what a librarian can do about it. */
export interface ProblemWords {
  readonly what: string;
  readonly advice: string;
}

/** Words for librarians, in Indonesian: these stand in a file and on the command line, never in a chat. */
export const problemWords: Readonly<Record<ProblemKind, ProblemWords>> = {
  'not-a-catalogue': {
    what: 'Isi berkas tidak dikenali.',
    advice:
      'Yang dipahami: ekspor bibliografi, eksemplar, atau anggota SLiMS (CSV); lembar koleksi INLISLite (XLSX); MARC 21 dan MARCXML; tabel CSV atau XLSX yang memuat kolom judul; daftar pinjaman dengan kolom member, item, loaned, due.',
  },
  'empty-file': { what: 'Berkas kosong.', advice: 'Ekspor lagi dari sistem asalnya, lalu impor lagi.' },
  'workbook-refused': {
    what: 'Buku kerja ini mengaku berisi lebih dari yang wajar, atau arsipnya rusak. Tidak ada yang dibaca.',
    advice: 'Simpan ulang dengan program lembar kerja, atau simpan sebagai CSV.',
  },
  'workbook-broken': {
    what: 'Buku kerja ini tidak dapat dibaca.',
    advice: 'Simpan ulang dengan program lembar kerja, atau simpan sebagai CSV.',
  },
  'xml-refused': {
    what: 'Berkas XML ini memuat DOCTYPE dan ditolak demi keamanan.',
    advice: 'Ekspor lagi sebagai MARCXML tanpa DOCTYPE.',
  },
  'xml-broken': { what: 'Rekaman XML ini rusak dan dilewati.', advice: 'Perbaiki rekamannya di sistem asal, lalu ekspor lagi.' },
  'nul-bytes': {
    what: 'Berkas memuat bita nol; semuanya dibuang.',
    advice: 'Periksa beberapa judul; bila aneh, ekspor lagi sebagai UTF-8.',
  },
  'marc-torn': { what: 'Rekaman terpotong di akhir berkas dan dilewati.', advice: 'Salin atau ekspor berkasnya lagi sampai selesai.' },
  'marc-empty': { what: 'Rekaman tidak berisi apa pun dan dilewati.', advice: 'Periksa rekaman ini di sistem asal.' },
  'marc-structure': {
    what: 'Susunan rekaman rusak dan tidak dapat dipulihkan; dilewati.',
    advice: 'Perbaiki rekamannya di sistem asal, lalu ekspor lagi.',
  },
  'marc-repaired': { what: 'Susunan rekaman rusak dan dipulihkan.', advice: 'Bandingkan sekilas dengan aslinya.' },
  unimarc: {
    what: 'Rekaman ini UNIMARC (judul di 200), bukan MARC 21; dilewati.',
    advice: 'Ekspor sebagai MARC 21 dari sistem asalnya.',
  },
  'bytes-damaged': { what: 'Sebagian huruf rusak dan tidak terbaca. Isian tetap masuk.', advice: 'Perbaiki hurufnya, lalu impor lagi.' },
  'encoding-unknown': {
    what: 'Pengodean huruf isian ini tidak dikenali (bukan UTF-8, MARC-8, atau Windows-1252); isian dilewati.',
    advice: 'Ekspor lagi sebagai UTF-8.',
  },
  'title-unreadable': {
    what: 'Pengodean huruf judul tidak dikenali (bukan UTF-8, MARC-8, atau Windows-1252); rekaman dilewati.',
    advice: 'Ekspor lagi sebagai UTF-8.',
  },
  'unreadable-row': { what: 'Baris ini tidak dapat dibaca.', advice: 'Periksa tanda kutip yang belum ditutup, lalu impor lagi.' },
  'wrong-columns': {
    what: 'Banyaknya kolom tidak cocok; baris dilewati supaya isinya tidak tertukar.',
    advice: 'Periksa tanda kutip dan pemisah di baris ini, lalu impor lagi.',
  },
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
  'no-card': { what: 'Nomor anggota kosong, baris dilewati.', advice: 'Isi nomornya, lalu impor lagi.' },
  'no-name': { what: 'Nama anggota kosong, baris dilewati.', advice: 'Isi namanya, lalu impor lagi.' },
  'card-twice': {
    what: 'Nomor anggota muncul dua kali di berkas ini. Yang pertama dipakai.',
    advice: 'Beri setiap anggota nomor sendiri.',
  },
  'card-spaces': {
    what: 'Nomor anggota diawali atau diakhiri spasi. Nomor disimpan persis seperti di berkas.',
    advice: 'Hapus spasinya di sumber bila tidak disengaja.',
  },
  'member-deleted': {
    what: 'Anggota ini sudah dihapus di sini atas permintaannya. Tidak dimasukkan lagi.',
    advice: 'Hapus juga di sistem asal, atau daftarkan lagi di meja layanan.',
  },
  'day-unreadable': { what: 'Tanggal tidak terbaca.', advice: 'Tulis sebagai TTTT-BB-HH, misalnya 2026-03-09, lalu impor lagi.' },
  'member-unknown': { what: 'Anggota pinjaman ini belum ada di sini. Pinjaman dilewati.', advice: 'Impor dulu berkas anggotanya.' },
  'copy-unknown': {
    what: 'Eksemplar pinjaman ini belum ada di sini. Pinjaman dilewati.',
    advice: 'Impor dulu berkas bibliografi dan eksemplarnya.',
  },
  'copy-elsewhere': {
    what: 'Eksemplar ini tercatat dipinjam anggota lain. Tidak ada yang diubah.',
    advice: 'Periksa siapa yang membawa bukunya, lalu catat pengembaliannya di meja.',
  },
  'copy-not-free': {
    what: 'Eksemplar ini di sini sedang tidak bebas (dipesan, hilang, rusak, atau dalam pengiriman). Pinjaman dilewati.',
    advice: 'Selesaikan dulu keadaannya di meja layanan.',
  },
  'renewed-here': {
    what: 'Pinjaman ini sudah diperpanjang di sini; jatuh tempo di sini yang dipakai.',
    advice: 'Catat perpanjangannya juga di sistem asal.',
  },
  'renewals-unreadable': { what: 'Jumlah perpanjangan tidak terbaca, dianggap nol.', advice: 'Tulis angka bulat.' },
};

export const repairAdvice = 'Bandingkan sekilas; bila keliru, perbaiki di sumbernya lalu impor lagi.';
/** Said before an import into a database that the demo library was made in. */
export const demoWarning =
  'Perhatian: basis data ini berisi perpustakaan contoh. Untuk koleksi sungguhan, atur DATABASE_URL ke basis data baru.';
