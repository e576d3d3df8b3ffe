import {
  type Atom,
  canonAt,
  type Mode,
  type MonthAtom,
  numberAt,
  ordinalAt,
  type Parsed,
  type Reader,
  rawAt,
  type Speech,
  skip,
  type Unit,
} from './atoms.ts';
import { monthOf, type Third } from './calendar.ts';
import { yearAfter } from './read-monthday.ts';
import { MONTH_NAMES } from './words-days.ts';

const OFFSETS: Readonly<Record<string, number>> = {
  ini: 0,
  this: 0,
  depan: 1,
  next: 1,
  mendatang: 1,
  coming: 1,
  lalu: -1,
  last: -1,
  kemarin: -1,
  besok: 1,
};
const MODES: Readonly<Record<string, Mode>> = { '0': 'ini', '1': 'depan', '-1': 'lalu' };

const isThird = (word: string): word is Third => word === 'awal' || word === 'tengah' || word === 'akhir';

const thirdAt = (speech: Speech, at: number): Parsed<Third | undefined> => {
  const start = skip(speech, at, ['the']);
  const word = canonAt(speech, start);
  return isThird(word) ? { value: word, next: skip(speech, start + 1, ['-', 'of', 'the']) } : { value: undefined, next: at };
};

/** A unit with which one is meant: "minggu depan", "next week", "bulan yang lalu"; bare only when allowed. */
const unitAt = (speech: Speech, at: number, units: readonly string[]): Parsed<number | undefined> | undefined => {
  const before = OFFSETS[canonAt(speech, at)];
  if (
    before !== undefined &&
    units.includes(canonAt(speech, at + 1)) &&
    !['kemarin', 'besok', 'ini', 'depan', 'lalu'].includes(canonAt(speech, at))
  )
    return { value: before, next: at + 2 };
  if (!units.includes(canonAt(speech, at))) return undefined;
  const place = canonAt(speech, at + 1) === 'yang' ? at + 2 : at + 1;
  const after =
    canonAt(speech, place) === 'besok' && (units.includes('minggu') || units.includes('weekend'))
      ? undefined
      : OFFSETS[canonAt(speech, place)];
  return after === undefined || ['this', 'last', 'coming'].includes(canonAt(speech, place))
    ? { value: undefined, next: at + 1 }
    : { value: after, next: place + 1 };
};

const maybe = <K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } =>
  // safe: an object of the one key, or of none
  (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };

/** "minggu depan", "this week", "awal minggu depan". */
export const readWeek: Reader<Atom> = (speech, at) => {
  if (canonAt(speech, at) === 'pekanlusa') return { value: { kind: 'week', offset: 2 }, next: at + 1 };
  const third = thirdAt(speech, at);
  const week = unitAt(speech, third.next, ['pekan', 'minggu']);
  if (week === undefined) return undefined;
  const isEndOfWeek = third.value !== undefined && canonAt(speech, third.next) === 'pekan';
  if (week.value === undefined && !isEndOfWeek) return undefined;
  return { value: { kind: 'week', offset: week.value ?? 0, ...maybe('third', third.value) }, next: week.next };
};

/** "weekend", "akhir pekan depan", "sabtu minggu". */
export const readWeekend: Reader<Atom> = (speech, start) => {
  const isPair =
    canonAt(speech, start) === 'sabtu' &&
    ['minggu', 'ahad'].includes(canonAt(speech, start + 1)) &&
    OFFSETS[canonAt(speech, start + 2)] === undefined &&
    ordinalAt(speech, start + 2) === undefined;
  if (isPair) return { value: { kind: 'weekend' }, next: start + 2 };
  const weekend = unitAt(speech, skip(speech, start, ['the']), ['weekend']);
  if (weekend === undefined) return undefined;
  if (canonAt(speech, weekend.next) === 'pekanlusa') return { value: { kind: 'weekend', offset: 2 }, next: weekend.next + 1 };
  return {
    value: {
      kind: 'weekend',
      ...maybe('offset', weekend.value),
      ...maybe('mode', weekend.value === undefined ? undefined : MODES[String(weekend.value)]),
    },
    next: weekend.next,
  };
};

const namedMonth = (speech: Speech, at: number): Parsed<Pick<MonthAtom, 'month' | 'year' | 'offset'>> | undefined => {
  const isMarked = canonAt(speech, at) === 'bulan' && numberAt(speech, at - 1) === undefined;
  const start = isMarked ? at + 1 : at;
  const name = MONTH_NAMES.indexOf(canonAt(speech, start)) + 1;
  const token = speech.tokens[start];
  const counted =
    isMarked && token?.kind === 'number' && token.ordinal !== true && (token.digits ?? 3) < 3 && canonAt(speech, start + 1) !== 'lagi'
      ? token.number
      : undefined;
  const month = name > 0 ? name : counted;
  if (month === undefined || month < 1 || month > 12) return undefined;
  const year = yearAfter(speech, start + 1);
  return { value: { month, ...maybe('year', year?.value) }, next: year?.next ?? start + 1 };
};

