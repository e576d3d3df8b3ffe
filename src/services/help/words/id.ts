import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { ClosedDay, Reason } from '#domain/reasons.ts';
import type { Format } from '#languages/format.ts';

const fieldNames: Readonly<Record<string, (value: string | number, f: Format) => string>> = {
  loanDays: (value) => `masa pinjam ${value} hari`,
  maxLoans: (value) => `paling banyak ${value} pinjaman`,
  maxHolds: (value) => `paling banyak ${value} pesanan`,
  maxHoldsPerDay: (value) => `paling banyak ${value} pesanan sehari`,
  maxRenewals: (value) => `paling banyak ${value} kali perpanjangan`,
  renewDays: (value) => `perpanjangan ${value} hari`,
  renewable: () => 'koleksi ini tidak diperpanjang',
  renewFrom: (value) =>
    value === 'today' ? 'perpanjangan dihitung sejak hari diperpanjang' : 'perpanjangan dihitung sejak jatuh tempo sebelumnya',
  renewWindowDays: (value) => `perpanjangan dibuka ${value} hari sebelum jatuh tempo`,
  overdueRenewal: (value) =>
    value === 'allow'
      ? 'pinjaman yang sedikit terlambat masih boleh diperpanjang'
      : value === 'block'
        ? 'pinjaman yang terlambat tidak diperpanjang'
        : 'selama ada pinjaman yang terlambat, tidak ada yang diperpanjang',
  overdueGraceDays: (value) => `keterlambatan sampai ${value} hari buka masih boleh diperpanjang`,
  holdPickupDays: (value) => `pesanan disimpan ${value} hari buka`,
  missedPickup: (value) => (value === 'suspend' ? 'pesanan yang tidak diambil ditunda satu kali' : 'pesanan yang tidak diambil berakhir'),
  finePerDay: (value, f) => `denda ${f.money(Number(value))} per hari terlambat`,
  lateDays: (value) => (value === 'open' ? 'keterlambatan dihitung per hari buka' : 'keterlambatan dihitung per hari kalender'),
  blockAtFine: (value, f) => `denda mulai ${f.money(Number(value))} menghentikan pinjaman, pesanan, dan perpanjangan`,
  suspensionFactor: (value) => `setiap hari terlambat menambah ${value} hari skorsing`,
  suspensionCapDays: (value) => `skorsing paling lama ${value} hari`,
  dueMode: (value) =>
    value === 'pushNextOpen'
      ? 'jatuh tempo di hari libur digeser ke hari buka berikutnya'
      : value === 'skipClosed'
        ? 'hari libur tidak dihitung'
        : 'jatuh tempo dihitung menurut hari kalender',
};

const closedDay = ({ day, reason: name, tentative }: ClosedDay, f: Format): string => {
  const why = [name || f.weekday(day), ...(tentative ? ['masih perkiraan'] : [])].join(', ');
  return `${f.shortDay(day)} (${why})`;
};

