import { z } from 'zod';
import { branchNamedIn, namedBranches } from '#circulation/rules/named-branches.ts';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Sentence, Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { Temporal, localTimeOf } from '#shared/day.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { DayOpening, DoorsNow, InfoWords, NextOpening } from './words/id.ts';

const dialogue = dialoguesWith<InfoWords>({ id, en });
type InfoTurn = Turn<InfoWords>;

const MAIN = 'main';
/** the longest stretch of days that is listed */
const MOST_DAYS = 14;

/** One place's calendar; the main one has no name of its own. */
interface Doors {
  readonly calendar: OpeningCalendar;
  readonly place: string | null;
}

const doorsMeant = async (turn: InfoTurn): Promise<Doors> => {
  const [{ calendarOf }, branches] = await Promise.all([turn.rooms.rules(), namedBranches(turn.rooms.database)]);
  const meant = branches.find(({ id: branch }) => branch === branchNamedIn(turn.text, branches));
  return meant === undefined || meant.id === MAIN
    ? { calendar: calendarOf(MAIN), place: null }
    : { calendar: calendarOf(meant.id), place: meant.name };
};

export const hours = dialogue('info.hours')
  .begin(async (turn) => {
    const doors = await doorsMeant(turn);
    const asked = textOf(turn.slots.date);
    const said = turn.dateSaid();
    if (!asked && (said.type === 'invalid' || said.type === 'conflict')) return turn.question((w) => w.unclearDate, 'dated');
    if (said.type === 'datetime' && said.value) return atTime(turn, doors, Temporal.PlainDateTime.from(said.value));
    if (!asked) return today(turn, doors);
    if (asked.startsWith('holiday:')) return holiday(turn, doors, asked.slice('holiday:'.length));
    if (asked.startsWith('recurring:')) return week(turn, doors, turn.today, 7);
    const [from, to] = asked.split('/').map(dayFrom);
    if (!from) return today(turn, doors);
    if (to) return week(turn, doors, from, Math.min(MOST_DAYS, from.until(to).days + 1));
    return from.equals(turn.today) ? today(turn, doors) : onDay(turn, doors, from);
  })
  .step('dated', z.object({}), (turn, _memory, { understood }) =>
    turn.continueWith('info.hours', understood?.slots.date ? { date: understood.slots.date } : {}),
  );

/** A branch is named before what is said of it. */
const sayOf = (turn: InfoTurn, { place }: Doors, sentence: Sentence<InfoWords>): Reply =>
  turn.say((w, f) => {
    const say = sentence(w, f);
    if (place === null) return say;
    return typeof say === 'string' ? `${place}: ${say}` : [`${place}:`, ...say];
  });

/** Open or closed at one moment of a day. */
const atTime = (turn: InfoTurn, doors: Doors, moment: Temporal.PlainDateTime): Reply => {
  const { calendar } = doors;
  const day = moment.toPlainDate();
  if (!calendar.isOpen(day)) return closed(turn, doors, day);
  return sayOf(turn, doors, (w, f) => w.atTime(openingOn(calendar, day), f.time(moment.toPlainTime()), calendar.isOpenAt(moment), f));
};

const dayFrom = (text: string): Temporal.PlainDate | undefined => {
  try {
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    return undefined;
  }
};

const openingOn = (calendar: OpeningCalendar, day: Temporal.PlainDate): DayOpening => ({
  day: day.toString(),
  entry: calendar.entryOn(day),
});

/** The next open day after one; expected only, where a day before it is closed by a holiday that is not certain (R8). */
const nextOpening = (calendar: OpeningCalendar, after: Temporal.PlainDate): NextOpening => {
  const first = after.add({ days: 1 });
  const day = calendar.nextOpenDay(first);
  const opening = openingOn(calendar, day);
  return { ...opening, expected: opening.entry.tentative || calendar.closedDays(first, day).some(({ tentative }) => tentative) };
};

