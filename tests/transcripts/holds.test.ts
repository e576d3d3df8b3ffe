import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('reserving a book', () => {
  it('reserves only after a yes', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('explains the place in the queue', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: pesan sang pemimpi
      Bot: Sang Pemimpi (Andrea Hirata) sedang dipinjam. Kakak akan menjadi antrean ke-1, diambil di Perpustakaan Pusat. Perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026. Pesan?
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Sang Pemimpi (Andrea Hirata) sudah dipesan: antrean ke-1. Perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026. Kami kabari bila siap diambil di Perpustakaan Pusat.
      Budi: antrean keberapa?
      Bot: 2 pesanan Kakak:
        • Bumi Manusia: antrean ke-1, ambil di Perpustakaan Pusat, perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026
        • Sang Pemimpi: antrean ke-1, ambil di Perpustakaan Pusat, perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026
      Budi: kenapa
      Bot: Karena:
        • Tidak ada pesanan di depan
        • 1 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
        • Eksemplar yang paling cepat kembali jatuh tempo Rabu, 4 Maret 2026
        • Aturan (aturan umum): masa pinjam 7 hari
    `);
  });

  it('changes nothing when it is declined', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('takes a correction before confirming', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan pulang tere liye
      Bot: Pulang (Tere Liye) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: bukan, yang Laskar Pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('lets the reader choose between titles of one name', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan pulang
      Bot: Judul yang mana untuk "pulang"?
        1. Pulang (Leila S. Chudori)
        2. Pulang (Tere Liye)
      Siti: yang kedua
      Bot: Pulang (Tere Liye) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pulang (Tere Liye) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('never takes an earlier title for the one that was said', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: ada laskar pelangi?
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
      Siti: pesan kamus besar
      Bot: Koleksi ini hanya untuk dibaca di tempat, jadi tidak dipinjamkan atau dipesan. Silakan baca di perpustakaan.
    `);
  });

  it('asks for the title when none was said', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: mau pesan buku
      Bot: Buku apa yang mau dipesan? Tulis judulnya.
      Siti: laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('cancels after a yes', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: batalkan pesanan
      Bot: Batalkan pesanan Laskar Pelangi?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi sudah dibatalkan.
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('tells why a reservation is refused', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan bumi manusia
      Bot: Buku ini sedang Kakak pinjam (jatuh tempo Rabu, 4 Maret 2026). Bila perlu waktu lebih, ketik "perpanjang".
      Siti: pesan kamus besar
      Bot: Koleksi ini hanya untuk dibaca di tempat, jadi tidak dipinjamkan atau dipesan. Silakan baca di perpustakaan.
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesan laskar pelangi
      Bot: Buku ini sudah Kakak pesan, antrean ke-1. Ketik "pesanan saya" untuk melihatnya.
    `);
  });

  it('refuses above the limit, naming it', async () => {
    const library = await openLibrary(smallWorld({ policy: { max_holds: 1 } }));
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Siti: pesan pulang leila
      Bot: Batas pesanan adalah 1 dan Kakak sudah punya 1. Batalkan satu pesanan dulu, lalu pesan lagi.
    `);
  });

  it('refuses a suspended, an expired and a young reader, each with the next step', async () => {
    const library = await openLibrary(
      smallWorld({
        patrons: [
          { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'], status: 'suspended' },
          { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'], status: 'expired' },
          { id: 'P3', name: 'Rini', card: 'A-0003', linked: ['private:rini'], type: 'child', birth: '2016-01-01' },
          { id: 'P4', name: 'Anak Dewi', card: 'A-0004' },
        ],
        items: [
          { id: 'LP', title: 'Laskar Pelangi', author: 'Andrea Hirata', copies: 2 },
          { id: 'SP', title: 'Sang Pemimpi' },
          { id: 'BM', title: 'Bumi Manusia', audience: 'adult_only' },
          { id: 'NC', title: 'Tanpa Eksemplar', copies: 0 },
        ],
      }),
    );
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Kartu Kakak sedang diskors, jadi belum bisa meminjam, memesan, atau memperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Budi: pesan laskar pelangi
      Bot: Kartu anggota Kakak sudah berakhir. Perpanjang kartu dulu di meja layanan, lalu coba lagi.
      Rini: pesan bumi manusia
      Bot: Judul ini untuk pembaca berusia 18 tahun ke atas, jadi tidak bisa dipesan dengan kartu ini. Saya bisa carikan judul lain yang cocok.
      Rini: pesan tanpa eksemplar
      Bot: Judul ini belum punya eksemplar yang bisa dipinjam. Ketik "usul buku" bila Kakak ingin perpustakaan membelinya.
    `);
  });

  it('refuses while a fine is open', async () => {
    const library = await openLibrary(
      smallWorld({ policy: { fine_per_day: 500, block_at_fine: 1000 }, fines: [{ patron: 'P1', amount: 2000 }] }),
    );
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Masih ada denda Rp2.000. Lunasi dulu di meja layanan, lalu coba lagi.
      Siti: denda saya
      Bot: Denda Kakak Rp2.000:
        • Lain-lain: Rp2.000
        Pembayaran di meja layanan.
    `);
  });

  it('tells the reader when the hold ended because nobody came', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
      Tuti: /siapkan LP-1
      Bot: Laskar Pelangi siap diambil sampai Jumat, 6 Maret 2026. Pemesannya dikabari bila pemberitahuannya menyala.
      Bot → Siti: Pesanan Kakak siap diambil:
        • Laskar Pelangi, di Perpustakaan Pusat (kode LP-1), paling lambat Jumat, 6 Maret 2026 pukul 16.00 WIB
      — 4 hari kemudian, 09.00 —
      (tugas hold_expiry)
      Bot → Siti: Pesanan Laskar Pelangi sudah berakhir karena belum diambil sampai batas waktunya. Bila masih ingin, ketik "pesan" dan judulnya.
      Siti: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });
});