const monthAt = (speech: Speech, at: number): Parsed<Pick<MonthAtom, 'month' | 'year' | 'offset'>> | undefined => {
  if (canonAt(speech, at) === 'bulanlusa') return { value: { offset: 2 }, next: at + 1 };
  const named = namedMonth(speech, skip(speech, at, ['of']));
  if (named !== undefined) return named;
  const unit = unitAt(speech, at, ['bulan']);
  return unit === undefined ? undefined : { value: maybe('offset', unit.value), next: unit.next };
};

/** "minggu pertama september", "first week of next month". */
const weekOfMonth: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['the']);
  const isWeekFirst = ['minggu', 'pekan'].includes(canonAt(speech, at));
  const nth = ordinalAt(speech, isWeekFirst ? at + 1 : at) ?? (canonAt(speech, at) === 'last' ? -1 : undefined);
  const isWeek = isWeekFirst || ['minggu', 'pekan'].includes(canonAt(speech, at + 1));
  if (nth === undefined || !isWeek) return undefined;
  const month = monthAt(speech, skip(speech, at + 2, ['of', 'the', 'di', 'in', 'pada']));
  return month === undefined ? undefined : { value: { kind: 'month', week: nth, ...month.value }, next: month.next };
};

/** "bulan depan", "september 2026", "akhir bulan", "pertengahan bulan depan". */
export const readMonth: Reader<Atom> = (speech, at) => {
  const week = weekOfMonth(speech, at);
  if (week !== undefined) return week;
  const third = thirdAt(speech, at);
  const month = monthAt(speech, third.next);
  if (month === undefined) return undefined;
  const isBare = month.value.month === undefined && month.value.offset === undefined;
  const isOfTheMonth = canonAt(speech, at - 1) === 'the' && canonAt(speech, at - 2) === 'of';
  return isBare && third.value === undefined && !isOfTheMonth
    ? undefined
    : { value: { kind: 'month', ...month.value, ...maybe('third', third.value) }, next: month.next };
};

/** "tahun depan", "tahun 2025", "akhir tahun"; a bare year only when it is all that was said. */
export const readYear: Reader<Atom> = (speech, at) => {
  const third = thirdAt(speech, at);
  const token = speech.tokens[at];
  const isAlone = speech.tokens.length === 1 && token?.digits === 4 && Math.abs((token.number ?? 0) - speech.today.year) <= 3;
  if (isAlone) return { value: { kind: 'year', ...maybe('year', token.number) }, next: at + 1 };
  const written =
    canonAt(speech, third.next) === 'tahun'
      ? yearAfter(speech, third.next)
      : third.value === undefined
        ? undefined
        : yearAfter(speech, third.next);
  if (written !== undefined) return { value: { kind: 'year', year: written.value, ...maybe('third', third.value) }, next: written.next };
  const unit = unitAt(speech, third.next, ['tahun']);
  if (unit === undefined || (unit.value === undefined && third.value === undefined)) return undefined;
  const year = unit.value === undefined ? undefined : speech.today.year + unit.value;
  return { value: { kind: 'year', ...maybe('year', year), ...maybe('third', third.value) }, next: unit.next };
};

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

/** "triwulan II", "kuartal lalu", "Q3 2026", "semester ini". */
export const readQuarter: Reader<Atom> = (speech, at) => {
  const word = canonAt(speech, at);
  const isQuarter = word === 'triwulan' || rawAt(speech, at) === 'q' || rawAt(speech, at) === 'quarter';
  const prefix =
    ['this', 'last', 'next'].includes(word) && ['quarter', 'semester', 'triwulan'].includes(rawAt(speech, at + 1))
      ? OFFSETS[word]
      : undefined;
  const months = word === 'semester' || (prefix !== undefined && rawAt(speech, at + 1) === 'semester') ? 6 : 3;
  if (!isQuarter && word !== 'semester' && prefix === undefined) return undefined;
  const current = Math.floor((speech.today.month - 1) / months);
  const shift = prefix ?? OFFSETS[canonAt(speech, at + 1)];
  const number = numberAt(speech, at + 1) ?? ordinalAt(speech, at + 1) ?? ROMAN[rawAt(speech, at + 1)];
  if (shift === undefined && (number === undefined || number < 1 || number > 12 / months)) return undefined;
  const year = yearAfter(speech, at + 2);
  const index = (year?.value ?? speech.today.year) * (12 / months) + (shift === undefined ? (number ?? 1) - 1 : current + shift);
  const first = monthOf(Math.floor(index / (12 / months)), (index % (12 / months)) * months + 1);
  return {
    value: { kind: 'span', from: first.from, to: first.from.add({ months }).subtract({ days: 1 }) },
    next: shift === undefined ? (year?.next ?? at + 2) : at + 2,
  };
};

