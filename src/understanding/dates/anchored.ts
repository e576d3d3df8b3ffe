import { canonAt, numberAt, type Parsed, rawAt, type Speech, skip } from './atoms.ts';
import { gather } from './bag.ts';
import { type Day, isBefore } from './calendar.ts';
import { asks, daysOf, type Found, VAGUE } from './found.ts';
import { readQuantity } from './read-periods.ts';
import { resolveBag } from './resolve.ts';
import { offsetDay } from './resolve-day.ts';

const shift = (speech: Speech, found: Found, days: (day: Day) => Day, isBack: boolean): Found => {
  if (found.kind === 'holiday') return { ...found, side: isBack ? 'before' : 'after' };
  const span = daysOf(found);
  if (span === undefined) return found.kind === 'set' || found.kind === 'prayer' ? VAGUE : found;
  const day = days(isBack ? span.from : span.to);
  return { kind: 'day', day, confirm: asks(found) || found.kind === 'days' || isBefore(day, speech.today) };
};

/** "3 hari setelah 17 agustus", "the day before Friday", "a week from Monday". */
export const readAnchored = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['the']);
  const isDay = canonAt(speech, at) === 'hari' && rawAt(speech, at) === 'day';
  const quantity = readQuantity(speech, at) ?? (isDay ? { value: { count: 1, unit: 'hari' as const }, next: at + 1 } : undefined);
  if (quantity === undefined || quantity.value.unit === 'hour' || quantity.value.unit === 'menit') return undefined;
  const word = canonAt(speech, quantity.next);
  const isWeekOn = word === 'on' && rawAt(speech, quantity.next - 1) === 'week' && rawAt(speech, at) === 'a';
  if (!['setelah', 'sebelum', 'dari'].includes(word) && !isWeekOn) return undefined;
  const base = gather(speech, skip(speech, quantity.next + 1, ['hari']));
  if (base === undefined) return undefined;
  const isBack = word === 'sebelum';
  const atom = { kind: 'offset', back: isBack, ...quantity.value } as const;
  return {
    value: shift(speech, resolveBag({ speech }, base.value), (day) => offsetDay(day, atom), isBack),
    next: base.next,
  };
};

/** "H-3 lebaran", "H+1 17 agustus"; without a day it says nothing. */
export const readCountdown = (speech: Speech, start: number): Parsed<Found> | undefined => {
  if (rawAt(speech, start) !== 'h' && rawAt(speech, start) !== 'hari-h') return undefined;
  const sign = canonAt(speech, start + 1);
  const isBack = sign === '-' || rawAt(speech, start + 1) === 'min';
  const count = numberAt(speech, start + 2);
  if (count === undefined || (!isBack && sign !== 'dan')) return undefined;
  const base = gather(speech, skip(speech, start + 3, ['hari', 'dari', 'sebelum', 'setelah', 'menjelang', ',']));
  if (base === undefined) return { value: VAGUE, next: start + 3 };
  const found = resolveBag({ speech }, base.value);
  return { value: shift(speech, found, (day) => day.add({ days: isBack ? -count : count }), isBack), next: base.next };
};
