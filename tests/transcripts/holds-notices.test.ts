import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('what readers are told about their reservations', () => {
  it('reminds one open day before the end, in the morning, once', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [],
        clock: '2026-03-06T09:00:00+07:00',
        holds: [{ patron: 'P1', item: 'LP', status: 'ready', copy: 'LP-1', deadline: '2026-03-09' }],
      }),
    );
    await library.plays(`
      (jam 2026-03-07T08:30)
      (tugas notices)
      (jam 2026-03-07T09:00)
      (tugas notices)
      Bot → Siti: Pesanan Kakak segera lewat batas ambilnya:
        • Laskar Pelangi, di Perpustakaan Pusat (kode LP-1), paling lambat Senin, 9 Maret 2026 pukul 16.00 WIB
        Bila tidak jadi, ketik "batalkan pesanan" agar pembaca lain mendapat giliran.
        1. Batalkan Laskar Pelangi
      (tugas notices)
      Siti: 1
      Bot: Batalkan pesanan Laskar Pelangi?
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Pesanan Laskar Pelangi sudah dibatalkan. Bukunya sudah disisihkan, jadi pembaca berikutnya mendapat giliran setelah petugas memprosesnya.
    `);
  });

  it('tells that no copy is left, and what to do', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: bumi manusia hilang
      Bot: Laporkan Bumi Manusia (kode BM-1) hilang? Pinjamannya dibekukan: tidak ada pengingat dan tidak bisa diperpanjang sampai diselesaikan di meja layanan.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Bumi Manusia dicatat hilang. Selanjutnya: ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan. Bila bukunya ketemu, bawa saja ke sana.
      Bot → Budi: Pesanan Bumi Manusia tidak bisa dipenuhi: tidak ada lagi eksemplar yang bisa dipinjam. Cari edisi atau judul lain dengan "cari", atau ketik "usul buku" agar perpustakaan membelinya.
      (tugas tick)
      Bot: Pengingat: satu buku segera jatuh tempo.
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.
        1. Perpanjang Sang Pemimpi
      Budi: pesanan saya
      Bot: Kakak belum punya pesanan buku. Ketik "pesan" dan judulnya untuk memesan.
    `);
  });

  it('moves a hold to the next visit when the van cannot come', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [],
        van_stops: [{ id: 'pasar', name: 'Pasar Inpres', lat: -3.4, lon: 104.2 }],
        van_visits: [
          { stop: 'pasar', start: '2026-03-06T09:00', end: '2026-03-06T11:00' },
          { stop: 'pasar', start: '2026-03-13T09:00', end: '2026-03-13T11:00' },
        ],
        holds: [{ patron: 'P2', item: 'BM', pickup: 'pasar' }],
      }),
    );
    await library.plays(`
      Tuti: tanggal 6 maret tutup karena listrik padam
      Bot: …
      Tuti: 2
      Bot: …
      Tuti: ya
      Bot: …
      Bot → Budi: Kunjungan perpustakaan keliling yang membawa pesanan Kakak tidak jadi:
        • Bumi Manusia: pindah ke kunjungan berikutnya di Pasar Inpres, Jumat, 13 Maret 2026 pukul 09.00 WIB
        Bila ingin mengambilnya di tempat lain, ketik "ganti tempat ambil".
        1. Ambil Bumi Manusia di Perpustakaan Pusat
      (tugas tick)
      Budi: pesanan saya
      Bot: 1 pesanan Kakak:
        • Bumi Manusia: antrean ke-1, ambil di Pasar Inpres saat perpustakaan keliling datang Jumat, 13 Maret 2026 pukul 09.00 WIB, perkiraan siap antara Selasa, 10 Maret 2026 dan Jumat, 13 Maret 2026
    `);
  });
});
