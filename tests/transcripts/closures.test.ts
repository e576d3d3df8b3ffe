import { describe, expect, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

const staff = [
  { id: 'tuti', name: 'Tuti', role: 'librarian' },
  { id: 'doni', name: 'Doni', role: 'driver' },
];

const holds = [{ patron: 'P3', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-05' }];

const busy = {
  staff,
  holds,
  van_stops: [{ id: 's1', name: 'Pasar Inpres', lat: -3.4, lon: 104.2 }],
  van_visits: [{ stop: 's1', start: '2026-03-04T10:00', end: '2026-03-04T11:00' }],
  events: [{ id: 'e1', title: 'Dongeng Rabu', start: '2026-03-04T14:00', place: 'Ruang baca', capacity: 20 }],
  rooms: [{ name: 'Ruang Diskusi', capacity: 8 }],
  room_bookings: [{ room: 'Ruang Diskusi', start: '2026-03-04T13:00', end: '2026-03-04T14:00', by: 'P1' }],
};

describe('a closed day', () => {
  it('is previewed, confirmed, and told to those whose dates move', async () => {
    const library = await openLibrary(smallWorld({ staff, holds }));
    await library.plays(`
      Tuti: /tutup besok karena listrik
      Bot: Rabu, 4 Maret 2026 tutup seharian (listrik).
        Belum ada yang berubah. Akibatnya:
        • Jatuh tempo 1 buku pindah dari Rabu, 4 Maret 2026 ke Kamis, 5 Maret 2026
        • Batas ambil 1 pesanan pindah dari Kamis, 5 Maret 2026 ke Jumat, 6 Maret 2026
        • 2 pembaca dikabari lewat chat
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: [Ya]
      Bot: Sudah dicatat. Rabu, 4 Maret 2026 tutup seharian (listrik).
        Jatuh tempo 1 buku digeser.
        Batas ambil 1 pesanan digeser.
      Bot → Siti: Perpustakaan tutup Rabu, 4 Maret 2026 (listrik), jadi Kakak punya waktu lebih:
        • Bumi Manusia: jatuh tempo Kamis, 5 Maret 2026
      Bot → Rini: The library is closed on Wednesday, 4 March 2026 (listrik), so you have more time:
        • Laskar Pelangi: pick up by Friday, 6 March 2026
      Tuti: [Ya] lagi
      Bot: …
      (tugas tick)
      Bot → Siti: Pengingat: 2 buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        • Bumi Manusia: jatuh tempo Kamis, 5 Maret 2026
        …
      Siti: besok buka?
      Bot: Rabu, 4 Maret 2026 tutup (listrik). Buka lagi Kamis, 5 Maret 2026, 08.00–16.00 WIB.
    `);
    const { loans, audit } = await library.snapshot();
    expect(loans).toMatchObject([{ due: '2026-03-05' }, { due: '2026-03-05' }]);
    expect(audit).toMatchObject([{ actor: 'tuti', action: 'closure_add', subject: '* 2026-03-04' }]);
  });

  it('is asked for the van, and names events and rooms that are not cancelled by it', async () => {
    const library = await openLibrary(smallWorld(busy));
    await library.plays(`
      Tuti: /tutup besok
      Bot: Ada 1 kunjungan keliling (Pasar Inpres 4 Maret 10.00 WIB). Mobil tetap jalan?
        1. Ya, tetap jalan
        2. Tidak, batalkan kunjungannya
      Tuti: 2
      Bot: Rabu, 4 Maret 2026 tutup seharian (penutupan sementara).
        Belum ada yang berubah. Akibatnya:
        • Jatuh tempo 1 buku pindah dari Rabu, 4 Maret 2026 ke Kamis, 5 Maret 2026
        • Batas ambil 1 pesanan pindah dari Kamis, 5 Maret 2026 ke Jumat, 6 Maret 2026
        • Kegiatan Dongeng Rabu, 4 Maret 14.00 WIB, belum dibatalkan: urus sendiri bila perlu
        • 1 pemesanan ruang di jam itu: hubungi pemesannya
        • 1 kunjungan keliling dibatalkan: Pasar Inpres 4 Maret 10.00 WIB
        • 2 pembaca dikabari lewat chat
        Alasannya belum disebut; tambahkan dengan menulis "karena …".
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Tuti: /tutup besok karena listrik, mobil tetap jalan
      Bot: Ada 1 kunjungan keliling …
        …
      Tuti: mobil tetap jalan
      Bot: Rabu, 4 Maret 2026 tutup seharian …
        …
        • Keliling tetap jalan: Pasar Inpres 4 Maret 10.00 WIB
        …
    `);
    expect((await library.snapshot()).van_visits).toMatchObject([{ status: 'planned' }]);
  });

  it('may begin at an hour, and moves no date then', async () => {
    const library = await openLibrary(smallWorld(busy));
    await library.plays(`
      Tuti: /tutup besok jam 12 karena rapat
      Bot: Rabu, 4 Maret 2026 buka 08.00–12.00 WIB saja (rapat).
        Belum ada yang berubah. Akibatnya:
        • Kegiatan Dongeng Rabu, 4 Maret 14.00 WIB, belum dibatalkan: urus sendiri bila perlu
        • 1 pemesanan ruang di jam itu: hubungi pemesannya
        • Tidak ada pembaca yang perlu dikabari
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: eh lusa
      Bot: Kamis, 5 Maret 2026 buka 08.00–12.00 WIB saja (rapat).
        …
      Tuti: ya
      Bot: Sudah dicatat. Kamis, 5 Maret 2026 buka 08.00–12.00 WIB saja (rapat).
      Siti: lusa buka?
      Bot: Kamis, 5 Maret 2026 buka 08.00–12.00 WIB (rapat).
      Tuti: /tutup lusa jam 3 sore
      Bot: Kamis, 5 Maret 2026 memang buka 08.00–12.00 WIB, jadi tidak ada yang berubah.
    `);
  });

  it('is never guessed: impossible, contradictory and past days are asked for again', async () => {
    const library = await openLibrary(smallWorld({ staff }));
    await library.plays(`
      Tuti: /tutup
      Bot: Tutup hari apa? Tulis tanggalnya, misalnya "besok", "5 maret", atau "10-12 maret".
      Tuti: 31 februari
      Bot: Tanggal itu tidak ada di kalender. Tanggal berapa maksudnya?
      Tuti: senin 10 maret
      Bot: Hari dan tanggalnya tidak cocok. Tanggal berapa maksudnya?
      Tuti: kemarin
      Bot: Senin, 2 Maret 2026 sudah lewat, jadi tidak bisa diubah lagi. Tanggal berapa maksudnya?
      Tuti: 10 sampai 12 maret karena fumigasi
      Bot: Selasa, 10 Maret 2026, Rabu, 11 Maret 2026, dan Kamis, 12 Maret 2026 tutup seharian (fumigasi).
        …
      Tuti: ya
      Bot: Sudah dicatat. …
      Tuti: /tutup 11 maret
      Bot: Rabu, 11 Maret 2026 memang sudah tercatat tutup (fumigasi), jadi tidak ada yang berubah.
    `);
  });

  it('of one branch leaves the main one open', async () => {
    const library = await openLibrary(smallWorld({ staff }));
    await library.plays(`
      Tuti: /tutup besok di cabang timur karena banjir
      Bot: Rabu, 4 Maret 2026 di Cabang Timur tutup seharian (banjir).
        Belum ada yang berubah. Akibatnya:
        • Tidak ada pembaca yang perlu dikabari
        Catat begitu?
        1. Ya
        2. Tidak
      Tuti: ya
      Bot: Sudah dicatat. Rabu, 4 Maret 2026 di Cabang Timur tutup seharian (banjir).
      Siti: besok buka?
      Bot: Rabu, 4 Maret 2026 buka 08.00–16.00 WIB.
      Siti: cabang timur besok buka?
      Bot: Cabang Timur: Rabu, 4 Maret 2026 tutup (banjir). Buka lagi Kamis, 5 Maret 2026, 08.00–16.00 WIB.
    `);
  });

  it('that opens after all moves nothing back', async () => {
    const library = await openLibrary(smallWorld({ staff, holds: [] }));
    await library.plays(`
      Tuti: /tutup besok karena listrik
      Bot: …
      Tuti: ya
      Bot: …
      Bot → Siti: …
        …
      Tuti: /tutup besok jadi buka
      Bot: Rabu, 4 Maret 2026 buka 08.00–16.00 WIB seperti biasa. Tanggal yang sudah digeser tidak dimundurkan.
        …
      Tuti: ya
      Bot: Sudah dicatat. …
      Tuti: /tutup besok jadi buka
      Bot: Rabu, 4 Maret 2026 memang buka 08.00–16.00 WIB, jadi tidak ada yang berubah.
      Tuti: /tutup minggu 8 maret jadi buka
      Bot: Minggu, 8 Maret 2026 tutup menurut jam mingguan. Untuk membukanya sebut jamnya, misalnya "8 Maret buka 09.00-12.00".
    `);
    expect((await library.snapshot()).loans).toMatchObject([{ due: '2026-03-05' }, { due: '2026-03-05' }]);
  });

  it('is not for drivers, and not for readers', async () => {
    const library = await openLibrary(smallWorld({ staff }));
    await library.plays(`
      Doni: /tutup besok
      Bot: Jam dan hari tutup hanya diubah pustakawan, kepala, atau admin. Sampaikan kepada Tuti.
      Siti: /tutup besok
      Bot: Itu hanya bisa dilakukan petugas perpustakaan. Bila perlu bantuan petugas, ketik "pustakawan".
    `);
  });

  it('can be closed in English', async () => {
    const library = await openLibrary(smallWorld({ staff, holds: [] }));
    await library.plays(`
      Tuti: can you mark the library closed tomorrow because of a power cut
      Bot: Wednesday, 4 March 2026 closed all day (a power cut).
        Nothing has changed yet. What follows:
        • Due date of 1 item: from Wednesday, 4 March 2026 to Thursday, 5 March 2026
        • 1 reader is told by chat
        Record it so?
        1. Yes
        2. No
      Tuti: yes
      Bot: Recorded. Wednesday, 4 March 2026 closed all day (a power cut).
        1 due date is later.
      Bot → Siti: Perpustakaan tutup Rabu, 4 Maret 2026 (a power cut), jadi Kakak punya waktu lebih:
        • Bumi Manusia: jatuh tempo Kamis, 5 Maret 2026
    `);
  });
});
