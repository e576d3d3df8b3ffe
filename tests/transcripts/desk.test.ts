import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('handing out and taking back at the desk', () => {
  it('hands out by code or title, in any order of words, and asks for what is missing', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: pinjamkan pu-1 ke a-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /pinjamkan Laskar Pelangi ke A-0004
      Bot: Laskar Pelangi (LP-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /pinjamkan Pulang
      Bot: Ada beberapa judul untuk "Pulang". Yang mana?
        1. Pulang (Leila S. Chudori)
        2. Pulang (Tere Liye)
      Tuti: 2
      Bot: Pulang: dipinjamkan ke kartu siapa? Tulis nomor kartunya.
      Tuti: B-77
      Bot: Kartu B-77 tidak ada. Periksa nomornya, lalu tulis lagi.
        Pulang: dipinjamkan ke kartu siapa? Tulis nomor kartunya.
      Tuti: A-0004
      Bot: Pulang (PT-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: /pinjamkan LP-2
      Bot: Laskar Pelangi (LP-2): dipinjamkan ke kartu siapa? Tulis nomor kartunya.
      Tuti: PU-2
      Bot: Pulang (PU-2): dipinjamkan ke kartu siapa? Tulis nomor kartunya.
      Tuti: A-0002
      Bot: Pulang (PU-2) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
    `);
  });

  it('takes back several at once, each with its own answer', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /kembalikan BM-1 SP-1 XX-9
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
        Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
        XX-9: Kode eksemplar atau judul itu tidak ada. Periksa kodenya, lalu coba lagi.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 …
      Tuti: /kembalikan SP-1
      Bot: Sang Pemimpi (SP-1) tidak sedang dipinjam: tersedia di rak. Untuk meminjamkannya, tulis: /pinjamkan SP-1 dan nomor kartunya.
    `);
  });

  it('takes back by the name of the title, and by the card where it decides', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [
          { patron: 'P1', item: 'LP', due: '2026-03-05' },
          { patron: 'P2', item: 'LP', due: '2026-03-06' },
          { patron: 'P1', item: 'SP', due: '2026-03-05' },
        ],
        holds: [],
      }),
    );
    await library.plays(`
      Tuti: Sang Pemimpi sudah dikembalikan
      Bot: Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: /kembalikan Laskar Pelangi
      Bot: Ada beberapa eksemplar "Laskar Pelangi" yang sedang dipinjam. Yang mana?
        1. Laskar Pelangi (LP-1), kartu A-0001
        2. Laskar Pelangi (LP-2), kartu A-0002
      Tuti: 2
      Bot: Laskar Pelangi (LP-2) sudah kembali. Keadaan: tersedia di rak.
      Tuti: /kembalikan LP-1 dari A-0002
      Bot: Eksemplar itu dipinjam dengan kartu lain, jadi belum saya catat kembali. Periksa nomor kartunya, atau tulis kode eksemplarnya saja.
      Tuti: /kembalikan Laskar Pelangi dari A-0001
      Bot: Laskar Pelangi (LP-1) sudah kembali. Keadaan: tersedia di rak.
    `);
  });

  it('says at once what a late return costs', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'SP', due: '2026-02-20' }], holds: [] }));
    await library.plays(`
      Tuti: /kembalikan SP-1
      Bot: Sang Pemimpi (SP-1) sudah kembali, terlambat 9 hari buka. Keadaan: tersedia di rak.
        Kartunya diskors sampai Kamis, 12 Maret 2026 karena keterlambatan ini.
      Tuti: kenapa?
      Bot: Karena:
        • Sang Pemimpi terlambat 9 hari buka sejak Jumat, 20 Februari 2026
    `);
  });

  it('tells staff how a card that may not borrow can be helped', async () => {
    const library = await openLibrary(
      smallWorld({
        patrons: [
          { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] },
          { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
          { id: 'P3', name: 'Rini', card: 'A-0003', status: 'suspended' },
          { id: 'P4', name: 'Adi', card: 'A-0004', status: 'pending' },
        ],
        policy: { block_at_fine: 1000 },
        fines: [{ patron: 'P2', amount: 5000 }],
      }),
    );
    await library.plays(`
      Tuti: /pinjamkan PU-1 A-0003
      Bot: Kartu A-0003 sedang diskors. Untuk mencabutnya, tulis: /cabutskorsing A-0003
      Tuti: /pinjamkan PU-1 A-0004
      Bot: Kartu A-0004 belum diaktifkan. Untuk mengaktifkannya, tulis: /aktifkan A-0004
      Tuti: /pinjamkan PU-1 A-0002
      Bot: Kartu A-0002 masih punya denda Rp5.000. Bila sudah dibayar, tulis: /lunas A-0002
    `);
  });

  it('lets drivers hand out and take back, and others do nothing here', async () => {
    const library = await openLibrary(
      smallWorld({
        staff: [
          { id: 'tuti', name: 'Tuti', role: 'librarian' },
          { id: 'joko', name: 'Joko', role: 'driver' },
          { id: 'ani', name: 'Ani', role: 'events' },
        ],
      }),
    );
    await library.plays(`
      Joko: /pinjamkan PU-1 A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Joko: /hilang PU-1
      Bot: Itu dikerjakan pustakawan, kepala, atau pengelola; pengemudi hanya mencatat pinjam dan kembali. Minta bantuan salah satu dari mereka.
      Ani: /kembalikan PU-1
      Bot: Itu dikerjakan pustakawan, kepala, atau pengelola; pengemudi hanya mencatat pinjam dan kembali. Minta bantuan salah satu dari mereka.
      Joko: /urungkan
      Bot: Peminjaman Pulang (PU-1) dibatalkan; bukunya sekarang tersedia di rak.
      Budi: /urungkan
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
    `);
  });
});
