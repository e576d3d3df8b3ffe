import type { OffsetAtom, Part, Speech } from './atoms.ts';
import type { Bag } from './bag.ts';
import { type Day, isBefore, isSame } from './calendar.ts';
import { CONFLICT, type Found, INVALID, VAGUE } from './found.ts';
import { type Frame, offsetDay, resolveMonthday, resolveWeekday } from './resolve-day.ts';
import { resolvePeriod } from './resolve-period.ts';
import { resolveTime } from './resolve-time.ts';
import { PART_ENDS, PART_NAMES, PRAYER_ENDS } from './words-times.ts';

const minuteOfDay = (speech: Speech): number => speech.now.hour * 60 + speech.now.minute;

const isClockUnit = (atom: OffsetAtom): boolean => atom.unit === 'hour' || atom.unit === 'menit';

/** "2 jam lagi": a moment counted from now. */
const fromNow = (speech: Speech, atom: OffsetAtom): Found => {
  const minutes = Math.round(atom.count * (atom.unit === 'hour' ? 60 : 1)) * (atom.back ? -1 : 1);
  const now = speech.now.with({ second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  const at = now.add({ minutes });
  if (atom.kind === 'offset') return { kind: 'moment', at, confirm: false, timeOnly: true };
  return atom.back
    ? { kind: 'moments', from: at, to: now, confirm: true, timeOnly: true }
    : { kind: 'moments', from: now, to: at, confirm: true, timeOnly: true };
};

const counted = (speech: Speech, atom: OffsetAtom): Found => {
  const day = offsetDay(speech.today, atom);
  if (atom.upto === undefined) return { kind: 'day', day, confirm: false };
  const [from, to] = [day, offsetDay(speech.today, atom, atom.upto)];
  return isBefore(to, from) ? { kind: 'days', from: to, to: from, confirm: true } : { kind: 'days', from, to, confirm: true };
};

const fixed = (frame: Frame, bag: Bag): Found => {
  const atom = bag.fixed;
  if (atom === undefined) return INVALID;
  const found = resolveMonthday(frame, { kind: 'monthday', days: [atom.day], month: atom.month }, bag);
  return found.kind === 'day' && atom.eve ? { ...found, day: found.day.subtract({ days: 1 }), part: 'malam' } : found;
};

/** The day the strongest part names; a weekday beside it only has to agree. */
const namedDay = (frame: Frame, bag: Bag): Found | undefined => {
  if (bag.monthday !== undefined) return resolveMonthday(frame, bag.monthday, bag);
  if (bag.fixed !== undefined) return fixed(frame, bag);
  if (bag.relative !== undefined) return { kind: 'day', day: frame.speech.today.add({ days: bag.relative.days }), confirm: false };
  return bag.offset === undefined || isClockUnit(bag.offset) ? undefined : counted(frame.speech, bag.offset);
};

const firstDay = (found: Found): Day | undefined => (found.kind === 'day' ? found.day : found.kind === 'days' ? found.from : undefined);

const withWeekday = (frame: Frame, bag: Bag, found: Found): Found => {
  const weekday = bag.weekday;
  const day = firstDay(found);
  if (weekday === undefined || day === undefined) return found;
  if (bag.offset !== undefined && bag.offset.unit !== 'hari') return resolveWeekday(frame, weekday, bag);
  const isEve = weekday.eve && (day.dayOfWeek % 7) + 1 === weekday.weekday;
  if (isEve && found.kind === 'day') return { ...found, part: 'malam' };
  return day.dayOfWeek === weekday.weekday
    ? weekday.eve
      ? { ...found, ...(found.kind === 'day' ? { part: 'malam', confirm: true } : {}) }
      : found
    : CONFLICT;
};

/** "besok, 13 agustus": both have to be the same day. */
const agrees = (frame: Frame, bag: Bag, found: Found): boolean => {
  const day = firstDay(found);
  return (
    bag.relative === undefined ||
    bag.monthday === undefined ||
    day === undefined ||
    isSame(day, frame.speech.today.add({ days: bag.relative.days }))
  );
};

const dayOf = (frame: Frame, bag: Bag): Found | undefined => {
  const named = namedDay(frame, bag);
  if (named !== undefined) return agrees(frame, bag, named) ? withWeekday(frame, bag, named) : CONFLICT;
  if (bag.weekday !== undefined) return resolveWeekday(frame, bag.weekday, bag);
  return resolvePeriod(frame.speech, bag);
};

const saidPart = (bag: Bag): Part | undefined => bag.relative?.part ?? bag.part?.part ?? (bag.weekday?.eve === true ? 'malam' : undefined);

const prayer = (frame: Frame, bag: Bag, day: Found | undefined): Found => {
  const atom = bag.prayer;
  if (atom === undefined) return INVALID;
  const { today } = frame.speech;
  const named = day === undefined ? undefined : firstDay(day);
  if (day !== undefined && named === undefined) return day.kind === 'invalid' || day.kind === 'conflict' ? day : VAGUE;
  const isOver = minuteOfDay(frame.speech) > (PRAYER_ENDS[atom.key] ?? 1440);
  const isFriday = atom.key === 'jumuah';
  if (isFriday && named !== undefined && named.dayOfWeek !== 5) return CONFLICT;
  const friday = today.add({ days: (5 - today.dayOfWeek + 7) % 7 });
  const first = isFriday ? friday : today;
  const isLate = named === undefined && isSame(first, today) && isOver;
  const chosen = named ?? (isLate ? first.add({ days: isFriday ? 7 : 1 }) : first);
  const confirm = isLate || (day?.kind === 'day' && day.confirm);
  return {
    kind: 'prayer',
    key: atom.key,
    day: chosen,
    confirm,
    ...(atom.side === undefined ? {} : { side: atom.side }),
  };
};

/** A part of the day alone is today's, or tomorrow's when it is over. */
const partAlone = (speech: Speech, part: Part): Found => {
  const isOver = minuteOfDay(speech) >= (PART_ENDS[part] ?? 1440);
  return {
    kind: 'day',
    day: speech.today.add({ days: isOver ? 1 : 0 }),
    part: PART_NAMES[part] ?? part,
    confirm: isOver,
  };
};

const timed = (speech: Speech, bag: Bag, day: Found | undefined): Found => {
  const said = bag.time;
  if (said === undefined || (day !== undefined && day.kind !== 'day')) return day ?? INVALID;
  const isLoose = day === undefined || (bag.relative?.soft === true && bag.relative.past !== true);
  return resolveTime(speech, said, {
    day: isLoose ? undefined : day.day,
    part: saidPart(bag),
    confirm: day?.confirm === true,
    past: bag.relative?.past === true,
  });
};

const withPart = (found: Found, part: Part | undefined): Found =>
  found.kind === 'day' && part !== undefined && found.part === undefined ? { ...found, part: PART_NAMES[part] ?? part } : found;

/** What the parts of one expression mean together. */
export const resolveBag = (frame: Frame, bag: Bag): Found => {
  if (bag.invalid !== undefined) return INVALID;
  if (bag.vague !== undefined) return VAGUE;
  if (bag.holiday !== undefined)
    return {
      kind: 'holiday',
      key: bag.holiday.key,
      confirm: bag.holiday.asks,
      ...(bag.holiday.side === undefined ? {} : { side: bag.holiday.side }),
    };
  const clockOffset = [bag.offset, bag.coming].find((atom) => atom !== undefined && isClockUnit(atom));
  if (clockOffset !== undefined) return fromNow(frame.speech, clockOffset);
  const day = dayOf(frame, bag);
  if (bag.prayer !== undefined) return prayer(frame, bag, day);
  if (bag.time !== undefined) return timed(frame.speech, bag, day);
  if (day !== undefined) return withPart(day, saidPart(bag));
  return bag.part === undefined ? VAGUE : partAlone(frame.speech, bag.part.part);
};
