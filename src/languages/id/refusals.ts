import type { CirculationRefusal } from '#domain/refusals.ts';
import { format } from '#languages/id/format.ts';

type Sentences = {
  readonly [Reason in CirculationRefusal['reason']]: (refusal: Extract<CirculationRefusal, { reason: Reason }>) => string;
};

const desk = 'Silakan ke meja layanan atau ketik "pustakawan".';

const sinceChanged = {
  loan: 'pinjamannya sudah berubah',
  copy: 'eksemplarnya sudah berpindah',
  hold: 'pesanannya sudah berubah',
  fine: 'dendanya sudah berubah',
  member: 'kartunya sudah dipakai atau diubah',
} as const;

const sentences: Sentences = {
  'loan-not-found': () => 'Pinjaman itu tidak ada di daftar Kakak. Ketik "pinjaman saya" untuk melihat daftarnya.',
  'not-yours': () => 'Pinjaman itu bukan atas kartu Kakak, jadi tidak bisa saya ubah. Ketik "pinjaman saya" untuk melihat milik Kakak.',
  'item-lost': () => `Buku ini tercatat hilang, jadi tidak bisa diperpanjang. ${desk}`,
  'claimed-returned': () => 'Buku ini tercatat sudah Kakak kembalikan dan sedang kami cari, jadi tidak perlu diperpanjang.',
  'member-expired': ({ on }) =>
    `Kartu anggota Kakak sudah berakhir${on ? ` pada ${format.day(on)}` : ''}. Perpanjang kartu dulu di meja layanan, lalu coba lagi.`,
  'member-suspended': ({ until }) =>
    `Kartu Kakak sedang diskors${until ? ` sampai ${format.day(until)}` : ''}, jadi belum bisa meminjam, memesan, atau memperpanjang. ${desk}`,
  'hold-waiting': ({ waiting, otherCopies }) =>
    `Belum bisa diperpanjang: ${waiting} pembaca menunggu judul ini${otherCopies > 0 ? ` dan hanya ${otherCopies} eksemplar lain tersedia` : ' dan tidak ada eksemplar lain'}. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.`,
  'limit-reached': ({ limit }) =>
    `Batas perpanjangan sudah tercapai (paling banyak ${limit} kali). Mohon kembalikan pada tanggal jatuh tempo, lalu pinjam atau pesan lagi.`,
  overdue: ({ openDaysLate, allowed, due }) =>
    `Sudah terlambat ${openDaysLate} hari buka (jatuh tempo ${format.day(due)}); perpanjangan hanya bisa sampai ${allowed} hari buka terlambat. Mohon kembalikan dulu.`,
  'too-soon': ({ firstDay }) => `Masih terlalu awal. Bisa diperpanjang mulai ${format.day(firstDay)}.`,
  'already-renewed': ({ due }) => `Buku ini sudah diperpanjang, jatuh tempo sekarang ${format.day(due)}; tidak saya ulangi.`,
  'not-renewable': () => `Koleksi ini tidak bisa diperpanjang. Mohon kembalikan pada tanggal jatuh temponya.`,
  'no-gain': ({ due }) =>
    `Perpanjangan sekarang tidak menambah waktu: jatuh temponya tetap ${format.day(due)}. Coba lagi lebih dekat ke tanggal itu.`,
  'title-not-found': () => 'Judul itu tidak ada di katalog kami. Coba cari dengan kata lain, atau usulkan pembeliannya.',
  'no-copies': () => 'Judul ini belum punya eksemplar yang bisa dipinjam. Ketik "usul buku" bila Kakak ingin perpustakaan membelinya.',
  'not-holdable': () => 'Koleksi ini hanya untuk dibaca di tempat, jadi tidak dipinjamkan atau dipesan. Silakan baca di perpustakaan.',
  'age-restricted': ({ minimumAge }) =>
    `Judul ini untuk pembaca berusia ${minimumAge} tahun ke atas, jadi tidak bisa dipesan dengan kartu ini. Saya bisa carikan judul lain yang cocok.`,
  'already-yours': ({ due }) =>
    `Buku ini sedang Kakak pinjam (jatuh tempo ${format.day(due)}). Bila perlu waktu lebih, ketik "perpanjang".`,
  'duplicate-hold': ({ position, ready }) =>
    ready
      ? 'Buku ini sudah Kakak pesan dan siap diambil. Ketik "pesanan saya" untuk tempat dan batas waktunya.'
      : `Buku ini sudah Kakak pesan${position ? `, antrean ke-${position}` : ''}. Ketik "pesanan saya" untuk melihatnya.`,
  'hold-limit': ({ limit, have }) =>
    `Batas pesanan adalah ${limit} dan Kakak sudah punya ${have}. Batalkan satu pesanan dulu, lalu pesan lagi.`,
  'hold-limit-today': ({ limit }) => `Batas pesanan hari ini (${limit}) sudah tercapai. Silakan pesan lagi besok.`,
  'pickup-invalid': () => 'Tempat ambil itu tidak melayani pengambilan pesanan. Silakan pilih tempat lain.',
  'hold-not-found': () => 'Pesanan itu tidak ada di daftar Kakak. Ketik "pesanan saya" untuk melihat daftarnya.',
  'hold-found': ({ state, pickupName, deadline }) =>
    state === 'ready'
      ? `Buku pesanan ini sudah siap di ${pickupName}${deadline ? ` sampai ${format.day(deadline)}` : ''}, jadi tidak bisa ditunda atau dipindah lagi. Ambil sebelum batasnya, atau ketik "batalkan pesanan" agar pembaca lain mendapat giliran.`
      : `Buku pesanan ini sedang dikirim ke ${pickupName}, jadi tidak bisa ditunda atau dipindah lagi. Tunggu kabar siap ambil, atau ketik "batalkan pesanan".`,
  'suspension-limit': ({ days, latest }) =>
    `Pesanan bisa ditunda mulai besok, paling lama ${days} hari: sampai ${format.day(latest)}. Pilih tanggal di antaranya.`,
  'loan-limit': ({ limit, have }) => `Batas pinjaman adalah ${limit} buku dan kartu ini sudah meminjam ${have}. Kembalikan satu dulu.`,
  'copy-not-found': () => 'Kode eksemplar atau judul itu tidak ada. Periksa kodenya, lalu coba lagi.',
  'copy-not-available': ({ state }) =>
    `Eksemplar itu tidak bisa dipakai untuk tindakan ini (keadaan: ${copyStates[state] ?? state}). Periksa kode eksemplarnya.`,
  'reserved-for-another': () => 'Eksemplar ini disisihkan untuk pemesan lain. Pilih eksemplar lain atau masukkan ke antrean.',
  'other-card': () =>
    'Eksemplar itu dipinjam dengan kartu lain, jadi belum saya catat kembali. Periksa nomor kartunya, atau tulis kode eksemplarnya saja.',
  'which-copy': ({ copies }) => `Ada beberapa eksemplar: ${copies.join(', ')}. Tulis kode eksemplarnya.`,
  'patron-not-found': () => 'Nomor kartu itu tidak ada. Periksa nomornya, lalu coba lagi.',
  'code-taken': ({ code }) => `Nomor ${code} sudah dipakai. Pilih nomor lain, lalu coba lagi.`,
  'no-fine': () => 'Kartu itu tidak punya denda yang belum lunas.',
  'not-suspended': () => 'Kartu itu tidak sedang diskors.',
  'guardian-needed': () => 'Anggota di bawah 18 tahun memerlukan wali yang sudah punya kartu. Sebutkan nomor kartu walinya.',
  'not-pending': () => 'Kartu itu tidak sedang menunggu aktivasi: kartunya sudah aktif atau sudah berakhir.',
  'nothing-to-undo': () => 'Tidak ada yang bisa diurungkan: dalam 24 jam terakhir belum ada tindakan Kakak yang tersisa.',
  'changed-since': ({ what }) => `Belum bisa diurungkan: ${sinceChanged[what]} sesudah tindakan itu. Perbaiki langsung keadaannya.`,
  'fines-owed': ({ amount }) => `Masih ada denda ${format.money(amount)}. Lunasi dulu di meja layanan, lalu coba lagi.`,
  'member-pending': () => 'Keanggotaan ini belum diaktifkan. Silakan ke meja layanan dengan kartu identitas.',
  unsupported: () => `Itu belum bisa dilakukan lewat chat di perpustakaan ini. ${desk}`,
  conflict: () => 'Keadaannya baru saja berubah. Silakan ulangi permintaannya.',
  other: () => `Permintaan itu ditolak oleh sistem perpustakaan. ${desk}`,
};

export const copyStates: Readonly<Record<string, string>> = {
  reference: 'hanya dibaca di tempat',
  available: 'tersedia di rak',
  on_loan: 'sedang dipinjam',
  allocated: 'disisihkan untuk pemesan',
  in_transit: 'dalam pengiriman antarlokasi',
  on_hold_shelf: 'di rak reservasi',
  releasing: 'menunggu dikembalikan ke rak oleh petugas',
  missing: 'belum ditemukan di rak',
  lost: 'hilang',
  claimed_returned: 'dinyatakan sudah kembali, sedang dicari',
  damaged: 'rusak',
};

export const explain = (refusal: CirculationRefusal): string => {
  // as: the table has one entry per reason, each taking exactly that reason's refusal
  const sentence = sentences[refusal.reason] as (refusal: CirculationRefusal) => string;
  return sentence(refusal);
};
