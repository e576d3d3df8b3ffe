import { list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { FineRecord, LoanRecord, Renewed } from '#ports/library-system.ts';

const late = (loan: LoanRecord): string => (loan.openDaysLate > 0 ? `, terlambat ${loan.openDaysLate} hari buka` : '');

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
    'Ketik "perpanjang" bila perlu waktu lebih.',
  ],
  one: (loan: LoanRecord, f: Format): string => `${line(loan, f)}.`,
  notLoaned: (said: string): string => `"${said}" tidak ada di daftar pinjaman Kakak. Ketik "pinjaman saya" untuk melihatnya.`,
  whichBook: 'Buku yang mana, Kak?',
  option: (loan: LoanRecord, f: Format): string => `${loan.title} (jatuh tempo ${f.day(loan.dueOn)})`,
  all: 'Semuanya',
  renewed: (renewed: Renewed, f: Format): string =>
    `Sudah diperpanjang. ${renewed.title} kembali paling lambat ${f.day(renewed.newDue)}.${renewed.renewalsLeft === 0 ? ' Ini perpanjangan terakhir.' : ''}`,
  refused: (title: string, reason: string): string => `${title} tidak diperpanjang. ${reason}`,
  noFines: 'Kakak tidak punya denda.',
  fines: (fines: readonly FineRecord[], total: number, f: Format): Say => [
    `Denda Kakak ${f.money(total)}:`,
    list(fines.map((fine) => `${fine.title ?? 'Lain-lain'}: ${f.money(fine.amount)}`)),
    'Pembayaran di meja layanan.',
  ],
  lateWithoutFine: (loans: readonly LoanRecord[], f: Format): Say => [
    'Kakak tidak punya denda uang, tetapi ada pinjaman yang terlambat:',
    list(loans.map((loan) => line(loan, f))),
    'Mohon segera dikembalikan atau diperpanjang.',
  ],
  due: (loans: readonly LoanRecord[], renewable: boolean, f: Format): Say => [
    loans.length === 1 ? 'Pengingat: satu buku segera jatuh tempo.' : `Pengingat: ${loans.length} buku segera jatuh tempo.`,
    list(loans.map((loan) => line(loan, f))),
    renewable
      ? 'Balas "perpanjang" bila perlu waktu lebih, atau "stop" bila tidak mau diingatkan.'
      : 'Mohon dikembalikan tepat waktu: belum bisa diperpanjang. Balas "stop" bila tidak mau diingatkan.',
  ],
  renewAction: (title: string): string => `Perpanjang ${title}`,
  renewAllAction: 'Perpanjang semua',
};

export type LoanWords = typeof id;