const reason = (why: Reason, f: Format): string => {
  switch (why.kind) {
    case 'rule':
      return `Aturan (${why.label}): ${fieldNames[why.field]?.(why.value, f) ?? `${why.field} ${why.value}`}`;
    case 'closed-days':
      return `Digeser dari ${f.day(why.from)} ke ${f.day(why.to)} karena tutup: ${f.list(why.days.map((day) => closedDay(day, f)))}`;
    case 'holds-before':
      return why.count === 0 ? 'Tidak ada pesanan di depan' : `${why.count} pesanan lebih dulu di antrean`;
    case 'copies':
      return `${why.usable} eksemplar bisa dipakai, ${why.free} di antaranya bebas sekarang`;
    case 'card-expiry':
      return `Kartu berlaku sampai ${f.day(why.on)}`;
    case 'open-days-late':
      return `${why.title ? `${why.title} terlambat` : 'Terlambat'} ${why.days} hari ${why.count === 'calendar' ? 'kalender' : 'buka'} sejak ${f.day(why.due)}`;
    case 'counted-from':
      return `Dihitung sejak dipinjam, ${f.day(why.on)}`;
    case 'renewed':
      return `Sudah diperpanjang ${why.times} kali`;
    case 'earliest-due':
      return why.isLate
        ? `Eksemplar yang dinanti seharusnya kembali ${f.day(why.on)}, tetapi terlambat`
        : `Eksemplar yang paling cepat kembali jatuh tempo ${f.day(why.on)}`;
    case 'ready-since':
      return `Siap diambil sejak ${f.day(why.on)}`;
    case 'van-visit':
      return `Mengikuti kunjungan perpustakaan keliling di ${why.stop}, ${f.day(why.on)}`;
    case 'suspended-hold':
      return why.until
        ? `Ditunda sampai ${f.day(why.until)}, tempat di antrean tetap`
        : 'Ditunda sampai Kakak melanjutkannya, tempat di antrean tetap';
    case 'minimum-age':
      return `Judul ini ditandai untuk pembaca ${why.age} tahun ke atas; umur dilihat dari tanggal lahir di kartu, atau dari jenis anggotanya`;
    case 'reference-only':
      return 'Judul ini ditandai hanya untuk dibaca di tempat';
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
  because: (what: string, because: readonly Reason[], f: Format): Say => [what, list(because.map((why) => reason(why, f)))],
  dueBecause: (title: string, due: string, f: Format): string => `${title} jatuh tempo ${f.day(due)}, karena:`,
  positionBecause: (title: string, position: number): string => `Pesanan ${title} di antrean ke-${position}, karena:`,
  deadlineBecause: (title: string, deadline: string, f: Format): string => `${title} diambil paling lambat ${f.day(deadline)}, karena:`,
  suspendedHoldBecause: (title: string): string => `Pesanan ${title} sedang ditunda, karena:`,
  suspendedBecause: (until: string | null, f: Format): string =>
    until ? `Kartu Kakak diskors sampai ${f.day(until)}, karena:` : 'Kartu Kakak sedang diskors, karena:',
  suspendedUnknown: (until: string | null, f: Format): string =>
    `Kartu Kakak sedang diskors${until ? ` sampai ${f.day(until)}` : ''}. Alasannya dicatat petugas: silakan ke meja layanan atau ketik "pustakawan".`,
  fineBecause: (title: string | null, amount: number, f: Format): string => `Denda ${title ?? 'lain-lain'} ${f.money(amount)}, karena:`,
  fineUnknown: (title: string | null, amount: number, f: Format): string =>
    `Denda ${title ?? 'lain-lain'} ${f.money(amount)} dicatat petugas; rinciannya ada di meja layanan.`,
  notSuspended: 'Kartu Kakak tidak diskors dan tidak ada denda.',
  mayRenew: (title: string, until: string, f: Format): string =>
    `${title} sekarang bisa diperpanjang sampai ${f.day(until)}. Ketik "perpanjang ${title}".`,
  nothingToRenew: 'Kakak sedang tidak meminjam buku, jadi tidak ada yang perlu diperpanjang.',
  mayHold: (title: string): string => `${title} sekarang bisa dipesan. Ketik "pesan ${title}".`,
  refusedRenewal: (title: string, why: string): string => `${title}: ${why}`,
  nothingToExplain:
    'Belum ada keputusan yang bisa saya jelaskan. Tanya misalnya "kenapa jatuh temponya tanggal itu?" atau "kenapa tidak bisa diperpanjang?".',
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
  notOurs: {
    other:
      'Itu di luar urusan perpustakaan, jadi tidak bisa saya bantu. Saya bisa mencari buku, memesan, memperpanjang, dan memberi tahu jam buka. Ketik "menu" untuk pilihannya.',
    others_data: 'Data pembaca lain tidak bisa saya tampilkan. Untuk urusan Kakak sendiri, ketik "pinjaman saya" atau "pesanan saya".',
    other_office:
      'Itu layanan instansi lain, jadi tidak bisa saya urus. Silakan hubungi kantornya langsung, Kak. Soal buku, pinjaman, dan jam buka perpustakaan bisa saya bantu; ketik "menu" untuk pilihannya.',
    identity:
      'Saya asisten perpustakaan, sebuah program, bukan orang. Saya bisa mencari buku, memesan, dan memperpanjang pinjaman. Ketik "menu" untuk pilihannya, atau "bicara dengan pustakawan".',
  },
  librarian: (phone: string | undefined, hours: string): string =>
    `Pustakawan bisa dihubungi ${phone ? `lewat telepon ${phone} atau ` : ''}di meja layanan (jam petugas: ${hours}).`,
  library: 'perpustakaan',
  menuItems,
};

export type HelpWords = typeof id;
