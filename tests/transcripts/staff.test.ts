import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('at the desk', () => {
  it('hands out and takes back by code', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Budi: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Pulang: jatuh tempo Selasa, 10 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Tuti: /kembalikan PU-1
      Bot: Pulang (PU-1) sudah kembali. Keadaan: tersedia di rak.
      Budi: pinjaman saya
      Bot: Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.
    `);
  });

  it('takes a reserved book from the shelf and the reader is told', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: daftar ambil rak
      Bot: Tidak ada buku yang perlu diambil dari rak.
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Tuti: daftar ambil rak
      Bot: 1 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
      Tuti: /siapkan LP-1
      Bot: Laskar Pelangi siap diambil sampai Jumat, 6 Maret 2026. Pemesannya dikabari bila pemberitahuannya menyala.
      Bot → Siti: Pesanan Kakak siap diambil:
        • Laskar Pelangi, di Perpustakaan Pusat (kode LP-1), paling lambat Jumat, 6 Maret 2026…
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: siap diambil di Perpustakaan Pusat sampai Jumat, 6 Maret 2026
      Tuti: daftar ambil rak
      Bot: Tidak ada buku yang perlu diambil dari rak.
    `);
  });

  it('sets a returned book aside for the next reader, and tells that reader', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026…
      Budi: pesanan saya
      Bot: 1 pesanan Kakak:
        • Bumi Manusia: siap diambil di Perpustakaan Pusat sampai Jumat, 6 Maret 2026
    `);
  });

  it('gives a cancelled book to the next reader once it is checked in', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Budi: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Rini: reserve laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) is on loan. You would be number 3 in the queue, pickup at Perpustakaan Pusat. It should be ready between Saturday, 14 March 2026 and Wednesday, 18 March 2026, as an estimate. Reserve it?
        1. Yes
        2. No
      Rini: yes
      Bot: Laskar Pelangi (Andrea Hirata) is reserved: you are number 3 in the queue, pickup at Perpustakaan Pusat. It should be ready between Saturday, 14 March 2026 and Wednesday, 18 March 2026, as an estimate. We will tell you when it is ready.
      Tuti: /siapkan LP-1
      Bot: Laskar Pelangi siap diambil sampai Jumat, 6 Maret 2026. Pemesannya dikabari bila pemberitahuannya menyala.
      Bot → Siti: Pesanan Kakak siap diambil:
        • Laskar Pelangi, di Perpustakaan Pusat (kode LP-1), paling lambat Jumat, 6 Maret 2026…
      Siti: batalkan pesanan
      Bot: Batalkan pesanan Laskar Pelangi?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi sudah dibatalkan.…
      Tuti: /kembalikan LP-1
      Bot: Laskar Pelangi (LP-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Rini: Your reservation is ready for pickup:
        • Laskar Pelangi, at Perpustakaan Pusat (code LP-1), by Friday, 6 March 2026…
    `);
  });

  it('refuses at the desk with the reason', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /pinjamkan PU-1 A-0001
      Bot: Batas pinjaman adalah 2 buku dan kartu ini sudah meminjam 2. Kembalikan satu dulu.
      Tuti: /pinjamkan PU-1 A-9999
      Bot: Nomor kartu itu tidak ada. Periksa nomornya, lalu coba lagi.
      Tuti: /kembalikan XX-9
      Bot: Kode eksemplar atau judul itu tidak ada. Periksa kodenya, lalu coba lagi.
      Tuti: /pinjamkan
      Bot: Tulis kode eksemplar dan nomor kartu, misalnya: /pinjamkan B00123 A-0045
    `);
  });

  it('lets nobody else act at the desk', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: /pinjamkan PU-2 A-0001
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
      Siti: daftar ambil rak
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
      Dewi: /kembalikan BM-1
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
      Siti: saya petugas, kembalikan BM-1
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
    `);
  });
});
