import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('books that are lost, damaged or found', () => {
  it('keeps a damaged copy from readers until it is repaired', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: PU-2 rusak
      Bot: Pulang (PU-2) dicatat rusak dan tidak dipinjamkan.
      Tuti: /ketemu PU-2
      Bot: Pulang (PU-2) ditemukan. Keadaan: tersedia di rak.
      Tuti: /rusak
      Bot: Tulis kode eksemplar dan keadaannya, misalnya: "B00123 hilang", "B00123 rusak", atau "B00123 ditemukan".
      Tuti: /rusak XX-9
      Bot: Kode XX-9 tidak ada di katalog. Periksa kodenya, lalu tulis lagi.
    `);
  });

  it('asks before a reader loses the copy that is kept for them', async () => {
    const library = await openLibrary(
      smallWorld({ holds: [{ patron: 'P2', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' }] }),
    );
    await library.plays(`
      (tugas notices)
      Tuti: LP-1 rusak
      Bot: Laskar Pelangi (LP-1) disisihkan untuk kartu A-0002: catat rusak? Pemesannya mendapat eksemplar lain bila ada.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Laskar Pelangi (LP-1) dicatat rusak dan tidak dipinjamkan.
      Budi: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('freezes the loan of a lost book until another one is brought', async () => {
    const library = await openLibrary(smallWorld({ holds: [] }));
    await library.plays(`
      Tuti: BM-1 hilang
      Bot: Bumi Manusia (BM-1), pinjaman kartu A-0001: catat hilang? Pinjamannya dibekukan sampai buku, gantinya, atau harganya diserahkan.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Bumi Manusia (BM-1) dicatat hilang; pinjamannya dibekukan, tanpa pengingat dan perpanjangan.
      Siti: perpanjang bumi manusia
      Bot: Buku ini tercatat hilang, jadi tidak bisa diperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Tuti: BM-1 diganti BM-7
      Bot: Bumi Manusia (BM-1), pinjaman kartu A-0001: terima penggantinya dengan kode BM-7? Pinjamannya selesai dan BM-1 tetap hilang.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Pengganti Bumi Manusia diterima sebagai BM-7; pinjamannya selesai dan BM-1 tetap tercatat hilang.
      Siti: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('or until its price is paid', async () => {
    const library = await openLibrary(smallWorld({ holds: [] }));
    await library.plays(`
      Tuti: /harga SP-1
      Bot: Berapa harga Sang Pemimpi (SP-1)? Tulis jumlahnya, misalnya 75000.
      Tuti: 80rb
      Bot: Sang Pemimpi (SP-1), pinjaman kartu A-0001: tagih harga Rp80.000? Pinjamannya selesai bila dibayar.
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Harga Sang Pemimpi (SP-1) Rp80.000 ditagihkan. Bila sudah dibayar, tulis: /lunas dan nomor kartunya.
      Siti: denda saya
      Bot: Denda Kakak Rp80.000:
        • Sang Pemimpi: Rp80.000
        Pembayaran di meja layanan.
      Tuti: /lunas A-0001
      Bot: Catat denda kartu A-0001 lunas, Rp80.000 (Sang Pemimpi)?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Denda kartu A-0001 Rp80.000 dicatat lunas (Sang Pemimpi).
      Siti: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('knows what cannot be', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Tuti: /diganti LP-2
      Bot: Laskar Pelangi (LP-2) tidak sedang dipinjam siapa pun, jadi tidak ada yang menggantinya. Untuk mencatatnya hilang, tulis: /hilang LP-2
      Tuti: /hilang LP-2
      Bot: Laskar Pelangi (LP-2) dicatat hilang.
      Tuti: /hilang LP-2
      Bot: Eksemplar itu tidak bisa dipakai untuk tindakan ini (keadaan: hilang). Periksa kode eksemplarnya.
    `);
  });

  it('takes a return in bad condition for what it is', async () => {
    const library = await openLibrary(smallWorld({ holds: [] }));
    await library.plays(`
      Tuti: BM-1 sudah kembali tapi rusak
      Bot: Bumi Manusia (BM-1), pinjaman kartu A-0001: catat kembali dalam keadaan rusak? Bukunya tidak dipinjamkan lagi.
        1. Ya
        2. Tidak
      Tuti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Tuti: BM-1 sudah kembali, tidak rusak
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: tersedia di rak.
    `);
  });

  it('settles fines one by one or all at once', async () => {
    const library = await openLibrary(
      smallWorld({
        fines: [
          { patron: 'P2', item: 'PU', amount: 3000 },
          { patron: 'P2', item: 'LP', amount: 1500 },
          { patron: 'P1', item: 'PT', amount: 2000 },
        ],
      }),
    );
    await library.plays(`
      Tuti: /dendaanggota A-0002
      Bot: Denda kartu A-0002 seluruhnya Rp4.500. Yang mana?
        1. Pulang: Rp3.000
        2. Laskar Pelangi: Rp1.500
        3. Semua denda
      Tuti: 2
      Bot: Denda kartu A-0002 Rp1.500 (Laskar Pelangi). Apa yang dicatat?
        1. Lunas dibayar
        2. Dihapus
      Tuti: 2
      Bot: Hapus denda kartu A-0002, Rp1.500 (Laskar Pelangi)?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Denda kartu A-0002 Rp1.500 dihapus (Laskar Pelangi). Sisa denda kartu ini Rp3.000.
      Tuti: denda A-0002 lunas
      Bot: Catat denda kartu A-0002 lunas, Rp3.000 (Pulang)?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Denda kartu A-0002 Rp3.000 dicatat lunas (Pulang).
      Tuti: denda A-0002 lunas
      Bot: Kartu A-0002 tidak punya denda yang belum lunas.
      Tuti: hapus denda A-0001
      Bot: Hapus denda kartu A-0001, Rp2.000 (Pulang)?
        1. Ya
        2. Tidak
      Tuti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Tuti: /lunas
      Bot: Kartu siapa? Tulis nomor kartunya.
      Tuti: A-0001
      Bot: Catat denda kartu A-0001 lunas, Rp2.000 (Pulang)?
        1. Ya
        2. Tidak
      Tuti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Tuti: /lunas
      Bot: Kartu siapa? Tulis nomor kartunya.
      Tuti: A-9999
      Bot: Kartu A-9999 tidak ada. Periksa nomornya, lalu tulis lagi.
    `);
  });
});
