import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('renewing a loan', () => {
  it('renews one loan by its title', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang sang pemimpi
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('asks which book, and takes a number', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang dong
      Bot: Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: 2
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 12 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('refuses while another reader waits, and says why', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: bisa perpanjang bumi manusia?
      Bot: Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
      Siti: kenapa?
      Bot: Karena:
        • 1 pesanan lebih dulu di antrean
        • 0 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
    `);
  });

  it('refuses above the limit', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'SP', due: '2026-03-05', renewals: 1 }] }));
    await library.plays(`
      Siti: perpanjang sang pemimpi
      Bot: Batas perpanjangan sudah tercapai (paling banyak 1 kali). Mohon kembalikan pada tanggal jatuh tempo, lalu pinjam atau pesan lagi.
      Siti: kenapa
      Bot: Karena:
        • Aturan (aturan umum): paling banyak 1 kali perpanjangan
    `);
  });

  it('refuses when it is too soon, with the first day', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'SP', due: '2026-03-10' }] }));
    await library.plays(`
      Siti: perpanjang sang pemimpi
      Bot: Masih terlalu awal. Bisa diperpanjang mulai Sabtu, 7 Maret 2026.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): perpanjangan dibuka 3 hari sebelum jatuh tempo
    `);
  });

  it('refuses when it is too late', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'LP', due: '2026-02-25' }] }));
    await library.plays(`
      Siti: perpanjang laskar pelangi
      Bot: Sudah terlambat 5 hari buka (jatuh tempo Rabu, 25 Februari 2026); perpanjangan hanya bisa sampai 3 hari buka terlambat. Mohon kembalikan dulu.
      Siti: kenapa
      Bot: Karena:
        • Terlambat 5 hari buka sejak Rabu, 25 Februari 2026
        • Aturan (aturan umum): keterlambatan sampai 3 hari buka masih boleh diperpanjang
      Siti: denda saya
      Bot: Kakak tidak punya denda uang, tetapi ada pinjaman yang terlambat:
        • Laskar Pelangi: jatuh tempo Rabu, 25 Februari 2026, terlambat 5 hari buka
        Mohon segera dikembalikan atau diperpanjang. Keterlambatan menunda peminjaman berikutnya setelah buku kembali.
    `);
  });

  it('renews what can be renewed and answers for each book', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang semua
      Bot: Bumi Manusia tidak diperpanjang. Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
        Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 12 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('renews and reserves in one message', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang sang pemimpi dan pesan laskar pelangi
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('has nothing to renew without loans', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: perpanjang semua
      Bot: Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.
    `);
  });
});
