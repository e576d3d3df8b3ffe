import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('a scanned code alone', () => {
  it('takes back what is out, asks for a card for what is not, and takes the card that follows', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: SP-1
      Bot: Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: PU-1
      Bot: Pulang (PU-1): dipinjamkan ke kartu siapa? Tulis nomor kartunya.
      Tuti: A-0002
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: PU-1
      Bot: Pulang (PU-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: PU-1 A-0004
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: kembali PU-1 BM-1
      Bot: Pulang (PU-1) sudah kembali. Keadaan: tersedia di rak.
        Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 …
      Tuti: aktifkan kartu A-0004
      Bot: Kartu itu tidak sedang menunggu aktivasi: kartunya sudah aktif atau sudah berakhir.
    `);
  });

  it('sends on, and receives, what is on its way to a reader', async () => {
    const library = await openLibrary(
      smallWorld({
        holds: [
          { patron: 'P4', item: 'PT', status: 'allocated', copy: 'PT-1', pickup: 'timur' },
          { patron: 'P4', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' },
        ],
      }),
    );
    await library.plays(`
      Tuti: PT-1
      Bot: Pulang (PT-1) sudah diproses. Keadaan: dalam pengiriman antarlokasi.
        Kirimkan ke tempat ambil pemesannya.
      Tuti: PT-1
      Bot: Pulang (PT-1) sudah tiba. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Tuti: LP-1
      Bot: Laskar Pelangi (LP-1): dipinjamkan ke kartu siapa? Tulis nomor kartunya. Buku ini disisihkan untuk kartu A-0004.
      Tuti: A-0004
      Bot: Laskar Pelangi (LP-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
    `);
  });
});
