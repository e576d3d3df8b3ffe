import { canonOf, isTelling, type Phrase, phrasesFrom } from './lexicon.ts';
import type { TextSpan } from './reading.ts';
import { scan, type Token } from './scan.ts';
import { WEAK_MONTHS, WEAK_WEEKDAYS, WEEKDAY_NUMBERS } from './words-days.ts';
import { LABELS, NAMES_FOLLOW } from './words-markers.ts';
import { NUMBER_WORDS, ONE_OF, ORDINAL_WORDS } from './words-times.ts';

type Pass = (tokens: readonly Token[]) => readonly Token[];

const PLURAL = new Set(['mondays', 'tuesdays', 'wednesdays', 'thursdays', 'fridays', 'saturdays', 'sundays', 'weekends', 'weekdays']);

const spanned = (tokens: readonly Token[], change: Partial<Token> & Pick<Token, 'kind' | 'canon'>): Token => ({
  raw: tokens.map((token) => token.raw).join(' '),
  start: tokens[0]?.start ?? 0,
  end: tokens.at(-1)?.end ?? 0,
  ...change,
});

const number = (tokens: readonly Token[], value: number, ordinal = false): Token =>
  spanned(tokens, { kind: 'number', canon: String(value), number: value, digits: 0, ordinal });

const touches = (left: Token | undefined, right: Token | undefined): boolean => left !== undefined && left.end === right?.start;

/** Rewrites the tokens from left to right; a step that declines keeps its token. */
const rewrite = (
  tokens: readonly Token[],
  step: (at: number) => { readonly tokens: readonly Token[]; readonly next: number } | undefined,
): readonly Token[] => {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const done = step(at);
    const token = tokens[at];
    if (done !== undefined) out.push(...done.tokens);
    else if (token !== undefined) out.push(token);
    at = done?.next ?? at + 1;
  }
  return out;
};

/** A word that counts or numbers something, as the grammar counts it; undefined for every other word. */
const counted = (token: Token): readonly Token[] | undefined => {
  const unit = ONE_OF[token.raw];
  if (unit !== undefined)
    return [number([token], unit === 'fortnight' ? 2 : 1), { ...token, canon: unit === 'fortnight' ? 'pekan' : unit }];
  const value = NUMBER_WORDS[token.raw];
  if (value !== undefined) return [number([token], value)];
  const place = ORDINAL_WORDS[token.raw];
  return place === undefined ? undefined : [{ ...number([token], place, true), canon: place < 0 ? 'terakhir' : `#${place}` }];
};

const COUNTS: ReadonlySet<string> = new Set([ONE_OF, NUMBER_WORDS, ORDINAL_WORDS].flatMap((table) => Object.keys(table)));

const canonise: Pass = (tokens) => {
  const out: Token[] = [];
  for (const token of tokens) {
    const numbers = token.kind === 'word' && COUNTS.has(token.raw) ? counted(token) : undefined;
    if (numbers !== undefined) out.push(...numbers);
    else if (token.kind !== 'word') out.push(token);
    else {
      const canon = canonOf(token.raw);
      out.push(canon === token.canon ? token : { ...token, canon, plural: PLURAL.has(token.raw) });
    }
  }
  return out;
};

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

/** "dua belas", "tigo puluh duo", "twenty first", "3rd", "ke-2", "17an", "9-an". */
const compose: Pass = (tokens) =>
  rewrite(tokens, (at) => {
    const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (one === undefined || two === undefined) return undefined;
    if (one.raw === 'ke' && touches(one, two)) {
      if (two.canon === '-' && three?.number !== undefined)
        return {
          tokens: [{ ...number([one, two, three], three.number, true), canon: `#${three.number}` }],
          next: at + 3,
        };
      if (two.number !== undefined) return { tokens: [{ ...number([one, two], two.number, true), canon: `#${two.number}` }], next: at + 2 };
    }
    return one.number === undefined || one.kind !== 'number' ? undefined : composeNumber([one, two, three], one.number, at);
  });

