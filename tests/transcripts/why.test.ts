import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('asking why', () => {
  it('names the rule and the closed days that moved a due date', async () => {
    const library = await openLibrary(
      smallWorld({
        clock: '2026-03-13T09:00:00+07:00',
        loans: [],
        holds: [],
        policy: {
          closed_dates: [
            { date: '2026-03-18', reason: 'Cuti bersama Nyepi' },
            { date: '2026-03-19', reason: 'Nyepi' },
            { date: '2026-03-20', reason: 'Cuti bersama Idulfitri' },
            { date: '2026-03-21', reason: 'Idulfitri', tentative: true },
            { date: '2026-03-23', reason: 'Cuti bersama Idulfitri' },
            { date: '2026-03-24', reason: 'Cuti bersama Idulfitri' },
          ],
        },
      }),
    );
    await library.plays(`
      Tuti: /pinjamkan LP-1 A-0001
      Bot: Laskar Pelangi (LP-1) sudah dipinjamkan, jatuh tempo Rabu, 25 Maret 2026.
      Tuti: /pinjamkan SP-1 A-0003
      Bot: Sang Pemimpi (SP-1) sudah dipinjamkan, jatuh tempo Rabu, 25 Maret 2026.
      Siti: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Laskar Pelangi: jatuh tempo Rabu, 25 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Jumat, 13 Maret 2026
        • Aturan (aturan umum): jatuh tempo di hari libur digeser ke hari buka berikutnya
        • Digeser dari Jumat, 20 Maret 2026 ke Rabu, 25 Maret 2026 karena tutup: 20 Maret (Cuti bersama Idulfitri), 21 Maret (Idulfitri, masih perkiraan), 22 Maret (Minggu), 23 Maret (Cuti bersama Idulfitri), dan 24 Maret (Cuti bersama Idulfitri)
      Siti: kenapa jatuh temponya tanggal 25?
      Bot: Laskar Pelangi jatuh tempo Rabu, 25 Maret 2026, karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Jumat, 13 Maret 2026
        • Aturan (aturan umum): jatuh tempo di hari libur digeser ke hari buka berikutnya
        • Digeser dari Jumat, 20 Maret 2026 ke Rabu, 25 Maret 2026 karena tutup: 20 Maret (Cuti bersama Idulfitri), 21 Maret (Idulfitri, masih perkiraan), 22 Maret (Minggu), 23 Maret (Cuti bersama Idulfitri), dan 24 Maret (Cuti bersama Idulfitri)
      Siti: kok laskar pelangi harus dikembalikan tanggal 25 maret
      Bot: Laskar Pelangi jatuh tempo Rabu, 25 Maret 2026, karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Jumat, 13 Maret 2026
        • Aturan (aturan umum): jatuh tempo di hari libur digeser ke hari buka berikutnya
        • Digeser dari Jumat, 20 Maret 2026 ke Rabu, 25 Maret 2026 karena tutup: 20 Maret (Cuti bersama Idulfitri), 21 Maret (Idulfitri, masih perkiraan), 22 Maret (Minggu), 23 Maret (Cuti bersama Idulfitri), dan 24 Maret (Cuti bersama Idulfitri)
      Siti: ngapo jatuh temponyo tanggal 25
      Bot: Laskar Pelangi jatuh tempo Rabu, 25 Maret 2026, karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Jumat, 13 Maret 2026
        • Aturan (aturan umum): jatuh tempo di hari libur digeser ke hari buka berikutnya
        • Digeser dari Jumat, 20 Maret 2026 ke Rabu, 25 Maret 2026 karena tutup: 20 Maret (Cuti bersama Idulfitri), 21 Maret (Idulfitri, masih perkiraan), 22 Maret (Minggu), 23 Maret (Cuti bersama Idulfitri), dan 24 Maret (Cuti bersama Idulfitri)
      Rini: when is sang pemimpi due?
      Bot: Sang Pemimpi: due Wednesday, 25 March 2026.
      Rini: why is it due then
      Bot: Sang Pemimpi is due on Wednesday, 25 March 2026, because:
        • Rule (general rule): loans last 7 days
        • Counted from the day of the loan, Friday, 13 March 2026
        • Rule (general rule): a due date on a closed day moves to the next open day
        • Moved from Friday, 20 March 2026 to Wednesday, 25 March 2026 because of closed days: 20 March (Cuti bersama Idulfitri), 21 March (Idulfitri, not confirmed yet), 22 March (Sunday), 23 March (Cuti bersama Idulfitri) and 24 March (Cuti bersama Idulfitri)
      Rini: why
      Bot: Because:
        • Rule (general rule): loans last 7 days
        • Counted from the day of the loan, Friday, 13 March 2026
        • Rule (general rule): a due date on a closed day moves to the next open day
        • Moved from Friday, 20 March 2026 to Wednesday, 25 March 2026 because of closed days: 20 March (Cuti bersama Idulfitri), 21 March (Idulfitri, not confirmed yet), 22 March (Sunday), 23 March (Cuti bersama Idulfitri) and 24 March (Cuti bersama Idulfitri)
    `);
  });

  it('says how often a loan was renewed', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: perpanjang sang pemimpi
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): perpanjangan 7 hari
      Siti: kenapa sang pemimpi jatuh tempo tanggal 12?
      Bot: Sang Pemimpi jatuh tempo Kamis, 12 Maret 2026, karena:
        • Aturan (aturan umum): perpanjangan 7 hari
        • Sudah diperpanjang 1 kali
    `);
  });

  it('explains a refused renewal, and that another one is possible', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: kenapa bumi manusia gak bisa diperpanjang?
      Bot: Bumi Manusia: Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
        • 1 pesanan lebih dulu di antrean
        • 0 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
      Siti: kenapa saya gak bisa perpanjang?
      Bot: Bumi Manusia: Belum bisa diperpanjang: 1 pembaca menunggu judul ini dan tidak ada eksemplar lain. Mohon kembalikan pada tanggal jatuh temponya; setelah itu Kakak bisa memesannya lagi.
        • 1 pesanan lebih dulu di antrean
        • 0 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
        Sang Pemimpi sekarang bisa diperpanjang sampai Kamis, 12 Maret 2026. Ketik "perpanjang Sang Pemimpi".
      Rini: why can't I renew
      Bot: You have no books on loan, so there is nothing to renew.
    `);
  });

  it('explains a place in the queue', async () => {
    const library = await openLibrary(
      smallWorld({
        holds: [
          { patron: 'P2', item: 'BM' },
          { patron: 'P3', item: 'BM' },
        ],
      }),
    );
    await library.plays(`
      Rini: my reservations
      Bot: Your reservation:
        • Bumi Manusia: number 2 in the queue, pick up at Perpustakaan Pusat, ready between Tuesday, 17 March 2026 and Monday, 23 March 2026, as an estimate
      Rini: why am I number 2 in the queue
      Bot: Your reservation of Bumi Manusia is number 2 in the queue, because:
        • 1 reservation is ahead in the queue
        • 1 copy could serve, 0 free now
        • The first copy to come back is due Wednesday, 4 March 2026
        • Rule (general rule): loans last 7 days
      Budi: kok antrean ke-1?
      Bot: Pesanan Bumi Manusia di antrean ke-1, karena:
        • Tidak ada pesanan di depan
        • 1 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
        • Eksemplar yang paling cepat kembali jatuh tempo Rabu, 4 Maret 2026
        • Aturan (aturan umum): masa pinjam 7 hari
      Budi: kok lama
      Bot: Pesanan Bumi Manusia di antrean ke-1, karena:
        • Tidak ada pesanan di depan
        • 1 eksemplar bisa dipakai, 0 di antaranya bebas sekarang
        • Eksemplar yang paling cepat kembali jatuh tempo Rabu, 4 Maret 2026
        • Aturan (aturan umum): masa pinjam 7 hari
    `);
  });

  it('explains the last day for a pickup', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [],
        policy: { closed_dates: [{ date: '2026-03-05', reason: 'Hari Raya' }] },
        holds: [{ patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-07' }],
      }),
    );
    await library.plays(`
      Siti: pesanan saya
      Bot: 1 pesanan Kakak:
        • Laskar Pelangi: siap diambil di Perpustakaan Pusat sampai Sabtu, 7 Maret 2026
      Siti: kenapa?
      Bot: Karena:
        • Siap diambil sejak Selasa, 3 Maret 2026
        • Aturan (aturan umum): pesanan disimpan 3 hari buka
        • Digeser dari Jumat, 6 Maret 2026 ke Sabtu, 7 Maret 2026 karena tutup: 5 Maret (Hari Raya)
      Siti: kenapa batas ambilnya tanggal 7?
      Bot: Laskar Pelangi diambil paling lambat Sabtu, 7 Maret 2026, karena:
        • Siap diambil sejak Selasa, 3 Maret 2026
        • Aturan (aturan umum): pesanan disimpan 3 hari buka
        • Digeser dari Jumat, 6 Maret 2026 ke Sabtu, 7 Maret 2026 karena tutup: 5 Maret (Hari Raya)
    `);
  });

  it('explains refusals of a reservation', async () => {
    const library = await openLibrary(smallWorld({ policy: { max_holds: 1 }, holds: [{ patron: 'P1', item: 'LP' }] }));
    await library.plays(`
      Siti: pesan pulang tere liye
      Bot: Batas pesanan adalah 1 dan Kakak sudah punya 1. Batalkan satu pesanan dulu, lalu pesan lagi.
      Siti: kenapa?
      Bot: Karena:
        • Aturan (aturan umum): paling banyak 1 pesanan
      Siti: kenapa ditolak?
      Bot: Karena:
        • Aturan (aturan umum): paling banyak 1 pesanan
      Siti: pesan kamus besar
      Bot: Koleksi ini hanya untuk dibaca di tempat, jadi tidak dipinjamkan atau dipesan. Silakan baca di perpustakaan.
      Siti: kenapa gak bisa dipesan
      Bot: Karena:
        • Judul ini ditandai hanya untuk dibaca di tempat
      Siti: kenapa sang pemimpi gak bisa dipesan?
      Bot: Buku ini sedang Kakak pinjam (jatuh tempo Kamis, 5 Maret 2026). Bila perlu waktu lebih, ketik "perpanjang".
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Kamis, 26 Februari 2026
    `);
  });

  it('explains what a notice told', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'SP', due: '2026-03-05' }] }));
    await library.plays(`
      (tugas due_reminders)
      Bot → Siti: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      Siti: kenapa?
      Bot: Sang Pemimpi jatuh tempo Kamis, 5 Maret 2026, karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Kamis, 26 Februari 2026
    `);
  });

  it('knows nothing to explain where nothing was decided', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi: batalkan pesanan bumi manusia
      Bot: Batalkan pesanan Bumi Manusia?
        1. Ya
        2. Tidak
      Budi: ya
      Bot: Pesanan Bumi Manusia sudah dibatalkan.
      Budi: kenapa?
      Bot: Belum ada keputusan yang bisa saya jelaskan. Tanya misalnya "kenapa jatuh temponya tanggal itu?" atau "kenapa tidak bisa diperpanjang?".
      Budi: kenapa langit biru?
      Bot: Itu di luar urusan perpustakaan, jadi tidak bisa saya bantu. Saya bisa mencari buku, memesan, memperpanjang, dan memberi tahu jam buka. Ketik "menu" untuk pilihannya.
    `);
  });

  it('renews nothing when it is asked why', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: kenapa sang pemimpi belum diperpanjang?
      Bot: Sang Pemimpi sekarang bisa diperpanjang sampai Kamis, 12 Maret 2026. Ketik "perpanjang Sang Pemimpi".
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });
});
