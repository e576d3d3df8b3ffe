import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { Temporal, localTimeOf } from '#shared/day.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { DayOpening, InfoWords } from './words/id.ts';

const dialogue = dialoguesWith<InfoWords>({ id, en });
type InfoTurn = Turn<InfoWords>;

const MAIN = 'main';
/** the longest stretch of days that is listed */
const MOST_DAYS = 14;

export const hours = dialogue('info.hours')
  .begin(async (turn) => {
    const calendar = (await turn.rooms.rules()).calendarOf(MAIN);
    const asked = textOf(turn.slots.date);
    const said = turn.dateSaid();
    if (!asked && (said.type === 'invalid' || said.type === 'conflict')) return turn.question((w) => w.unclearDate, 'dated');
    if (said.type === 'datetime' && said.value) return atTime(turn, calendar, Temporal.PlainDateTime.from(said.value));
    if (!asked) return today(turn, calendar);
    if (asked.startsWith('holiday:')) return holiday(turn, calendar, asked.slice('holiday:'.length));
    if (asked.startsWith('recurring:')) return week(turn, calendar, turn.today, 7);
    const [from, to] = asked.split('/').map(dayFrom);
    if (!from) return today(turn, calendar);
    if (to) return week(turn, calendar, from, Math.min(MOST_DAYS, from.until(to).days + 1));
    return from.equals(turn.today) ? today(turn, calendar) : onDay(turn, calendar, from);
  })
  .step('dated', z.object({}), (turn, _memory, { understood }) =>
    turn.continueWith('info.hours', understood?.slots.date ? { date: understood.slots.date } : {}),
  );

/** Open or closed at one moment of a day. */
const atTime = (turn: InfoTurn, calendar: OpeningCalendar, moment: Temporal.PlainDateTime): Reply => {
  const day = moment.toPlainDate();
  if (!calendar.isOpen(day)) return closed(turn, calendar, day);
  return turn.say((w, f) => w.atTime(openingOn(calendar, day), f.time(moment.toPlainTime()), calendar.isOpenAt(moment), f));
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

const today = (turn: InfoTurn, calendar: OpeningCalendar): Reply => {
  const opening = openingOn(calendar, turn.today);
  if (opening.entry.hours.length === 0) return closed(turn, calendar, turn.today);
  const openNow = calendar.isOpenAt(localTimeOf(turn.now));
  return turn.say((w, f) => w.openToday(opening.day, opening.entry, openNow, f));
};

const onDay = (turn: InfoTurn, calendar: OpeningCalendar, day: Temporal.PlainDate): Reply =>
  calendar.isOpen(day) ? turn.say((w, f) => w.openOn(openingOn(calendar, day), f)) : closed(turn, calendar, day);

const closed = (turn: InfoTurn, calendar: OpeningCalendar, day: Temporal.PlainDate): Reply => {
  const next = openingOn(calendar, calendar.nextOpenDay(day.add({ days: 1 })));
  return turn.say((w, f) => w.closedOn(openingOn(calendar, day), next, day.equals(turn.today), f));
};

const week = (turn: InfoTurn, calendar: OpeningCalendar, from: Temporal.PlainDate, days: number): Reply =>
  turn.say((w, f) =>
    w.week(
      Array.from({ length: days }, (_, at) => openingOn(calendar, from.add({ days: at }))),
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

const holiday = (turn: InfoTurn, calendar: OpeningCalendar, key: string): Reply => {
  const names = holidayNames[key] ?? [];
  const days = Array.from({ length: 366 }, (_, at) => openingOn(calendar, turn.today.add({ days: at })))
    .filter(
      ({ entry }) =>
        entry.reason !== null &&
        (key === 'any' ? entry.hours.length === 0 : names.some((name) => entry.reason?.toLowerCase().includes(name))),
    )
    .slice(0, MOST_DAYS);
  return turn.say((w, f) => (days.length > 0 ? w.holiday(days, f) : w.holidayUnknown));
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
