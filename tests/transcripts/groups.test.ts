import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('in a group', () => {
  it('is silent when it is not addressed', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi [RT 05]: besok jadi kumpul?
      Siti [RT 05]: pesan laskar pelangi
      Siti [RT 05]: ya
    `);
  });

  it('answers in the group when it is addressed', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Budi [RT 05]: @perpus besok buka jam berapa?
      Bot: Rabu, 4 Maret 2026 buka 08.00–16.00 WIB.
      Siti [RT 05]: /bantuan
      Bot: Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:
        …
    `);
  });

  it('answers personal things in the private chat, and says nothing of them in the group', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti [RT 05]: @perpus pinjaman saya
      Bot: Untuk urusan pribadi, silakan lanjut di chat pribadi: rehearsal://start/chat
      Bot → Siti: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Siti [RT 05]: @perpus pesan laskar pelangi
      Bot: Untuk urusan pribadi, silakan lanjut di chat pribadi: rehearsal://start/chat
      Siti [RT 05]: @perpus denda saya
      Bot: Untuk urusan pribadi, silakan lanjut di chat pribadi: rehearsal://start/chat
      Bot → Siti: Kakak tidak punya denda.
    `);
  });

  it('keeps a list for the one who asked', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti [RT 05]: @perpus cari pulang
      Bot: Ada 2 koleksi untuk "pulang". Balas dengan nomornya untuk keterangan:
        1. Pulang (Leila S. Chudori): tersedia
        2. Pulang (Tere Liye): tersedia
      Budi [RT 05]: @perpus 1
      Bot: Saat ini tidak ada pertanyaan yang menunggu jawaban. Ketik "menu" untuk melihat yang bisa saya bantu.
      Siti [RT 05]: @perpus 2
      Bot: Pulang (Tere Liye): 1 dari 1 eksemplar tersedia.
        Perpustakaan Pusat: 1 dari 1 tersedia
        1. Pesan buku ini
    `);
  });

  it('invites a stranger to the private chat only', async () => {
    const library = await openLibrary(smallWorld({ groups: [{ id: 'g-rt05', name: 'RT 05', members: ['siti', 'Dewi'], admins: [] }] }));
    await library.plays(`
      Dewi [RT 05]: @perpus pinjaman saya
      Bot: Untuk urusan pribadi, silakan lanjut di chat pribadi: rehearsal://start/chat
    `);
  });
});
