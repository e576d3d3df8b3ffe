import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('what is none of the library’s', () => {
  it('says why: another reader’s data, another office, or what the assistant is', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: siapa yang pinjam Laskar Pelangi
      Bot: Data pembaca lain tidak bisa saya tampilkan. Untuk urusan Kakak sendiri, ketik "pinjaman saya" atau "pesanan saya".
      Siti: pinjamanku apa aja
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Siti: jadwal samsat keliling
      Bot: Itu layanan instansi lain, jadi tidak bisa saya urus. Silakan hubungi kantornya langsung, Kak. Soal buku, pinjaman, dan jam buka perpustakaan bisa saya bantu; ketik "menu" untuk pilihannya.
      Siti: makasih
      Bot: Sama-sama, Kak. Selamat membaca.
      Siti: kamu siapa
      Bot: Saya asisten perpustakaan, sebuah program, bukan orang. Saya bisa mencari buku, memesan, dan memperpanjang pinjaman. Ketik "menu" untuk pilihannya, atau "bicara dengan pustakawan".
    `);
  });
});
