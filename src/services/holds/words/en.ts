import { list } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { HoldPlaced, HoldRecord } from '#ports/library-system.ts';
import type { HoldWords } from './id.ts';

type Preview = Omit<HoldPlaced, 'holdId'>;

const expected = (placed: Preview, f: Format): string =>
  placed.expected ? ` It should be ready between ${f.day(placed.expected.from)} and ${f.day(placed.expected.to)}, as an estimate.` : '';

const status = (hold: HoldRecord, f: Format): string => {
  switch (hold.status) {
    case 'ready':
      return `ready at ${hold.pickupName}${hold.deadlineOn ? ` until ${f.day(hold.deadlineOn)}` : ''}`;
    case 'in_transit':
      return `on its way to ${hold.pickupName}`;
    case 'allocated':
      return `being prepared by staff, pick up at ${hold.pickupName}`;
    case 'suspended':
      return `suspended, number ${hold.position ?? '-'} in the queue is kept`;
    case 'waiting':
      return `number ${hold.position ?? '-'} in the queue, pick up at ${hold.pickupName}`;
  }
};

export const en: HoldWords = {
  whichTitle: 'Which book would you like to reserve? Please write its title.',
  nothing: (said) =>
    `I could not find "${said}" in the catalogue. Try another spelling, or type "suggest a book" if you would like us to buy it.`,
  which: (said) => `Which title do you mean by "${said}"?`,
  confirm: (label, preview, f) =>
    preview.status === 'allocated' || preview.status === 'ready' || preview.status === 'in_transit'
      ? `${label} is available. Shall I reserve it for pickup at ${preview.pickupName}?`
      : `${label} is on loan. You would be number ${preview.position ?? 1} in the queue, pickup at ${preview.pickupName}.${expected(preview, f)} Reserve it?`,
  placed: (label, placed, told, f) =>
    placed.status === 'waiting'
      ? `${label} is reserved: you are number ${placed.position ?? 1} in the queue, pickup at ${placed.pickupName}.${expected(placed, f)}${told ? ' We will tell you when it is ready.' : ''}`
      : `${label} is reserved. Staff are preparing it${told ? '; we will tell you when it is ready' : ' for pickup'} at ${placed.pickupName}.`,
  noticesOff: 'Your notices are off, so I will not write by myself. Type "start" to be told, or look with "my holds".',
  none: 'You have no reservations. Type "reserve" and a title to make one.',
  mine: (holds, f) => [
    holds.length === 1 ? 'Your reservation:' : `Your ${holds.length} reservations:`,
    list(holds.map((hold) => `${hold.title}: ${status(hold, f)}`)),
  ],
  one: (hold, f) => `${hold.title}: ${status(hold, f)}.`,
  notHeld: (said) => `"${said}" is not among your reservations. Type "my holds" to see them.`,
  whichToCancel: 'Which reservation shall I cancel?',
  all: 'All of them',
  confirmCancel: (labels, f) => `Cancel the reservation of ${f.list(labels)}?`,
  cancelled: (title) => `The reservation of ${title} is cancelled.`,
  expired: (titles, f) =>
    `The reservation of ${f.list(titles)} has ended because it was not picked up in time. If you still want it, type "reserve" and the title.`,
  ready: (holds, f) => [
    holds.length === 1 ? 'Your reservation is ready for pickup:' : `${holds.length} of your reservations are ready for pickup:`,
    list(
      holds.map(
        (hold) =>
          `${hold.title}, at ${hold.place}${hold.code ? ` (code ${hold.code})` : ''}${hold.deadline ? `, by ${f.day(hold.deadline)}` : ''}`,
      ),
    ),
  ],
};
