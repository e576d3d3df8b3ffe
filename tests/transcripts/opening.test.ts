import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

const hours = {
  ...{ mon: '08:00-16:00', tue: '08:00-16:00', wed: '08:00-16:00', thu: '08:00-16:00' },
  ...{ fri: '08:00-11:30,13:30-16:00', sat: '08:00-12:00', sun: 'closed' },
};

const closed_dates = [
  { date: '2026-03-19', reason: 'Hari Suci Nyepi' },
  { date: '2026-03-21', reason: 'Idul Fitri (hari pertama)', tentative: true },
  { date: '2026-03-23', reason: 'Idul Fitri (hari kedua)', tentative: true },
];

const world = (changes: Readonly<Record<string, unknown>> = {}) =>
  smallWorld({ policy: { hours, closed_dates }, loans: [], holds: [], ...changes });

describe('the hours patrons hear', () => {
  it('tell until when the doors are open, and when they open again', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Siti: jam buka
      Bot: Hari ini (Selasa, 3 Maret 2026) buka 08.00–16.00 WIB. Sekarang buka sampai 16.00 WIB.
      (jam 2026-03-03T07:00)
      Siti: buka hari ini?
      Bot: Hari ini (Selasa, 3 Maret 2026) buka 08.00–16.00 WIB. Sekarang masih tutup, mulai buka 08.00 WIB.
      (jam 2026-03-06T12:00)
      Siti: buka hari ini?
      Bot: Hari ini (Jumat, 6 Maret 2026) buka 08.00–11.30 dan 13.30–16.00 WIB. Sekarang tutup untuk istirahat, buka lagi 13.30 WIB.
      (jam 2026-03-07T12:00)
      Siti: buka hari ini?
      Bot: Hari ini (Sabtu, 7 Maret 2026) buka 08.00–12.00 WIB. Sekarang sudah tutup. Buka lagi Senin, 9 Maret 2026, 08.00–16.00 WIB.
      (jam 2026-03-08T09:00)
      Siti: buka hari ini?
      Bot: Hari ini (Minggu, 8 Maret 2026) tutup. Buka lagi Senin, 9 Maret 2026, 08.00–16.00 WIB.
    `);
  });

  it('say what is only expected', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Siti: lebaran buka?
      Bot: Menurut kalender perpustakaan:
        • Sabtu, 21 Maret 2026: tutup (Idul Fitri (hari pertama), masih perkiraan)
        • Senin, 23 Maret 2026: tutup (Idul Fitri (hari kedua), masih perkiraan)
      Siti: 19 maret buka?
      Bot: Kamis, 19 Maret 2026 tutup (Hari Suci Nyepi). Buka lagi Jumat, 20 Maret 2026, 08.00–11.30 dan 13.30–16.00 WIB.
      Siti: 21 maret buka?
      Bot: Sabtu, 21 Maret 2026 tutup (Idul Fitri (hari pertama), masih perkiraan). Buka lagi Selasa, 24 Maret 2026, 08.00–16.00 WIB (perkiraan).
    `);
  });
});

describe('the weekly hours', () => {
  it('are changed for a day of the week, with its break', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Tuti: /kalender jumat buka 08-11 dan 13.30-15
      Bot: Setiap minggu: Jumat 08.00–11.00 dan 13.30–15.00 WIB. Untuk satu tanggal saja, sebut tanggalnya.
        Belum ada yang berubah. Akibatnya:
        • Tidak ada pembaca yang perlu dikabari
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sudah dicatat. …
      Siti: jumat buka?
      Bot: Jumat, 6 Maret 2026 buka 08.00–11.00 dan 13.30–15.00 WIB.
      Tuti: /kalender jumat buka 08.00-11.00 dan 13.30-15.00
      Bot: Itu sudah tercatat begitu, jadi tidak ada yang berubah.
    `);
    expect((await library.snapshot()).audit).toMatchObject([{ action: 'hours_edit', subject: 'fri 08:00-11:00,13:30-15:00' }]);
  });

  it('that close a weekday move what is due on it', async () => {
    const library = await openLibrary(world({ loans: [{ patron: 'P1', item: 'SP', due: '2026-03-07' }] }));
    await library.plays(`
      Tuti: /kalender setiap sabtu tutup
      Bot: Setiap minggu: Sabtu tutup. …
        Belum ada yang berubah. Akibatnya:
        • Jatuh tempo 1 buku pindah dari Sabtu, 7 Maret 2026 ke Senin, 9 Maret 2026
        • 1 pembaca dikabari lewat chat
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sudah dicatat. …
        Jatuh tempo 1 buku digeser.
      Bot → Siti: Perpustakaan tutup Sabtu, 7 Maret 2026, jadi Kakak punya waktu lebih:
        • Sang Pemimpi: jatuh tempo Senin, 9 Maret 2026
    `);
  });

  it('may differ on one date', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Tuti: /kalender sabtu ini buka sampai jam 11
      Bot: Sabtu, 7 Maret 2026 buka 08.00–11.00 WIB.
        …
      Tuti: ya
      Bot: Sudah dicatat. Sabtu, 7 Maret 2026 buka 08.00–11.00 WIB.
      Tuti: /kalender minggu 8 maret buka 09.00-12.00 karena bazar buku
      Bot: Minggu, 8 Maret 2026 buka 09.00–12.00 WIB (bazar buku).
        …
      Tuti: ya
      Bot: Sudah dicatat. …
      Siti: minggu 8 maret buka?
      Bot: Minggu, 8 Maret 2026 buka 09.00–12.00 WIB (bazar buku).
      Tuti: /kalender jumat buka 16-8
      Bot: Jam itu tidak bisa dibaca sebagai jam buka. Tulis misalnya "08.00-11.30 dan 13.30-16.00".
    `);
  });
});

