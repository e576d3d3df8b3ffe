import type { CirculationRefusal } from '#domain/refusals.ts';
import { format } from '#languages/en/format.ts';

type Sentences = {
  readonly [Reason in CirculationRefusal['reason']]: (refusal: Extract<CirculationRefusal, { reason: Reason }>) => string;
};

const desk = 'Please come to the service desk or type "librarian".';
const times = (count: number) => (count === 1 ? 'once' : `${count} times`);
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const sinceChanged = {
  loan: 'the loan has changed',
  copy: 'the copy has moved on',
  hold: 'the reservation has changed',
  fine: 'the fine has changed',
  member: 'the card has been used or changed',
} as const;

const sentences: Sentences = {
  'loan-not-found': () => 'That loan is not on your list. Type "my loans" to see it.',
  'not-yours': () => 'That loan is not on your card, so I cannot change it. Type "my loans" to see yours.',
  'item-lost': () => `This book is recorded as lost, so it cannot be renewed. ${desk}`,
  'claimed-returned': () => 'You told us that this book is back and we are looking for it, so it need not be renewed.',
  'member-expired': ({ on }) =>
    `Your library card expired${on ? ` on ${format.day(on)}` : ''}. Please renew the card at the desk first, then try again.`,
  'member-suspended': ({ until }) =>
    `Your card is suspended${until ? ` until ${format.day(until)}` : ''}, so borrowing, reserving and renewing must wait. ${desk}`,
  'hold-waiting': ({ waiting, otherCopies }) =>
    `It cannot be renewed: ${many(waiting, 'reader is', 'readers are')} waiting for this title${otherCopies > 0 ? ` and only ${many(otherCopies, 'other copy is', 'other copies are')} available` : ' and there is no other copy'}. Please return it on its due date; you can reserve it again after that.`,
  'limit-reached': ({ limit }) =>
    `It has been renewed as often as the rules allow (${times(limit)}). Please return it on its due date, then borrow or reserve it again.`,
  overdue: ({ openDaysLate, allowed, due }) =>
    `It is ${many(openDaysLate, 'open day', 'open days')} late (due ${format.day(due)}); renewing is possible up to ${many(allowed, 'open day', 'open days')} late. Please return it first.`,
  'too-soon': ({ firstDay }) => `It is too early. You can renew it from ${format.day(firstDay)}.`,
  'already-renewed': ({ due }) => `It has been renewed already and is now due on ${format.day(due)}; I do not do it again.`,
  'not-renewable': () => 'This item cannot be renewed. Please return it on its due date.',
  'no-gain': ({ due }) =>
    `Renewing now would not give you more time: it would still be due on ${format.day(due)}. Try again closer to that day.`,
  'title-not-found': () => 'That title is not in our catalogue. Try other words, or suggest that we buy it.',
  'no-copies': () => 'This title has no copy that can be borrowed yet. Type "suggest a book" if you would like us to buy it.',
  'not-holdable': () =>
    'This item is for reading in the library only, so it cannot be borrowed or reserved. You are welcome to read it there.',
  'age-restricted': ({ minimumAge }) =>
    `This title is for readers of ${minimumAge} and older, so it cannot be reserved with this card. I can look for something else that fits.`,
  'already-yours': ({ due }) => `You have this book on loan (due ${format.day(due)}). If you need more time, type "renew".`,
  'duplicate-hold': ({ position, ready }) =>
    ready
      ? 'You reserved this book and it is ready for pickup. Type "my holds" for the place and the deadline.'
      : `You have already reserved this book${position ? `, number ${position} in the queue` : ''}. Type "my holds" to see it.`,
  'hold-limit': ({ limit, have }) =>
    `The limit is ${many(limit, 'reservation', 'reservations')} and you have ${have}. Cancel one first, then reserve again.`,
  'hold-limit-today': ({ limit }) => `Today's limit of reservations (${limit}) is reached. Please reserve again tomorrow.`,
  'pickup-invalid': () => 'Reservations cannot be picked up at that place. Please choose another one.',
  'hold-not-found': () => 'That reservation is not on your list. Type "my holds" to see it.',
  'hold-found': ({ state, pickupName, deadline }) =>
    state === 'ready'
      ? `The book of this reservation is ready at ${pickupName}${deadline ? ` until ${format.day(deadline)}` : ''}, so it can no longer be suspended or moved. Pick it up in time, or type "cancel my reservation" to let another reader have it.`
      : `The book of this reservation is on its way to ${pickupName}, so it can no longer be suspended or moved. Wait until it is ready, or type "cancel my reservation".`,
  'suspension-limit': ({ days, latest }) =>
    `A reservation can be suspended from tomorrow, for ${days} days at most: until ${format.day(latest)}. Please choose a day in between.`,
  'loan-limit': ({ limit, have }) =>
    `The limit is ${many(limit, 'book', 'books')} and this card has ${have} on loan. Please return one first.`,
  'copy-not-found': () => 'There is no such copy code or title. Please check it and try again.',
  'copy-not-available': ({ state }) =>
    `That copy cannot be used for this (state: ${copyStates[state] ?? state}). Please check the copy code.`,
  'reserved-for-another': () => 'This copy is set aside for another reader. Choose another copy or join the queue.',
  'other-card': () => 'That copy is out on another card, so I have not taken it back. Check the card number, or write the copy code alone.',
  'which-copy': ({ copies }) => `Several copies could be meant: ${copies.join(', ')}. Please write the copy code.`,
  'patron-not-found': () => 'There is no such card number. Please check it and try again.',
  'code-taken': ({ code }) => `The number ${code} is in use. Choose another one, then try again.`,
  'no-fine': () => 'That card has no open fine.',
  'not-suspended': () => 'That card is not suspended.',
  'guardian-needed': () => 'A member under 18 needs a guardian who has a card. Please give the number of the guardian’s card.',
  'not-pending': () => 'That card is not waiting for activation: it is active or has expired already.',
  'nothing-to-undo': () => 'There is nothing to undo: no act of yours of the last 24 hours is left.',
  'changed-since': ({ what }) => `It cannot be undone: ${sinceChanged[what]} after that act. Please put things right directly.`,
  'fines-owed': ({ amount }) => `A fine of ${format.money(amount)} is open. Please pay it at the desk first, then try again.`,
  'member-pending': () => 'This membership is not active yet. Please come to the desk with your identity card.',
  unsupported: () => `That cannot be done by chat in this library. ${desk}`,
  conflict: () => 'Things changed just now. Please ask again.',
  other: () => `The library system declined the request. ${desk}`,
};

export const copyStates: Readonly<Record<string, string>> = {
  reference: 'for reading in the library only',
  available: 'on the shelf',
  on_loan: 'on loan',
  allocated: 'set aside for a reader',
  in_transit: 'on its way between locations',
  on_hold_shelf: 'on the hold shelf',
  releasing: 'waiting for staff to put it back',
  missing: 'not found on the shelf yet',
  lost: 'lost',
  claimed_returned: 'said to be returned, being looked for',
  damaged: 'damaged',
};

export const explain = (refusal: CirculationRefusal): string => {
  // as: the table has one entry per reason, each taking exactly that reason's refusal
  const sentence = sentences[refusal.reason] as (refusal: CirculationRefusal) => string;
  return sentence(refusal);
};