const composeNumber = (
  [one, two, three]: readonly [Token, Token, Token | undefined],
  value: number,
  at: number,
): { readonly tokens: readonly Token[]; readonly next: number } | undefined => {
  if (touches(one, two) && ORDINAL_ENDINGS.has(two.raw))
    return { tokens: [{ ...number([one, two], value, true), canon: `#${value}` }], next: at + 2 };
  if (touches(one, two) && two.raw === 'an')
    return value === 17
      ? { tokens: [spanned([one, two], { kind: 'word', canon: '17an' })], next: at + 2 }
      : { tokens: [one], next: at + 2 };
  if (touches(one, two) && two.canon === '-' && three?.raw === 'an')
    return {
      tokens: value === 17 ? [spanned([one, two, three], { kind: 'word', canon: '17an' })] : [one],
      next: at + 3,
    };
  if (value < 10 && (two.raw === 'belas' || two.raw === 'belasan')) return { tokens: [number([one, two], value + 10)], next: at + 2 };
  const isTens = value < 10 && two.raw === 'puluh';
  const isHyphened = !isTens && two.canon === '-' && touches(one, two) && touches(two, three);
  const small = isTens || isHyphened ? three : two;
  const tens = isTens ? value * 10 : value >= 20 && value % 10 === 0 && one.digits === 0 ? value : undefined;
  if (tens === undefined) return undefined;
  const used = isTens || isHyphened ? [one, two] : [one];
  const isSmall = small?.kind === 'number' && small.digits === 0 && small.number !== undefined && small.number > 0 && small.number < 10;
  if (!isSmall || small.number === undefined) return isTens ? { tokens: [number(used, tens)], next: at + 2 } : undefined;
  const total = tens + small.number;
  return {
    tokens: [
      {
        ...number([...used, small], total, small.ordinal),
        canon: small.ordinal === true ? `#${total}` : String(total),
      },
    ],
    next: at + used.length + 1,
  };
};

const isStrongWeekday = (token: Token | undefined): boolean => token?.kind === 'word' && token.canon in WEEKDAY_NUMBERS;
const isWeak = (token: Token | undefined): boolean => token?.kind === 'word' && token.raw in WEAK_WEEKDAYS;
const CONNECTS = new Set(['-', '/', 'sampai', 'to', 'dan', ',', 'atau']);
const BEFORE_WEEKDAY = new Set([
  'hari',
  'tiap',
  'malam',
  'this',
  'next',
  'last',
  'coming',
  'by',
  'on',
  'deadline',
  'sampai',
  'sebelum',
  'other',
]);
const AFTER_WEEKDAY = new Set(['depan', 'ini', 'jam', 'pagi', 'siang', 'sore', 'malam', 'at', 'tanggal']);

const joined = (tokens: readonly Token[], at: number, step: 1 | -1): boolean => {
  const connector = tokens[at + step]?.canon ?? '';
  const other = tokens[at + 2 * step];
  return (
    CONNECTS.has(connector) &&
    (isStrongWeekday(other) || (isWeak(other) && connector !== ',')) &&
    (connector !== ',' || isStrongWeekday(other))
  );
};

const isWeekdayHere = (tokens: readonly Token[], at: number, raw: string): boolean => {
  if (joined(tokens, at, 1) || joined(tokens, at, -1)) return raw !== 'min' || tokens[at - 1]?.canon !== ',';
  if (raw === 'min') return tokens[at - 1]?.canon === 'hari';
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  return (
    tokens.length === 1 ||
    BEFORE_WEEKDAY.has(before?.canon ?? '') ||
    AFTER_WEEKDAY.has(after?.canon ?? '') ||
    after?.kind === 'clock' ||
    ['am', 'pm'].includes(tokens[at + 2]?.canon ?? '') ||
    (after?.kind === 'number' && after.ordinal !== true && tokens[at + 2]?.kind === 'word' && isMonthLike(tokens[at + 2]))
  );
};

const isMonthLike = (token: Token | undefined): boolean => token !== undefined && (token.raw in WEAK_MONTHS || canonMonth(token.canon));
const canonMonth = (canon: string): boolean => Object.values(WEAK_MONTHS).includes(canon) || canon === 'juli' || canon === 'november';
const BEFORE_MONTH = new Set(['bulan', 'awal', 'tengah', 'akhir', 'next', 'last', 'of', 'in', '-', 'sampai', 'tiap']);

const isMonthHere = (tokens: readonly Token[], at: number): boolean => {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isNumber = (token: Token | undefined): boolean => token?.kind === 'number' && (token.number ?? 0) > 0;
  return (
    tokens.length === 1 ||
    isNumber(before) ||
    BEFORE_MONTH.has(before?.canon ?? '') ||
    (isNumber(after) && tokens[at]?.raw !== 'jan') ||
    (after?.canon === '-' && isMonthLike(tokens[at + 2]))
  );
};