const UNIT_OF: Readonly<Record<string, Unit>> = {
  hari: 'hari',
  minggu: 'pekan',
  pekan: 'pekan',
  bulan: 'bulan',
  tahun: 'tahun',
  jam: 'hour',
  hour: 'hour',
  menit: 'menit',
};

export interface Quantity {
  readonly count: number;
  readonly upto?: number;
  readonly unit: Unit;
}

/** "3 hari", "dua minggu", "a week", "satu setengah jam", "2-3 hari". */
export const readQuantity: Reader<Quantity> = (speech, at) => {
  if (canonAt(speech, at) === 'halfhour') return { value: { count: 30, unit: 'menit' }, next: at + 1 };
  const isOne = ['a', 'an', 'one'].includes(rawAt(speech, at));
  if (isOne && numberAt(speech, at + 1) !== undefined) return readQuantity(speech, at + 1);
  const isHalf = canonAt(speech, at) === 'setengah';
  const first = isHalf ? 0.5 : isOne ? 1 : numberAt(speech, at);
  if (first === undefined || speech.tokens[at]?.ordinal === true) return undefined;
  const second = canonAt(speech, at + 1) === '-' ? numberAt(speech, at + 2) : numberAt(speech, at + 1);
  const isPlusHalf = canonAt(speech, at + 1) === 'setengah' || canonAt(speech, at + 1) === 'halfhour';
  const next =
    at +
    1 +
    (second === undefined ? 0 : canonAt(speech, at + 1) === '-' ? 2 : 1) +
    (isPlusHalf && canonAt(speech, at + 1) === 'setengah' ? 1 : 0);
  if (isPlusHalf && canonAt(speech, at + 1) === 'halfhour') return { value: { count: first + 0.5, unit: 'hour' }, next: at + 2 };
  const unit = UNIT_OF[canonAt(speech, next)];
  if (unit === undefined) return undefined;
  return { value: { count: isPlusHalf ? first + 0.5 : first, unit, ...maybe('upto', second) }, next: next + 1 };
};

/** Beyond this nobody counts to a date. */
const FURTHEST: Readonly<Record<Unit, number>> = {
  hari: 1000,
  pekan: 200,
  bulan: 120,
  tahun: 50,
  hour: 1000,
  menit: 6000,
};

type Sense = { readonly kind: 'offset' | 'coming'; readonly back: boolean };

const SENSES: Readonly<Record<string, Sense>> = {
  lagi: { kind: 'offset', back: false },
  ago: { kind: 'offset', back: true },
  lalu: { kind: 'offset', back: true },
  kedepan: { kind: 'coming', back: false },
  mendatang: { kind: 'coming', back: false },
  depan: { kind: 'coming', back: false },
  terakhir: { kind: 'coming', back: true },
  kemarin: { kind: 'coming', back: true },
};

const PREFIX_SENSES: Readonly<Record<string, Sense>> = {
  in: { kind: 'offset', back: false },
  within: { kind: 'coming', back: false },
  dalam: { kind: 'coming', back: false },
  next: { kind: 'coming', back: false },
  coming: { kind: 'coming', back: false },
  last: { kind: 'coming', back: true },
  past: { kind: 'coming', back: true },
};

/** "3 hari lagi", "in two weeks", "2 jam yang lalu", "the next 3 days", "seminggu terakhir". */
export const readOffset: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['the', 'selama']);
  const prefix = PREFIX_SENSES[['within', 'past'].includes(rawAt(speech, at)) ? rawAt(speech, at) : canonAt(speech, at)];
  const place = prefix === undefined ? at : skip(speech, at + 1, ['waktu', 'the', 'coming', 'last', 'next']);
  const bareUnit = rawAt(speech, at) === 'past' ? UNIT_OF[canonAt(speech, place)] : undefined;
  const quantity = bareUnit === undefined ? readQuantity(speech, place) : { value: { count: 1, unit: bareUnit }, next: place + 1 };
  if (quantity === undefined) return undefined;
  const isFromNow = canonAt(speech, quantity.next) === 'dari' && ['sekarang', 'hariini'].includes(canonAt(speech, quantity.next + 1));
  const after = isFromNow ? quantity.next + 1 : skip(speech, quantity.next, ['yang', 'ini']);
  const trailing = isFromNow ? SENSES.lagi : SENSES[canonAt(speech, after)];
  const sense =
    trailing !== undefined && (prefix === undefined || trailing.kind === 'coming' || prefix.kind === 'offset') ? trailing : prefix;
  if (sense === undefined || quantity.value.count > (FURTHEST[quantity.value.unit] ?? 0)) return undefined;
  return { value: { ...sense, ...quantity.value }, next: trailing === undefined ? quantity.next : after + 1 };
};
