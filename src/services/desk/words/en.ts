import { list } from '#conversation/say.ts';
import { copyStates } from '#languages/en/refusals.ts';
import type { Format } from '#languages/format.ts';
import type { DeskWords } from './id.ts';

const stateOf = (state: string): string => copyStates[state] ?? state;
const nameOf = ({ title, copyCode }: { readonly title: string | null; readonly copyCode: string | null }): string =>
  title && copyCode ? `${title} (${copyCode})` : (title ?? copyCode ?? 'a card');
const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const acts: Readonly<Record<string, string>> = {
  'check-out': 'Hand-out of',
  'check-in': 'Return of',
  'confirm-capture': 'Capture of',
  'report-missing': 'Not on the shelf:',
  'copy-lost': 'Lost:',
  'copy-damaged': 'Damaged:',
  'copy-found': 'Found:',
  'replace-lost': 'Replacement of',
  'charge-lost': 'Price of',
  'fine-paid': 'Payment of a fine for',
  'fine-waived': 'Waiver of a fine for',
  'lift-suspension': 'Suspension lifted:',
  'register-member': 'Registration of',
  'activate-member': 'Activation of the card of',
  'extend-card': 'Extension of the card of',
};

const actOf = (operation: string, about: { readonly title: string | null; readonly copyCode: string | null }): string =>
  `${acts[operation] ?? operation} ${nameOf(about)}`;

const taskNames: Readonly<Record<string, string>> = {
  claimed: 'To be searched: said to be returned',
  lost: 'Lost books',
  overdue: 'Overdue by 90 days or more',
  releasing: 'Back to the shelf',
  missing: 'Not on the shelf',
  pending: 'Waiting for activation',
};

const types = { adult: 'adult', teen: 'teen', child: 'child' } as const;
const left = (amount: number, f: Format): string => (amount > 0 ? ` ${f.money(amount)} of this card is still open.` : '');
const forTitles = (titles: readonly string[]): string => (titles.length > 0 ? ` (${titles.join(', ')})` : '');
const place = (branch: string | null): string => (branch === null ? '' : ` at ${branch}`);

