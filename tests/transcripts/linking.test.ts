import { describe, it } from 'vitest';
import { openLibrary } from '#tests/support/plays.ts';
import { smallWorld } from './small-world.ts';

describe('linking a card', () => {
  it('asks for the card on first need, and then does what was wanted', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: pinjaman saya
      Bot: Untuk itu saya perlu tahu kartu anggota Kakak. Setelah terhubung, permintaan tadi saya lanjutkan.
        Dengan mengirim nomor kartu, Kakak setuju chat ini dihubungkan dengan kartu itu dan menerima pengingat jatuh tempo. Data yang disimpan: nomor chat dan nomor kartu. Pengingat bisa dimatikan dengan "stop", hubungan bisa dilepas kapan saja dengan "lepas kartu".
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: BUKA1234
      Bot: Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.
        Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.
      Dewi: pinjaman saya
      Bot: Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.
    `);
  });

  it('goes on with the reservation that needed the card', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: pesan laskar pelangi
      Bot: Untuk itu saya perlu tahu kartu anggota Kakak. Setelah terhubung, permintaan tadi saya lanjutkan.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: buka1234
      Bot: Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.
        Laskar Pelangi (Andrea Hirata) tersedia. Saya pesankan untuk diambil di Perpustakaan Pusat?
        1. Ya
        2. Tidak
      Dewi: ya
      Bot: Laskar Pelangi (Andrea Hirata) sudah dipesan. Petugas menyiapkannya; kami kabari bila siap diambil di Perpustakaan Pusat.
    `);
  });

  it('answers a question in between and comes back to the code', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: apa saja fasilitasnya?
      Bot: Fasilitas perpustakaan:
        • wifi
        • toilet
        Kita lanjutkan yang tadi:
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: BUKA1234
      Bot: Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.
    `);
  });

  it('searches in between and does not take the search for a card number', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: cari laskar pelangi
      Bot: Laskar Pelangi (Andrea Hirata): 2 dari 2 eksemplar tersedia.
        Perpustakaan Pusat: 2 dari 2 tersedia
        1. Pesan buku ini
        2. Letak raknya
      Dewi: tidak jadi
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
    `);
  });

  it('says no more of a wrong code than of an unknown card', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-9999
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: BUKA1234
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: batal
      Bot: Baik, dibatalkan. Ketik "menu" untuk melihat yang bisa saya bantu.
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH123
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
    `);
  });

  it('locks the card after five wrong codes, also for the right one', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH1
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH2
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH3
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH4
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: SALAH5
      Bot: Penghubungan kartu ini dikunci karena terlalu banyak percobaan. Silakan ke meja layanan untuk kode baru.
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: BUKA1234
      Bot: Penghubungan kartu ini dikunci karena terlalu banyak percobaan. Silakan ke meja layanan untuk kode baru.
    `);
  });

  it('takes a code only once', async () => {
    const library = await openLibrary(smallWorld({ strangers: ['Dewi', 'Ujang'] }));
    await library.plays(`
      Dewi: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Dewi: BUKA1234
      Bot: Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.
      Ujang: hubungkan kartu
      Bot: Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Ujang: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      Ujang: BUKA1234
      Bot: Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".
        Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
    `);
  });

  it('unlinks after a yes', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Siti: lepas kartu
      Bot: Lepas kartu anggota dari chat ini? Pinjaman dan pesanan tetap berlaku, hanya tidak bisa diurus dari chat ini.
        1. Ya
        2. Tidak
      Siti: ya
      Bot: Kartu sudah dilepas dari chat ini. Untuk menghubungkan lagi perlu kode baru dari meja layanan.
      Siti: pinjaman saya
      Bot: Untuk itu saya perlu tahu kartu anggota Kakak. Setelah terhubung, permintaan tadi saya lanjutkan.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
    `);
  });

  it('keeps a form for a day', async () => {
    const library = await openLibrary(smallWorld());
    await library.plays(`
      Dewi: pinjaman saya
      Bot: Untuk itu saya perlu tahu kartu anggota Kakak. Setelah terhubung, permintaan tadi saya lanjutkan.
        Dengan mengirim nomor kartu, Kakak setuju …
        Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.
      Dewi: A-0004
      Bot: Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.
      — 23 jam kemudian —
      Dewi: BUKA1234
      Bot: Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.
        Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.
    `);
  });
});
