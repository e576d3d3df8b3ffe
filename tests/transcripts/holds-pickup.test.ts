import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('where a reservation is picked up', () => {
  it('takes the place that is named, also misspelt', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi ambil di cabng timr
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Cabang Timur?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Cabang Timur.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Cabang Timur
    `);
  });

  it('tells the visit and its cut-off at a stop of the van', async () => {
    const library = await openLibrary(
      smallWorld({
        van_stops: [
          { id: 'pasar', name: 'Pasar Inpres', lat: -3.4, lon: 104.2 },
          { id: 'lurah', name: 'Kantor Lurah Cambai', lat: -3.5, lon: 104.3 },
        ],
        van_visits: [
          { stop: 'pasar', start: '2026-03-06T09:00', end: '2026-03-06T11:00' },
          { stop: 'pasar', start: '2026-03-13T09:00', end: '2026-03-13T11:00' },
        ],
      }),
    );
    await library.plays(`
      Siti: pesan laskar pelangi ambil di pusling
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Pasar Inpres saat perpustakaan keliling datang Jumat, 6 Maret 2026 pukul 09.00 WIB (batas pesannya Kamis, 5 Maret 2026 pukul 14.00 WIB)?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Pasar Inpres saat perpustakaan keliling datang Jumat, 6 Maret 2026 pukul 09.00 WIB.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: sedang disiapkan petugas, ambil di Pasar Inpres saat perpustakaan keliling datang Jumat, 6 Maret 2026 pukul 09.00 WIB
      Budi: pesan sang pemimpi ambil di kantor lurah cambai
      Bot: Di Kantor Lurah Cambai belum ada kunjungan perpustakaan keliling yang bisa dikejar pesanan. Pilih tempat lain:
        1. Perpustakaan Pusat
        2. Cabang Timur
        3. Pasar Inpres saat perpustakaan keliling datang Jumat, 6 Maret 2026 pukul 09.00 WIB
      Budi: 2
      Bot: Sang Pemimpi (Andrea Hirata) sedang dipinjam. Kakak akan menjadi antrean ke-1, diambil di Cabang Timur. Perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026. Pesan?
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Sang Pemimpi (Andrea Hirata) sudah dipesan: antrean ke-1. Perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026. Kami kabari bila siap diambil di Cabang Timur.
    `);
  });

  it('asks which place is meant, and knows one that is none', async () => {
    const library = await openLibrary(
      smallWorld({
        branches: [
          { id: 'main', name: 'Perpustakaan Pusat' },
          { id: 'timur', name: 'Cabang Timur' },
          { id: 'timur2', name: 'Cabang Timur Laut' },
        ],
      }),
    );
    await library.plays(`
      Siti: pesan laskar pelangi ambil di cabang barat
      Bot: Tempat ambil "cabang barat" tidak saya kenal. Pilih salah satu:
        1. Perpustakaan Pusat
        2. Cabang Timur
        3. Cabang Timur Laut
      Siti: 2
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Cabang Timur?
        1. Ya
        2. Tidak
      Siti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: pesan pulang ambil di cabang timur laut
      Bot: Judul yang mana untuk "pulang"?
        1. Pulang (Leila S. Chudori)
        2. Pulang (Tere Liye)
      Siti: 2
      Bot: Pulang (Tere Liye) tersedia. Saya pesankan untuk diambil di Cabang Timur Laut?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pulang (Tere Liye) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Cabang Timur Laut.
    `);
  });

  it('answers honestly about a wished day', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi, saya ambil hari jumat
      Bot: Soal diambil Jumat, 6 Maret 2026: hari ambil tidak bisa dipesan. Sejak siap, buku disimpan 3 hari buka, dan batasnya kami kabari.
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('changes the place before it is confirmed and after', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: pesan laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ambil di cabang timur
      Bot: Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Cabang Timur?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Cabang Timur.
      Siti: ganti tempat ambilnya ke perpustakaan pusat
      Bot: Ganti tempat ambil Laskar Pelangi ke Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Tempat ambil Laskar Pelangi sekarang Perpustakaan Pusat. Tempat di antrean tidak berubah.
      Siti: ganti tempat ambil ke perpustakaan pusat
      Bot: Laskar Pelangi memang sudah untuk diambil di Perpustakaan Pusat; tidak ada yang berubah.
      Rini: reserve pulang tere liye
      Bot: Pulang (Tere Liye) is available. Shall I reserve it for pickup at Perpustakaan Pusat?
        1. Yes
        2. No
      Rini: yes
      Bot: Pulang (Tere Liye) is reserved. Staff are preparing it; we will tell you when it is ready at Perpustakaan Pusat.
      Rini: change the pickup place to the east branch
      Bot: Change the pickup place of Pulang to Cabang Timur?
        1. Yes
        2. No
      Rini: yes
      Bot: Pulang will now be picked up at Cabang Timur. Your place in the queue has not changed.
    `);
  });

  it('does not move a book that is ready', async () => {
    const library = await openLibrary(
      smallWorld({ holds: [{ patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' }] }),
    );
    await library.plays(`
      Siti: ganti tempat ambil laskar pelangi ke cabang timur
      Bot: Buku pesanan ini sudah siap di Perpustakaan Pusat sampai Jumat, 6 Maret 2026, jadi tidak bisa ditunda atau dipindah lagi. Ambil sebelum batasnya, atau ketik "batalkan pesanan" agar pembaca lain mendapat giliran.
      Siti: batalkan pesanan laskar pelangi
      Bot: Batalkan pesanan Laskar Pelangi?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi sudah dibatalkan. Bukunya sudah disisihkan, jadi pembaca berikutnya mendapat giliran setelah petugas memprosesnya.
    `);
  });
});
