import { canonAt, numberAt, type Parsed, rawAt, type Reader, type Speech, skip } from './atoms.ts';
import { type Bag, gather } from './bag.ts';
import { type Day, isBefore, isSame } from './calendar.ts';
import { readEdge } from './edges.ts';
import { asks, CONFLICT, daysOf, type Found, VAGUE } from './found.ts';
import { readQuantity } from './read-periods.ts';
import { readRecurrence, recurringSpan } from './read-recurrence.ts';
import { resolveBag } from './resolve.ts';
import { offsetDay } from './resolve-day.ts';
import { WEEKDAY_NUMBERS } from './words-days.ts';

const RANGE_LINKS: readonly string[] = ['sampai', '-', 'to', 'ke'];
const SET_LINKS: readonly string[] = ['dan', 'atau', ',', '/'];

interface Group {
  readonly bag: Bag;
  readonly found: Found;
}

const group = (speech: Speech, at: number): Parsed<Group> | undefined => {
  const bag = gather(speech, at);
  return bag === undefined
    ? undefined
    : { value: { bag: bag.value, found: resolveBag({ speech }, bag.value) }, next: bag.next };
};

/** Start and end of a range share the week or month that only one of them names. */
const shared = (own: Bag, other: Bag): Bag => {
  if (
    own.weekday !== undefined &&
    own.week === undefined &&
    own.weekday.mode === undefined &&
    other.week !== undefined &&
    other.weekday !== undefined
  )
    return { ...own, week: other.week };
  if (
    own.monthday !== undefined &&
    own.monthday.month === undefined &&
    own.month === undefined &&
    other.month !== undefined
  )
    return { ...own, month: other.month };
  return own;
};

const startMonth = (own: Bag, other: Bag): Bag => {
  const [mine, theirs] = [own.monthday, other.monthday];
  const lacks =
    mine !== undefined && mine.month === undefined && own.month === undefined && theirs?.month !== undefined;
  if (!lacks || (mine.days[0] ?? 0) > (theirs.days[0] ?? 0)) {
    const lacksYear =
      mine?.month !== undefined &&
      mine.year === undefined &&
      theirs?.year !== undefined &&
      theirs.month !== undefined &&
      mine.month <= theirs.month;
    return lacksYear ? { ...own, monthday: { ...mine, year: theirs.year } } : own;
  }
  return {
    ...own,
    monthday: { ...mine, month: theirs.month, ...(theirs.year === undefined ? {} : { year: theirs.year }) },
  };
};

const monthYear = (own: Bag, other: Bag): Bag => {
  const lacksYear =
    own.month?.month !== undefined &&
    own.month.year === undefined &&
    other.month?.year !== undefined &&
    own.month.month <= (other.month.month ?? 0);
  return lacksYear && own.month !== undefined ? { ...own, month: { ...own.month, year: other.month?.year ?? 0 } } : own;
};

const joinRange = (speech: Speech, from: Bag, to: Bag): Found => {
  const start = resolveBag({ speech }, monthYear(startMonth(shared(from, to), to), to));
  const first = daysOf(start);
  if (first === undefined) return start;
  const hasOwnWeek = to.week !== undefined || to.weekday?.mode !== undefined || from.week !== undefined;
  const end = resolveBag(hasOwnWeek ? { speech } : { speech, anchor: first.from }, shared(to, from));
  const last = daysOf(end);
  if (last === undefined) return end;
  if (start.kind === 'moment' && end.kind === 'moment') return moments(start, end);
  if (isBefore(last.to, first.from)) return CONFLICT;
  const isLoose = asks(start) || (asks(end) && to.weekday === undefined);
  return { kind: 'days', from: first.from, to: last.to, confirm: isLoose };
};

