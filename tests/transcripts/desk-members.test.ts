import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('members at the desk', () => {
  it('asks only what is needed, and repeats it before it is stored', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: daftarkan anggota baru
      Bot: Siapa nama anggota barunya? Tulis nama lengkapnya.
      Tuti: Dewi Lestari
      Bot: Tanggal lahirnya? Misalnya 2 Januari 1990.
      Tuti: kapan-kapan
      Bot: Tanggal lahir itu belum terbaca. Tulis hari, bulan, dan tahun empat angka, misalnya 2 Januari 1990.
        Tanggal lahirnya? Misalnya 2 Januari 1990.
      Tuti: 2 Januari 1990
      Bot: Daftarkan Dewi Lestari, lahir Selasa, 2 Januari 1990, anggota dewasa, kartu A-0005?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Dewi Lestari terdaftar dengan kartu A-0005, berlaku sampai Rabu, 3 Maret 2027. Untuk chat, tulis: /kode A-0005
      Tuti: /kode A-0005
      Bot: Kode sekali pakai untuk kartu A-0005: … (berlaku 15 menit). Anggota menulis kepada bot "hubungkan kartu", lalu nomor kartu dan kode ini.
    `);
  });

  it('takes everything from one line, and asks a child for the card of a guardian', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /daftarkan Bayu, 3 Mei 2015, 0812-3456-7890, Jalan Mawar 3, kartu B-0100
      Bot: Anggota ini belum 18 tahun. Berapa nomor kartu walinya?
      Tuti: A-0009
      Bot: Kartu A-0009 bukan kartu orang dewasa di perpustakaan ini.
        Anggota ini belum 18 tahun. Berapa nomor kartu walinya?
      Tuti: A-0001
      Bot: Daftarkan Bayu, lahir Minggu, 3 Mei 2015, anggota anak, kartu B-0100, wali kartu A-0001, telepon 0812-3456-7890, alamat Jalan Mawar 3?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Bayu terdaftar dengan kartu B-0100, berlaku sampai Rabu, 3 Maret 2027. Untuk chat, tulis: /kode B-0100
      Tuti: urungkan
      Bot: Pendaftaran Bayu dibatalkan.
      Tuti: /kode B-0100
      Bot: Nomor kartu itu tidak ada. Periksa nomornya, lalu coba lagi.
    `);
  });

  it('activates, extends and frees a card', async () => {
    const library = await openLibrary(
      smallWorld({
        patrons: [
          { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] },
          { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
          { id: 'P3', name: 'Rini', card: 'A-0003', status: 'suspended' },
          { id: 'P4', name: 'Adi', card: 'A-0004', status: 'pending' },
        ],
      }),
    );
    await library.plays(`
      Tuti: /aktifkan A-0004
      Bot: Aktifkan kartu A-0004 (Adi)? Cocokkan dulu dengan kartu identitasnya.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Kartu A-0004 aktif, berlaku sampai Rabu, 3 Maret 2027.
      Tuti: /aktifkan A-0004
      Bot: Kartu itu tidak sedang menunggu aktivasi: kartunya sudah aktif atau sudah berakhir.
      Tuti: /perpanjangkartu A-0004
      Bot: Perpanjang kartu A-0004 (Adi) satu tahun? Sekarang berlaku sampai Rabu, 3 Maret 2027.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Kartu A-0004 diperpanjang sampai Jumat, 3 Maret 2028.
      Tuti: /cabutskorsing A-0003
      Bot: Cabut skorsing kartu A-0003?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Skorsing kartu A-0003 dicabut; kartunya bisa dipakai meminjam lagi.
      Tuti: /cabutskorsing A-0003
      Bot: Kartu itu tidak sedang diskors.
      Tuti: /perpanjangkartu
      Bot: Tulis nomor kartu yang diperpanjang, misalnya: /perpanjangkartu A-0045
    `);
  });

  it('sends a receipt to whoever wants one, one for a visit to the desk', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: /struk
      Bot: Struk di chat mati. Nyalakan dengan: /struk on
      Budi: /struk on
      Bot: Struk di chat dinyalakan: setiap pinjam dan kembali di meja layanan saya kirimi catatannya.
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      — 5 menit kemudian —
      Tuti: /pinjamkan LP-1 A-0002
      Bot: Laskar Pelangi (LP-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /pinjamkan LP-2 A-0004
      Bot: Laskar Pelangi (LP-2) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /urungkan
      Bot: Peminjaman Laskar Pelangi (LP-2) dibatalkan; bukunya sekarang tersedia di rak.
      (tugas notices)
      — 6 menit kemudian —
      (tugas notices)
      Bot → Budi: Struk dari meja layanan:
        • Pulang: dipinjam, jatuh tempo Selasa, 10 Maret 2026
        • Laskar Pelangi: dipinjam, jatuh tempo Selasa, 10 Maret 2026
      (tugas notices)
      Budi: /struk off
      Bot: Struk di chat dimatikan.
      Tuti: /kembalikan PU-1
      Bot: Pulang (PU-1) sudah kembali. Keadaan: tersedia di rak.
      — 11 menit kemudian —
      (tugas notices)
    `);
  });
});