export const en: DeskWords = {
  notInYourRole: 'That is for librarians, the head or the administrator; drivers only hand out and take back. Please ask one of them.',
  howToCheckOut: 'Write the copy code and the card number, such as: /checkout B00123 A-0045',
  howToCheckIn: 'Write the copy code, such as: /checkin B00123. Scanning the code alone works too.',
  whoseCard: (copies) => {
    const kept = copies.flatMap(({ keptFor }) => keptFor ?? []);
    return `${copies.map(nameOf).join(', ')}: handed out on which card? Write the card number.${kept.length > 0 ? ` This book is kept for card ${kept.join(', ')}.` : ''}`;
  },
  noSuchCard: (card) => `There is no card ${card}. Please check the number and write it again.`,
  noSuchCopy: (code) => `There is no copy ${code} in the catalogue. Please check the code and write it again.`,
  noSuchTitle: (said) => `There is no title "${said}" in the catalogue. Please write the copy code.`,
  whichTitle: (said) => `There are several titles for "${said}". Which one?`,
  whichCopy: (said) => `Several copies of "${said}" are on loan. Which one?`,
  copyOut: (copy) => `${nameOf(copy)}, card ${copy.card ?? '-'}`,
  noneOut: (said) => `No copy of "${said}" is on loan. If you have one in hand, write its code.`,
  refusedFor: (item, why) => `${item}: ${why}`,
  checkedOut: (title, copy, due, f) => `${title} (${copy}) is checked out, due ${f.day(due)}.`,
  checkedIn: (title, copy, lateDays, state) =>
    `${title} (${copy}) is back${lateDays > 0 ? `, ${many(lateDays, 'open day', 'open days')} late` : ''}. State: ${stateOf(state)}.`,
  arrived: (title, copy, state) => `${title} (${copy}) has arrived. State: ${stateOf(state)}.`,
  forHold: (state) =>
    state === 'in_transit' ? 'Send it to where its reader fetches it.' : 'Put it on the hold shelf: somebody reserved it.',
  owes: (amount, f) => `This card now owes ${f.money(amount)}. When it is paid, write: /paid and the card number.`,
  suspendedNow: (until, f) => `The card is suspended until ${f.day(until)} for this lateness.`,
  undone: (operation, about, state) =>
    `${actOf(operation, about)} is undone${state === null ? '.' : `; the book is now ${stateOf(state)}.`}`,
  nothingDone: 'You have done nothing at the desk today.',
  logLine: (act, time) => `${time}: ${actOf(act.operation, act)}${act.undone ? ' (undone)' : ''}`,
  log: (lines, more, undoable) => [
    'What you did today, newest first:',
    list([...lines, ...(more > 0 ? [`and ${more} before these`] : [])]),
    ...(undoable ? ['Type "undo" to take back the last one.'] : []),
  ],
  pullList: (count, branch) =>
    `${many(count, 'book waits', 'books wait')} for staff${place(branch)}. Reply with the numbers in your hands ("1 and 3", "all"), or "2 missing".`,
  toPull: (line) => `${nameOf(line)}, ${line.branchName}${line.shelf ? `, ${line.shelf}` : ''}, for pickup at ${line.pickupName}`,
  toShelve: (copy) => `${nameOf(copy)}, ${copy.branchName}: back to the shelf`,
  nextPage: (rest) => `Next (${rest} more)`,
  nothingToPull: (branch) => `There is nothing to take from the shelves${place(branch)}.`,
  onlySoMany: (count) => `The numbers are 1 to ${count}.`,
  howToCapture: 'Write the code of the copy you took from the shelf, such as: /capture B00123',
  captured: (title, ready, deadline, f) =>
    ready
      ? `${title} is ready for pickup${deadline ? ` until ${f.day(deadline)}` : ''}. The reader is told unless notices are off.`
      : `${title} is recorded as on its way to the pickup place.`,
  shelved: (title, copy, state) => `${title} (${copy}) is done. State: ${stateOf(state)}.`,
  missed: (title, copy) =>
    `${title} (${copy}) is recorded as not on the shelf. A reader who reserved it keeps the place and gets the next copy.`,
  howToJudge: 'Write the copy code and what happened, such as: "B00123 lost", "B00123 damaged" or "B00123 found".',
  whichVerdict: (copy) => `${nameOf(copy)} is now: ${stateOf(copy.state)}. What happened?`,
  verdicts: {
    lost: 'Lost',
    damaged: 'Damaged',
    missing: 'Not on the shelf',
    found: 'Found',
    replaced: 'Replaced',
    price: 'To be paid for',
  },
  noLoanToReplace: (copy) =>
    `${nameOf(copy)} is on nobody's loan, so nobody replaces it. To record it as lost, write: /lost ${copy.copyCode}`,
  whichPrice: (copy) => `What is the price of ${nameOf(copy)}? Write the sum, such as 75000.`,
  confirmVerdict: (copy, verdict, { newCode, amount }, f) => {
    if (copy.card === null)
      return `${nameOf(copy)} is kept for card ${copy.keptFor ?? '-'}: record it as ${verdict === 'lost' ? 'lost' : 'damaged'}? The reader gets another copy if there is one.`;
    const loan = `${nameOf(copy)}, on loan with card ${copy.card}`;
    if (verdict === 'lost') return `${loan}: record it as lost? The loan is frozen until the book, another one or its price is brought.`;
    if (verdict === 'replaced')
      return `${loan}: accept the replacement${newCode === null ? '' : ` with the code ${newCode}`}? The loan ends and ${copy.copyCode} stays lost.`;
    if (verdict === 'price') return `${loan}: charge ${f.money(amount ?? 0)}? The loan ends when it is paid.`;
    return `${loan}: record it as returned damaged? It is not lent any more.`;
  },
  judged: {
    lost: (title, copy, _state, onLoan) =>
      `${title} (${copy}) is recorded as lost${onLoan ? '; its loan is frozen, without reminders and renewals' : ''}.`,
    damaged: (title, copy, _state, onLoan) =>
      `${title} (${copy}) is recorded as damaged and not lent${onLoan ? '; its loan has ended' : ''}.`,
    found: (title, copy, state, onLoan) =>
      `${title} (${copy}) is found${onLoan ? '; its loan ends without a sanction' : ''}. State: ${stateOf(state)}.`,
  },
  replacedBy: (title, copy, newCode) =>
    `The replacement of ${title} is accepted${newCode === null ? '' : ` as ${newCode}`}; the loan has ended and ${copy} stays lost.`,
  charged: (title, copy, amount, f) =>
    `The price of ${title} (${copy}), ${f.money(amount)}, is charged. When it is paid, write: /paid and the card number.`,
  whoseFine: 'Which card? Please write its number.',
  noFines: (card) => `Card ${card} has no open fine.`,
  openFines: (card, amount, f) => `Card ${card} owes ${f.money(amount)} in all. Which one?`,
  fineLine: (title, amount, f) => `${title ?? 'Fine'}: ${f.money(amount)}`,
  allFines: 'All fines',
  howToSettle: (card, { titles, amount }, f) => `Card ${card} owes ${f.money(amount)}${forTitles(titles)}. What is to be recorded?`,
  settlements: { paid: 'Paid', waived: 'Waived' },
  confirmSettle: (card, how, { titles, amount }, f) =>
    how === 'paid'
      ? `Record ${f.money(amount)} of card ${card} as paid${forTitles(titles)}?`
      : `Waive ${f.money(amount)} of card ${card}${forTitles(titles)}?`,
  settled: (card, how, sum, f) =>
    `${f.money(sum.amount)} of card ${card} is ${how === 'paid' ? 'recorded as paid' : 'waived'}${forTitles(sum.titles)}.${left(sum.left, f)}`,
  confirmLift: (card, until, f) => `Lift the suspension of card ${card}${until === null ? '' : `, which lasts until ${f.day(until)}`}?`,
  lifted: (card) => `The suspension of card ${card} is lifted; it can borrow again.`,
  whichName: 'What is the name of the new member? Please write it in full.',
  whichBirthDate: 'The date of birth? Such as 2 January 1990.',
  noBirthDate: 'I cannot read that date of birth. Please write day, month and the year in four digits, such as 2 January 1990.',
  whichGuardian: 'This member is under 18. What is the number of the guardian’s card?',
  noGuardianCard: (card) => `Card ${card} is not the card of an adult of this library.`,
  confirmMember: (form, f) =>
    `Register ${form.name}, born ${f.day(form.birthOn)}, ${types[form.type]} member, card ${form.card}${form.guardian ? `, guardian's card ${form.guardian}` : ''}${form.phone ? `, phone ${form.phone}` : ''}${form.address ? `, address ${form.address}` : ''}?`,
  registered: (name, card, expires, f) =>
    `${name} is registered with card ${card}, valid until ${f.day(expires)}. For the chat, write: /code ${card}`,
  howToCard: {
    activate: 'Write the number of the card to activate, such as: /activate A-0045',
    extend: 'Write the number of the card to extend, such as: /extendcard A-0045',
  },
  confirmCard: {
    activate: (member) => `Activate card ${member.card} (${member.name})? Please compare the papers first.`,
    extend: (member, f) =>
      `Extend card ${member.card} (${member.name}) by a year${member.expiresOn ? `? It is valid until ${f.day(member.expiresOn)} now.` : '?'}`,
  },
  cardChanged: {
    activate: (card, expires, f) => `Card ${card} is active, valid until ${f.day(expires)}.`,
    extend: (card, expires, f) => `Card ${card} is extended until ${f.day(expires)}.`,
  },
  howToIssueCode: 'Write the card number, such as: /code A-0045',
  codeIssued: (card, code) =>
    `One-time code for card ${card}: ${code} (valid for 15 minutes). The member writes "link card" to the bot, then the card number and this code.`,
  noTasks: 'Nothing waits for staff right now.',
  tasks: (count) => `${many(count, 'thing waits', 'things wait')} for staff. Reply with a number to see them.`,
  taskKind: (kind, count) => `${taskNames[kind] ?? kind}: ${count}`,
  taskIntro: {
    claimed: 'Said to be returned; please search for them. Reply with the number that is clear now.',
    lost: 'Lost books that are not settled. Reply with a number to settle one.',
    overdue: 'Overdue by 90 days or more. They count as lost only when staff decide so; reply with a number.',
    releasing: 'Their reservation was cancelled or lapsed. Reply with the number of the book in your hands.',
    missing: 'Not found on the shelf. Reply with the number that is clear now.',
    pending: 'Registrations that wait for activation. Reply with a number to activate one.',
  },
  caseLine: (loan, f) =>
    `${nameOf(loan)}, card ${loan.card}, ${loan.caseOn === null ? `due ${f.day(loan.dueOn)}` : `reported ${f.day(loan.caseOn)}`}`,
  copyLine: (copy) => `${nameOf(copy)}, ${copy.branchName}`,
  memberLine: (name, card) => `${name}, card ${card}`,
  whatOfIt: (code) => `What is to be recorded for ${code}?`,
  ways: { found: 'Found', lost: 'Lost', replaced: 'Replaced', returned: 'Returned' },
  receiptsAre: (on) =>
    on
      ? 'Receipts in chat are on: I write to you after each loan and return. Switch them off with: /receipts off'
      : 'Receipts in chat are off. Switch them on with: /receipts on',
  receiptsSet: (on) =>
    on ? 'Receipts in chat are on: I write to you after each loan and return at the desk.' : 'Receipts in chat are off.',
  receiptsSilent: 'Your notices are off, so receipts come only after you write "start".',
  receipt: (done, f) => [
    'Receipt from the desk:',
    list(
      done.map(({ operation, title, due }) =>
        operation === 'check-in' ? `${title ?? ''}: returned` : `${title ?? ''}: on loan${due ? `, due ${f.day(due)}` : ''}`,
      ),
    ),
  ],
  corrected: (titles, f) =>
    `Sorry, something changed: your reservation of ${f.list(titles)} cannot be fetched yet. It keeps its place; we will tell you when it is ready.`,
  notOut: (copy) =>
    `${nameOf(copy)} is not on loan: ${stateOf(copy.state)}. To hand it out, write: /checkout ${copy.copyCode} and the card number.`,
  cardRefused: (refusal, card, f) => {
    switch (refusal.reason) {
      case 'member-suspended':
        return `Card ${card} is suspended${refusal.until ? ` until ${f.day(refusal.until)}` : ''}. To lift that, write: /unsuspend ${card}`;
      case 'member-pending':
        return `Card ${card} is not active yet. To activate it, write: /activate ${card}`;
      case 'member-expired':
        return `Card ${card} expired${refusal.on ? ` on ${f.day(refusal.on)}` : ''}. To extend it, write: /extendcard ${card}`;
      case 'fines-owed':
        return `Card ${card} owes ${f.money(refusal.amount)}. When it is paid, write: /paid ${card}`;
      default:
        return null;
    }
  },
  nowLibrarian:
    'You now act as a librarian of this demo library. Try "pull list", /checkout CODE CARD, /checkin CODE. Type "/sebagai pembaca" to go back.',
  nowReader: 'You are a demo reader again.',
  onlyInDemo: 'That command works in the demo library only. Real staff join with an invitation code: /staff CODE',
  joined: (role) => `Welcome. This chat account now acts for staff (${role}).`,
  badInvitation: 'That invitation code is not valid. Please ask the operator of this program for a new one.',
  howToJoin: 'Write the invitation code, such as: /staff ABCDE12345',
};