const moments = (start: Found & { readonly kind: 'moment' }, end: Found & { readonly kind: 'moment' }): Found => {
  const to = end.timeOnly ? start.at.toPlainDate().toPlainDateTime(end.at) : end.at;
  const isBackwards = to.since(start.at).sign <= 0;
  return isBackwards
    ? CONFLICT
    : {
        kind: 'moments',
        from: start.at,
        to,
        confirm: start.confirm || (end.confirm && !end.timeOnly),
        timeOnly: start.timeOnly,
      };
};

const isRangeEnd = (bag: Bag): boolean =>
  bag.vague === undefined && bag.invalid === undefined && bag.prayer === undefined && bag.holiday === undefined;

const isRangeStart = (bag: Bag): boolean => bag.time?.to === undefined && isRangeEnd(bag);

/** "besok pagi sampai siang": the day, which hours is asked. */
const wholeDay = (found: Found): Found =>
  found.kind === 'day' ? { kind: 'day', day: found.day, confirm: true } : found;

/** "senin sampai rabu", "dari besok hingga jumat", "antara tanggal 10 dan 15". */
const range = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['dari', 'mulai', 'antara', 'hari']);
  const isBetween = canonAt(speech, start) === 'antara';
  const from = gather(speech, at);
  if (from === undefined || !isRangeStart(from.value)) return undefined;
  const pair = from.value.monthday;
  if (isBetween && pair?.link === 'and')
    return { value: resolveBag({ speech }, { ...from.value, monthday: { ...pair, link: 'to' } }), next: from.next };
  const comma = skip(speech, from.next, [',']);
  const link = canonAt(speech, comma);
  const isLink = isBetween ? link === 'dan' || link === 'sampai' || link === '-' : RANGE_LINKS.includes(link);
  const isMove =
    (link === 'to' || link === 'ke') && (speech.moves || (link === 'ke' && canonAt(speech, start) !== 'dari'));
  if (!isLink || isMove) return undefined;
  const to = gather(speech, skip(speech, comma + 1, ['hari', 'dengan', 'ke', 'the']));
  if (to === undefined || !isRangeEnd(to.value)) return undefined;
  const isPartOnly = to.value.part !== undefined && Object.keys(to.value).length === 1;
  if (isPartOnly) return { value: wholeDay(resolveBag({ speech }, from.value)), next: to.next };
  const recurring = link === '-' ? recurringSpan(from.value, to.value) : undefined;
  return { value: recurring ?? joinRange(speech, from.value, to.value), next: to.next };
};

const dayIn = (found: Found): Day | undefined => (found.kind === 'day' ? found.day : undefined);

/** Only like stands beside like in an enumeration: weekdays with weekdays, dates with dates. */
const isAlike = (a: Bag, b: Bag): boolean =>
  (a.weekday !== undefined && b.weekday !== undefined) ||
  (a.monthday !== undefined && b.monthday !== undefined) ||
  (a.relative !== undefined && b.relative !== undefined) ||
  (a.relative !== undefined && b.weekday !== undefined && a.time === undefined);

interface Listing {
  readonly groups: readonly Group[];
  readonly isChoice: boolean;
  readonly next: number;
}

const isBareWeekday = (bag: Bag | undefined): boolean =>
  bag?.weekday !== undefined && Object.keys(bag).length === 1 && bag.weekday.mode === undefined;

const MOST_LISTED = 31;

const listing = (speech: Speech, first: Parsed<Group>): Listing => {
  let groups: readonly Group[] = [first.value];
  let next = first.next;
  let isChoice = false;
  while (groups.length < MOST_LISTED) {
    const link = canonAt(speech, next);
    const isBeside = isBareWeekday(groups.at(-1)?.bag) && canonAt(speech, next) in WEEKDAY_NUMBERS;
    if (!SET_LINKS.includes(link) && !isBeside) break;
    const place = isBeside ? next : skip(speech, next + 1, ['dan', 'atau', 'hari']);
    const more = group(speech, place);
    const last = groups.at(-1);
    const isWeak = link === ',' && canonAt(speech, next + 1) === ',';
    if (
      more === undefined ||
      last === undefined ||
      isWeak ||
      dayIn(more.value.found) === undefined ||
      !isAlike(last.bag, more.value.bag)
    )
      break;
    if (link === ',' && more.value.bag.weekday === undefined && place === next + 1) break;
    groups = [...groups, more.value];
    isChoice ||= isBeside || link === 'atau' || canonAt(speech, next + 1) === 'atau';
    next = more.next;
  }
  return { groups, isChoice, next };
};

