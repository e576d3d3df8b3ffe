import { list } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { LoanWords } from './id.ts';

const late = (loan: LoanRecord): string =>
  loan.openDaysLate > 0 ? `, ${loan.openDaysLate} open ${loan.openDaysLate === 1 ? 'day' : 'days'} late` : '';

const line = (loan: LoanRecord, f: Format): string => {
  if (loan.status === 'lost') return `${loan.title}: recorded as lost`;
  if (loan.status === 'claimed_returned') return `${loan.title}: said to be returned, staff are looking for it`;
  return `${loan.title}: due ${f.day(loan.dueOn)}${late(loan)}`;
};

export const en: LoanWords = {
  none: 'You have no books on loan. Type "find" and a title to begin.',
  mine: (loans, f) => [
    `You have ${loans.length} ${loans.length === 1 ? 'book' : 'books'} on loan:`,
    list(loans.map((loan) => line(loan, f))),
    'Type "renew" if you need more time.',
  ],
  one: (loan, f) => `${line(loan, f)}.`,
  notLoaned: (said) => `"${said}" is not among your loans. Type "my loans" to see them.`,
  whichBook: 'Which book?',
  option: (loan, f) => `${loan.title} (due ${f.day(loan.dueOn)})`,
  all: 'All of them',
  renewed: (renewed, f) =>
    `Renewed. ${renewed.title} is now due on ${f.day(renewed.newDue)}.${renewed.renewalsLeft === 0 ? ' This was the last renewal.' : ''}`,
  refused: (title, reason) => `${title} is not renewed. ${reason}`,
  noFines: 'You have no fines.',
  fines: (fines, total, f) => [
    `Your fines come to ${f.money(total)}:`,
    list(fines.map((fine) => `${fine.title ?? 'Other'}: ${f.money(fine.amount)}`)),
    'Please pay at the service desk.',
  ],
  lateWithoutFine: (loans, f) => [
    'You owe no money, but these loans are late:',
    list(loans.map((loan) => line(loan, f))),
    'Please return or renew them soon.',
  ],
  due: (loans, renewable, f) => [
    loans.length === 1 ? 'Reminder: one book is due soon.' : `Reminder: ${loans.length} books are due soon.`,
    list(loans.map((loan) => line(loan, f))),
    renewable
      ? 'Reply "renew" if you need more time, or "stop" if you want no reminders.'
      : 'Please return on time: it cannot be renewed now. Reply "stop" if you want no reminders.',
  ],
  renewAction: (title) => `Renew ${title}`,
  renewAllAction: 'Renew all',
};
