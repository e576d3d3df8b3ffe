import { list } from '#conversation/say.ts';
import type { Reason } from '#domain/reasons.ts';
import type { Format } from '#languages/format.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { LoanWords } from './id.ts';

const late = (loan: LoanRecord): string =>
  loan.openDaysLate > 0 ? `, ${loan.openDaysLate} open ${loan.openDaysLate === 1 ? 'day' : 'days'} late` : '';

const lateness = (because: readonly Reason[]): string => {
  const why = because.find((one) => one.kind === 'open-days-late');
  return why ? ` (${why.days} ${why.count === 'calendar' ? '' : 'open '}${why.days === 1 ? 'day' : 'days'} late)` : '';
};

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
    ...(loans.some(({ status }) => status === 'open') ? ['Type "renew" if you need more time.'] : []),
  ],
  ofChildren: (loans, f) => [
    "Your child's loans:",
    list(loans.map((loan) => `${loan.child}: ${line(loan, f)}`)),
    'Type "renew my child\'s loans" if you need more time.',
  ],
  noChildren: "No child's card is connected with yours yet. Staff at the desk can connect it; bring your card and your child's.",
  childrenHaveNone: (names, f) => `${f.list(names)} ${names.length === 1 ? 'has' : 'have'} no books on loan.`,
  one: (loan, f) => `${line(loan, f)}.`,
  notLoaned: (said) => `"${said}" is not among your loans. Type "my loans" to see them.`,
  whichBook: 'Which book?',
  option: (loan, f) => `${loan.title} (due ${f.day(loan.dueOn)})`,
  all: 'All of them',
  renewed: (renewed, f) =>
    `Renewed. ${renewed.title} is now due on ${f.day(renewed.newDue)}.${renewed.renewalsLeft === 0 ? ' This was the last renewal.' : ''}`,
  refused: (title, reason) => `${title} is not renewed. ${reason}`,
  noFines: 'You have no fines.',
  noMoneyOwed: 'You owe no money.',
  suspended: (until, f) =>
    `Your card is suspended${until ? ` until ${f.day(until)}` : ''}: until then you cannot borrow, reserve or renew. Type "why" for the reason.`,
  fines: (fines, total, f) => [
    `Your fines come to ${f.money(total)}:`,
    list(fines.map((fine) => `${fine.title ?? 'Other'}: ${f.money(fine.amount)}${lateness(fine.because)}`)),
    'Please pay at the service desk.',
  ],
  lateWithoutFine: (loans, suspends, f) => [
    'You owe no money, but these loans are late:',
    list(loans.map((loan) => line(loan, f))),
    `Please return or renew them soon.${suspends ? ' Being late puts off your next loan once the book is back.' : ''}`,
  ],
  due: (loans, renewable, f) => {
    const lateOnes = loans.filter(({ openDaysLate }) => openDaysLate > 0).length;
    const soon = loans.length === 1 ? 'one book is due soon' : `${loans.length} books are due soon`;
    const some = lateOnes === loans.length ? 'are late' : `are due soon, ${lateOnes} of them late`;
    const overdue = loans.length === 1 ? 'one book is late' : `${loans.length} books ${some}`;
    const back = lateOnes > 0 ? 'Please return soon' : 'Please return on time';
    return [
      `Reminder: ${lateOnes > 0 ? overdue : soon}.`,
      list(loans.map((loan) => line(loan, f))),
      renewable
        ? 'Reply "renew" if you need more time, or "stop" if you want no reminders.'
        : `${back}: it cannot be renewed now. Reply "stop" if you want no reminders.`,
    ];
  },
  returnedAction: (title) => `I have returned ${title}`,
  renewAction: (title) => `Renew ${title}`,
  renewAllAction: 'Renew all',
  noOpenLoan: 'There is no open loan on your card, so there is nothing to report.',
  whichReturned: 'Which book have you returned?',
  whichLost: 'Which book is lost?',
  confirmReturned: (title, code) =>
    `Shall I note that you have returned ${title} (code ${code})? Staff will look for it in the library, and its reminders stop.`,
  claimed: (title) =>
    `${title} is noted as returned by you. Staff are looking for it; there are no reminders meanwhile. If it is still at home, just bring it to the desk.`,
  claimedBefore: (title) => `${title} is already noted as returned by you and staff are looking for it. You need not report it again.`,
  confirmLost: (title, code) =>
    `Report ${title} (code ${code}) as lost? The loan is frozen: no reminders and no renewals until it is settled at the desk.`,
  lost: (title) =>
    `${title} is noted as lost. Next: replace it with the same title, or with a book of the same subject and price, at the service desk. If you find it, just bring it there.`,
  lostBefore: (title) =>
    `${title} is already noted as lost. Replace it with the same title, or with a book of the same subject and price, at the service desk.`,
};