const asDays = (speech: Speech, { groups, isChoice }: Listing): Found => {
  const last = groups.at(-1)?.bag ?? {};
  const founds = groups.map(({ bag }) => resolveBag({ speech }, startMonth(shared(bag, last), last)));
  const days = founds.map(dayIn).filter((day) => day !== undefined);
  if (days.length !== founds.length) return founds.find((found) => found.kind !== 'day') ?? VAGUE;
  const sorted = [...days].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const isDisordered = sorted.some((day, place) => days[place] !== undefined && !isSame(day, days[place]));
  const isLoose = groups.some(({ bag }, place) => asks(founds[place] ?? VAGUE) && bag.weekday?.loose !== true);
  const [only] = sorted;
  if (only !== undefined && sorted.every((day) => isSame(day, only)))
    return { kind: 'day', day: only, confirm: isLoose };
  return { kind: 'set', days: sorted, confirm: isChoice || isDisordered || isLoose };
};

/** One expression, or several days in a row. */
const simple = (speech: Speech, at: number): Parsed<Found> | undefined => {
  const first = group(speech, at);
  if (first === undefined) return undefined;
  const found = first.value.found;
  if (found.kind !== 'day') return { value: found, next: first.next };
  const list = listing(speech, first);
  const isOpen =
    list.groups.length === 1 && canonAt(speech, first.next) === 'atau' && gather(speech, first.next + 1) !== undefined;
  if (isOpen) return { value: { ...found, confirm: true }, next: first.next };
  return list.groups.length === 1
    ? { value: found, next: first.next }
    : { value: asDays(speech, list), next: list.next };
};

const shift = (speech: Speech, found: Found, days: (day: Day) => Day, isBack: boolean): Found => {
  if (found.kind === 'holiday') return { ...found, side: isBack ? 'before' : 'after' };
  const span = daysOf(found);
  if (span === undefined) return found.kind === 'set' || found.kind === 'prayer' ? VAGUE : found;
  const day = days(isBack ? span.from : span.to);
  return { kind: 'day', day, confirm: asks(found) || found.kind === 'days' || isBefore(day, speech.today) };
};

