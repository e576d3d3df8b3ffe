import { list } from '#conversation/say.ts';
import type { LendingTerms } from '#domain/policy.ts';
import type { Format } from '#languages/format.ts';
import type { MemberWords } from './id.ts';

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const fine = (terms: LendingTerms, f: Format): string =>
  terms.finePerDay > 0
    ? `The fine for late return is ${f.money(terms.finePerDay)} a day and book.`
    : 'There are no money fines. Lateness is counted in open days and may delay your next loan.';

export const en: MemberWords = {
  linkIntro: 'Your library card can be connected to this chat, so that you can reserve and renew from here.',
  needsCard: 'For that I need to know your library card. Once it is connected I will go on with what you asked.',
  consent:
    'By sending the card number you agree that this chat is connected to that card and receives due-date reminders. We keep the chat number and the card number. Type "stop" to switch reminders off, "unlink card" to disconnect at any time.',
  whichCard: 'What is the card number? Type "cancel" to leave it. No card yet? Register at the desk with your identity card.',
  whichCode: 'Now type the one-time code from the service desk. If you have none, ask staff to issue one.',
  mismatch: 'That card number and code do not match. Check the code and type it again, or type "cancel".',
  locked: 'Linking this card is locked after too many tries. Please ask for a new code at the service desk.',
  linked: 'Your card is connected to this chat. Due-date reminders will come here; type "stop" if you do not want them.',
  alreadyLinked: 'That card was already connected to this chat.',
  notLinked: 'This chat is not connected to any library card.',
  confirmUnlink: 'Disconnect the library card from this chat? Loans and reservations stay as they are; you just cannot manage them here.',
  unlinked: 'The card is disconnected from this chat. To connect it again you need a new code from the desk.',
  topics: {
    requirements: () =>
      "To become a member bring an identity card (KTP, KIA or student card); children use a parent's. The card is activated at the desk, free of charge.",
    eligibility: () => "Anyone may read in the library. Borrowing needs a member card: bring an identity card, children use a parent's.",
    fee: () => 'Membership is free. Just bring an identity card to the desk.',
    loan_limit: (terms) => `At most ${terms.maxLoans} books at a time.`,
    loan_period: (terms) => `The loan period is ${terms.loanDays} days. A due date on a closed day moves to the next open day.`,
    renewal_limit: (terms) => `You can renew ${times(terms.maxRenewals)}, for ${terms.renewDays} days each, as long as nobody is waiting.`,
    fine_rate: fine,
    lost_card: () => 'Lost card: come to the desk with your identity card; the old card is blocked and replaced.',
    lost_item: () =>
      'Lost book: please report it at the desk. It is replaced by the same title, or one of equal subject and price that staff accept.',
    card_renewal: () => 'The card is renewed at the desk with your identity card.',
    proxy: () => 'Somebody else may collect a book for you with your member card.',
    clearance_letter: () => 'The clearance letter is issued at the desk once all loans are back.',
  },
  allRules: (terms, f) => [
    'Lending rules:',
    list([
      `At most ${terms.maxLoans} books, for ${terms.loanDays} days`,
      `Renewal ${times(terms.maxRenewals)}, ${terms.renewDays} days, as long as nobody is waiting`,
      `At most ${terms.maxHolds} reservations, to be picked up within ${terms.holdPickupDays} open days`,
      fine(terms, f),
      'Membership is free: bring an identity card to the desk',
    ]),
  ],
};