const doorsNow = (calendar: OpeningCalendar, now: Temporal.PlainDateTime): DoorsNow => {
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const { hours: intervals } = calendar.entryOn(now.toPlainDate());
  const current = intervals.find(({ opens, closes }) => opens <= time && time < closes);
  if (current !== undefined) return { state: 'open', until: current.closes };
  const later = intervals.find(({ opens }) => opens > time);
  if (later === undefined) return { state: 'closed', next: nextOpening(calendar, now.toPlainDate()) };
  return { state: later === intervals[0] ? 'before' : 'break', opens: later.opens };
};

const today = (turn: InfoTurn, doors: Doors): Reply => {
  const { calendar } = doors;
  const opening = openingOn(calendar, turn.today);
  if (opening.entry.hours.length === 0) return closed(turn, doors, turn.today);
  return sayOf(turn, doors, (w, f) => w.openToday(opening.day, opening.entry, doorsNow(calendar, localTimeOf(turn.now)), f));
};

const onDay = (turn: InfoTurn, doors: Doors, day: Temporal.PlainDate): Reply =>
  doors.calendar.isOpen(day) ? sayOf(turn, doors, (w, f) => w.openOn(openingOn(doors.calendar, day), f)) : closed(turn, doors, day);

const closed = (turn: InfoTurn, doors: Doors, day: Temporal.PlainDate): Reply => {
  const { calendar } = doors;
  return sayOf(turn, doors, (w, f) => w.closedOn(openingOn(calendar, day), nextOpening(calendar, day), day.equals(turn.today), f));
};

const week = (turn: InfoTurn, doors: Doors, from: Temporal.PlainDate, days: number): Reply =>
  sayOf(turn, doors, (w, f) =>
    w.week(
      Array.from({ length: days }, (_, at) => openingOn(doors.calendar, from.add({ days: at }))),
      f,
    ),
  );

/** Words under which the official calendar names a holiday; its day is looked up, never computed. */
const holidayNames: Readonly<Record<string, readonly string[]>> = {
  idulfitri: ['idul fitri', 'lebaran', 'syawal'],
  iduladha: ['idul adha', 'kurban'],
  ramadan: ['ramadan', 'ramadhan', 'puasa'],
  maulid: ['maulid'],
  school_break: ['libur sekolah'],
  cuti_bersama: ['cuti bersama'],
};

const isNamed = (key: string, name: string): boolean => (holidayNames[key] ?? []).some((word) => name.toLowerCase().includes(word));

const holiday = async (turn: InfoTurn, doors: Doors, key: string): Promise<Reply> => {
  const { seasons } = await turn.rooms.rules();
  const season = seasons.find(({ name, to }) => isNamed(key, name) && to >= turn.today.toString());
  if (season) return sayOf(turn, doors, (w, f) => w.season(season, f));
  const days = Array.from({ length: 366 }, (_, at) => openingOn(doors.calendar, turn.today.add({ days: at })))
    .filter(({ entry }) => entry.reason !== null && (key === 'any' ? entry.hours.length === 0 : isNamed(key, entry.reason)))
    .slice(0, MOST_DAYS);
  return sayOf(turn, doors, (w, f) => (days.length > 0 ? w.holiday(days, f) : w.holidayUnknown));
};

export const location = dialogue('info.location').begin(async (turn) => {
  const card = await turn.rooms.libraryCard();
  return turn.say((w) => w.location(card, w.name));
});

export const facilities = dialogue('info.facilities').begin(async (turn) => {
  const all = (await turn.rooms.libraryCard()).facilities ?? [];
  const wanted = textOf(turn.slots.facility);
  return turn.say((w) => (wanted ? w.facility(wanted, all) : w.facilities(all)));
});

export const access = dialogue('access.services').begin(async (turn) => {
  const { phone } = await turn.rooms.libraryCard();
  return turn.say((w) => [w.access, ...(phone ? [w.accessPhone(phone)] : [])]);
});
