import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('what waits for staff', () => {
  it('is checked off from the pull list by numbers', async () => {
    const library = await openLibrary(
      smallWorld({
        holds: [
          { patron: 'P2', item: 'LP', status: 'allocated', copy: 'LP-1' },
          { patron: 'P1', item: 'LP', status: 'allocated', copy: 'LP-2', pickup: 'timur' },
          { patron: 'P4', item: 'PT', status: 'allocated', copy: 'PT-1' },
        ],
      }),
    );
    await library.plays(`
      Tuti: daftar ambil rak
      Bot: 3 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Pulang (PT-1), Perpustakaan Pusat, untuk diambil di Perpustakaan Pusat
        2. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
        3. Laskar Pelangi (LP-2), Perpustakaan Pusat, Rak 8, untuk diambil di Cabang Timur
      Tuti: 7
      Bot: Pilihannya nomor 1 sampai 3.
        3 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Pulang (PT-1), Perpustakaan Pusat, untuk diambil di Perpustakaan Pusat
        2. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
        3. Laskar Pelangi (LP-2), Perpustakaan Pusat, Rak 8, untuk diambil di Cabang Timur
      Tuti: 9 ada
      Bot: Nomornya hanya 1 sampai 3.
        3 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Pulang (PT-1), Perpustakaan Pusat, untuk diambil di Perpustakaan Pusat
        2. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
        3. Laskar Pelangi (LP-2), Perpustakaan Pusat, Rak 8, untuk diambil di Cabang Timur
      Tuti: 1 dan 3
      Bot: Pulang siap diambil sampai Jumat, 6 Maret 2026. Pemesannya dikabari bila pemberitahuannya menyala.
        Laskar Pelangi dicatat dalam pengiriman ke tempat ambil.
        1 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
      Tuti: 1 tidak ada
      Bot: Laskar Pelangi (LP-1) dicatat tidak ada di rak. Bila ada pemesannya, urutannya tetap dan ia mendapat eksemplar berikutnya.
        Tidak ada buku yang perlu diambil dari rak.
    `);
  });

  it('is listed for one place, and put back on its shelf', async () => {
    const library = await openLibrary(
      smallWorld({
        items: [{ id: 'LP', title: 'Laskar Pelangi', copies: 2, branches: ['main', 'timur'] }],
        loans: [],
        holds: [
          { patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' },
          { patron: 'P2', item: 'LP', status: 'allocated', copy: 'LP-2' },
        ],
      }),
    );
    await library.plays(`
      Siti: batalkan pesanan
      Bot: Batalkan pesanan Laskar Pelangi?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi sudah dibatalkan. Bukunya sudah disisihkan, jadi pembaca berikutnya mendapat giliran setelah petugas memprosesnya.
      Tuti: /ambil Cabang Timur
      Bot: 1 buku menunggu petugas di Cabang Timur. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Laskar Pelangi (LP-2), Cabang Timur, untuk diambil di Perpustakaan Pusat
      Tuti: /ambil
      Bot: 2 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Laskar Pelangi (LP-2), Cabang Timur, untuk diambil di Perpustakaan Pusat
        2. Laskar Pelangi (LP-1), Perpustakaan Pusat: kembalikan ke rak
      Tuti: semua
      Bot: Laskar Pelangi dicatat dalam pengiriman ke tempat ambil.
        Laskar Pelangi (LP-1) sudah diproses. Keadaan: tersedia di rak.
        Tidak ada buku yang perlu diambil dari rak.
    `);
  });

  it('is counted first, then settled by numbers', async () => {
    const library = await openLibrary(
      smallWorld({
        patrons: [
          { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] },
          { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
          { id: 'P3', name: 'Rini', card: 'A-0003', status: 'pending' },
        ],
        link_codes: [],
        loans: [{ patron: 'P1', item: 'SP', due: '2025-11-20' }],
        holds: [],
      }),
    );
    await library.plays(`
      Tuti: tugas
      Bot: 2 hal menunggu petugas. Balas nomor untuk melihatnya.
        1. Terlambat 90 hari atau lebih: 1
        2. Menunggu aktivasi: 1
      Tuti: 1
      Bot: Terlambat 90 hari atau lebih. Dianggap hilang hanya bila petugas memutuskan; balas nomornya.
        1. Sang Pemimpi (SP-1), kartu A-0001, jatuh tempo Kamis, 20 November 2025
      Tuti: 1
      Bot: Apa yang dicatat untuk SP-1?
        1. Sudah kembali
        2. Hilang
      Tuti: 2
      Bot: Sang Pemimpi (SP-1), pinjaman kartu A-0001: catat hilang? Pinjamannya dibekukan sampai buku, gantinya, atau harganya diserahkan.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sang Pemimpi (SP-1) dicatat hilang; pinjamannya dibekukan, tanpa pengingat dan perpanjangan.
      Tuti: /tugas
      Bot: 2 hal menunggu petugas. Balas nomor untuk melihatnya.
        1. Buku hilang: 1
        2. Menunggu aktivasi: 1
      Tuti: 2
      Bot: Pendaftaran yang menunggu aktivasi. Balas nomor untuk mengaktifkan.
        1. Rini, kartu A-0003
      Tuti: 1
      Bot: Aktifkan kartu A-0003 (Rini)? Cocokkan dulu dengan kartu identitasnya.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Kartu A-0003 aktif, berlaku sampai Rabu, 3 Maret 2027.
      Tuti: /tugas
      Bot: 1 hal menunggu petugas. Balas nomor untuk melihatnya.
        1. Buku hilang: 1
      Tuti: 1
      Bot: Buku hilang yang belum selesai. Balas nomor untuk menyelesaikannya.
        1. Sang Pemimpi (SP-1), kartu A-0001, dilaporkan Selasa, 3 Maret 2026
      Tuti: 1
      Bot: Apa yang dicatat untuk SP-1?
        1. Sudah diganti
        2. Sudah kembali
      Tuti: 2
      Bot: Sang Pemimpi (SP-1) sudah kembali, terlambat 88 hari buka. Keadaan: tersedia di rak.
      Tuti: /tugas
      Bot: Tidak ada yang menunggu petugas saat ini.
    `);
  });
});
