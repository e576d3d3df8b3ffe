import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { lentToBoth as lent, twoReaders } from './two-readers.ts';

const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
  [
    'readers who wait',
    { loans: lent(), holds: [{ patron: 'P2', item: 'SP' }] },
    `
      Siti: perpanjang sang pemimpi
      Bot: Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
      Rini: renew sang pemimpi
      Bot: It cannot be renewed: 1 reader is waiting for this title and there is no other copy. Please return it on its due date; you can reserve it again after that.
  `,
  ],
  [
    'as many renewals as are allowed',
    { loans: lent({ renewals: 1 }) },
    `
      Siti: perpanjang sang pemimpi
      Bot: Batas perpanjangan sudah tercapai (paling banyak 1 kali). Mohon kembalikan pada tanggal jatuh tempo, lalu pinjam atau pesan lagi.
      Rini: renew sang pemimpi
      Bot: It has been renewed as often as the rules allow (once). Please return it on its due date, then borrow or reserve it again.
  `,
  ],
  [
    'a loan that is too late',
    { loans: lent({ due: '2026-02-23' }) },
    `
      Siti: perpanjang sang pemimpi
      Bot: Sudah terlambat 7 hari buka (jatuh tempo Senin, 23 Februari 2026); perpanjangan hanya bisa sampai 3 hari buka terlambat. Mohon kembalikan dulu.
      Rini: renew sang pemimpi
      Bot: It is 7 open days late (due Monday, 23 February 2026); renewing is possible up to 3 open days late. Please return it first.
  `,
  ],
  [
    'a renewal that is too early',
    { loans: lent({ due: '2026-03-10' }) },
    `
      Siti: perpanjang sang pemimpi
      Bot: Masih terlalu awal. Bisa diperpanjang mulai Sabtu, 7 Maret 2026.
      Rini: renew sang pemimpi
      Bot: It is too early. You can renew it from Saturday, 7 March 2026.
  `,
  ],
  [
    'a renewal that gains nothing',
    { loans: lent({ due: '2026-03-10' }), policy: { renew_from: 'today', renew_days: 1, renew_window_days: null } },
    `
      Siti: perpanjang sang pemimpi
      Bot: Perpanjangan sekarang tidak menambah waktu: jatuh temponya tetap Selasa, 10 Maret 2026. Coba lagi lebih dekat ke tanggal itu.
      Rini: renew sang pemimpi
      Bot: Renewing now would not give you more time: it would still be due on Tuesday, 10 March 2026. Try again closer to that day.
  `,
  ],
  [
    'a loan that is not on the card',
    { loans: lent() },
    `
      Siti: perpanjang laskar pelangi
      Bot: "laskar pelangi" tidak ada di daftar pinjaman Kakak. Ketik "pinjaman saya" untuk melihatnya.
      Rini: renew laskar pelangi
      Bot: "laskar pelangi" is not among your loans. Type "my loans" to see them.
  `,
  ],
  [
    'a book that is lost',
    { loans: lent() },
    `
      Siti: sang pemimpi hilang
      Bot: Laporkan Sang Pemimpi (kode SP-1) hilang? Pinjamannya dibekukan: tidak ada pengingat dan tidak bisa diperpanjang sampai diselesaikan di meja layanan.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Sang Pemimpi dicatat hilang. Selanjutnya: ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan. Bila bukunya ketemu, bawa saja ke sana.
      Siti: perpanjang sang pemimpi
      Bot: Buku ini tercatat hilang, jadi tidak bisa diperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Rini: I lost sang pemimpi
      Bot: Report Sang Pemimpi (code SP-2) as lost? The loan is frozen: no reminders and no renewals until it is settled at the desk.
        1. Yes
        2. No
      Rini: yes
      Bot: Sang Pemimpi is noted as lost. Next: replace it with the same title, or with a book of the same subject and price, at the service desk. If you find it, just bring it there.
      Rini: renew sang pemimpi
      Bot: This book is recorded as lost, so it cannot be renewed. Please come to the service desk or type "librarian".
  `,
  ],
  [
    'a book said to be returned',
    { loans: lent() },
    `
      Siti: sang pemimpi sudah saya kembalikan
      Bot: Catat bahwa Sang Pemimpi (kode SP-1) sudah Kakak kembalikan? Petugas akan mencarinya di perpustakaan, dan pengingatnya berhenti.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Sang Pemimpi dicatat sudah Kakak kembalikan. Petugas mencarinya; selama itu tidak ada pengingat. Bila ternyata masih di rumah, bawa saja ke meja layanan.
      Siti: perpanjang sang pemimpi
      Bot: Buku ini tercatat sudah Kakak kembalikan dan sedang kami cari, jadi tidak perlu diperpanjang.
      Rini: I have already returned sang pemimpi
      Bot: Shall I note that you have returned Sang Pemimpi (code SP-2)? Staff will look for it in the library, and its reminders stop.
        1. Yes
        2. No
      Rini: yes
      Bot: Sang Pemimpi is noted as returned by you. Staff are looking for it; there are no reminders meanwhile. If it is still at home, just bring it to the desk.
      Rini: renew sang pemimpi
      Bot: You told us that this book is back and we are looking for it, so it need not be renewed.
  `,
  ],
];

describe('what is refused of a renewal, in both languages, with its next step', () => {
  it.each(cases)('%s', async (_name, changes, script) => {
    const library = await openLibrary(twoReaders(changes));
    await library.plays(script);
  });
});