/** Short forms that are other words too become days and months only in the right company. */
const weak: Pass = (tokens) =>
  tokens.map((token, at) => {
    if (token.kind !== 'word') return token;
    const weekday = WEAK_WEEKDAYS[token.raw];
    if (weekday !== undefined && isWeekdayHere(tokens, at, token.raw)) return { ...token, canon: weekday };
    const month = WEAK_MONTHS[token.raw];
    return month !== undefined && isMonthHere(tokens, at) ? { ...token, canon: month } : token;
  });

const isDated = (token: Token | undefined): boolean =>
  token?.kind === 'number' || token?.kind === 'date' || isStrongWeekday(token) || token?.canon === 'tanggal';

/** Ages, classes, house numbers, streets and markets named after a day: no dates. */
const labels: Pass = (tokens) =>
  rewrite(tokens, (at) => {
    const [one, two, three] = [tokens[at], tokens[at + 1], tokens[at + 2]];
    if (one?.kind !== 'word' || two === undefined) return undefined;
    const isConnector = one.raw === 'sd' && isDated(tokens[at - 1]);
    if (isConnector) return { tokens: [{ ...one, canon: 'sampai' }], next: at + 1 };
    const isNamed =
      NAMES_FOLLOW.has(one.raw) && (isStrongWeekday(two) || two.kind === 'number' || two.canon === 'bulan' || two.canon === 'malam');
    const isModified = three !== undefined && ['depan', 'ini', 'lalu', 'kemarin', 'nanti', 'besok', 'mendatang'].includes(three.canon);
    if (isNamed && !isModified)
      return {
        tokens: [
          one,
          spanned(two.kind === 'number' && three !== undefined && isMonthLike(three) ? [two, three] : [two], {
            kind: 'opaque',
            canon: '#',
          }),
        ],
        next: at + (two.kind === 'number' && isMonthLike(three) ? 3 : 2),
      };
    if (!LABELS.has(one.raw) || two.kind !== 'number') return undefined;
    const four = tokens[at + 3];
    const isSpan = three?.canon === '-' && four?.kind === 'number';
    return {
      tokens: [one, spanned(isSpan ? [two, three, four] : [two], { kind: 'opaque', canon: '#' })],
      next: at + (isSpan ? 4 : 2),
    };
  });

const matches = (known: Phrase, tokens: readonly Token[], at: number): boolean =>
  known.words.every((word, offset) => {
    const token = tokens[at + offset];
    return token !== undefined && token.kind !== 'stop' && token.kind !== 'opaque' && token.canon === word;
  });

const merged = (known: Phrase, parts: readonly Token[]): Token => {
  if (known.kind === 'not-a-date') return spanned(parts, { kind: 'opaque', canon: '#' });
  if (known.kind === 'word') return spanned(parts, { kind: 'word', canon: known.value });
  return spanned(parts, { kind: 'word', canon: `${known.kind}:${known.value}` });
};

const phrases: Pass = (tokens) =>
  rewrite(tokens, (at) => {
    const token = tokens[at];
    const known =
      token === undefined || token.kind === 'opaque'
        ? undefined
        : phrasesFrom(token.canon).find((candidate) => matches(candidate, tokens, at));
    return known === undefined
      ? undefined
      : { tokens: [merged(known, tokens.slice(at, at + known.words.length))], next: at + known.words.length };
  });

const PASSES: readonly Pass[] = [compose, weak, labels, phrases, phrases];

/** "min" is a day only beside another day. */
const isWeakDay = (raw: string): boolean => (raw in WEAK_WEEKDAYS && raw !== 'min') || raw in WEAK_MONTHS;

/** Could this token, or a phrase it stands in, tell of a time? */
export const mayTell = (token: Token): boolean =>
  token.kind === 'number' ||
  token.kind === 'clock' ||
  token.kind === 'date' ||
  (token.kind === 'word' && (isTelling(token.canon) || isWeakDay(token.raw)));

/**
 * A message as the grammar sees it: one vocabulary for all languages, sayings and titles out of the way. Nothing at all
 * where no word of it could be part of a date: most messages, and they cost next to nothing.
 */
export const tokensOf = (text: string, masked: readonly TextSpan[]): readonly Token[] => {
  const tokens = canonise(scan(text, masked));
  return tokens.some(mayTell) ? PASSES.reduce<readonly Token[]>((read, pass) => pass(read), tokens) : [];
};
