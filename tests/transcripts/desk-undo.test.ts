import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('taking back the last act of the desk', () => {
  it('goes back step by step, and says what is true then', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /kembalikan PU-1
      Bot: Pulang (PU-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: /pinjamkan PU-1 A-0004
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: urungkan
      Bot: Peminjaman Pulang (PU-1) dibatalkan; bukunya sekarang tersedia di rak.
      Tuti: urungkan
      Bot: Pengembalian Pulang (PU-1) dibatalkan; bukunya sekarang sedang dipinjam.
      Budi: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Pulang: jatuh tempo Selasa, 10 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Tuti: /urungkan
      Bot: Peminjaman Pulang (PU-1) dibatalkan; bukunya sekarang tersedia di rak.
      Tuti: /urungkan
      Bot: Tidak ada yang bisa diurungkan: dalam 24 jam terakhir belum ada tindakan Kakak yang tersisa.
    `);
  });

  it('tells the reader who was called for nothing, and again when it is true', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 …
      Tuti: urungkan
      Bot: Pengembalian Bumi Manusia (BM-1) dibatalkan; bukunya sekarang sedang dipinjam.
      Bot → Budi: Maaf, ada perubahan: pesanan Bumi Manusia belum bisa diambil. Urutan Kakak tetap; kami kabari lagi bila siap.
      Budi: pesanan saya
      Bot: 1 pesanan Kakak:
        • Bumi Manusia: antrean ke-1, ambil di Perpustakaan Pusat, perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 …
    `);
  });

  it('sends no word that was still waiting', async () => {
    const library = await openLibrary(
      smallWorld({ clock: '2026-03-03T19:30:00+07:00', policy: { reminders: { days_before: [2], quiet: '19:00-07:00' } } }),
    );
    await library.plays(`
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Tuti: urungkan
      Bot: Pengembalian Bumi Manusia (BM-1) dibatalkan; bukunya sekarang sedang dipinjam.
      — 12 jam kemudian —
      (tugas notices)
      (tugas notices)
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Sabtu, 7 Maret 2026 …
    `);
  });

  it('refuses what others have built on, and what is a day old', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /kembalikan SP-1
      Bot: Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
      Siti: pesan sang pemimpi
      Bot: Sang Pemimpi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Sang Pemimpi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Tuti: /urungkan
      Bot: Belum bisa diurungkan: eksemplarnya sudah berpindah sesudah tindakan itu. Perbaiki langsung keadaannya.
      — 25 jam kemudian —
      Tuti: /urungkan
      Bot: Tidak ada yang bisa diurungkan: dalam 24 jam terakhir belum ada tindakan Kakak yang tersisa.
    `);
  });

  it('lists what one did today, with what was taken back', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: catatan hari ini
      Bot: Hari ini belum ada tindakan Kakak di meja layanan.
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /urungkan
      Bot: Peminjaman Pulang (PU-1) dibatalkan; bukunya sekarang tersedia di rak.
      — 65 menit kemudian —
      Tuti: /kembalikan SP-1
      Bot: Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: catatan hari ini
      Bot: Tindakan Kakak hari ini, yang terbaru dulu:
        • 10.05 WIB: Pengembalian Sang Pemimpi (SP-1)
        • 09.00 WIB: Peminjaman Pulang (PU-1) (sudah diurungkan)
        Ketik "urungkan" untuk membatalkan yang terakhir.
    `);
  });

  it('takes back the last act also while the list it came from is still on screen', async () => {
    const library = await openLibrary(smallWorld());
    await library.says('Siti', 'pesan laskar pelangi');
    await library.says('Siti', 'ya');
    await library.says('Budi', 'pesan pulang tere liye');
    await library.says('Budi', 'ya');
    await library.says('Tuti', 'daftar ambil rak');
    const [checked] = await library.says('Tuti', '1');
    expect(checked?.text).toContain('1 buku menunggu petugas');
    const [undone] = await library.says('Tuti', 'urungkan');
    expect(undone?.text).toMatch(/^Penyiapan .* dibatalkan/);
  });
});
