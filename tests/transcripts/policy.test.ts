import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

const staff = [
  { id: 'tuti', name: 'Tuti', role: 'librarian' },
  { id: 'hadi', name: 'Hadi', role: 'head' },
];

const world = (changes: Readonly<Record<string, unknown>> = {}) => smallWorld({ staff, ...changes });

describe('the lending rules', () => {
  it('are shown as a table to any staff, and changed by the head or an admin only', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Tuti: /aturanpinjam
      Bot: Aturan peminjaman yang berlaku:
        • Masa pinjam: 7 hari
        • Batas pinjaman: 2 buku
        • Perpanjangan: paling banyak 1 kali
        • Lama perpanjangan: 7 hari
        • Perpanjangan dibuka: 3 hari sebelum jatuh tempo
        • Batas pesanan: 2 judul
        • Pesanan disimpan: 3 hari buka
        • Jatuh tempo di hari tutup: digeser ke hari buka berikutnya
        • Denda per hari terlambat: tanpa denda (skorsing)
        • Denda yang menghentikan layanan: tidak ada
        • Skorsing paling lama: 30 hari
        • Toleransi terlambat: 3 hari buka
        Kepala atau admin mengubahnya dengan menulis misalnya "lama pinjam jadi 14 hari" atau "batas pinjam anak 3".
      Tuti: /aturanpinjam lama pinjam jadi 14 hari
      Bot: Aturan ini hanya diubah kepala perpustakaan atau admin (Hadi). Sampaikan usulannya kepada mereka; belum ada yang berubah.
      Siti: /aturanpinjam lama pinjam jadi 14 hari
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
    `);
    expect((await library.snapshot()).audit).toEqual([]);
  });

  it('are previewed, confirmed, and hold for new loans', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: /aturanpinjam lama pinjam jadi 14 hari
      Bot: Masa pinjam: 7 hari → 14 hari, untuk semua anggota.
        Berlaku untuk pinjaman baru; 2 pinjaman berjalan tetap.
        Ubah aturan ini?
        1. Ya
        2. Tidak
      Hadi: ya
      Bot: Masa pinjam sudah diubah: 7 hari → 14 hari. Berlaku mulai sekarang.
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 17 Maret 2026…
        …
      Hadi: /aturanpinjam lama pinjam jadi 14 hari
      Bot: Masa pinjam memang sudah 14 hari, jadi tidak ada yang berubah.
    `);
    const { loans, audit } = await library.snapshot();
    expect(loans.filter(({ patron }) => patron === 'P1')).toMatchObject([{ due: '2026-03-05' }, { due: '2026-03-04' }]);
    expect(audit.find(({ action }) => action === 'policy_edit')).toMatchObject({
      actor: 'hadi',
      subject: 'loan_days adult 7 -> 14, teen 7 -> 14, child 7 -> 14',
    });
  });

  it('may be lowered without recalling anything', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: /aturanpinjam batas pinjam 1
      Bot: Batas pinjaman: 2 buku → 1 buku, untuk semua anggota.
        Berlaku mulai permintaan berikutnya; 1 anggota sudah melebihinya, tidak ada yang ditarik kembali.
        Ubah aturan ini?
        1. Ya
        2. Tidak
      Hadi: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Hadi: /aturanpinjam batas pinjam anak 3
      Bot: Batas pinjaman: 2 buku → 3 buku, untuk anggota anak.
        …
      Hadi: ya
      Bot: Batas pinjaman sudah diubah: 2 buku → 3 buku. Berlaku mulai sekarang.
      Tuti: /aturanpinjam
      Bot: Aturan peminjaman yang berlaku:
        • Masa pinjam: 7 hari
        • Batas pinjaman: dewasa 2 buku, remaja 2 buku, anak 3 buku
        …
    `);
  });

  it('may differ by branch, member type and dates, and the row is named', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: /aturanpinjam perpanjang maksimal 2 kali di cabang timur
      Bot: Perpanjangan: paling banyak 1 kali → paling banyak 2 kali, untuk semua anggota di Cabang Timur.
        Berlaku mulai permintaan berikutnya; jatuh tempo yang sudah ada tetap.
        Ubah aturan ini?
        1. Ya
        2. Tidak
      Hadi: ya
      Bot: Perpanjangan sudah diubah: …
      Hadi: /aturanpinjam denda 500 per hari mulai 1 april sampai 30 april
      Bot: Denda per hari terlambat: tanpa denda (skorsing) → Rp500, untuk semua anggota mulai Rabu, 1 April 2026 sampai Kamis, 30 April 2026.
        Berlaku juga untuk pinjaman yang sudah terlambat (sekarang 0).
        Ubah aturan ini?
        1. Ya
        2. Tidak
      Hadi: ya
      Bot: Denda per hari terlambat sudah diubah: tanpa denda (skorsing) → Rp500. Berlaku mulai Rabu, 1 April 2026.
      Hadi: /aturanpinjam perpanjang maksimal 3 kali
      Bot: Perpanjangan: paling banyak 1 kali → paling banyak 3 kali, untuk semua anggota.
        Berlaku mulai permintaan berikutnya; jatuh tempo yang sudah ada tetap. Tetap sendiri: Semua anggota di Cabang Timur (paling banyak 2 kali).
        …
      Hadi: tidak
      Bot: …
      Tuti: /aturanpinjam
      Bot: Aturan peminjaman yang berlaku:
        …
        Aturan khusus (yang paling khusus menang):
        • Semua anggota di Cabang Timur: perpanjangan paling banyak 2 kali
        • Semua anggota mulai Rabu, 1 April 2026 sampai Kamis, 30 April 2026: denda per hari terlambat Rp500
        …
    `);
  });

  it('refuse nonsense in words, and ask for what is missing', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: /aturanpinjam lama pinjam 0 hari
      Bot: Masa pinjam harus angka bulat antara 1 dan 366. Tulis angkanya.
      Hadi: /aturanpinjam lama pinjam -3 hari
      Bot: Masa pinjam harus angka bulat antara 1 dan 366. Tulis angkanya.
      Hadi: /aturanpinjam batas pesanan jadi
      Bot: Batas pesanan menjadi berapa? Tulis angkanya.
      Hadi: lima
      Bot: Batas pesanan: 2 judul → 5 judul, untuk semua anggota.
        …
      Hadi: ya
      Bot: Batas pesanan sudah diubah: 2 judul → 5 judul. Berlaku mulai sekarang.
      Hadi: /aturanpinjam denda 500 per hari sampai 1 maret
      Bot: Denda per hari terlambat: tanpa denda (skorsing) → Rp500, untuk semua anggota sampai Senin, 1 Maret 2027.
        …
    `);
  });

  it('are what members read from the next message on', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: /aturanpinjam denda 500 per hari
      Bot: …
      Hadi: ya
      Bot: …
      Siti: /aturan
      Bot: Aturan peminjaman:
        …
        • …Rp500…
        …
    `);
  });

  it('can be changed in English', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Hadi: please set the loan period to 10 days
      Bot: Loan period: 7 days → 10 days, for all members.
        Holds for new loans; 2 open loans stay as they are.
        Change this rule?
        1. Yes
        2. No
      Hadi: yes
      Bot: Loan period changed: 7 days → 10 days. It holds from now on.
    `);
  });
});

describe("the library's card", () => {
  it('is changed by the head, and read by everybody', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Tuti: /identitas ganti telepon perpustakaan jadi 0713-123456
      Bot: Aturan ini hanya diubah kepala perpustakaan atau admin (Hadi). …
      Hadi: /identitas ganti telepon perpustakaan jadi 0713-123456
      Bot: Telepon perpustakaan menjadi "0713-123456". Ini yang dibaca pengunjung. Simpan?
        1. Ya
        2. Tidak
      Hadi: ya
      Bot: Telepon perpustakaan sudah diganti: 0713-123456.
      Siti: alamat perpustakaan
      Bot: Perpustakaan Contoh ada di Jalan Contoh 1.
        Telepon: 0713-123456
        …
      Hadi: /identitas tambah fasilitas musala
      Bot: Tambah fasilitas "musala" di keterangan untuk pengunjung?
        …
      Hadi: ya
      Bot: Fasilitas sudah ditambah: musala.
      Siti: ada musala?
      Bot: Ada: musala.
      Hadi: /identitas
      Bot: Apa yang diganti? …
    `);
    const edits = (await library.snapshot()).audit.map(({ action, subject }) => `${action} ${subject}`);
    expect(edits.sort()).toEqual(['library_card_edit facilities', 'library_card_edit phone']);
  });
});