describe('a season', () => {
  it('has hours of its own and may keep the vans at home', async () => {
    const library = await openLibrary(
      world({
        van_stops: [{ id: 's1', name: 'Pasar Inpres', lat: -3.4, lon: 104.2 }],
        van_visits: [{ stop: 's1', start: '2026-03-04T10:00', end: '2026-03-04T11:00' }],
      }),
    );
    await library.plays(`
      Tuti: /kalender ramadan 18 februari sampai 19 maret buka 08-14, mobil libur
      Bot: Jam Ramadan, Rabu, 18 Februari 2026 sampai Kamis, 19 Maret 2026: 08.00–14.00 WIB, mobil keliling libur.
        Belum ada yang berubah. Akibatnya:
        • 1 kunjungan keliling dibatalkan: Pasar Inpres 4 Maret 10.00 WIB
        • Tidak ada pembaca yang perlu dikabari
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sudah dicatat. Jam Ramadan, …
        1 kunjungan keliling dibatalkan.
      Siti: jam buka
      Bot: Hari ini (Selasa, 3 Maret 2026) buka 08.00–14.00 WIB (Ramadan). Sekarang buka sampai 14.00 WIB.
      Siti: jam buka ramadan
      Bot: Ramadan, Rabu, 18 Februari 2026 sampai Kamis, 19 Maret 2026, buka 08.00–14.00 WIB di hari kerja perpustakaan; mobil keliling libur.
      Tuti: /kalender hapus jam ramadan
      Bot: Jam Ramadan tidak berlaku lagi; jam mingguan kembali berlaku.
        …
      Tuti: ya
      Bot: Sudah dicatat. …
    `);
    expect((await library.snapshot()).van_visits).toMatchObject([{ status: 'cancelled' }]);
  });
});

describe('a tentative holiday', () => {
  it('becomes certain', async () => {
    const library = await openLibrary(world());
    await library.plays(`
      Tuti: /kalender pastikan lebaran
      Bot: Libur pasti: Sabtu, 21 Maret 2026 (Idul Fitri (hari pertama)) dan Senin, 23 Maret 2026 (Idul Fitri (hari kedua)).
        …
      Tuti: ya
      Bot: Sudah dicatat. …
      Siti: 21 maret buka?
      Bot: Sabtu, 21 Maret 2026 tutup (Idul Fitri (hari pertama)). Buka lagi Selasa, 24 Maret 2026, 08.00–16.00 WIB.
      Tuti: /kalender pastikan libur 19 maret
      Bot: Kamis, 19 Maret 2026 (Hari Suci Nyepi) memang sudah pasti libur.
    `);
    expect((await library.snapshot()).audit).toMatchObject([{ action: 'holiday_confirm', subject: '2026-03-21,2026-03-23' }]);
  });

  it('moves, and what is due on its new day moves with it', async () => {
    const library = await openLibrary(world({ loans: [{ patron: 'P1', item: 'SP', due: '2026-03-20' }] }));
    await library.plays(`
      Tuti: /kalender lebaran jadi tanggal 20 maret
      Bot: Libur pasti: Jumat, 20 Maret 2026 (Idul Fitri (hari pertama)) dan Minggu, 22 Maret 2026 (Idul Fitri (hari kedua)). Tidak lagi libur karenanya: Sabtu, 21 Maret 2026 dan Senin, 23 Maret 2026.
        Belum ada yang berubah. Akibatnya:
        • Jatuh tempo 1 buku pindah dari Jumat, 20 Maret 2026 ke Sabtu, 21 Maret 2026
        • 1 pembaca dikabari lewat chat
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sudah dicatat. …
        …
      Bot → Siti: Perpustakaan tutup Jumat, 20 Maret 2026 (Idul Fitri (hari pertama)), jadi Kakak punya waktu lebih:
        • Sang Pemimpi: jatuh tempo Sabtu, 21 Maret 2026
    `);
  });
});

it('the calendar is listed', async () => {
  const library = await openLibrary(world());
  await library.plays(`
    Tuti: /kalender
    Bot: Kalender perpustakaan:
      • Senin–Kamis 08.00–16.00 WIB
      • Jumat 08.00–11.30 dan 13.30–16.00 WIB
      • Sabtu 08.00–12.00 WIB
      • Minggu tutup
      • Kamis, 19 Maret 2026: tutup (Hari Suci Nyepi)
      • Sabtu, 21 Maret 2026: tutup (Idul Fitri (hari pertama), masih perkiraan)
      • Senin, 23 Maret 2026: tutup (Idul Fitri (hari kedua), masih perkiraan)
      Ubah dengan menulis misalnya "besok tutup karena listrik", "jumat buka 08.00-11.00", atau "pastikan libur 19 maret".
  `);
});
