import { list } from '#conversation/say.ts';
import type { DayHours } from '#domain/opening-hours.ts';
import type { Format } from '#languages/format.ts';
import type { Concerned, VisitConcerned } from '../operations.ts';
import type { CalendarDay, DatesShift, EditView, LibrarySeason } from '../rules.ts';
import type { OpeningWords } from './id.ts';

const MOST_LINES = 5;

const hoursText = (hours: DayHours, f: Format): string =>
  hours.length === 0 ? 'closed' : `open ${f.list(hours.map(({ opens, closes }) => f.hours(`${opens}-${closes}`)))} WIB`;

const period = ({ days }: Pick<EditView, 'days'>, f: Format): string => {
  const [first = '', ...others] = days;
  const last = others.at(-1);
  if (last === undefined) return f.day(first);
  return days.length <= 3 ? f.list(days.map((day) => f.day(day))) : `${f.day(first)} to ${f.day(last)} (${days.length} days)`;
};

const at = ({ branch }: Pick<EditView, 'branch'>): string => (branch === null ? '' : ` at ${branch}`);

const weekdayHours = ([weekday, hours]: readonly [string, string], f: Format): string =>
  hours === 'closed' ? `${f.staffHours(weekday)} closed` : `${f.staffHours(`${weekday} ${hours}`)} WIB`;

const seasonLine = ({ name, from, to, hours, van }: LibrarySeason, f: Format): string =>
  `${name}, ${f.day(from)} to ${f.day(to)}: ${/^\d/.test(hours) ? f.hours(hours) : f.staffHours(hours)} WIB${van === 'suspended' ? ', vans off' : ''}`;

/** What an edit makes true, as one sentence or two. */
const summary = (view: EditView, f: Format): string => {
  const { plan } = view;
  switch (plan.act) {
    case 'close':
      return `${period(view, f)}${at(view)} ${view.hours.length === 0 ? 'closed all day' : `${hoursText(view.hours, f)} only`} (${plan.reason}).`;
    case 'reopen':
      return `${period(view, f)}${at(view)} ${hoursText(view.hours, f)} as usual. Dates that were moved are not moved back.`;
    case 'week':
      return `Every week: ${f.list(Object.entries(plan.hours).map((day) => weekdayHours(day, f)))}. For one date only, name the date.`;
    case 'special':
      return `${period(view, f)}${at(view)} ${hoursText(view.hours, f)}${plan.reason ? ` (${plan.reason})` : ''}.`;
    case 'season':
      return `Hours of ${seasonLine(plan, f)}.${view.replaced.length > 0 ? ` Instead of: ${f.list(view.replaced.map((season) => seasonLine(season, f)))}.` : ''}`;
    case 'end-season':
      return `The hours of ${plan.name} no longer hold; the weekly hours do again.`;
    case 'holiday':
      return `Certainly closed: ${f.list(plan.days.map(({ day, reason }) => `${f.day(day)} (${reason})`))}.${plan.freed.length > 0 ? ` No longer closed for it: ${f.list(plan.freed.map((day) => f.day(day)))}.` : ''}`;
  }
};

const shiftLines = (what: string, shifts: readonly DatesShift[], f: Format): readonly string[] => [
  ...shifts
    .slice(0, MOST_LINES)
    .map(({ from, to, count }) => `${what} of ${count} ${count === 1 ? 'item' : 'items'}: from ${f.day(from)} to ${f.day(to)}`),
  ...(shifts.length > MOST_LINES ? [`${what} on ${shifts.length - MOST_LINES} more dates`] : []),
];

const visitNames = (visits: readonly VisitConcerned[], f: Format): string =>
  f.list(visits.slice(0, MOST_LINES).map(({ stop, day, time }) => `${stop} ${f.shortDay(day)} ${f.time(time)}`));

const visitLines = (visits: readonly VisitConcerned[], van: EditView['van'], f: Format): readonly string[] => {
  if (visits.length === 0) return [];
  if (van === 'runs') return [`Vans run as planned: ${visitNames(visits, f)}`];
  const holds = visits.reduce((sum, visit) => sum + visit.holds, 0);
  return [
    `${visits.length} van ${visits.length === 1 ? 'visit' : 'visits'} cancelled: ${visitNames(visits, f)}${holds > 0 ? `; ${holds} reserved ${holds === 1 ? 'book waits' : 'books wait'} for it, please move the pickup place` : ''}`,
  ];
};

const concernedLines = ({ events, rooms, groups }: Concerned, f: Format): readonly string[] => [
  ...events
    .slice(0, MOST_LINES)
    .map(({ title, day, time }) => `Event ${title}, ${f.shortDay(day)} ${f.time(time)}, is not cancelled: please see to it`),
  ...(rooms > 0 ? [`${rooms} room ${rooms === 1 ? 'booking' : 'bookings'} at that time: please tell them`] : []),
  ...(groups.length > 0 ? [`Group visits: ${f.list(groups)}; please tell them`] : []),
];

