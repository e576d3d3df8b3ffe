import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('loans', () => {
  it('lists late books first, with one count of open days', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [
          { patron: 'P1', item: 'SP', due: '2026-03-05' },
          { patron: 'P1', item: 'LP', due: '2026-02-27' },
        ],
      }),
    );
    await library.plays(`
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Laskar Pelangi: jatuh tempo Jumat, 27 Februari 2026, terlambat 3 hari buka
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Siti: kapan laskar pelangi harus kembali?
      Bot: Laskar Pelangi: jatuh tempo Jumat, 27 Februari 2026, terlambat 3 hari buka.
      Siti: perpanjang pulang
      Bot: "pulang" tidak ada di daftar pinjaman Kakak. Ketik "pinjaman saya" untuk melihatnya.
    `);
  });

  it('takes a claim of return, searches and stops reminding', async () => {
    const library = await openLibrary(smallWorld({ clock: '2026-03-05T09:00:00+07:00' }));
    await library.plays(`
      Siti: sang pemimpi sudah saya kembalikan
      Bot: Catat bahwa Sang Pemimpi (kode SP-1) sudah Kakak kembalikan? Petugas akan mencarinya di perpustakaan, dan pengingatnya berhenti.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Sang Pemimpi dicatat sudah Kakak kembalikan. Petugas mencarinya; selama itu tidak ada pengingat. Bila ternyata masih di rumah, bawa saja ke meja layanan.
      Siti: sang pemimpi sudah saya kembalikan kok
      Bot: Sang Pemimpi sudah dicatat Kakak kembalikan dan sedang dicari petugas. Kakak tidak perlu melapor lagi.
      Siti: perpanjang sang pemimpi
      Bot: Buku ini tercatat sudah Kakak kembalikan dan sedang kami cari, jadi tidak perlu diperpanjang.
      (tugas due_reminders)
      Bot: Pengingat: satu buku sudah terlambat.
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026, terlambat 1 hari buka
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Bumi Manusia sudah saya kembalikan
      Tuti: /kembalikan SP-1
      Bot: Sang Pemimpi (SP-1) sudah kembali. Keadaan: tersedia di rak.
      Siti: pinjaman saya
      Bot: Kakak meminjam 1 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026, terlambat 1 hari buka
        Ketik "perpanjang" bila perlu waktu lebih.
    `);
  });

  it('asks which book was returned, and reports nothing without a yes', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: sudah saya kembalikan bukunya
      Bot: Buku mana yang sudah dikembalikan?
        1. Bumi Manusia (jatuh tempo Rabu, 4 Maret 2026)
        2. Sang Pemimpi (jatuh tempo Kamis, 5 Maret 2026)
      Siti: 2
      Bot: Catat bahwa Sang Pemimpi (kode SP-1) sudah Kakak kembalikan? Petugas akan mencarinya di perpustakaan, dan pengingatnya berhenti.
        1. Ya
        2. Tidak
      Siti: tidak
      Bot: Baik, tidak jadi. Tidak ada yang berubah.
      Siti: pinjaman saya
      Bot: Kakak meminjam 2 buku:
        • Bumi Manusia: jatuh tempo Rabu, 4 Maret 2026
        • Sang Pemimpi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang" bila perlu waktu lebih.
      Budi: bukunya sudah saya kembalikan
      Bot: Tidak ada pinjaman yang terbuka di kartu Kakak, jadi tidak ada yang perlu dilaporkan.
    `);
  });

  it('reports a lost book and says what happens next', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: buku sang pemimpi hilang pak
      Bot: Laporkan Sang Pemimpi (kode SP-1) hilang? Pinjamannya dibekukan: tidak ada pengingat dan tidak bisa diperpanjang sampai diselesaikan di meja layanan.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Sang Pemimpi dicatat hilang. Selanjutnya: ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan. Bila bukunya ketemu, bawa saja ke sana.
      Siti: sang pemimpi hilang
      Bot: Sang Pemimpi sudah dicatat hilang. Ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan.
      Siti: perpanjang sang pemimpi
      Bot: Buku ini tercatat hilang, jadi tidak bisa diperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Rini: I lost my book
      Bot: There is no open loan on your card, so there is nothing to report.
    `);
  });

  it('shows and renews the loans of a child one answers for', async () => {
    const library = await openLibrary(
      smallWorld({
        patrons: [
          { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] },
          { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
          { id: 'P4', name: 'Anak Dewi', card: 'A-0004' },
          { id: 'P5', name: 'Nina', card: 'A-0005', type: 'child', birth: '2018-01-01', guardian: 'P1' },
        ],
        loans: [{ patron: 'P5', item: 'LP', due: '2026-03-05' }],
      }),
    );
    await library.plays(`
      Siti: pinjaman anak saya
      Bot: Pinjaman anak Kakak:
        • Nina: Laskar Pelangi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang pinjaman anak saya" bila perlu waktu lebih.
      Siti: pinjaman nina
      Bot: Pinjaman anak Kakak:
        • Nina: Laskar Pelangi: jatuh tempo Kamis, 5 Maret 2026
        Ketik "perpanjang pinjaman anak saya" bila perlu waktu lebih.
      Siti: perpanjang pinjaman anak saya
      Bot: Sudah diperpanjang. Laskar Pelangi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
      Budi: pinjaman anak saya
      Bot: Belum ada kartu anak yang terhubung dengan kartu Kakak. Petugas di meja layanan bisa menghubungkannya; bawa kartu Kakak dan kartu anak.
      Budi: pinjaman nina
      Bot: Data pembaca lain tidak bisa saya tampilkan. Untuk urusan Kakak sendiri, ketik "pinjaman saya" atau "pesanan saya".
    `);
  });

  it('renews several books that are named in one sentence', async () => {
    const library = await openLibrary(smallWorld({ holds: [] }));
    await library.plays(`
      Siti: perpanjang sang pemimpi dan bumi manusia
      Bot: Sudah diperpanjang. Bumi Manusia kembali paling lambat Rabu, 11 Maret 2026. Ini perpanjangan terakhir.
        Sudah diperpanjang. Sang Pemimpi kembali paling lambat Kamis, 12 Maret 2026. Ini perpanjangan terakhir.
    `);
  });

  it('reminds of late books in three steps, never on a closed day, in one message', async () => {
    const library = await openLibrary(
      smallWorld({
        loans: [
          { patron: 'P1', item: 'SP', due: '2026-03-07' },
          { patron: 'P1', item: 'LP', due: '2026-03-11' },
        ],
        policy: { max_renewals: 0 },
      }),
    );
    await library.plays(`
      (jam 2026-03-08T09:00)
      (tugas due_reminders)
      (jam 2026-03-09T09:00)
      (tugas due_reminders)
      Bot → Siti: Pengingat: 2 buku segera jatuh tempo, 1 di antaranya sudah terlambat.
        • Sang Pemimpi: jatuh tempo Sabtu, 7 Maret 2026, terlambat 1 hari buka
        • Laskar Pelangi: jatuh tempo Rabu, 11 Maret 2026
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Sang Pemimpi sudah saya kembalikan
      (jam 2026-03-14T09:00)
      (tugas due_reminders)
      Bot → Siti: Pengingat: 2 buku sudah terlambat.
        • Sang Pemimpi: jatuh tempo Sabtu, 7 Maret 2026, terlambat 6 hari buka
        • Laskar Pelangi: jatuh tempo Rabu, 11 Maret 2026, terlambat 3 hari buka
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Sang Pemimpi sudah saya kembalikan
        2. Laskar Pelangi sudah saya kembalikan
      (tugas due_reminders)
      (jam 2026-03-21T09:00)
      (tugas due_reminders)
      Bot → Siti: Pengingat: 2 buku sudah terlambat.
        • Sang Pemimpi: jatuh tempo Sabtu, 7 Maret 2026, terlambat 12 hari buka
        • Laskar Pelangi: jatuh tempo Rabu, 11 Maret 2026, terlambat 9 hari buka
        Mohon segera dikembalikan: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.
        1. Sang Pemimpi sudah saya kembalikan
        2. Laskar Pelangi sudah saya kembalikan
      Siti: kenapa?
      Bot: Sang Pemimpi jatuh tempo Sabtu, 7 Maret 2026, karena:
        • Aturan (aturan umum): masa pinjam 7 hari
        • Dihitung sejak dipinjam, Sabtu, 28 Februari 2026
        • Terlambat 12 hari buka sejak Sabtu, 7 Maret 2026
    `);
  });

  it('tells what is owed, for which book and why', async () => {
    const library = await openLibrary(
      smallWorld({
        policy: { fine_per_day: 500 },
        loans: [{ patron: 'P1', item: 'LP', due: '2026-02-25' }],
        fines: [{ patron: 'P1', amount: 2000 }],
      }),
    );
    await library.plays(`
      Siti: denda saya
      Bot: Denda Kakak Rp4.500:
        • Lain-lain: Rp2.000
        • Laskar Pelangi: Rp2.500 (terlambat 5 hari buka)
        Pembayaran di meja layanan.
      Siti: kenapa?
      Bot: Karena:
        • Terlambat 5 hari buka sejak Rabu, 25 Februari 2026
        • Aturan (aturan umum): denda Rp500 per hari terlambat
      Siti: kenapa dendanya segitu
      Bot: Denda lain-lain Rp2.000 dicatat petugas; rinciannya ada di meja layanan.
        Denda Laskar Pelangi Rp2.500, karena:
        • Terlambat 5 hari buka sejak Rabu, 25 Februari 2026
        • Aturan (aturan umum): denda Rp500 per hari terlambat
      Budi: denda saya
      Bot: Kakak tidak punya denda.
    `);
  });

  it('suspends after a late return, and says until when and why', async () => {
    const library = await openLibrary(smallWorld({ loans: [{ patron: 'P1', item: 'LP', due: '2026-02-25' }] }));
    await library.plays(`
      Siti: denda saya
      Bot: Kakak tidak punya denda uang, tetapi ada pinjaman yang terlambat:
        • Laskar Pelangi: jatuh tempo Rabu, 25 Februari 2026, terlambat 5 hari buka
        Mohon segera dikembalikan atau diperpanjang. Keterlambatan menunda peminjaman berikutnya setelah buku kembali.
      Tuti: /kembalikan LP-1
      Bot: Laskar Pelangi (LP-1) sudah kembali, terlambat 5 hari buka. Keadaan: tersedia di rak.
        Kartunya diskors sampai Minggu, 8 Maret 2026 karena keterlambatan ini.
      Siti: denda saya
      Bot: Kartu Kakak diskors sampai Minggu, 8 Maret 2026: selama itu belum bisa meminjam, memesan, atau memperpanjang. Ketik "kenapa" untuk alasannya.
        Tidak ada denda uang.
      Siti: kenapa?
      Bot: Karena:
        • Laskar Pelangi terlambat 5 hari buka sejak Rabu, 25 Februari 2026
        • Aturan (aturan umum): setiap hari terlambat menambah 1 hari skorsing
      Siti: pesan pulang tere liye
      Bot: Kartu Kakak sedang diskors sampai Minggu, 8 Maret 2026, jadi belum bisa meminjam, memesan, atau memperpanjang. Silakan ke meja layanan atau ketik "pustakawan".
      Siti: kenapa?
      Bot: Karena:
        • Laskar Pelangi terlambat 5 hari buka sejak Rabu, 25 Februari 2026
        • Aturan (aturan umum): setiap hari terlambat menambah 1 hari skorsing
    `);
  });
});
