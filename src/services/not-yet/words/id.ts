const desk = 'di meja layanan';

/** Wishes that this program cannot fulfil yet: what it is, whom to ask, and when. */
const answers = {
  'local_author.propose_talk': `Usulan bedah buku belum bisa dicatat lewat chat. Sampaikan judul, nama, dan tanggal yang diinginkan kepada petugas ${desk}`,
  'purchase.suggest': `Usulan pembelian buku belum bisa dicatat lewat chat. Titipkan judul dan pengarangnya kepada petugas ${desk}`,
  'digital.download': `Unduhan buku digital belum bisa lewat chat. Petugas ${desk} bisa membantu membukanya`,
  'member.register': `Pendaftaran anggota belum bisa lewat chat. Datang saja dengan kartu identitas (anak memakai identitas orang tua); kartunya gratis dan dibuat ${desk}`,
  'member.export_data': `Salinan data belum bisa dibuat lewat chat. Mintalah kepada petugas ${desk}; perpustakaan wajib memberikannya dalam 3×24 jam`,
  'member.delete_data': `Penghapusan data belum bisa lewat chat. Mintalah kepada petugas ${desk}; perpustakaan wajib mengerjakannya dalam 3×24 jam. Untuk melepas kartu dari chat ini sekarang, ketik "lepas kartu"`,
  'event.list': `Daftar kegiatan belum ada di chat. Jadwalnya bisa ditanyakan ${desk}`,
  'event.details': `Keterangan kegiatan belum ada di chat. Silakan tanyakan ${desk}`,
  'event.signup': `Pendaftaran kegiatan belum bisa lewat chat. Silakan daftar ${desk}`,
  'event.cancel_signup': `Pembatalan ikut kegiatan belum bisa lewat chat. Silakan kabari petugas ${desk}`,
  'van.schedule': `Jadwal perpustakaan keliling belum ada di chat. Silakan tanyakan ${desk}`,
  'van.nearest_stop': `Titik layanan keliling terdekat belum bisa saya carikan. Silakan tanyakan ${desk}`,
  'van.subscribe': `Berlangganan jadwal keliling belum bisa lewat chat. Jadwalnya bisa ditanyakan ${desk}`,
  'van.unsubscribe': `Kabar jadwal keliling belum dikirim lewat chat, jadi tidak ada yang perlu dihentikan. Untuk mematikan semua pemberitahuan, ketik "stop"`,
  'van.request_stop': `Permintaan kunjungan keliling belum bisa dicatat lewat chat. Sampaikan tempat dan tanggalnya kepada petugas ${desk}`,
  'survey.take': `Survei belum bisa diisi lewat chat. Formulirnya tersedia ${desk}`,
  'feedback.submit': `Keluhan dan saran belum bisa dicatat lewat chat, dan saya tidak mau pesannya hilang. Mohon sampaikan kepada petugas ${desk}`,
  'room.book': `Pemesanan ruang belum bisa lewat chat. Silakan pesan ${desk}`,
  'visit.book': `Kunjungan rombongan belum bisa dipesan lewat chat. Sampaikan nama lembaga, tanggal, dan jumlah peserta kepada petugas ${desk}`,
  'access.settings':
    'Gaya tulisan saya belum bisa diatur. Semua jawaban saya lengkap sebagai teks biasa dan setiap pilihan bisa dijawab dengan angka',
  'staff.broadcast': 'Siaran belum bisa dikirim dari chat ini. Untuk sementara pakai saluran resmi perpustakaan',
  'staff.event_create': 'Kegiatan belum bisa dibuat dari chat ini. Catat dulu di agenda perpustakaan',
  'staff.event_edit': 'Kegiatan belum bisa diubah dari chat ini. Catat dulu di agenda perpustakaan',
  'staff.event_cancel': 'Kegiatan belum bisa dibatalkan dari chat ini. Kabari peserta lewat saluran resmi perpustakaan',
  'staff.van_edit': 'Jadwal keliling belum bisa diubah dari chat ini. Umumkan lewat saluran resmi perpustakaan',
  'staff.van_delay': 'Keterlambatan keliling belum bisa diumumkan dari chat ini. Umumkan lewat saluran resmi perpustakaan',
  'staff.survey_create': 'Survei belum bisa dibuat dari chat ini. Pakai formulir kertas untuk sementara',
  'staff.survey_results': 'Hasil survei belum ada di chat ini',
  'staff.answer_question': 'Pertanyaan pemustaka belum masuk ke chat ini, jadi belum ada yang bisa dijawab dari sini',
  'staff.report': 'Laporan belum bisa dibuat dari chat ini',
} as const;

export type UnservedIntent = keyof typeof answers;

const byIntent: Readonly<Record<UnservedIntent, string>> = answers;

export const id = {
  answers: byIntent,
  phone: (phone: string): string => ` atau telepon ${phone}`,
  when: (hours: string): string => ` Jam petugas: ${hours}.`,
};

export type NotYetWords = typeof id;
