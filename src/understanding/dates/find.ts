import { canonAt, firstOf, rawAt, type Speech, skip } from './atoms.ts';
import { isBeginning } from './company.ts';
import { readExpression, readSingle } from './expression.ts';
import type { Found } from './found.ts';
import { readQuantity } from './read-periods.ts';
import type { DateOptions, LocalNow, TextSpan } from './reading.ts';
import { mayTell, tokensOf } from './tokens.ts';
import { MOVE_WORDS } from './words-markers.ts';

/** An expression in its place, and whether the speaker takes it back. */
export interface Placed extends TextSpan {
  readonly found: Found;
  readonly first: number;
  readonly next: number;
  readonly rejected: boolean;
  /** Words so common ("pagi", "sekarang", "nanti") that alone in a message they seldom mean a day. */
  readonly faint: boolean;
}

/** Beyond this nobody is naming a date any more. */
const LONGEST_TEXT = 6000;
/** So many expressions, and so many places where one could begin, are looked at in one message. */
const MOST_EXPRESSIONS = 24;
const MOST_TRIES = 600;

export const speechOf = (text: string, now: LocalNow, options: DateOptions): Speech => {
  const tokens = tokensOf(text.slice(0, LONGEST_TEXT), options.masked ?? []);
  return { tokens, now, today: now.toPlainDate(), options, moves: tokens.some((token) => MOVE_WORDS.has(token.raw)) };
};

const BETWEEN = [
  'hari',
  'pas',
  'di',
  'untuk',
  'buat',
  'pada',
  'on',
  'yang',
  'tanggal',
  'the',
  'ke',
  'mau',
  'nak',
  'do',
  'make',
  'usah',
  'perlu',
  'usahlah',
];
const NEGATIONS = new Set(['bukan', 'instead']);

/** "bukan besok", "dak besok", "not on Friday", "instead of Friday". */
const isNegated = (speech: Speech, first: number): 'plainly' | 'perhaps' | undefined => {
  let at = first - 1;
  while (at >= 0 && BETWEEN.includes(canonAt(speech, at)) && first - at < 4) at -= 1;
  const word = canonAt(speech, at);
  if (NEGATIONS.has(word)) return 'plainly';
  if (word === 'jadi' || rawAt(speech, at) === 'jadi') return canonAt(speech, at - 1) === 'tidak' ? 'plainly' : undefined;
  return word === 'tidak' ? 'perhaps' : undefined;
};

/** "jumat ga bisa", "besok dak jadi". */
const isDeclined = (speech: Speech, next: number): boolean => {
  const at = skip(speech, next, ['aku', 'saya', 'kami', ',']);
  return ['tidak', 'bukan'].includes(canonAt(speech, at)) && canonAt(speech, at + 1) === 'bisa';
};

const FAINT = new Set(['sekarang', 'nanti', 'pagi', 'siang', 'sore', 'malam', 'at']);

const isFaint = (speech: Speech, first: number, next: number): boolean => next - first === 1 && FAINT.has(canonAt(speech, first));

const placed = (speech: Speech, found: Found, first: number, next: number): Placed => ({
  found,
  first,
  next,
  start: speech.tokens[first]?.start ?? 0,
  end: speech.tokens[next - 1]?.end ?? 0,
  rejected: false,
  faint: isFaint(speech, first, next),
});

/** No expression begins further before the word that tells of a time. */
const FURTHEST = 8;

/** Whether a word that tells of a time stands here or soon behind. */
const isNearTime = (tells: readonly boolean[], at: number): boolean => tells.slice(at, at + FURTHEST).includes(true);

/** Every expression, in order. A bare length of time ("2 jam") is stepped over whole. */
const scanExpressions = (speech: Speech): readonly Placed[] => {
  const all: Placed[] = [];
  let tries = 0;
  const tells = speech.tokens.map(mayTell);
  for (let at = 0; at < speech.tokens.length && all.length < MOST_EXPRESSIONS && tries < MOST_TRIES; ) {
    const mayBegin = isBeginning(speech.tokens[at]) && isNearTime(tells, at);
    if (mayBegin) tries += 1;
    const read = isNegated(speech, at) === undefined ? readExpression : firstOf(readSingle, readExpression);
    const parsed = mayBegin ? read(speech, at) : undefined;
    if (parsed !== undefined) all.push(placed(speech, parsed.value, at, parsed.next));
    at = parsed?.next ?? (mayBegin ? readQuantity(speech, at)?.next : undefined) ?? at + 1;
  }
  return all;
};

const isCorrectedBy = (speech: Speech, one: Placed, other: Placed | undefined): boolean =>
  other !== undefined && speech.tokens.slice(one.next, other.first).some((token) => token.canon === 'ralat') && other.first - one.next <= 4;

const MOVE_LINKS = new Set(['ke', 'to', 'jadi', 'menjadi', 'into']);

/** "dipindah dari senin ke rabu": the old day is given up. */
const isMovedTo = (speech: Speech, one: Placed, other: Placed | undefined): boolean =>
  other !== undefined &&
  other.first - one.next <= 3 &&
  speech.tokens.slice(one.next, other.first).some((token) => MOVE_LINKS.has(token.raw)) &&
  (speech.moves || speech.tokens[one.first - 1]?.canon === 'dari' || speech.tokens[one.first]?.canon === 'dari');

/** The expressions of a message; of a negated and a wanted one the wanted one counts. */
export const expressionsOf = (speech: Speech): readonly Placed[] => {
  const all = scanExpressions(speech).map((one) => ({ one, negated: isNegated(speech, one.first) }));
  const wanted = all.filter(({ one, negated }) => negated === undefined && !(one.found.kind === 'vague' && one.faint));
  return all.map(({ one, negated }, place) => {
    const isWanted = negated === undefined && !(one.found.kind === 'vague' && one.faint);
    const hasOthers = wanted.length > (isWanted ? 1 : 0);
    const isTakenBack = negated === 'plainly' || (negated === 'perhaps' && hasOthers) || (hasOthers && isDeclined(speech, one.next));
    const next = all[place + 1]?.one;
    return { ...one, rejected: isTakenBack || isCorrectedBy(speech, one, next) || isMovedTo(speech, one, next) };
  });
};
