import type { Message } from '../message.ts';
import type { Unit } from '../unit.ts';

/** What a slot reader looks at: the whole message, and the stretch that asks for this. */
export interface Reader {
  readonly message: Message;
  readonly units: readonly Unit[];
}

export const surface = ({ message }: Reader, start: number, end: number): string => message.text.slice(start, end).toLowerCase().trim();

const wanted = (units: readonly Unit[]): readonly Unit[] => {
  const open = units.filter((unit) => !unit.negated);
  return open.length > 0 ? open : units;
};

/** The units with a mask of this kind; those inside a negation only where there is no other. */
export const masked = ({ units }: Reader, kind: Unit['mask']): readonly Unit[] => wanted(units.filter((unit) => unit.mask === kind));

export const having = ({ units }: Reader, ...concepts: readonly string[]): readonly Unit[] =>
  wanted(units.filter((unit) => unit.mask === undefined && unit.concepts.some((concept) => concepts.includes(concept))));

export const has = (reader: Reader, ...concepts: readonly string[]): boolean => having(reader, ...concepts).some((unit) => !unit.negated);

/** The longest run of units that pass, with quiet words between them bridged; undefined when none passes. */
export const longestRun = (
  reader: Reader,
  passes: (unit: Unit, at: number) => boolean,
  bridges: (unit: Unit) => boolean,
): string | undefined => {
  let best: readonly [number, number] | undefined;
  let start = -1;
  let end = -1;
  const keep = (): void => {
    if (start >= 0 && (best === undefined || end - start > best[1] - best[0])) best = [start, end];
    start = -1;
  };
  reader.units.forEach((unit, at) => {
    if (passes(unit, at)) {
      if (start < 0) start = unit.start;
      end = unit.end;
    } else if (start < 0 || !bridges(unit)) keep();
  });
  keep();
  return best === undefined ? undefined : surface(reader, best[0], best[1]);
};

const CAPITAL = /^\p{Lu}[\p{L}\p{N}'’.-]*$/u;

/** Is most of the message written with capitals, so that capitals say nothing? */
const shouts = (message: Message): boolean => {
  const words = message.tokens.filter((token) => token.kind === 'word');
  return words.filter((token) => CAPITAL.test(token.text)).length > words.length * 0.6;
};

/** A word written with a capital where a sentence would not ask for one. */
export const isNamed = ({ message, units }: Reader, unit: Unit): boolean => {
  if (!/^\p{Lu}/u.test(unit.text) || unit.concepts.includes('addr') || shouts(message)) return false;
  const at = units.indexOf(unit);
  const before = units[at - 1];
  return at > 0 && before !== undefined && !/^[.?!:]$/u.test(before.text);
};

export const isQuiet = (unit: Unit): boolean =>
  unit.mask === undefined &&
  unit.words.length > 0 &&
  unit.known &&
  unit.concepts.every((concept) => concept === 'fw' || concept === 'and' || concept === 'number');

const COMMAND = new Set([
  'addr',
  'question',
  'want',
  'please',
  'can',
  'have',
  'search',
  'neg',
  'available',
  'absent',
  'need',
  'my',
  'what',
  'where',
  'when',
  'who',
  'howmany',
  'borrow',
  'hold',
  'renew',
  'cancel',
  'give',
  'show',
  'library',
  'already',
  'notyet',
  'only',
  'fw',
]);

export const isCommand = (unit: Unit): boolean =>
  unit.mask === undefined && (unit.words.length === 0 || (unit.known && unit.concepts.some((concept) => COMMAND.has(concept))));

/** Words the lexicon has no meaning for, names with capitals, and masked stretches: what a message is about when nothing else says so. */
export const leftover = (reader: Reader): string | undefined =>
  longestRun(
    reader,
    (unit) =>
      unit.mask === 'title' ||
      unit.mask === 'quote' ||
      unit.mask === 'topic' ||
      (unit.mask === undefined &&
        !unit.concepts.includes('foreign') &&
        unit.words.length > 0 &&
        (!unit.known || (isNamed(reader, unit) && !unit.concepts.includes('library')))),
    (unit) => isQuiet(unit) && unit.words[0] !== 'yang' && unit.words[0] !== 'untuk' && unit.words[0] !== 'itu',
  );

/** The words right after a cue, until punctuation, a command word or `most` units. */
export const after = (
  reader: Reader,
  isCue: (unit: Unit) => boolean,
  options: { readonly most: number; readonly stops?: (unit: Unit) => boolean },
): string | undefined => {
  const { units } = reader;
  const at = units.findIndex(isCue);
  if (at < 0) return undefined;
  let last = at;
  while (last + 1 < units.length && last - at < options.most) {
    const next = units[last + 1];
    if (next === undefined || (next.words.length === 0 && next.mask === undefined) || (options.stops ?? isCommand)(next)) break;
    last += 1;
  }
  const first = units[at + 1];
  const end = units[last];
  return last === at || first === undefined || end === undefined ? undefined : surface(reader, first.start, end.end);
};
