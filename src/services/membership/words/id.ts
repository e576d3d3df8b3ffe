import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { LendingTerms } from '#domain/policy.ts';
import type { Format } from '#languages/format.ts';

type Topic = (terms: LendingTerms, f: Format) => Say;

const fine = (terms: LendingTerms, f: Format): string =>
  terms.finePerDay > 0
    ? `Denda keterlambatan ${f.money(terms.finePerDay)} per hari per buku.`
    : 'Tidak ada denda uang. Keterlambatan dihitung per hari buka dan bisa menunda peminjaman berikutnya.';

const topics: Readonly<Record<string, Topic>> = {
  requirements: () =>
    'Syarat anggota: kartu identitas (KTP, KIA, atau kartu pelajar); anak memakai identitas orang tua. Kartu diaktifkan di meja layanan, gratis.',
  eligibility: () =>
    'Siapa pun boleh membaca di perpustakaan. Meminjam memerlukan kartu anggota; syaratnya kartu identitas, anak memakai identitas orang tua.',
  fee: () => 'Menjadi anggota gratis. Cukup bawa kartu identitas ke meja layanan.',
  loan_limit: (terms) => `Paling banyak ${terms.maxLoans} buku sekaligus.`,
  loan_period: (terms) => `Masa pinjam ${terms.loanDays} hari. Bila jatuh tempo di hari libur, digeser ke hari buka berikutnya.`,
  renewal_limit: (terms) =>
    `Perpanjangan paling banyak ${terms.maxRenewals} kali, masing-masing ${terms.renewDays} hari, selama tidak ada pembaca lain yang menunggu.`,
  fine_rate: fine,
  lost_card: () => 'Kartu hilang: datang ke meja layanan dengan kartu identitas, kartu lama diblokir dan diganti.',
  lost_item: () =>
    'Buku hilang: laporkan ke meja layanan. Gantinya judul yang sama, atau buku bersubjek dan harga setara yang disetujui petugas.',
  card_renewal: () => 'Perpanjangan kartu dilakukan di meja layanan dengan kartu identitas.',
  proxy: () => 'Buku boleh diambilkan orang lain dengan membawa kartu anggota Kakak.',
  clearance_letter: () => 'Surat bebas pustaka dibuat di meja layanan setelah semua pinjaman kembali.',
};

export const id = {
  linkIntro: 'Kartu anggota bisa dihubungkan ke chat ini supaya Kakak bisa memesan dan memperpanjang dari sini.',
  needsCard: 'Untuk itu saya perlu tahu kartu anggota Kakak. Setelah terhubung, permintaan tadi saya lanjutkan.',
  consent:
    'Dengan mengirim nomor kartu, Kakak setuju chat ini dihubungkan dengan kartu itu dan menerima pengingat jatuh tempo. Data yang disimpan: nomor chat dan nomor kartu. Pengingat bisa dimatikan dengan "stop", hubungan bisa dilepas kapan saja dengan "lepas kartu".',
  whichCard:
    'Berapa nomor kartu anggotanya? Ketik "batal" bila tidak jadi. Belum punya kartu? Daftar di meja layanan dengan kartu identitas.',
  whichCode: 'Sekarang ketik kode sekali pakai dari meja layanan. Belum punya? Minta petugas menerbitkannya.',
  mismatch: 'Nomor kartu dan kode itu tidak cocok. Periksa kodenya, lalu ketik lagi, atau ketik "batal".',
  locked: 'Penghubungan kartu ini dikunci karena terlalu banyak percobaan. Silakan ke meja layanan untuk kode baru.',
  linked: 'Kartu sudah terhubung dengan chat ini. Pengingat jatuh tempo akan datang ke sini; ketik "stop" bila tidak mau.',
  alreadyLinked: 'Kartu itu memang sudah terhubung dengan chat ini.',
  notLinked: 'Chat ini tidak terhubung dengan kartu anggota mana pun.',
  confirmUnlink: 'Lepas kartu anggota dari chat ini? Pinjaman dan pesanan tetap berlaku, hanya tidak bisa diurus dari chat ini.',
  unlinked: 'Kartu sudah dilepas dari chat ini. Untuk menghubungkan lagi perlu kode baru dari meja layanan.',
  topics,
  allRules: (terms: LendingTerms, f: Format): Say => [
    'Aturan peminjaman:',
    list([
      `Paling banyak ${terms.maxLoans} buku, masa pinjam ${terms.loanDays} hari`,
      `Perpanjangan ${terms.maxRenewals} kali, ${terms.renewDays} hari, selama tidak ada yang menunggu`,
      `Pesanan paling banyak ${terms.maxHolds} judul, diambil dalam ${terms.holdPickupDays} hari buka`,
      fine(terms, f),
      'Anggota gratis: bawa kartu identitas ke meja layanan',
    ]),
  ],
};

export type MemberWords = typeof id;
