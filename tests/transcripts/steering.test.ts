import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('leaving and finding the way', () => {
  it('leaves every step by batal', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: perpanjang
      Bot: Buku yang mana, Kak?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
        3. Semuanya
      Siti: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: batal
      Bot: Tidak ada yang sedang berjalan untuk dibatalkan. Untuk membatalkan pesanan buku, ketik "batalkan pesanan".
    `);
  });

  it('leaves every step by 0', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: 0
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: cari pulang
      Bot: Ada 2 koleksi untuk "pulang". Balas dengan nomornya untuk keterangan:
        1. Pulang (Leila S. Chudori): tersedia
        2. Pulang (Tere Liye): tersedia
      Siti: 0
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: 0
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('shows the menu for 0 when nothing is open', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: 0
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
    `);
  });

  it('answers menu and bantuan in the middle of a form, and goes on with it', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: bantuan
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
      Dewi: 5
      Bot: Hari ini (Selasa, 3 Maret 2026) buka 08.00–16.00 WIB. Sekarang buka sampai 16.00 WIB.
        Kita lanjutkan yang tadi:
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: menu
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
      Dewi: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
    `);
  });
});
