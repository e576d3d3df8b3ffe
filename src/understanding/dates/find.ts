import { canonAt, rawAt, type Speech, skip } from './atoms.ts';
import { readExpression, readSingle } from './expression.ts';
import type { Found } from './found.ts';
import { readQuantity } from './read-periods.ts';
import type { DateOptions, LocalNow, TextSpan } from './reading.ts';
import { tokensOf } from './tokens.ts';
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

/** Beyond this nobody is naming a date any more; it also bounds the work on pasted texts. */
const LONGEST_TEXT = 6000;

export const speechOf = (text: string, now: LocalNow, options: DateOptions): Speech => {
  const tokens = tokensOf(text.slice(0, LONGEST_TEXT), options.masked ?? []);
  return { tokens, now, today: now.toPlainDate(), options, moves: tokens.some((token) => MOVE_WORDS.has(token.raw)) };
};

const BETWEEN = ['hari', 'pas', 'di', 'untuk', 'buat', 'pada', 'on', 'yang', 'tanggal', 'the', 'ke', 'mau', 'nak', 'do', 'make', 'usah', 'perlu', 'usahlah'];
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

/** Every expression, in order. A bare length of time ("2 jam") is stepped over whole. */
const scanExpressions = (speech: Speech): readonly Placed[] => {
  const all: Placed[] = [];
  for (let at = 0; at < speech.tokens.length; ) {
    const parsed = isNegated(speech, at) === undefined ? readExpression(speech, at) : (readSingle(speech, at) ?? readExpression(speech, at));
    if (parsed !== undefined) all.push(placed(speech, parsed.value, at, parsed.next));
    at = parsed?.next ?? readQuantity(speech, at)?.next ?? at + 1;
  }
  return all;
};

const isCorrectedBy = (speech: Speech, one: Placed, other: Placed | undefined): boolean =>
  other !== undefined && speech.tokens.slice(one.next, other.first).some((token) => token.canon === 'ralat') && other.first - one.next <= 4;

const MOVE_LINKS = new Set(['ke', 'to', 'jadi', 'menjadi', 'into']);

/** "dipindah dari senin ke rabu": the old day is given up. */
const isMovedTo = (speech: Speech, one: Placed, other: Placed | undefined): boolean =>
  other !== undefined && other.first - one.next <= 3 && speech.tokens.slice(one.next, other.first).some((token) => MOVE_LINKS.has(token.raw)) &&
  (speech.moves || speech.tokens[one.first - 1]?.canon === 'dari' || speech.tokens[one.first]?.canon === 'dari');

/** The expressions of a message; of a negated and a wanted one the wanted one counts. */
export const expressionsOf = (speech: Speech): readonly Placed[] => {
  const all = scanExpressions(speech);
  const isValued = (one: Placed): boolean => one.found.kind !== 'vague' || !one.faint;
  return all.map((one, place) => {
    const negated = isNegated(speech, one.first);
    const others = all.filter((other) => other !== one && isValued(other) && isNegated(speech, other.first) === undefined);
    const isTakenBack = negated === 'plainly' || (negated === 'perhaps' && others.length > 0) || (others.length > 0 && isDeclined(speech, one.next));
    return { ...one, rejected: isTakenBack || isCorrectedBy(speech, one, all[place + 1]) || isMovedTo(speech, one, all[place + 1]) };
  });
};
