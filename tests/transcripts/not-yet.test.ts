import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('what the library knows, and what chat cannot do yet', () => {
  it('says honestly what cannot be done in chat yet, and whom to ask', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ada acara apa minggu ini?
      Bot: Daftar kegiatan belum ada di chat. Jadwalnya bisa ditanyakan di meja layanan atau telepon 0713-000. Jam petugas: Senin–Jumat 08.00–16.00.
      Siti: mobil keliling kapan ke Cambai?
      Bot: Jadwal perpustakaan keliling belum ada di chat. Silakan tanyakan di meja layanan atau telepon 0713-000. Jam petugas: Senin–Jumat 08.00–16.00.
      Siti: saya mau usul buku
      Bot: Usulan pembelian buku belum bisa dicatat lewat chat. Titipkan judul dan pengarangnya kepada petugas di meja layanan atau telepon 0713-000. Jam petugas: Senin–Jumat 08.00–16.00.
      Siti: unduh laskar pelangi
      Bot: Unduhan buku digital belum bisa lewat chat. Petugas di meja layanan bisa membantu membukanya.
      Siti: ruang diskusi bisa dipesan?
      Bot: Pemesanan ruang belum bisa lewat chat. Silakan pesan di meja layanan atau telepon 0713-000. Jam petugas: Senin–Jumat 08.00–16.00.
    `);
  });

  it('tells hours, address, facilities and rules', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: hari ini buka?
      Bot: Hari ini (Selasa, 3 Maret 2026) buka 08.00–16.00 WIB. Sekarang buka sampai 16.00 WIB.
      Siti: hari minggu buka?
      Bot: Minggu, 8 Maret 2026 tutup. Buka lagi Senin, 9 Maret 2026, 08.00–16.00 WIB.
      Siti: alamatnya di mana?
      Bot: Perpustakaan Contoh ada di Jalan Contoh 1.
        Telepon: 0713-000
        Perpustakaan Contoh
        Jalan Contoh 1
      Siti: apa saja fasilitasnya?
      Bot: Fasilitas perpustakaan:
        • wifi
        • toilet
      Siti: berapa lama boleh pinjam?
      Bot: Masa pinjam 7 hari. Bila jatuh tempo di hari libur, digeser ke hari buka berikutnya.
    `);
  });

  it('greets and thanks', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: /start
      Bot: Halo Kak, saya asisten Perpustakaan Contoh. Mau cari buku, pesan, perpanjang, atau tanya jam buka? Tulis saja seperti biasa, misalnya "ada buku Laskar Pelangi?"
      Dewi: halo
      Bot: Halo Kak, ada yang bisa saya bantu? Misalnya cari buku, pinjaman saya, atau jam buka.
      Dewi: terima kasih
      Bot: Sama-sama, Kak. Selamat membaca.
      Dewi: /cari laskar plangi
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
    `);
  });
});
