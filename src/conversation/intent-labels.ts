import type { Language } from '#languages/index.ts';

/** What each wish is called when the assistant offers it; the keys are the 64 intents (understanding/intent-ids.ts). */
export const intentLabels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    'catalog.search': 'Cari buku', 'catalog.item_details': 'Keterangan satu buku', 'catalog.new_arrivals': 'Buku baru', 'reading.recommend': 'Minta saran bacaan',
    'local_author.list': 'Penulis lokal', 'local_author.propose_talk': 'Usul bedah buku', 'purchase.suggest': 'Usul pembelian buku',
    'hold.place': 'Pesan buku', 'hold.cancel': 'Batalkan pesanan buku', 'hold.list': 'Pesanan saya', 'loan.list': 'Pinjaman saya', 'loan.renew': 'Perpanjang pinjaman', 'fine.status': 'Denda saya',
    'digital.download': 'Unduh buku digital', 'member.register': 'Daftar anggota', 'member.link_card': 'Hubungkan kartu', 'member.unlink': 'Lepas kartu dari chat ini',
    'member.export_data': 'Salinan data saya', 'member.delete_data': 'Hapus data saya', 'member.rules': 'Aturan perpustakaan',
    'event.list': 'Daftar kegiatan', 'event.details': 'Keterangan kegiatan', 'event.signup': 'Daftar kegiatan', 'event.cancel_signup': 'Batal ikut kegiatan',
    'van.schedule': 'Jadwal perpustakaan keliling', 'van.nearest_stop': 'Titik keliling terdekat', 'van.subscribe': 'Ikuti jadwal keliling', 'van.unsubscribe': 'Berhenti ikuti jadwal keliling', 'van.request_stop': 'Minta kunjungan keliling',
    'survey.take': 'Isi survei', 'feedback.submit': 'Sampaikan keluhan atau saran', 'info.hours': 'Jam buka', 'info.location': 'Alamat dan kontak', 'info.facilities': 'Fasilitas',
    'room.book': 'Pesan ruang diskusi', 'visit.book': 'Kunjungan rombongan', 'access.services': 'Layanan disabilitas', 'access.settings': 'Cara saya menulis kepada Kakak',
    'contact.librarian': 'Bicara dengan pustakawan', 'settings.language': 'Ganti bahasa', 'notice.stop': 'Matikan pemberitahuan', 'notice.resume': 'Nyalakan pemberitahuan',
    'nav.help': 'Menu bantuan', 'nav.cancel': 'Batalkan langkah ini', 'nav.yes': 'Ya', 'nav.no': 'Tidak', 'nav.select': 'Pilih dari daftar', 'nav.more': 'Tampilkan berikutnya', 'chat.greet': 'Menyapa', 'chat.thanks': 'Terima kasih', out_of_scope: 'Hal lain',
    'staff.broadcast': 'Kirim siaran', 'staff.event_create': 'Buat kegiatan', 'staff.event_edit': 'Ubah kegiatan', 'staff.event_cancel': 'Batalkan kegiatan', 'staff.van_edit': 'Ubah jadwal keliling', 'staff.van_delay': 'Umumkan keliling terlambat',
    'staff.survey_create': 'Buat survei', 'staff.survey_results': 'Hasil survei', 'staff.holds_picklist': 'Daftar ambil rak', 'staff.checkout': 'Catat peminjaman', 'staff.checkin': 'Catat pengembalian', 'staff.answer_question': 'Jawab pertanyaan pemustaka', 'staff.report': 'Laporan',
  },
  en: {
    'catalog.search': 'Find a book', 'catalog.item_details': 'About one book', 'catalog.new_arrivals': 'New books', 'reading.recommend': 'Ask for a suggestion',
    'local_author.list': 'Local authors', 'local_author.propose_talk': 'Propose a book talk', 'purchase.suggest': 'Suggest a purchase',
    'hold.place': 'Reserve a book', 'hold.cancel': 'Cancel a reservation', 'hold.list': 'My reservations', 'loan.list': 'My loans', 'loan.renew': 'Renew a loan', 'fine.status': 'My fines',
    'digital.download': 'Download a digital book', 'member.register': 'Become a member', 'member.link_card': 'Connect my card', 'member.unlink': 'Disconnect my card',
    'member.export_data': 'A copy of my data', 'member.delete_data': 'Erase my data', 'member.rules': 'Library rules',
    'event.list': 'Events', 'event.details': 'About one event', 'event.signup': 'Sign up for an event', 'event.cancel_signup': 'Withdraw from an event',
    'van.schedule': 'Mobile library timetable', 'van.nearest_stop': 'Nearest van stop', 'van.subscribe': 'Follow the van', 'van.unsubscribe': 'Stop following the van', 'van.request_stop': 'Ask the van to come',
    'survey.take': 'Take a survey', 'feedback.submit': 'Complain, praise or suggest', 'info.hours': 'Opening hours', 'info.location': 'Address and contact', 'info.facilities': 'Facilities',
    'room.book': 'Book the discussion room', 'visit.book': 'Group visit', 'access.services': 'Accessibility services', 'access.settings': 'How I write to you',
    'contact.librarian': 'Talk to a librarian', 'settings.language': 'Change language', 'notice.stop': 'Stop notices', 'notice.resume': 'Resume notices',
    'nav.help': 'Help menu', 'nav.cancel': 'Cancel this step', 'nav.yes': 'Yes', 'nav.no': 'No', 'nav.select': 'Choose from the list', 'nav.more': 'Show more', 'chat.greet': 'Say hello', 'chat.thanks': 'Thank you', out_of_scope: 'Something else',
    'staff.broadcast': 'Send a broadcast', 'staff.event_create': 'Create an event', 'staff.event_edit': 'Edit an event', 'staff.event_cancel': 'Cancel an event', 'staff.van_edit': 'Edit the van timetable', 'staff.van_delay': 'Announce a van delay',
    'staff.survey_create': 'Create a survey', 'staff.survey_results': 'Survey results', 'staff.holds_picklist': 'Pull list', 'staff.checkout': 'Check out', 'staff.checkin': 'Check in', 'staff.answer_question': "Answer a reader's question", 'staff.report': 'Report',
  },
};
