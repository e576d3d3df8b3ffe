import { list } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { HoldPlaced } from '#ports/library-system.ts';
import type { HoldLine, HoldWords, ShelfSlip, ShownMoment } from './id.ts';

type Preview = Omit<HoldPlaced, 'holdId'>;

const moment = ({ day, time }: ShownMoment, f: Format): string => `${f.day(day)} at ${f.time(time)}`;

const place = (name: string, visit: ShownMoment | null, f: Format): string =>
  visit ? `${name} when the mobile library comes on ${moment(visit, f)}` : name;

const range = ({ from, to }: NonNullable<HoldPlaced['expected']>, f: Format): string =>
  `ready between ${f.day(from)} and ${f.day(to)}, as an estimate`;

const expected = (placed: Preview, f: Format): string => (placed.expected ? ` It should be ${range(placed.expected, f)}.` : '');

const status = ({ hold, expected: days, visit }: HoldLine, f: Format): string => {
  const where = place(hold.pickupName, visit, f);
  switch (hold.status) {
    case 'ready':
      return `ready at ${where}${hold.deadlineOn && !visit ? ` until ${f.day(hold.deadlineOn)}` : ''}`;
    case 'in_transit':
      return `on its way to ${where}`;
    case 'allocated':
      return `being prepared by staff, pick up at ${where}`;
    case 'suspended':
      return `suspended${hold.suspendedUntil ? ` until ${f.day(hold.suspendedUntil)}` : ''}, number ${hold.position ?? '-'} in the queue is kept`;
    case 'waiting':
      return `number ${hold.position ?? '-'} in the queue, pick up at ${where}${days ? `, ${range(days, f)}` : ''}`;
  }
};

const slip = ({ title, place: name, code, deadline, until }: ShelfSlip, f: Format): string =>
  `${title}, at ${name}${code ? ` (code ${code})` : ''}${deadline ? `, by ${f.day(deadline)}${until ? ` at ${f.time(until)}` : ''}` : ''}`;