const told = (count: number): string =>
  count === 0 ? 'No reader has to be told' : `${count} ${count === 1 ? 'reader is' : 'readers are'} told by chat`;

const dayLine = ({ day, kind, hours, reason, tentative }: CalendarDay, branch: string | null, f: Format): string => {
  const notes = [...(reason ? [reason] : []), ...(tentative ? ['not confirmed yet'] : []), ...(branch ? [branch] : [])];
  return `${f.day(day)}: ${kind === 'closed' ? 'closed' : `${f.hours(hours ?? '')} WIB`}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
};

export const en: OpeningWords = {
  notAllowed: (names, f) =>
    `Hours and closed days are changed by a librarian, the head or an admin only. Please tell ${names.length > 0 ? f.list(names) : 'them'}.`,
  whichDay: 'Closed on which day? Write the date, such as "tomorrow", "5 march" or "10-12 march".',
  whichDayHours: 'For which day? Write the weekday ("every friday") or the date ("this saturday", "7 march").',
  noSuchDay: 'That date does not exist. Which date do you mean?',
  dayConflict: 'The weekday does not fit the date. Which date do you mean?',
  pastDay: (day, f) => `${f.day(day)} has passed, so it cannot be changed any more. Which date do you mean?`,
  tooLong: (most) => `One closure lasts ${most} days at most. Please write a shorter time.`,
  wrongHours: 'I cannot read that as opening hours. Write, for example, "08:00-11:30 and 13:30-16:00".',
  whichHours: 'Which hours? Write, for example, "08:00-11:30 and 13:30-16:00".',
  whichSeasonDays: 'From which date to which date? Write, for example, "18 february to 19 march".',
  noReason: 'penutupan sementara',
  seasonName: 'Jam khusus',
  reasonHint: 'No reason was given; add it by writing "because of …".',
  alreadyClosed: (days, reason, f) =>
    `${period({ days }, f)} ${days.length === 1 ? 'is' : 'are'} closed already${reason ? ` (${reason})` : ''}, so nothing has changed.`,
  alreadySo: 'That is how it stands already, so nothing has changed.',
  alreadyOpen: (day, hours, f) => `${f.day(day)} is ${hoursText(hours, f)} already, so nothing has changed.`,
  weeklyClosed: (day, f) =>
    `${f.day(day)} is closed by the weekly hours. To open it name the hours, such as "${f.shortDay(day)} open 09:00-12:00".`,
  vanQuestion: (visits, f) =>
    `There ${visits.length === 1 ? 'is 1 van visit' : `are ${visits.length} van visits`} (${visitNames(visits, f)}). Does the van run all the same?`,
  vanRuns: 'Yes, it runs',
  vanStays: 'No, cancel the visits',
  preview: (view, preview, concerned, f) => [
    summary(view, f),
    'Nothing has changed yet. What follows:',
    list([
      ...shiftLines('Due date', preview.loans, f),
      ...shiftLines('Pickup deadline', preview.holds, f),
      ...concernedLines(concerned, f),
      ...visitLines(concerned.visits, view.van, f),
      told(preview.told),
    ]),
    ...(view.hint ? [en.reasonHint] : []),
    'Record it so?',
  ],
  done: (view, moved, visits, f) => [
    `Recorded. ${summary(view, f)}`,
    ...(moved.loans > 0 ? [`${moved.loans} due ${moved.loans === 1 ? 'date is' : 'dates are'} later.`] : []),
    ...(moved.holds > 0 ? [`${moved.holds} pickup ${moved.holds === 1 ? 'deadline is' : 'deadlines are'} later.`] : []),
    ...(visits > 0 ? [`${visits} van ${visits === 1 ? 'visit' : 'visits'} cancelled.`] : []),
  ],
  noHoliday: 'That holiday is not in the calendar yet. Write the date, such as "closed 20 march because of Idul Fitri".',
  holidayCertain: (days, f) => `${f.list(days.map(({ day, reason }) => `${f.day(day)} (${reason})`))}: certainly closed already.`,
  noSeason: 'No season with hours of its own is recorded for that.',
  calendar: (week, seasons, days, f) => [
    "The library's calendar:",
    list([
      ...week.map(({ span, hours }) => weekdayHours([span, hours], f)),
      ...seasons.map((season) => seasonLine(season, f)),
      ...days.map(({ entry, branch }) => dayLine(entry, branch, f)),
    ]),
    'Change it by writing, for example, "closed tomorrow because of a power cut", "friday open 08:00-11:00" or "confirm the holiday 19 march".',
  ],
  datesMoved: (closures, f) =>
    closures.flatMap(({ day, reason, branch, dates }) => [
      `${branch ?? 'The library'} is closed on ${f.day(day)}${reason ? ` (${reason})` : ''}, so you have more time:`,
      list(dates.map((date) => `${date.title}: ${date.what === 'loan' ? 'due' : 'pick up by'} ${f.day(date.day)}`)),
    ]),
};
