import { list } from '#conversation/say.ts';
import { generalRule } from '#domain/policy.ts';
import type { ClosedDay, Reason } from '#domain/reasons.ts';
import type { Format } from '#languages/format.ts';
import type { HelpWords } from './id.ts';

const fieldNames: Readonly<Record<string, (value: string | number, f: Format) => string>> = {
  loanDays: (value) => `loans last ${value} days`,
  maxLoans: (value) => `at most ${value} ${value === 1 ? 'loan' : 'loans'}`,
  maxHolds: (value) => `at most ${value} ${value === 1 ? 'reservation' : 'reservations'}`,
  maxHoldsPerDay: (value) => `at most ${value} ${value === 1 ? 'reservation' : 'reservations'} a day`,
  maxRenewals: (value) => `at most ${value} ${value === 1 ? 'renewal' : 'renewals'}`,
  renewDays: (value) => `a renewal gives ${value} days`,
  renewable: () => 'this item is not renewed',
  renewFrom: (value) => (value === 'today' ? 'a renewal counts from the day it is made' : 'a renewal counts from the previous due date'),
  renewWindowDays: (value) => `renewing opens ${value} days before the due date`,
  overdueRenewal: (value) =>
    value === 'allow'
      ? 'a loan that is a little late can still be renewed'
      : value === 'block'
        ? 'a late loan is not renewed'
        : 'while any loan is late, none is renewed',
  overdueGraceDays: (value) => `up to ${value} open days late can still be renewed`,
  holdPickupDays: (value) => `reservations are kept for ${value} open days`,
  missedPickup: (value) =>
    value === 'suspend' ? 'a reservation that is not picked up is suspended once' : 'a reservation that is not picked up ends',
  finePerDay: (value, f) => `a fine of ${f.money(Number(value))} for each day late`,
  lateDays: (value) => (value === 'open' ? 'lateness counts open days' : 'lateness counts calendar days'),
  blockAtFine: (value, f) => `from a fine of ${f.money(Number(value))} on, borrowing, reserving and renewing stop`,
  suspensionFactor: (value) => `each day late adds ${value} ${value === 1 ? 'day' : 'days'} of suspension`,
  suspensionCapDays: (value) => `a suspension lasts ${value} days at most`,
  dueMode: (value) =>
    value === 'pushNextOpen'
      ? 'a due date on a closed day moves to the next open day'
      : value === 'skipClosed'
        ? 'closed days are not counted'
        : 'due dates count calendar days',
};

const closedDay = ({ day, reason: name, tentative }: ClosedDay, f: Format): string => {
  const why = [name || f.weekday(day), ...(tentative ? ['not confirmed yet'] : [])].join(', ');
  return `${f.shortDay(day)} (${why})`;
};

const ruleName = ({ ruleId, label }: Extract<Reason, { kind: 'rule' }>): string => (ruleId === generalRule.ruleId ? 'general rule' : label);

const reason = (why: Reason, f: Format): string => {
  switch (why.kind) {
    case 'rule':
      return `Rule (${ruleName(why)}): ${fieldNames[why.field]?.(why.value, f) ?? `${why.field} ${why.value}`}`;
    case 'closed-days':
      return `Moved from ${f.day(why.from)} to ${f.day(why.to)} because of closed days: ${f.list(why.days.map((day) => closedDay(day, f)))}`;
    case 'holds-before':
      return why.count === 0
        ? 'No reservation is ahead'
        : `${why.count} ${why.count === 1 ? 'reservation is' : 'reservations are'} ahead in the queue`;
    case 'copies':
      return `${why.usable} ${why.usable === 1 ? 'copy' : 'copies'} could serve, ${why.free} free now`;
    case 'card-expiry':
      return `The card is valid until ${f.day(why.on)}`;
    case 'open-days-late':
      return `${why.title ? `${why.title} is ` : ''}${why.days} ${why.count === 'calendar' ? '' : 'open '}${why.days === 1 ? 'day' : 'days'} late since ${f.day(why.due)}`;
    case 'counted-from':
      return `Counted from the day of the loan, ${f.day(why.on)}`;
    case 'renewed':
      return `Renewed ${why.times === 1 ? 'once' : `${why.times} times`}`;
    case 'earliest-due':
      return why.isLate
        ? `The copy you wait for was due ${f.day(why.on)} and is late`
        : `The first copy to come back is due ${f.day(why.on)}`;
    case 'ready-since':
      return `Ready for pickup since ${f.day(why.on)}`;
    case 'van-visit':
      return `It follows the visit of the mobile library at ${why.stop}, ${f.day(why.on)}`;
    case 'suspended-hold':
      return why.until
        ? `Suspended until ${f.day(why.until)}, the place in the queue is kept`
        : 'Suspended until you resume it, the place in the queue is kept';
    case 'minimum-age':
      return `This title is marked for readers of ${why.age} and older; the age comes from the birth date on the card, or from the kind of card`;
    case 'reference-only':
      return 'This title is marked for reading in the library only';
  }
};

export const en: HelpWords = {
  reasons: (because, f) =>
    because.length > 0
      ? ['Because:', list(because.map((why) => reason(why, f)))]
      : 'That decision used no counted rule; I have already named the reason.',
  because: (what, because, f) => [what, list(because.map((why) => reason(why, f)))],
  dueBecause: (title, due, f) => `${title} is due on ${f.day(due)}, because:`,
  positionBecause: (title, position) => `Your reservation of ${title} is number ${position} in the queue, because:`,
  deadlineBecause: (title, deadline, f) => `${title} is kept until ${f.day(deadline)}, because:`,
  suspendedHoldBecause: (title) => `Your reservation of ${title} is suspended, because:`,
  suspendedBecause: (until, f) => (until ? `Your card is suspended until ${f.day(until)}, because:` : 'Your card is suspended, because:'),
  suspendedUnknown: (until, f) =>
    `Your card is suspended${until ? ` until ${f.day(until)}` : ''}. Staff keep the reason: please come to the service desk or type "librarian".`,
  fineBecause: (title, amount, f) => `The fine ${title ? `for ${title} ` : ''}is ${f.money(amount)}, because:`,
  fineUnknown: (title, amount, f) =>
    `The fine ${title ? `for ${title} ` : ''}of ${f.money(amount)} was recorded by staff; the desk has the details.`,
  notSuspended: 'Your card is not suspended and you owe nothing.',
  mayRenew: (title, until, f) => `${title} can be renewed now until ${f.day(until)}. Type "renew ${title}".`,
  nothingToRenew: 'You have no books on loan, so there is nothing to renew.',
  mayHold: (title) => `${title} can be reserved now. Type "reserve ${title}".`,
  refusedRenewal: (title, why) => `${title}: ${why}`,
  nothingToExplain: 'There is no decision to explain yet. Ask for instance "why is it due on that day?" or "why can I not renew?".',
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
  notOurs: {
    other:
      'That is not a matter of the library, so I cannot help with it. I can find books, reserve, renew, and tell the opening hours. Type "menu" for the choices.',
    others_data: 'I cannot show other readers\' data. For your own, type "my loans" or "my holds".',
    other_office:
      'That is another office\'s service, so I cannot arrange it. Please ask that office directly. With books, loans and the library\'s opening hours I can help; type "menu" for the choices.',
    identity:
      'I am the library\'s assistant, a program and not a person. I can find books, reserve and renew. Type "menu" for the choices, or "talk to a librarian".',
  },
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