export const en: HoldWords = {
  whichTitle: 'Which book would you like to reserve? Please write its title.',
  nothing: (said) =>
    `I could not find "${said}" in the catalogue. Try another spelling, or type "suggest a book" if you would like us to buy it.`,
  which: (said) => `Which title do you mean by "${said}"?`,
  place,
  whichPlace: 'Where would you like to pick it up?',
  noSuchPlace: (said) => `I do not know "${said}" as a pickup place. Please choose one:`,
  noVisit: (said) => `No visit of the mobile library at ${said} can be reached by a reservation yet. Please choose another place:`,
  aboutDay: (day, pickupDays, f) =>
    `About ${f.day(day)}: a pickup day cannot be booked. Once it is ready the book is kept for ${pickupDays} open days, and we tell you the last one.`,
  confirm: (label, preview, { visit, orderUntil }, f) => {
    const cutOff = orderUntil ? ` (to be reserved by ${moment(orderUntil, f)})` : '';
    const where = `${place(preview.pickupName, visit, f)}${cutOff}`;
    return preview.status === 'waiting'
      ? `${label} is on loan. You would be number ${preview.position ?? 1} in the queue, pickup at ${where}.${expected(preview, f)} Reserve it?`
      : `${label} is available. Shall I reserve it for pickup at ${where}?`;
  },
  placed: (label, placed, { told, visit }, f) => {
    const where = place(placed.pickupName, visit, f);
    return placed.status === 'waiting'
      ? `${label} is reserved: you are number ${placed.position ?? 1} in the queue, pickup at ${where}.${expected(placed, f)}${told ? ' We will tell you when it is ready.' : ''}`
      : `${label} is reserved. Staff are preparing it${told ? '; we will tell you when it is ready' : ' for pickup'} at ${where}.`;
  },
  noticesOff: 'Your notices are off, so I will not write by myself. Type "start" to be told, or look with "my holds".',
  none: 'You have no reservations. Type "reserve" and a title to make one.',
  mine: (holds, f) => [
    holds.length === 1 ? 'Your reservation:' : `Your ${holds.length} reservations:`,
    list(holds.map((line) => `${line.hold.title}: ${status(line, f)}`)),
  ],
  one: (line, f) => `${line.hold.title}: ${status(line, f)}.`,
  notHeld: (said) => `"${said}" is not among your reservations. Type "my holds" to see them.`,
  whichToCancel: 'Which reservation shall I cancel?',
  all: 'All of them',
  confirmCancel: (labels, f) => `Cancel the reservation of ${f.list(labels)}?`,
  cancelled: (title, awaitsStaff) =>
    `The reservation of ${title} is cancelled.${awaitsStaff ? ' Its book was set aside, so the next reader gets it once staff have dealt with it.' : ''}`,
  whichToSuspend: 'Which reservation shall I suspend?',
  untilWhen: (title, latest, f) =>
    `Until when shall I suspend your reservation of ${title}? Write a date (${f.day(latest)} at the latest), or "not sure".`,
  untilWhenAgain: (latest, f) =>
    `That date is not clear to me. Write for instance "1 April" or "two weeks", ${f.day(latest)} at the latest.`,
  confirmSuspend: (hold, f) =>
    `Suspend your reservation of ${hold.title} ${hold.until ? `until ${f.day(hold.until)}` : 'until you resume it (for 90 days at most, then we ask)'}? ${hold.position ? `Number ${hold.position} in the queue stays yours; ` : ''}other readers go first meanwhile.`,
  suspended: (hold, f) =>
    `Your reservation of ${hold.title} is suspended${hold.until ? ` until ${f.day(hold.until)}, then it waits again in its place` : ''}. Type "resume my reservation" if you want it sooner.`,
  noneSuspended: 'None of your reservations is suspended. Type "my holds" to see them all.',
  whichToResume: 'Which reservation shall I resume?',
  resumed: (hold) =>
    hold.status === 'waiting'
      ? `Your reservation of ${hold.title} is resumed, number ${hold.position ?? 1} in the queue.`
      : `Your reservation of ${hold.title} is resumed. The book is there and staff are preparing it.`,
  whichToMove: 'Which reservation shall be picked up elsewhere?',
  samePlace: (title, name) => `${title} is to be picked up at ${name} already; nothing has changed.`,
  onlyPlace: (name) => `At present reservations can be picked up at ${name} only.`,
  confirmMove: (hold, visit, f) => `Change the pickup place of ${hold.title} to ${place(hold.pickupName, visit, f)}?`,
  moved: (hold, visit, f) =>
    `${hold.title} will now be picked up at ${place(hold.pickupName, visit, f)}. Your place in the queue has not changed.`,
  expired: (titles, f) =>
    `The reservation of ${f.list(titles)} has ended because it was not picked up in time. If you still want it, type "reserve" and the title.`,
  lapsed: (titles, f) =>
    `The reservation of ${f.list(titles)} has ended: it was suspended for more than 90 days and not resumed. If you still want it, type "reserve" and the title.`,
  passedOn: (holds, f) => [
    'It was not picked up in time, so the book goes to the next reader. Your place in the queue is kept:',
    list(holds.map(({ title, until }) => `${title}${until ? `: waits again from ${f.day(until)}` : ''}`)),
    'Type "resume my reservation" if you want it sooner, or "cancel my reservation" if you no longer do.',
  ],
  unfillable: (titles, f) =>
    `The reservation of ${f.list(titles)} cannot be fulfilled: no copy is left that can be borrowed. Look for another edition or title with "find", or type "suggest a book" so that we buy it.`,
  stillWanted: (holds, f) => [
    'These reservations have been suspended for long. Do you still want the books?',
    list(holds.map(({ title, deadline }) => `${title}${deadline ? `: ends unless it is resumed by ${f.day(deadline)}` : ''}`)),
  ],
  resumeAction: (title) => `Resume ${title}`,
  cancelAction: (title) => `Cancel ${title}`,
  rerouted: (holds, f) => [
    'The visit of the mobile library that was to bring your reservation does not take place:',
    list(
      holds.map(({ title, place: stop, visit }) =>
        visit
          ? `${title}: moved to the next visit at ${stop}, ${moment(visit, f)}`
          : `${title}: no further visit at ${stop} is planned yet`,
      ),
    ),
    'To pick it up somewhere else, type "change the pickup place".',
  ],
  moveAction: (title, name) => `Pick up ${title} at ${name}`,
  ready: (holds, f) => [
    holds.length === 1 ? 'Your reservation is ready for pickup:' : `${holds.length} of your reservations are ready for pickup:`,
    list(holds.map((hold) => slip(hold, f))),
  ],
  lapsing: (holds, f) => [
    holds.length === 1 ? 'The time to pick up your reservation ends soon:' : `The time to pick up ${holds.length} reservations ends soon:`,
    list(holds.map((hold) => slip(hold, f))),
    'If you no longer want it, type "cancel my reservation" so that another reader gets it.',
  ],
};
