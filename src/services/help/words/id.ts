import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Reason } from '#domain/reasons.ts';
import type { Format } from '#languages/format.ts';

const fieldNames: Readonly<Record<string, (value: string | number) => string>> = {
  loanDays: (value) => `masa pinjam ${value} hari`,
  maxLoans: (value) => `paling banyak ${value} pinjaman`,
  maxHolds: (value) => `paling banyak ${value} pesanan`,
  maxHoldsPerDay: (value) => `paling banyak ${value} pesanan sehari`,
  maxRenewals: (value) => `paling banyak ${value} kali perpanjangan`,
  renewDays: (value) => `perpanjangan ${value} hari`,
  renewWindowDays: (value) => `perpanjangan dibuka ${value} hari sebelum jatuh tempo`,
  overdueGraceDays: (value) => `keterlambatan sampai ${value} hari buka masih boleh diperpanjang`,
  holdPickupDays: (value) => `pesanan disimpan ${value} hari buka`,
  dueMode: (value) =>
    value === 'pushNextOpen'
      ? 'jatuh tempo di hari libur digeser ke hari buka berikutnya'
      : value === 'skipClosed'
        ? 'hari libur tidak dihitung'
        : 'jatuh tempo dihitung menurut hari kalender',
};

const reason = (why: Reason, f: Format): string => {
  switch (why.kind) {
    case 'rule':
      return `Aturan (${why.label}): ${fieldNames[why.field]?.(why.value) ?? `${why.field} ${why.value}`}`;
    case 'closed-days':
      return `Digeser dari ${f.day(why.from)} ke ${f.day(why.to)} karena tutup: ${f.list(why.days.map(({ day, reason: name, tentative }) => `${f.shortDay(day)} (${name}${tentative ? ', masih perkiraan' : ''})`))}`;
    case 'holds-before':
      return why.count === 0 ? 'Tidak ada pesanan di depan' : `${why.count} pesanan lebih dulu di antrean`;
    case 'copies':
      return `${why.usable} eksemplar bisa dipakai, ${why.free} di antaranya bebas sekarang`;
    case 'card-expiry':
      return `Dibatasi masa berlaku kartu sampai ${f.day(why.on)}`;
    case 'open-days-late':
      return `Terlambat ${why.days} hari buka sejak ${f.day(why.due)}`;
  }
};

/** The menu, in its order. */
const menuItems: Readonly<Record<string, string>> = {
  'catalog.search': 'Cari buku',
  'loan.list': 'Pinjaman saya',
  'loan.renew': 'Perpanjang pinjaman',
  'hold.list': 'Pesanan saya',
  'info.hours': 'Jam buka',
  'reading.recommend': 'Saran bacaan',
  'contact.librarian': 'Bicara dengan pustakawan',
};

export const id = {
  reasons: (because: readonly Reason[], f: Format): Say =>
    because.length > 0
      ? ['Karena:', list(because.map((why) => reason(why, f)))]
      : 'Keputusan tadi tidak memakai aturan hitungan; alasannya sudah saya sebutkan.',
  welcome: (library: string): string =>
    `Halo Kak, saya asisten ${library}. Mau cari buku, pesan, perpanjang, atau tanya jam buka? Tulis saja seperti biasa, misalnya "ada buku Laskar Pelangi?"`,
  hello: 'Halo Kak, ada yang bisa saya bantu? Misalnya cari buku, pinjaman saya, atau jam buka.',
  thanks: 'Sama-sama, Kak. Selamat membaca.',
  menu: 'Ini yang bisa saya bantu. Pilih nomornya, atau tulis langsung:',
  more: (staff: boolean): Say => [
    'Contoh yang bisa ditulis:',
    list([
      'cari Laskar Pelangi',
      'pesan Bumi Manusia',
      'pinjaman saya',
      'perpanjang semua',
      'pesanan saya',
      'besok buka jam berapa',
      'batal',
      'bahasa Inggris',
      ...(staff ? ['/pinjamkan KODE KARTU', '/kembalikan KODE', 'daftar ambil rak'] : []),
    ]),
  ],
  outOfScope:
    'Itu di luar urusan perpustakaan, jadi tidak bisa saya bantu. Saya bisa mencari buku, memesan, memperpanjang, dan memberi tahu jam buka. Ketik "menu" untuk pilihannya.',
  othersData: 'Data pembaca lain tidak bisa saya tampilkan. Untuk urusan Kakak sendiri, ketik "pinjaman saya" atau "pesanan saya".',
  librarian: (phone: string | undefined, hours: string): string =>
    `Pustakawan bisa dihubungi ${phone ? `lewat telepon ${phone} atau ` : ''}di meja layanan (jam petugas: ${hours}).`,
  library: 'perpustakaan',
  menuItems,
};

export type HelpWords = typeof id;
