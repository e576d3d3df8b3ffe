import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('in English', () => {
  it('answers in English from the search to the reservation', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Rini: do you have laskar pelangi?
      Bot: Laskar Pelangi (Andrea Hirata): 2 of 2 copies available.
        Perpustakaan Pusat: 2 of 2 available
        1. Reserve this book
        2. Where it stands
      Rini: reserve it
      Bot: Laskar Pelangi (Andrea Hirata) is available. Shall I reserve it for pickup at Perpustakaan Pusat?
        1. Yes
        2. No
      Rini: yes
      Bot: Laskar Pelangi (Andrea Hirata) is reserved. Staff are preparing it; we will tell you when it is ready at Perpustakaan Pusat.
      Rini: my reservations
      Bot: Your reservation:
        • Laskar Pelangi: being prepared by staff, pick up at Perpustakaan Pusat
      Rini: cancel my reservation
      Bot: Cancel the reservation of Laskar Pelangi?
        1. Yes
        2. No
      Rini: yes
      Bot: The reservation of Laskar Pelangi is cancelled.
    `);
  });

  it('takes another title before confirming', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Rini: reserve pulang tere liye
      Bot: Pulang (Tere Liye) is available. Shall I reserve it for pickup at Perpustakaan Pusat?
        1. Yes
        2. No
      Rini: no, laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) is available. Shall I reserve it for pickup at Perpustakaan Pusat?
        1. Yes
        2. No
      Rini: no thanks
      Bot: All right, left as it is. Nothing has changed.
    `);
  });

  it('refuses a renewal with its reason', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [
          { patron: 'P3', item: 'BM', due: '2026-03-04' },
          { patron: 'P3', item: 'SP', due: '2026-03-04', renewals: 1 },
        ],
      }),
    );
    await library.plays(`
      Rini: renew bumi manusia
      Bot: It cannot be renewed: 1 reader is waiting for this title and there is no other copy. Please return it on its due date; you can reserve it again after that.
      Rini: why
      Bot: Because:
        • 1 reservation is ahead in the queue
        • 0 copies could serve, 0 free now
      Rini: renew all
      Bot: Bumi Manusia is not renewed. It cannot be renewed: 1 reader is waiting for this title and there is no other copy. Please return it on its due date; you can reserve it again after that.
        Sang Pemimpi is not renewed. It has been renewed as often as the rules allow (once). Please return it on its due date, then borrow or reserve it again.
    `);
  });

  it('answers in the language it was asked in', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: can I renew my books?
      Bot: Which book?
        1. Bumi Manusia (due Wednesday, 4 March 2026)
        2. Sang Pemimpi (due Thursday, 5 March 2026)
        3. All of them
      Siti: 2
      Bot: Renewed. Sang Pemimpi is now due on Thursday, 12 March 2026. This was the last renewal.
      Siti: my loans please
      Bot: You have 2 books on loan:
        • Bumi Manusia: due Wednesday, 4 March 2026
        • Sang Pemimpi: due Thursday, 12 March 2026
        Type "renew" if you need more time.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 12 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('changes the language when asked, from the next word on', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: bahasa inggris
      Bot: All right, from now on I will answer in English.
      Siti: menu
      Bot: This is what I can do. Choose a number, or just write:
        1. Find a book
        2. My loans
        3. Renew a loan
        4. My reservations
        5. Opening hours
        6. Reading suggestions
        7. Talk to a librarian
      Siti: 2
      Bot: You have 2 books on loan:
        • Bumi Manusia: due Wednesday, 4 March 2026
        • Sang Pemimpi: due Thursday, 5 March 2026
        Type "renew" if you need more time.
      Siti: speak Indonesian please
      Bot: Baik, mulai sekarang saya menjawab dalam bahasa Indonesia.
      Siti: menu
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
    `);
  });

  it('speaks no Palembang, but says that it understands it', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pakai bahasa palembang
      Bot: Saya baru bisa menjawab dalam bahasa Indonesia dan Inggris. Bahasa Palembang saya pahami dan saya jawab dalam bahasa Indonesia.
    `);
  });

  it('answers a yes in the language of its question', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Rini: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Rini: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('tells a reader in her own language what became ready', async () => {
    const library = await openLibrary(smallWorld({ holds: [{ patron: 'P3', item: 'BM', status: 'waiting' }] }));
    await library.plays(`
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Rini: Your reservation is ready for pickup:
        • Bumi Manusia, at Perpustakaan Pusat (code BM-1), by Friday, 6 March 2026 at 16:00 WIB
    `);
  });
});
