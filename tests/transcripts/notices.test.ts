import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('what is told without being asked', () => {
  it('reminds once, two days before, and renews by the number of the reminder', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      (tugas due_reminders)
      Bot → Siti: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      Siti: 1
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      (tugas due_reminders)
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 12 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      — 1 hari kemudian, 08.00 —
      (tugas due_reminders)
      Bot: Pengingat: satu buku segera jatuh tempo.
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        Mohon dikembalikan tepat waktu: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
      — 1 hari kemudian, 08.00 —
      (tugas due_reminders)
      Bot: Pengingat: satu buku sudah terlambat.
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026, terlambat 1 hari buka
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Bumi Manusia sudah saya kembalikan
      (tugas due_reminders)
    `);
  });

  it('reminds of several books in one message, and renews all of them', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [
          { patron: 'P1', item: 'SP', due: '2026-03-05' },
          { patron: 'P1', item: 'LP', due: '2026-03-05' },
        ],
      }),
    );
    await library.plays(`
      (tugas due_reminders)
      Bot → Siti: Pengingat: 2 buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        • Laskar Pelangi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
        2. Perpanjang Laskar Pelangi
        3. Perpanjang semua
      Siti: 3
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
        Sudah diperpanjang. Laskar Pelangi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      (tugas due_reminders)
    `);
  });

  it('renews once when the button of a reminder is tapped twice', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      (tugas due_reminders)
      Bot → Siti: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      Siti: [Perpanjang Sang Pemimpi]
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      Siti: [Perpanjang Sang Pemimpi] lagi
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('takes a short answer to belong to the reminder for a day, not longer', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      (tugas due_reminders)
      Bot → Siti: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      — 25 jam kemudian —
      Siti: 1
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
    `);
  });

  it('does not remind of a book that was renewed while the reminder waited', async () => {
    const library = await openLibrary(smallWorld({ clock: '2026-03-03T05:00:00+07:00' }));
    await library.plays(`
      (tugas due_reminders)
      Siti: perpanjang sang pemimpi
      Bot: Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      (jam 2026-03-03T08:00)
      (tugas tick)
    `);
  });

  it('waits for the end of the quiet hours', async () => {
    const library = await openLibrary(smallWorld({ clock: '2026-03-03T05:00:00+07:00' }));
    await library.plays(`
      (tugas due_reminders)
      (jam 2026-03-03T06:59)
      (tugas tick)
      (jam 2026-03-03T07:00)
      (tugas tick)
      Bot → Siti: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      (tugas tick)
    `);
  });

  it('tells in the morning what became ready at night', async () => {
    const library = await openLibrary(smallWorld({ clock: '2026-03-03T20:30:00+07:00' }));
    await library.plays(`
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
      (jam 2026-03-04T07:00)
      (tugas tick)
      Bot → Budi: Pesanan Kakak siap diambil:
        • Bumi Manusia, di Perpustakaan Pusat (kode BM-1), paling lambat Jumat, 6 Maret 2026 pukul 16.00 WIB
      (tugas tick)
    `);
  });

  it('sends nothing after STOP, and again after it is switched on', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: STOP
      Bot: Semua pemberitahuan sudah dimatikan. Kakak tetap bisa bertanya kapan saja. Ketik "mulai pemberitahuan" untuk menyalakannya lagi.
      (tugas due_reminders)
      Siti: mulai pemberitahuan
      Bot: Pemberitahuan sudah menyala lagi: pengingat jatuh tempo dan kabar pesanan akan datang ke chat ini.
      (tugas due_reminders)
      Bot: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
    `);
  });

  it('obeys BERHENTI and UNSUB like STOP', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: BERHENTI
      Bot: Semua pemberitahuan sudah dimatikan. Kakak tetap bisa bertanya kapan saja. Ketik "mulai pemberitahuan" untuk menyalakannya lagi.
      Budi: UNSUB
      Bot: Semua pemberitahuan sudah dimatikan. Kakak tetap bisa bertanya kapan saja. Ketik "mulai pemberitahuan" untuk menyalakannya lagi.
      (tugas due_reminders)
      Tuti: /kembalikan BM-1
      Bot: Bumi Manusia (BM-1) sudah kembali. Keadaan: di rak reservasi.
        Sisihkan ke rak reservasi: sudah ada pemesannya.
    `);
  });

  it('drops what was waiting when STOP comes', async () => {
    const library = await openLibrary(smallWorld({ clock: '2026-03-03T05:00:00+07:00' }));
    await library.plays(`
      (tugas due_reminders)
      Siti: STOP
      Bot: Semua pemberitahuan sudah dimatikan. Kakak tetap bisa bertanya kapan saja. Ketik "mulai pemberitahuan" untuk menyalakannya lagi.
      (jam 2026-03-03T07:05)
      (tugas tick)
    `);
  });
});
