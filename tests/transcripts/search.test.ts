import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('looking for a book', () => {
  it('finds a book despite two typos', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ada buku lskar plangi ga?
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
    `);
  });

  it('finds a title that is out, with the day it comes back', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: cari sang pemimpii
      Bot: Sang Pemimpi (Andrea Hirata): sedang dipinjam semua.
        Perpustakaan Pusat: 1 eksemplar, sedang tidak tersedia
        Paling cepat kembali Kamis, 5 Maret 2026.
        1. Pesan buku ini
    `);
  });

  it('finds a book by a misspelt author', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: buku pramudya ananta tur
      Bot: Bumi Manusia (Pramoedya Ananta Toer): sedang dipinjam semua.
        Perpustakaan Pusat: 1 eksemplar, sedang tidak tersedia
        Paling cepat kembali Rabu, 4 Maret 2026. 1 pembaca sedang mengantre.
        1. Pesan buku ini
    `);
  });

  it('finds a title that is also an ordinary word', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: cari pulang
      Bot: Ada 2 koleksi untuk "pulang". Balas dengan nomornya untuk keterangan:
        1. Pulang (Leila S. Chudori): tersedia
        2. Pulang (Tere Liye): tersedia
      Siti: yang terakhir
      Bot: Pulang (Tere Liye): 1 dari 1 eksemplar tersedia.
        Perpustakaan Pusat: 1 dari 1 tersedia
        1. Pesan buku ini
    `);
  });

  it('offers to renew, not to reserve, what the reader has at home', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ada buku sang pemimpi?
      Bot: Sang Pemimpi (Andrea Hirata): sedang Kakak pinjam, jatuh tempo Kamis, 5 Maret 2026.
        Perpustakaan Pusat: 1 eksemplar, sedang tidak tersedia
        Paling cepat kembali Kamis, 5 Maret 2026.
        1. Perpanjang pinjaman ini
      Siti: 1
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('answers one aspect of the book that was talked about', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ada buku laskar pelangi?
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
      Siti: di rak mana?
      Bot: Laskar Pelangi ada di Rak 8.
      Siti: ada berapa eksemplar?
      Bot: Laskar Pelangi punya 2 eksemplar, 2 tersedia sekarang.
    `);
  });

  it('asks what to find, and asks again when only signs come', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: cari buku
      Bot: Mau mencari buku apa? Tulis judul, pengarang, atau topiknya.
      Siti: ???
      Bot: Mau mencari buku apa? Tulis judul, pengarang, atau topiknya.
      Siti: laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
    `);
  });

  it('says so when nothing is found, with the next step', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: cari buku zxqvw
      Bot: Belum ketemu koleksi untuk "zxqvw". Coba ejaan atau kata lain. Bila memang belum ada, ketik "usul buku" supaya perpustakaan mempertimbangkannya.
    `);
  });

  it('understands Palembang and answers in Indonesian', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ado buku laskar pelangi dak?
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
    `);
  });

  it('shows the next page when asked for it', async () => {
    const library = await openLibrary(
      smallWorld({
        items: [
          { id: 'A1', title: 'Sejarah Satu' },
          { id: 'A2', title: 'Sejarah Dua' },
          { id: 'A3', title: 'Sejarah Tiga' },
          { id: 'A4', title: 'Sejarah Empat' },
          { id: 'A5', title: 'Sejarah Lima' },
          { id: 'A6', title: 'Sejarah Enam' },
          { id: 'A7', title: 'Sejarah Tujuh' },
        ],
        loans: [],
        holds: [],
      }),
    );
    await library.plays(`
      Siti: cari sejarah
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Dua: tersedia
        2. Sejarah Empat: tersedia
        3. Sejarah Enam: tersedia
        4. Sejarah Lima: tersedia
        5. Sejarah Satu: tersedia
        6. Berikutnya
      Siti: lagi
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Tiga: tersedia
        2. Sejarah Tujuh: tersedia
      Siti: 99
      Bot: Pilihannya nomor 1 sampai 2.
        Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Tiga: tersedia
        2. Sejarah Tujuh: tersedia
      Siti: yang terakhir
      Bot: Sejarah Tujuh: 1 dari 1 eksemplar tersedia.
        Perpustakaan Pusat: 1 dari 1 tersedia
        1. Pesan buku ini
    `);
  });

  it('turns the page by number and by button alike', async () => {
    const library = await openLibrary(
      smallWorld({
        items: [
          { id: 'A1', title: 'Sejarah Satu' },
          { id: 'A2', title: 'Sejarah Dua' },
          { id: 'A3', title: 'Sejarah Tiga' },
          { id: 'A4', title: 'Sejarah Empat' },
          { id: 'A5', title: 'Sejarah Lima' },
          { id: 'A6', title: 'Sejarah Enam' },
          { id: 'A7', title: 'Sejarah Tujuh' },
        ],
        loans: [],
        holds: [],
      }),
    );
    await library.plays(`
      Siti: cari sejarah
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Dua: tersedia
        2. Sejarah Empat: tersedia
        3. Sejarah Enam: tersedia
        4. Sejarah Lima: tersedia
        5. Sejarah Satu: tersedia
        6. Berikutnya
      Siti: 6
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Tiga: tersedia
        2. Sejarah Tujuh: tersedia
      Siti: cari sejarah
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Dua: tersedia
        2. Sejarah Empat: tersedia
        3. Sejarah Enam: tersedia
        4. Sejarah Lima: tersedia
        5. Sejarah Satu: tersedia
        6. Berikutnya
      Siti: [Berikutnya]
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Tiga: tersedia
        2. Sejarah Tujuh: tersedia
      Siti: [Berikutnya] lagi
      Bot: Ada 7 koleksi tentang sejarah. Balas dengan nomornya untuk keterangan:
        1. Sejarah Tiga: tersedia
        2. Sejarah Tujuh: tersedia
    `);
  });
});
