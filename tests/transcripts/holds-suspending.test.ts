import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('suspending a reservation', () => {
  it('keeps the place of a suspended reservation, asks until when, and resumes at once', async () => {
    const library = await openLibrary(
      smallWorld({
        holds: [
          { patron: 'P2', item: 'BM' },
          { patron: 'P1', item: 'LP' },
        ],
        loans: [
          { patron: 'P1', item: 'BM', due: '2026-03-04' },
          { patron: 'P2', item: 'LP', due: '2026-03-05' },
          { patron: 'P3', item: 'LP', due: '2026-03-05' },
        ],
      }),
    );
    await library.plays(`
      Siti: tunda pesanan laskar pelangi
      Bot: Pesanan Laskar Pelangi ditunda sampai kapan? Tulis tanggalnya (paling lama Senin, 1 Juni 2026), atau "belum tahu".
      Siti: sampai 1 april
      Bot: Tunda pesanan Laskar Pelangi sampai Rabu, 1 April 2026? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi ditunda sampai Rabu, 1 April 2026, lalu menunggu lagi di tempatnya. Ketik "lanjutkan pesanan" bila ingin lebih cepat.
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: ditunda sampai Rabu, 1 April 2026, antrean ke-1 tetap terjaga
      Siti: kenapa?
      Bot: Karena:
        • Ditunda sampai Rabu, 1 April 2026, tempat di antrean tetap
        • Tidak ada pesanan di depan
      Siti: lanjutkan pesanan laskar pelangi
      Bot: Pesanan Laskar Pelangi dilanjutkan, antrean ke-1.
      Siti: tunda pesanan saya sampai lebaran
      Bot: Pesanan Laskar Pelangi ditunda sampai kapan? Tulis tanggalnya (paling lama Senin, 1 Juni 2026), atau "belum tahu".
      Siti: dua bulan lagi deh
      Bot: Tunda pesanan Laskar Pelangi sampai Minggu, 3 Mei 2026? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Siti: 2 minggu
      Bot: Itu di luar urusan perpustakaan, jadi tidak bisa saya bantu. Saya bisa mencari buku, memesan, memperpanjang, dan memberi tahu jam buka. Ketik "menu" untuk pilihannya.
        Kita lanjutkan yang tadi:
        Tunda pesanan Laskar Pelangi sampai Minggu, 3 Mei 2026? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi ditunda sampai Minggu, 3 Mei 2026, lalu menunggu lagi di tempatnya. Ketik "lanjutkan pesanan" bila ingin lebih cepat.
    `);
  });

  it('refuses more than ninety days, a day gone by, and a book that is ready', async () => {
    const library = await openLibrary(
      smallWorld({
        holds: [
          { patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-06' },
          { patron: 'P2', item: 'BM' },
        ],
      }),
    );
    await library.plays(`
      Siti: tunda pesanan laskar pelangi sampai 1 april
      Bot: Buku pesanan ini sudah siap di Perpustakaan Pusat sampai Jumat, 6 Maret 2026, jadi tidak bisa ditunda atau dipindah lagi. Ambil sebelum batasnya, atau ketik "batalkan pesanan" agar pembaca lain mendapat giliran.
      Budi: tunda pesanan bumi manusia sampai 1 desember
      Bot: Pesanan bisa ditunda mulai besok, paling lama 90 hari: sampai Senin, 1 Juni 2026. Pilih tanggal di antaranya.
      Budi: 20 april
      Bot: Tunda pesanan Bumi Manusia sampai Senin, 20 April 2026? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Budi: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Rini: suspend my reservation until april 20
      Bot: You have no reservations. Type "reserve" and a title to make one.
    `);
  });

  it('passes a suspended reader over, and gives the book on the day', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: batalkan pesanan
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
      Budi: tunda pesanan bumi manusia sampai 10 maret
      Bot: Tunda pesanan Bumi Manusia sampai Selasa, 10 Maret 2026? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Pesanan Bumi Manusia ditunda sampai Selasa, 10 Maret 2026, lalu menunggu lagi di tempatnya. Ketik "lanjutkan pesanan" bila ingin lebih cepat.
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: tersedia di rak.
      (jam 2026-03-10T08:00)
      (tugas tick)
      Bot → Siti: Pengingat: satu buku sudah terlambat.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026, terlambat 4 hari buka
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Sang Pemimpi sudah saya kembalikan
      Budi: pesanan saya
      Bot: 1 pesanan Kakak:
        • Bumi Manusia: sedang disiapkan petugas, ambil di Perpustakaan Pusat
    `);
  });

  it('speaks English', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Rini: reserve sang pemimpi
      Bot: Sang Pemimpi (Andrea Hirata) is on loan. You would be number 1 in the queue, pickup at Perpustakaan Pusat. It should be ready between Tuesday, 10 March 2026 and Friday, 13 March 2026, as an estimate. Reserve it?
        1. Yes
        2. No
      Rini: yes
      Bot: Sang Pemimpi (Andrea Hirata) is reserved: you are number 1 in the queue, pickup at Perpustakaan Pusat. It should be ready between Tuesday, 10 March 2026 and Friday, 13 March 2026, as an estimate. We will tell you when it is ready.
      Rini: suspend my reservation until april 20
      Bot: Suspend your reservation of Sang Pemimpi until Monday, 20 April 2026? Number 1 in the queue stays yours; other readers go first meanwhile.
        1. Yes
        2. No
      Rini: yes
      Bot: Your reservation of Sang Pemimpi is suspended until Monday, 20 April 2026, then it waits again in its place. Type "resume my reservation" if you want it sooner.
      Rini: my reservations
      Bot: Your reservation:
        • Sang Pemimpi: suspended until Monday, 20 April 2026, number 1 in the queue is kept
      Rini: resume my reservation
      Bot: Your reservation of Sang Pemimpi is resumed, number 1 in the queue.
    `);
  });

  it('ends a suspension without a date after ninety days and a question', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: tunda pesanan bumi manusia
      Bot: Pesanan Bumi Manusia ditunda sampai kapan? Tulis tanggalnya (paling lama Senin, 1 Juni 2026), atau "belum tahu".
      Budi: belum tahu
      Bot: Tunda pesanan Bumi Manusia sampai Kakak melanjutkannya (paling lama 90 hari, lalu kami tanya)? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Pesanan Bumi Manusia ditunda. Ketik "lanjutkan pesanan" bila ingin lebih cepat.
      (jam 2026-06-01T09:00)
      (tugas tick)
      Bot: Pesanan ini sudah lama ditunda. Masih mau bukunya?
        • Bumi Manusia: berakhir bila belum dilanjutkan sampai Senin, 8 Juni 2026
        1. Lanjutkan Bumi Manusia
        2. Batalkan Bumi Manusia
      (tugas tick)
      Budi: 1
      Bot: Pesanan Bumi Manusia dilanjutkan, antrean ke-1.
      Budi: tunda pesanan bumi manusia
      Bot: Pesanan Bumi Manusia ditunda sampai kapan? Tulis tanggalnya (paling lama Minggu, 30 Agustus 2026), atau "belum tahu".
      Budi: belum tahu
      Bot: Tunda pesanan Bumi Manusia sampai Kakak melanjutkannya (paling lama 90 hari, lalu kami tanya)? Antrean ke-1 tetap milik Kakak; selama itu pembaca lain didahulukan.
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Pesanan Bumi Manusia ditunda. Ketik "lanjutkan pesanan" bila ingin lebih cepat.
      (jam 2026-09-10T09:00)
      (tugas tick)
      Bot: Pesanan Bumi Manusia sudah berakhir: penundaannya lewat 90 hari dan belum dilanjutkan. Bila masih ingin, ketik "pesan" dan judulnya.
      Budi: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });
});
