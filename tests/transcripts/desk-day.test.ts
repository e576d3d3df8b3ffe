import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('a day at the desk', () => {
  it('from the first pull list to the last look at the log', async () => {
    const library = await openLibrary(
      smallWorld({
        clock: '2026-03-03T08:00:00+07:00',
        policy: { fine_per_day: 500 },
        loans: [
          { patron: 'P1', item: 'SP', due: '2026-02-27' },
          { patron: 'P1', item: 'BM', due: '2026-03-04' },
        ],
        holds: [
          { patron: 'P2', item: 'BM', status: 'waiting' },
          { patron: 'P2', item: 'LP', status: 'allocated', copy: 'LP-1' },
          { patron: 'P4', item: 'PT', status: 'allocated', copy: 'PT-1', pickup: 'timur' },
        ],
      }),
    );
    await library.plays(`
      Tuti: daftar ambil rak
      Bot: 2 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Pulang (PT-1), Perpustakaan Pusat, untuk diambil di Cabang Timur
        2. Laskar Pelangi (LP-1), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
      Tuti: 1 ada, 2 tidak ada
      Bot: Pulang dicatat dalam pengiriman ke tempat ambil.
        Laskar Pelangi (LP-1) dicatat tidak ada di rak. Bila ada pemesannya, urutannya tetap dan ia mendapat eksemplar berikutnya.
        1 buku menunggu petugas. Balas nomor yang sudah di tangan ("1 dan 3", "semua"), atau "2 tidak ada".
        1. Laskar Pelangi (LP-2), Perpustakaan Pusat, Rak 8, untuk diambil di Perpustakaan Pusat
      Tuti: 1
      Bot: Laskar Pelangi siap diambil sampai Jumat, 6 Maret 2026. Pemesannya dikabari bila pemberitahuannya menyala.
        Tidak ada buku yang perlu diambil dari rak.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Laskar Pelangi, di Perpustakaan Pusat (kode LP-2), paling lambat Jumat, 6 Maret 2026 …
      — 30 menit kemudian —
      Tuti: /pinjamkan PU-1 A-0004
      Bot: Pulang (PU-1) sudah dipinjamkan, jatuh tempo Selasa, 10 Maret 2026.
      Tuti: buku SP-1 sudah kembali
      Bot: Sang Pemimpi (SP-1) sudah kembali, terlambat 3 hari buka. Keadaan: tersedia di rak.
        Denda kartu ini sekarang Rp1.500. Bila dibayar, tulis: /lunas dan nomor kartunya.
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 …
      Tuti: urungkan
      Bot: Pengembalian Bumi Manusia (BM-1) dibatalkan; bukunya sekarang sedang dipinjam.
      Bot → Budi: Maaf, ada perubahan: pesanan Bumi Manusia belum bisa diambil. Urutan Kakak tetap; kami kabari lagi bila siap.
      Tuti: /tiba PT-1
      Bot: Pulang (PT-1) sudah tiba. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      Tuti: /hilang BM-1
      Bot: Bumi Manusia (BM-1), pinjaman kartu A-0001: catat hilang? Pinjamannya dibekukan sampai buku, gantinya, atau harganya diserahkan.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Bumi Manusia (BM-1) dicatat hilang; pinjamannya dibekukan, tanpa pengingat dan perpanjangan.
      Bot → Budi: Pesanan Bumi Manusia tidak bisa dipenuhi: tidak ada lagi eksemplar yang bisa dipinjam. Cari edisi atau judul lain dengan "cari", atau ketik "usul buku" agar perpustakaan membelinya.
      Tuti: /tugas
      Bot: 2 hal menunggu petugas. Balas nomor untuk melihatnya.
        1. Buku hilang: 1
        2. Tidak ada di rak: 1
      Tuti: 1
      Bot: Buku hilang yang belum selesai. Balas nomor untuk menyelesaikannya.
        1. Bumi Manusia (BM-1), kartu A-0001, dilaporkan Selasa, 3 Maret 2026
      Tuti: 1
      Bot: Apa yang dicatat untuk BM-1?
        1. Sudah diganti
        2. Sudah kembali
      Tuti: 2
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: tersedia di rak.
      Tuti: /lunas A-0001
      Bot: Catat denda kartu A-0001 lunas, Rp1.500 (Sang Pemimpi)?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Denda kartu A-0001 Rp1.500 dicatat lunas (Sang Pemimpi).
      — 7 jam kemudian —
      Tuti: catatan hari ini
      Bot: Tindakan Kakak hari ini, yang terbaru dulu:
        • 08.30 WIB: Pelunasan denda Sang Pemimpi
        • 08.30 WIB: Pengembalian Bumi Manusia (BM-1)
        • 08.30 WIB: Catatan hilang: Bumi Manusia (BM-1)
        • 08.30 WIB: Pengembalian Pulang (PT-1)
        • 08.30 WIB: Pengembalian Bumi Manusia (BM-1) (sudah diurungkan)
        • 08.30 WIB: Pengembalian Sang Pemimpi (SP-1)
        • 08.30 WIB: Peminjaman Pulang (PU-1)
        • 08.00 WIB: Penyiapan Laskar Pelangi (LP-2)
        • dan 2 tindakan sebelumnya
        Ketik "urungkan" untuk membatalkan yang terakhir.
    `);
    const { fines, copies, audit } = await library.snapshot();
    expect(fines).toMatchObject([{ patron: 'P1', item: 'SP', amount: 1500, status: 'paid' }]);
    expect(copies).toContainEqual({ code: 'LP-1', item: 'LP', branch: 'main', status: 'missing' });
    // as: the fields of the collection (REHEARSAL §5)
    const actions = (audit as readonly { readonly action: string }[]).map(({ action }) => action).sort();
    expect(actions).toEqual([
      'capture',
      'capture',
      'checkin',
      'checkin',
      'checkin',
      'checkin',
      'checkout',
      'copy_lost',
      'copy_missing',
      'fine_paid',
      'undo',
    ]);
  });
});
