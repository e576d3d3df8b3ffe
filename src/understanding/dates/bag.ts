import { type Atom, type AtomKind, canonAt, firstOf, type Parsed, type Speech } from './atoms.ts';
import { readMonthday } from './read-monthday.ts';
import { readFixed, readHoliday, readPart, readPrayer, readVague } from './read-names.ts';
import { readMonth, readOffset, readQuarter, readWeek, readWeekend, readYear } from './read-periods.ts';
import { readRelative } from './read-relative.ts';
import { readTime } from './read-time.ts';
import { readWeekday } from './read-weekday.ts';

/** The parts of one expression in any order: "jumat", "minggu depan", "jam 3", "sore". */
export type Bag = { readonly [K in AtomKind]?: Atom & { readonly kind: K } };

const readAtom = firstOf<Atom>(
  readOffset,
  readPrayer,
  readHoliday,
  readFixed,
  readMonthday,
  readTime,
  readWeekend,
  readWeekday,
  readWeek,
  readMonth,
  readQuarter,
  readYear,
  readRelative,
  readPart,
  readVague,
);

/** Words that may stand between the parts of one expression. */
const GLUE = new Set([
  ',',
  'hari',
  'pada',
  'di',
  'on',
  'at',
  'the',
  'of',
  'yang',
  'yaitu',
  'tepatnya',
  'in',
  'pas',
  'sekitar',
  'around',
  'about',
  'for',
  'dan:',
  'nya',
  'itu',
  'sekitaran',
  'pada',
  'waktu',
  'ke',
  'untuk',
  'buat',
  'bulan',
  'dari',
]);

const PERIODS: readonly AtomKind[] = ['week', 'weekend', 'month', 'year', 'span', 'coming'];
const DAYS: readonly AtomKind[] = ['monthday', 'relative', 'fixed', 'offset', 'holiday'];
const ALONE: readonly AtomKind[] = ['vague', 'invalid'];

const any = (bag: Bag, kinds: readonly AtomKind[]): boolean => kinds.some((kind) => bag[kind] !== undefined);

/** Two parts of one expression do not name the same thing twice. */
const mayJoin = (bag: Bag, atom: Atom): boolean => {
  if (bag[atom.kind] !== undefined || bag.vague !== undefined) return false;
  if (bag.relative?.soft === true && (DAYS.includes(atom.kind) || atom.kind === 'weekday' || atom.kind === 'week')) return false;
  if (atom.kind === 'vague') return false;
  if (atom.kind === 'relative' && atom.soft === true) return any(bag, ['time']);
  if (atom.kind === 'week' || atom.kind === 'weekend' || atom.kind === 'span' || atom.kind === 'coming')
    return !any(bag, PERIODS) && !any(bag, DAYS);
  if (atom.kind === 'offset') return !any(bag, ['relative', 'monthday', 'fixed', 'holiday', 'week', 'month', 'coming', 'time']);
  if (atom.kind === 'relative') return !any(bag, ['offset', 'fixed', 'week', 'month', 'coming', 'weekend']);
  if (atom.kind === 'month') return !any(bag, ['week', 'weekend', 'relative', 'offset', 'coming']);
  if (atom.kind === 'monthday') return !any(bag, ['week', 'weekend', 'offset', 'coming']);
  if (atom.kind === 'part') return bag.relative?.part === undefined && bag.time?.from.part === undefined;
  return true;
};

/** A named month belongs to a numbered day only once. */
const isRepeat = (bag: Bag, atom: Atom): boolean => atom.kind === 'month' && bag.monthday?.month !== undefined;

const afterGlue = (speech: Speech, at: number): number => {
  let next = at;
  while (next - at < 3 && GLUE.has(canonAt(speech, next))) next += 1;
  return next;
};

const nextAtom = (speech: Speech, at: number, bag: Bag): Parsed<Atom> | undefined => {
  const furthest = afterGlue(speech, at);
  for (let place = at; place <= furthest; place += 1) {
    const parsed = readAtom(speech, place);
    if (parsed !== undefined) return mayJoin(bag, parsed.value) && !isRepeat(bag, parsed.value) ? parsed : undefined;
  }
  return undefined;
};

/** Gathers the parts that stand together from `at` on. */
export const gather = (speech: Speech, at: number): Parsed<Bag> | undefined => {
  const start = ['hari', 'pada', 'bulan'].includes(canonAt(speech, at)) ? [at, at + 1] : [at];
  const first = start.map((place) => readAtom(speech, place)).find((parsed) => parsed !== undefined);
  if (first === undefined) return undefined;
  let bag: Bag = { [first.value.kind]: first.value };
  let next = first.next;
  if (ALONE.includes(first.value.kind)) return { value: bag, next };
  for (;;) {
    const parsed = nextAtom(speech, next, bag);
    if (parsed === undefined) return { value: bag, next };
    bag = { ...bag, [parsed.value.kind]: parsed.value };
    next = parsed.next;
  }
};