/** "3 hari setelah 17 agustus", "the day before Friday", "a week from Monday". */
const anchored = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['the']);
  const isDay = canonAt(speech, at) === 'hari' && rawAt(speech, at) === 'day';
  const quantity =
    readQuantity(speech, at) ?? (isDay ? { value: { count: 1, unit: 'hari' as const }, next: at + 1 } : undefined);
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
const countdown = (speech: Speech, start: number): Parsed<Found> | undefined => {
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

const clock = (found: Found & { readonly kind: 'moment' }): string => found.at.toString({ smallestUnit: 'minute' });

/** The last day allowed: X itself, or with "before" the day before it. */
const limit = (found: Found, isBefore: boolean, isLateInPeriod: boolean): Found => {
  if (found.kind === 'holiday') return isBefore ? { ...found, side: 'before' } : found;
  if (found.kind === 'prayer') return isBefore ? { ...found, side: 'before' } : found;
  if (found.kind === 'moment')
    return { kind: 'deadline', value: clock(found), named: found.at.toPlainDate().toString(), confirm: found.confirm };
  const span = daysOf(found);
  if (span === undefined) return found;
  const edge = isBefore && !isLateInPeriod ? span.from : span.to;
  const value = isBefore ? edge.subtract({ days: 1 }) : edge;
  return { kind: 'deadline', value: value.toString(), named: edge.toString(), confirm: asks(found) };
};

const DEADLINES = new Set(['deadline', 'by', 'sampai', 'sebelum']);

const deadline = (speech: Speech, start: number): Parsed<Found> | undefined => {
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
  const isBefore = marker === 'sebelum' || canonAt(speech, inner) === 'sebelum';
  const place = canonAt(speech, inner) === 'sebelum' ? inner + 1 : inner;
  const back =
    canonAt(speech, place - 1) === 'hari' || canonAt(speech, place - 1) === 'the' ? [place - 1, place] : [place];
  for (const from of back) {
    const bag = gather(speech, from);
    const isPartOnly = bag?.value.part !== undefined && Object.keys(bag.value).length === 1;
    if (bag !== undefined && !isPartOnly)
      return { value: limit(resolveBag({ speech }, bag.value), isBefore, isLate(bag.value)), next: bag.next };
  }
  return undefined;
};

const isLate = (bag: Bag): boolean =>
  bag.month?.third === 'akhir' || bag.year?.third === 'akhir' || bag.week?.third === 'akhir';

/** "setelah jumat": from the next day on, which is asked. */
const afterwards = (speech: Speech, at: number): Parsed<Found> | undefined => {
  if (canonAt(speech, at) !== 'setelah') return undefined;
  const bag = gather(speech, at + 1);
  if (bag === undefined) return undefined;
  const found = resolveBag({ speech }, bag.value);
  const span = daysOf(found);
  const day =
    span === undefined || found.kind === 'moment' || found.kind === 'moments' ? undefined : span.to.add({ days: 1 });
  if (found.kind === 'moment') return { value: { ...found, confirm: true }, next: bag.next };
  return { value: day === undefined ? found : { kind: 'day', day, confirm: true }, next: bag.next };
};

/** "sejak senin": from the last one until today, which is asked. */
const since = (speech: Speech, at: number): Parsed<Found> | undefined => {
  if (rawAt(speech, at) !== 'sejak' && rawAt(speech, at) !== 'since') return undefined;
  const past = { ...speech, options: { ...speech.options, prefer: 'past' as const } };
  const bag = gather(past, skip(past, at + 1, ['hari']));
  if (bag === undefined) return undefined;
  const weekday = bag.value.weekday;
  const looking =
    weekday === undefined || weekday.mode !== undefined
      ? bag.value
      : { ...bag.value, weekday: { ...weekday, mode: 'lalu' as const } };
  const from = daysOf(resolveBag({ speech: past }, looking))?.from;
  if (from === undefined || !isBefore(from, speech.today)) return undefined;
  return { value: { kind: 'days', from, to: speech.today, confirm: true }, next: bag.next };
};

/** "jumat paling lambat": the limit said after the day. */
const trailingDeadline = (speech: Speech, parsed: Parsed<Found>): Parsed<Found> => {
  const isLimit = canonAt(speech, parsed.next) === 'deadline' && gather(speech, parsed.next + 1) === undefined;
  return isLimit && (parsed.value.kind === 'day' || parsed.value.kind === 'moment')
    ? { value: limit(parsed.value, false, false), next: parsed.next + 1 }
    : parsed;
};

/** The expression of time that begins at this token, if one does. */
export const readExpression: Reader<Found> = (speech, at) => {
  const special =
    readRecurrence(speech, at) ??
    readEdge(speech, at) ??
    countdown(speech, at) ??
    anchored(speech, at) ??
    range(speech, at) ??
    since(speech, at);
  if (special !== undefined) return special;
  const plain = simple(speech, at);
  return plain === undefined ? (deadline(speech, at) ?? afterwards(speech, at)) : trailingDeadline(speech, plain);
};

/** One expression only, not joined with what follows: "bukan tanggal 20, tanggal 21". */
export const readSingle: Reader<Found> = (speech, at) => {
  const comma = speech.tokens.findIndex((token, place) => place > at && token.canon === ',');
  const one = group(comma < 0 ? speech : { ...speech, tokens: speech.tokens.slice(0, comma) }, at);
  return one === undefined ? undefined : { value: one.value.found, next: one.next };
};
