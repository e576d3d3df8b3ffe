import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { LoanRecord, Renewed } from '#ports/library-system.ts';
import type { Reason } from '#domain/reasons.ts';

const late = (loan: LoanRecord): string => (loan.openDaysLate > 0 ? `, terlambat ${loan.openDaysLate} hari buka` : '');

interface Owed {
  readonly title: string | null;
  readonly amount: number;
  readonly because: readonly Reason[];
}

const lateness = ({ because }: Owed): string => {
  const why = because.find((one) => one.kind === 'open-days-late');
  return why ? ` (terlambat ${why.days} hari ${why.count === 'calendar' ? 'kalender' : 'buka'})` : '';
};

interface ChildsLoan extends LoanRecord {
  readonly child: string | null;
}

const line = (loan: LoanRecord, f: Format): string => {
  if (loan.status === 'lost') return `${loan.title}: tercatat hilang`;
  if (loan.status === 'claimed_returned') return `${loan.title}: dinyatakan sudah kembali, sedang dicari petugas`;
  return `${loan.title}: jatuh tempo ${f.day(loan.dueOn)}${late(loan)}`;
};

export const id = {
  none: 'Kakak sedang tidak meminjam buku. Ketik "cari" dan judulnya untuk mulai.',
  mine: (loans: readonly LoanRecord[], f: Format): Say => [
    `Kakak meminjam ${loans.length} buku:`,
    list(loans.map((loan) => line(loan, f))),
    ...(loans.some(({ status }) => status === 'open') ? ['Ketik "perpanjang" bila perlu waktu lebih.'] : []),
  ],
  ofChildren: (loans: readonly ChildsLoan[], f: Format): Say => [
    'Pinjaman anak Kakak:',
    list(loans.map((loan) => `${loan.child}: ${line(loan, f)}`)),
    'Ketik "perpanjang pinjaman anak saya" bila perlu waktu lebih.',
  ],
  noChildren:
    'Belum ada kartu anak yang terhubung dengan kartu Kakak. Petugas di meja layanan bisa menghubungkannya; bawa kartu Kakak dan kartu anak.',
  childrenHaveNone: (names: readonly string[], f: Format): string => `${f.list(names)} sedang tidak meminjam buku.`,
  one: (loan: LoanRecord, f: Format): string => `${line(loan, f)}.`,
  notLoaned: (said: string): string => `"${said}" tidak ada di daftar pinjaman Kakak. Ketik "pinjaman saya" untuk melihatnya.`,
  whichBook: 'Buku yang mana, Kak?',
  option: (loan: LoanRecord, f: Format): string => `${loan.title} (jatuh tempo ${f.day(loan.dueOn)})`,
  all: 'Semuanya',
  renewed: (renewed: Renewed, f: Format): string =>
    `Sudah diperpanjang. ${renewed.title} kembali paling lambat ${f.day(renewed.newDue)}.${renewed.renewalsLeft === 0 ? ' Ini perpanjangan terakhir.' : ''}`,
  refused: (title: string, reason: string): string => `${title} tidak diperpanjang. ${reason}`,
  noFines: 'Kakak tidak punya denda.',
  noMoneyOwed: 'Tidak ada denda uang.',
  suspended: (until: string | null, f: Format): string =>
    `Kartu Kakak diskors${until ? ` sampai ${f.day(until)}` : ''}: selama itu belum bisa meminjam, memesan, atau memperpanjang. Ketik "kenapa" untuk alasannya.`,
  fines: (fines: readonly Owed[], total: number, f: Format): Say => [
    `Denda Kakak ${f.money(total)}:`,
    list(fines.map((fine) => `${fine.title ?? 'Lain-lain'}: ${f.money(fine.amount)}${lateness(fine)}`)),
    'Pembayaran di meja layanan.',
  ],
  lateWithoutFine: (loans: readonly LoanRecord[], suspends: boolean, f: Format): Say => [
    'Kakak tidak punya denda uang, tetapi ada pinjaman yang terlambat:',
    list(loans.map((loan) => line(loan, f))),
    `Mohon segera dikembalikan atau diperpanjang.${suspends ? ' Keterlambatan menunda peminjaman berikutnya setelah buku kembali.' : ''}`,
  ],
  due: (loans: readonly LoanRecord[], renewable: boolean, f: Format): Say => {
    const lateOnes = loans.filter(({ openDaysLate }) => openDaysLate > 0).length;
    const soon = loans.length === 1 ? 'satu buku segera jatuh tempo' : `${loans.length} buku segera jatuh tempo`;
    const some = lateOnes === loans.length ? 'sudah terlambat' : `segera jatuh tempo, ${lateOnes} di antaranya sudah terlambat`;
    const overdue = loans.length === 1 ? 'satu buku sudah terlambat' : `${loans.length} buku ${some}`;
    const back = lateOnes > 0 ? 'Mohon segera dikembalikan' : 'Mohon dikembalikan tepat waktu';
    return [
      `Pengingat: ${lateOnes > 0 ? overdue : soon}.`,
      list(loans.map((loan) => line(loan, f))),
      renewable
        ? 'Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.'
        : `${back}: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.`,
    ];
  },
  returnedAction: (title: string): string => `${title} sudah saya kembalikan`,
  renewAction: (title: string): string => `Perpanjang ${title}`,
  renewAllAction: 'Perpanjang semua',
  noOpenLoan: 'Tidak ada pinjaman yang terbuka di kartu Kakak, jadi tidak ada yang perlu dilaporkan.',
  whichReturned: 'Buku mana yang sudah dikembalikan?',
  whichLost: 'Buku mana yang hilang?',
  confirmReturned: (title: string, code: string): string =>
    `Catat bahwa ${title} (kode ${code}) sudah Kakak kembalikan? Petugas akan mencarinya di perpustakaan, dan pengingatnya berhenti.`,
  claimed: (title: string): string =>
    `${title} dicatat sudah Kakak kembalikan. Petugas mencarinya; selama itu tidak ada pengingat. Bila ternyata masih di rumah, bawa saja ke meja layanan.`,
  claimedBefore: (title: string): string =>
    `${title} sudah dicatat Kakak kembalikan dan sedang dicari petugas. Kakak tidak perlu melapor lagi.`,
  confirmLost: (title: string, code: string): string =>
    `Laporkan ${title} (kode ${code}) hilang? Pinjamannya dibekukan: tidak ada pengingat dan tidak bisa diperpanjang sampai diselesaikan di meja layanan.`,
  lost: (title: string): string =>
    `${title} dicatat hilang. Selanjutnya: ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan. Bila bukunya ketemu, bawa saja ke sana.`,
  lostBefore: (title: string): string =>
    `${title} sudah dicatat hilang. Ganti dengan judul yang sama, atau buku bersubjek dan berharga setara, lewat petugas di meja layanan.`,
};

export type LoanWords = typeof id;
