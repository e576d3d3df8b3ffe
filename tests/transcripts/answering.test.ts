import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('answering a question', () => {
  it('goes from the menu to a reservation by numbers only', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: menu
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        1. Cari buku
        2. Pinjaman saya
        3. Perpanjang pinjaman
        4. Pesanan saya
        5. Jam buka
        6. Saran bacaan
        7. Bicara dengan pustakawan
      Siti: 1
      Bot: Mau mencari buku apa? Tulis judul, pengarang, atau topiknya.
      Siti: laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
      Siti: 1
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: 1
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: 0
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        1. Cari buku
        2. Pinjaman saya
        3. Perpanjang pinjaman
        4. Pesanan saya
        5. Jam buka
        6. Saran bacaan
        7. Bicara dengan pustakawan
      Siti: 4
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('takes a tap like a word', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: [Ya]
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('takes the label that is typed like a number', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang
      Bot: Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: semuanya
      Bot: Bumi Manusia tidak diperpanjang. Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
        Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('gives the same answer when a button is tapped twice', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: [Ya]
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: [Ya] lagi
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('gives the same answer when a no is tapped twice, and lets no yes follow it', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: [Tidak]
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: [Tidak] lagi
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: [Ya]
      Bot: Menu itu sudah tidak berlaku.
        Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('does another deed when another button of the same list is tapped', async () => {
    const library = await openLibrary(smallWorld({ holds: [], policy: { max_renewals: 3 } }));
    await library.plays(`
      Siti: perpanjang
      Bot: Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: [Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)]
      Bot: Sudah diperpanjang. Bumi Manusia kembali paling lambat Rabu, 11 Maret 2026.
      Siti: [Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)]
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 11 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 12 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('says that an old menu is no longer valid and shows the current one', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: menu
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
      Siti: [Ya]
      Bot: Menu itu sudah tidak berlaku.
        Kita lanjutkan yang tadi:
        Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('shows a fresh menu for a button of a cancelled question', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: [Ya]
      Bot: Menu itu sudah tidak berlaku.
        Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
    `);
  });

  it('changes nothing for a yes, a no or a number when nothing was asked', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ya
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: tidak
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: 3
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: lagi
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('refuses a number outside the list and keeps the list', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang
      Bot: Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: 7
      Bot: Pilihannya nomor 1 sampai 3.
        Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: 2
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('asks for yes or no when a number is given that is neither', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: 5
      Bot: Pilihannya nomor 1 sampai 2.
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: 1
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('lets a confirmation expire after half an hour', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      — 31 menit kemudian —
      Siti: ya
      Bot: Pertanyaan tadi sudah kedaluwarsa, jadi belum ada yang berubah. Ini yang terbaru:
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('lets a tapped confirmation expire too', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      — 31 menit kemudian —
      Siti: [Ya]
      Bot: Pertanyaan tadi sudah kedaluwarsa, jadi belum ada yang berubah. Ini yang terbaru:
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('keeps a confirmation for half an hour', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      — 29 menit kemudian —
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('comes back to a confirmation after a question in between', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: besok buka jam berapa?
      Bot: Rabu, 4 Maret 2026 buka 08.00–16.00 WIB.
        Kita lanjutkan yang tadi:
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });
});
