import { list } from '#conversation/say.ts';
import type { Reason } from '#domain/reasons.ts';
import type { Format } from '#languages/format.ts';
import type { HelpWords } from './id.ts';

const fieldNames: Readonly<Record<string, (value: string | number) => string>> = {
  loanDays: (value) => `loans last ${value} days`,
  maxLoans: (value) => `at most ${value} loans`,
  maxHolds: (value) => `at most ${value} reservations`,
  maxHoldsPerDay: (value) => `at most ${value} reservations a day`,
  maxRenewals: (value) => `at most ${value} ${value === 1 ? 'renewal' : 'renewals'}`,
  renewDays: (value) => `a renewal gives ${value} days`,
  renewWindowDays: (value) => `renewing opens ${value} days before the due date`,
  overdueGraceDays: (value) => `up to ${value} open days late can still be renewed`,
  holdPickupDays: (value) => `reservations are kept for ${value} open days`,
  dueMode: (value) =>
    value === 'pushNextOpen'
      ? 'a due date on a closed day moves to the next open day'
      : value === 'skipClosed'
        ? 'closed days are not counted'
        : 'due dates count calendar days',
};

const reason = (why: Reason, f: Format): string => {
  switch (why.kind) {
    case 'rule':
      return `Rule (${why.label}): ${fieldNames[why.field]?.(why.value) ?? `${why.field} ${why.value}`}`;
    case 'closed-days':
      return `Moved from ${f.day(why.from)} to ${f.day(why.to)} because of closed days: ${f.list(why.days.map(({ day, reason: name, tentative }) => `${f.shortDay(day)} (${name}${tentative ? ', not confirmed yet' : ''})`))}`;
    case 'holds-before':
      return why.count === 0
        ? 'No reservation is ahead'
        : `${why.count} ${why.count === 1 ? 'reservation is' : 'reservations are'} ahead in the queue`;
    case 'copies':
      return `${why.usable} ${why.usable === 1 ? 'copy' : 'copies'} could serve, ${why.free} free now`;
    case 'card-expiry':
      return `Limited by the card, which is valid until ${f.day(why.on)}`;
    case 'open-days-late':
      return `${why.days} open ${why.days === 1 ? 'day' : 'days'} late since ${f.day(why.due)}`;
  }
};

export const en: HelpWords = {
  reasons: (because, f) =>
    because.length > 0
      ? ['Because:', list(because.map((why) => reason(why, f)))]
      : 'That decision used no counted rule; I have already named the reason.',
  welcome: (library) =>
    `Hello, I am the assistant of ${library}. Would you like to find a book, reserve, renew, or know the opening hours? Just write as you talk, such as "do you have Laskar Pelangi?"`,
  hello: 'Hello, how can I help? For instance find a book, my loans, or opening hours.',
  thanks: 'You are welcome. Enjoy your reading.',
  menu: 'This is what I can do. Choose a number, or just write:',
  more: (staff) => [
    'Some things you can write:',
    list([
      'find Laskar Pelangi',
      'reserve Bumi Manusia',
      'my loans',
      'renew all',
      'my holds',
      'what time do you open tomorrow',
      'cancel',
      'bahasa Indonesia',
      ...(staff ? ['/checkout CODE CARD', '/checkin CODE', 'pull list'] : []),
    ]),
  ],
  outOfScope:
    'That is not a matter of the library, so I cannot help with it. I can find books, reserve, renew, and tell the opening hours. Type "menu" for the choices.',
  othersData: 'I cannot show other readers\' data. For your own, type "my loans" or "my holds".',
  librarian: (phone, hours) =>
    `You can reach a librarian ${phone ? `by telephone ${phone} or ` : ''}at the service desk (staff hours: ${hours}).`,
  library: 'the library',
  menuItems: {
    'catalog.search': 'Find a book',
    'loan.list': 'My loans',
    'loan.renew': 'Renew a loan',
    'hold.list': 'My reservations',
    'info.hours': 'Opening hours',
    'reading.recommend': 'Reading suggestions',
    'contact.librarian': 'Talk to a librarian',
  },
};
