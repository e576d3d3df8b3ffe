import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { bothReaders as both, oneShelf as shelf, lentToBoth as lent, twoReaders } from './two-readers.ts';

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  [
    'a card that expired',
    { patrons: both({ status: 'expired' }) },
    `
      Siti: pesan laskar pelangi
      Bot: Kartu anggota Kakak sudah berakhir. Perpanjang kartu dulu di meja layanan, lalu coba lagi.
      Rini: reserve laskar pelangi
      Bot: Your library card expired. Please renew the card at the desk first, then try again.
  `,
  ],
  [
    'a card that is suspended',
    { patrons: both({ status: 'suspended' }) },
    `
      Siti: pesan laskar pelangi
      Bot: Kartu Kakak sedang diskors, jadi belum bisa meminjam, memesan, atau memperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Rini: reserve laskar pelangi
      Bot: Your card is suspended, so borrowing, reserving and renewing must wait. Please come to the service desk or type "librarian".
  `,
  ],
  [
    'a card that is not active yet',
    { patrons: both({ status: 'pending' }) },
    `
      Siti: pesan laskar pelangi
      Bot: Keanggotaan ini belum diaktifkan. Silakan ke meja layanan dengan kartu identitas.
      Rini: reserve laskar pelangi
      Bot: This membership is not active yet. Please come to the desk with your identity card.
  `,
  ],
  [
    'a debt',
    {
      policy: { block_at_fine: 1000 },
      fines: [
        { patron: 'P1', amount: 2000 },
        { patron: 'P3', amount: 2000 },
      ],
    },
    `
      Siti: pesan laskar pelangi
      Bot: Masih ada denda Rp2.000. Lunasi dulu di meja layanan, lalu coba lagi.
      Rini: reserve laskar pelangi
      Bot: A fine of Rp2,000 is open. Please pay it at the desk first, then try again.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): denda mulai Rp1.000 menghentikan pinjaman, pesanan, dan perpanjangan
      Rini: why
      Bot: Because:
        • Rule (general rule): from a fine of Rp1,000 on, borrowing, reserving and renewing stop
  `,
  ],
  [
    'a title for adults',
    { patrons: both({ type: 'teen', birth: '2010-05-05' }), items: shelf({ audience: 'adult_only' }) },
    `
      Siti: pesan laskar pelangi
      Bot: Judul ini untuk pembaca berusia 18 tahun ke atas, jadi tidak bisa dipesan dengan kartu ini. Saya bisa carikan judul lain yang cocok.
      Rini: reserve laskar pelangi
      Bot: This title is for readers of 18 and older, so it cannot be reserved with this card. I can look for something else that fits.
      Siti: kenapa?
      Bot: Karena:
        • Judul ini ditandai untuk pembaca 18 tahun ke atas; umur dilihat dari tanggal lahir di kartu, atau dari jenis anggotanya
      Rini: why
      Bot: Because:
        • This title is marked for readers of 18 and older; the age comes from the birth date on the card, or from the kind of card
  `,
  ],
  [
    'a book that is read in the library',
    { items: shelf({ reference: true }) },
    `
      Siti: pesan laskar pelangi
      Bot: Koleksi ini hanya untuk dibaca di tempat, jadi tidak dipinjamkan atau dipesan. Silakan baca di perpustakaan.
      Rini: reserve laskar pelangi
      Bot: This item is for reading in the library only, so it cannot be borrowed or reserved. You are welcome to read it there.
      Siti: kenapa?
      Bot: Karena:
        • Judul ini ditandai hanya untuk dibaca di tempat
      Rini: why
      Bot: Because:
        • This title is marked for reading in the library only
  `,
  ],
  [
    'a title without copies',
    { items: shelf({ copies: 0 }) },
    `
      Siti: pesan laskar pelangi
      Bot: Judul ini belum punya eksemplar yang bisa dipinjam. Ketik "usul buku" bila Kakak ingin perpustakaan membelinya.
      Rini: reserve laskar pelangi
      Bot: This title has no copy that can be borrowed yet. Type "suggest a book" if you would like us to buy it.
  `,
  ],
  [
    'a title that is not there',
    {},
    `
      Siti: pesan zzyzx qwerty
      Bot: Belum ketemu judul "zzyzx qwerty" di katalog. Coba ejaan lain, atau ketik "usul buku" bila ingin perpustakaan membelinya.
      Rini: reserve zzyzx qwerty
      Bot: I could not find "zzyzx qwerty" in the catalogue. Try another spelling, or type "suggest a book" if you would like us to buy it.
  `,
  ],
  [
    'a book one has already',
    { loans: lent() },
    `
      Siti: pesan sang pemimpi
      Bot: Buku ini sedang Kakak pinjam (jatuh tempo Kamis, 5 Maret 2026). Bila perlu waktu lebih, ketik "perpanjang".
      Rini: reserve sang pemimpi
      Bot: You have this book on loan (due Thursday, 5 March 2026). If you need more time, type "renew".
  `,
  ],
  [
    'a book that is reserved already',
    {
      holds: [
        { patron: 'P1', item: 'LP' },
        { patron: 'P3', item: 'LP' },
      ],
    },
    `
      Siti: pesan laskar pelangi
      Bot: Buku ini sudah Kakak pesan, antrean ke-1. Ketik "pesanan saya" untuk melihatnya.
      Rini: reserve laskar pelangi
      Bot: You have already reserved this book, number 2 in the queue. Type "my holds" to see it.
  `,
  ],
  [
    'a book that is ready already',
    {
      holds: [
        { patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' },
        { patron: 'P3', item: 'LP', status: 'ready', copy: 'LP-2', deadline: '2026-03-06' },
      ],
    },
    `
      Siti: pesan laskar pelangi
      Bot: Buku ini sudah Kakak pesan dan siap diambil. Ketik "pesanan saya" untuk tempat dan batas waktunya.
      Rini: reserve laskar pelangi
      Bot: You reserved this book and it is ready for pickup. Type "my holds" for the place and the deadline.
  `,
  ],
  [
    'as many reservations as are allowed',
    {
      policy: { max_holds: 1 },
      holds: [
        { patron: 'P1', item: 'SP' },
        { patron: 'P3', item: 'SP' },
      ],
    },
    `
      Siti: pesan laskar pelangi
      Bot: Batas pesanan adalah 1 dan Kakak sudah punya 1. Batalkan satu pesanan dulu, lalu pesan lagi.
      Rini: reserve laskar pelangi
      Bot: The limit is 1 reservation and you have 1. Cancel one first, then reserve again.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): paling banyak 1 pesanan
      Rini: why
      Bot: Because:
        • Rule (general rule): at most 1 reservation
  `,
  ],
  [
    'a reservation that is not there',
    {
      holds: [
        { patron: 'P1', item: 'SP' },
        { patron: 'P3', item: 'SP' },
      ],
    },
    `
      Siti: batalkan pesanan laskar pelangi
      Bot: "laskar pelangi" tidak ada di daftar pesanan Kakak. Ketik "pesanan saya" untuk melihatnya.
      Rini: cancel my reservation of laskar pelangi
      Bot: "laskar pelangi" is not among your reservations. Type "my holds" to see them.
  `,
  ],
  [
    'a place where nothing is picked up',
    {},
    `
      Siti: pesan laskar pelangi ambil di cabang barat
      Bot: Tempat ambil "cabang barat" tidak saya kenal. Pilih salah satu:
        1. Perpustakaan Pusat
        2. Cabang Timur
      Rini: reserve laskar pelangi, pick up at the west branch
      Bot: I do not know "the west branch" as a pickup place. Please choose one:
        1. Perpustakaan Pusat
        2. Cabang Timur
  `,
  ],
  [
    'a suspension of a book that was found',
    {
      holds: [
        { patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' },
        { patron: 'P3', item: 'LP', status: 'in_transit', copy: 'LP-2', pickup: 'timur' },
      ],
    },
    `
      Siti: tunda pesanan laskar pelangi sampai 1 april
      Bot: Buku pesanan ini sudah siap di Perpustakaan Pusat sampai Jumat, 6 Maret 2026, jadi tidak bisa ditunda atau dipindah lagi. Ambil sebelum batasnya, atau ketik "batalkan pesanan" agar pembaca lain mendapat giliran.
      Rini: suspend my reservation until april 1
      Bot: The book of this reservation is on its way to Cabang Timur, so it can no longer be suspended or moved. Wait until it is ready, or type "cancel my reservation".
  `,
  ],
  [
    'a suspension that is too long',
    {
      holds: [
        { patron: 'P1', item: 'LP' },
        { patron: 'P3', item: 'LP' },
      ],
    },
    `
      Siti: tunda pesanan laskar pelangi sampai 1 desember
      Bot: Pesanan bisa ditunda mulai besok, paling lama 90 hari: sampai Senin, 1 Juni 2026. Pilih tanggal di antaranya.
      Rini: suspend my reservation until december 1
      Bot: A reservation can be suspended from tomorrow, for 90 days at most: until Monday, 1 June 2026. Please choose a day in between.
  `,
  ],
];

describe('what is refused of a reservation, in both languages, with its next step', () => {
  it.each(cases)('%s', async (_name, changes, script) => {
    const library = await openLibrary(twoReaders(changes));
    await library.plays(script);
  });
});
