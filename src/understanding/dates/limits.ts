import { canonAt, type Parsed, rawAt, type Speech, skip } from './atoms.ts';
import { type Bag, gather } from './bag.ts';
import { isBefore } from './calendar.ts';
import { asks, daysOf, type Found } from './found.ts';
import { resolveBag } from './resolve.ts';

const clock = (found: Found & { readonly kind: 'moment' }): string => found.at.toString({ smallestUnit: 'minute' });

/** The last day allowed: X itself, or with "before" the day before it. */
const limit = (found: Found, excludesItself: boolean, isLateInPeriod: boolean): Found => {
  if (found.kind === 'holiday') return excludesItself ? { ...found, side: 'before' } : found;
  if (found.kind === 'prayer') return excludesItself ? { ...found, side: 'before' } : found;
  if (found.kind === 'moment')
    return { kind: 'deadline', value: clock(found), named: found.at.toPlainDate().toString(), confirm: found.confirm };
  const span = daysOf(found);
  if (span === undefined) return found;
  const edge = excludesItself && !isLateInPeriod ? span.from : span.to;
  const value = excludesItself ? edge.subtract({ days: 1 }) : edge;
  return { kind: 'deadline', value: value.toString(), named: edge.toString(), confirm: asks(found) };
};

const DEADLINES = new Set(['deadline', 'by', 'sampai', 'sebelum']);

export const readDeadline = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = canonAt(speech, start) === 'dari' ? start + 1 : start;
  const marker = canonAt(speech, at);
  if (!DEADLINES.has(marker)) return undefined;
  const inner = skip(speech, at + 1, [
    'deadline',
    'by',
    'di',
    'pada',
    'on',
    'hari',
    'sampai',
    'the',
    'itu',
    'adalah',
    'is',
    'tanggal:',
    '-',
  ]);
  const isExclusive = marker === 'sebelum' || canonAt(speech, inner) === 'sebelum';
  const place = canonAt(speech, inner) === 'sebelum' ? inner + 1 : inner;
  const back = canonAt(speech, place - 1) === 'hari' || canonAt(speech, place - 1) === 'the' ? [place - 1, place] : [place];
  for (const from of back) {
    const bag = gather(speech, from);
    const isPartOnly = bag?.value.part !== undefined && Object.keys(bag.value).length === 1;
    if (bag !== undefined && !isPartOnly)
      return { value: limit(resolveBag({ speech }, bag.value), isExclusive, isLate(bag.value)), next: bag.next };
  }
  return undefined;
};

const isLate = (bag: Bag): boolean => bag.month?.third === 'akhir' || bag.year?.third === 'akhir' || bag.week?.third === 'akhir';

/** "setelah jumat": from the next day on, which is asked. */
export const readAfterwards = (speech: Speech, at: number): Parsed<Found> | undefined => {
  if (canonAt(speech, at) !== 'setelah') return undefined;
  const bag = gather(speech, at + 1);
  if (bag === undefined) return undefined;
  const found = resolveBag({ speech }, bag.value);
  const span = daysOf(found);
  const day = span === undefined || found.kind === 'moment' || found.kind === 'moments' ? undefined : span.to.add({ days: 1 });
  if (found.kind === 'moment') return { value: { ...found, confirm: true }, next: bag.next };
  return { value: day === undefined ? found : { kind: 'day', day, confirm: true }, next: bag.next };
};

/** "sejak senin": from the last one until today, which is asked. */
export const readSince = (speech: Speech, at: number): Parsed<Found> | undefined => {
  if (rawAt(speech, at) !== 'sejak' && rawAt(speech, at) !== 'since') return undefined;
  const past = { ...speech, options: { ...speech.options, prefer: 'past' as const } };
  const bag = gather(past, skip(past, at + 1, ['hari']));
  if (bag === undefined) return undefined;
  const weekday = bag.value.weekday;
  const looking =
    weekday === undefined || weekday.mode !== undefined ? bag.value : { ...bag.value, weekday: { ...weekday, mode: 'lalu' as const } };
  const from = daysOf(resolveBag({ speech: past }, looking))?.from;
  if (from === undefined || !isBefore(from, speech.today)) return undefined;
  return { value: { kind: 'days', from, to: speech.today, confirm: true }, next: bag.next };
};

/** "jumat paling lambat": the limit said after the day. */
export const withTrailingDeadline = (speech: Speech, parsed: Parsed<Found>): Parsed<Found> => {
  const isLimit = canonAt(speech, parsed.next) === 'deadline' && gather(speech, parsed.next + 1) === undefined;
  return isLimit && (parsed.value.kind === 'day' || parsed.value.kind === 'moment')
    ? { value: limit(parsed.value, false, false), next: parsed.next + 1 }
    : parsed;
};
