import type { TextSpan } from './reading.ts';
import { LABELS } from './words-markers.ts';

/** A written date or time of day; whether it exists is judged by the grammar. */
export interface WrittenDate {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

export interface Clock {
  readonly hour: number;
  readonly minute: number;
}

/** `opaque` stands for what cannot be a date: titles, prices, phone numbers. `stop` ends a sentence. */
export interface Token extends TextSpan {
  readonly kind: 'word' | 'number' | 'clock' | 'date' | 'mark' | 'opaque' | 'stop';
  readonly raw: string;
  /** The word in the one vocabulary of the grammar, whatever the language. */
  readonly canon: string;
  readonly number?: number;
  readonly digits?: number;
  readonly ordinal?: boolean;
  readonly clock?: Clock;
  readonly dotted?: boolean;
  readonly date?: WrittenDate;
  readonly plural?: boolean;
}

const LETTER = /\p{L}/u;
const APOSTROPHES = new Set(["'", '’', '‘', '`', '´']);
const MARKS: Readonly<Record<string, string>> = {
  ',': ',',
  '(': ',',
  ')': ',',
  '-': '-',
  '–': '-',
  '—': '-',
  '/': '/',
  '+': 'dan',
  '&': 'dan',
  '~': '-',
};
const STOPS = new Set(['.', '!', '?', ';', '\n', '…']);
/** After these a 2 is a number, not the sign that doubles a word ("kira2"). */
const NUMBERED = new Set([
  ...LABELS,
  'jam',
  'pukul',
  'pkl',
  'tgl',
  'tggl',
  'tanggal',
  'bulan',
  'bln',
  'minggu',
  'hari',
  'tahun',
  'dan',
  'sampai',
  'ruang',
  'dalam',
]);

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';
const isLetter = (sign: string | undefined): boolean => sign !== undefined && LETTER.test(sign);

// Letters whose lower case never changes the length.
const PLAIN = /^[\u0000-\u007F]*$/u;

/** Lower case without moving any character, so that offsets stay those of the message. */
const lowered = (text: string): string =>
  (PLAIN.test(text)
    ? text.toLowerCase()
    : Array.from({ length: text.length }, (_, at) => {
        const sign = text.charAt(at);
        const low = sign.toLowerCase();
        return low.length === 1 ? low : sign;
      }).join('')
  )
    .replaceAll(/\b([ap])\.m\.?/g, (all, letter: string) => `${letter}m`.padEnd(all.length))
    .replaceAll(/\bs\.\s?d\b\.?/g, (all) => 's/d'.padEnd(all.length));

const numberToken = (raw: string, start: number): Token => ({
  kind: raw.length > 4 ? 'opaque' : 'number',
  raw,
  canon: String(Number(raw)),
  number: Number(raw),
  digits: raw.length,
  start,
  end: start + raw.length,
});

const fullYear = (raw: string): number => (raw.length === 2 ? 2000 + Number(raw) : Number(raw));

const dateOf = (parts: readonly string[]): WrittenDate | undefined => {
  const [first = '', second = '', third] = parts;
  if (first.length === 4 && third !== undefined && third.length <= 2)
    return { day: Number(third), month: Number(second), year: Number(first) };
  if (first.length > 2 || second.length > 2) return undefined;
  if (third === undefined) return { day: Number(first), month: Number(second) };
  return third.length === 2 || third.length === 4 ? { day: Number(first), month: Number(second), year: fullYear(third) } : undefined;
};

const single = (raw: string, start: number): Token => {
  const span = { raw, start, end: start + raw.length };
  const separator = ['/', '-', ':', '.'].find((sign) => raw.includes(sign));
  if (separator === undefined) return numberToken(raw, start);
  const parts = raw.split(separator);
  const [hour = '', minute = ''] = parts;
  const isTwoParts = parts.length === 2;
  if (isTwoParts && (separator === ':' || separator === '.') && hour.length <= 2 && minute.length === 2) {
    const clock = { hour: Number(hour), minute: Number(minute) };
    return { kind: 'clock', canon: '#clock', clock, dotted: separator === '.', ...span };
  }
  const written = separator !== ':' && (parts.length === 3 || (isTwoParts && separator === '/')) ? dateOf(parts) : undefined;
  return written === undefined || raw === '24/7'
    ? { kind: 'opaque', canon: raw === '24/7' ? raw : '#', ...span }
    : { kind: 'date', canon: '#date', date: written, ...span };
};

const numericRun = (raw: string, start: number): readonly Token[] => {
  const halves = raw.split('-');
  const [left = '', right = ''] = halves;
  if (halves.length !== 2 || left === '' || right === '') return [single(raw, start)];
  const dash = start + left.length;
  return [single(left, start), { kind: 'mark', raw: '-', canon: '-', start: dash, end: dash + 1 }, single(right, dash + 1)];
};

const endOfRun = (text: string, start: number): number => {
  let end = start;
  while (isDigit(text[end]) || ('./:-'.includes(text[end] ?? ' ') && isDigit(text[end + 1]))) end += 1;
  return end;
};

const endOfWord = (text: string, start: number): number => {
  let end = start;
  while (isLetter(text[end]) || (APOSTROPHES.has(text[end] ?? '') && isLetter(text[end + 1]))) end += 1;
  return end;
};

/** "Friday's" is one Friday, "fridays" are all. */
const POSSESSIVE = /(?<=(?:day|weekend))['’‘`´]s$/u;

const bare = (raw: string): string =>
  [...(/^(?:mon|tues|wednes|thurs|fri|satur|sun|week)/u.test(raw) ? raw.replace(POSSESSIVE, '') : raw)]
    .filter((sign) => !APOSTROPHES.has(sign))
    .join('');

/** "kapan-kapan", "selambat-lambatnya", "kapan2": one word. */
const wordAt = (text: string, start: number): Token => {
  const end = endOfWord(text, start);
  const raw = bare(text.slice(start, end));
  const token = (word: string, until: number): Token => ({ kind: 'word', raw: word, canon: word, start, end: until });
  if (raw === 's' && text.startsWith('/d', end) && !isLetter(text[end + 2])) return token('s/d', end + 2);
  if (text[end] === '2' && raw.length > 2 && !NUMBERED.has(raw) && !/[\d./:-]/.test(text[end + 1] ?? ' '))
    return token(`${raw}-${raw}`, end + 1);
  if (text[end] !== '-' || !isLetter(text[end + 1])) return token(raw, end);
  const until = endOfWord(text, end + 1);
  const second = bare(text.slice(end + 1, until));
  return second.length > 2 && raw.includes(second.slice(0, 4)) ? token(`${raw}-${second}`, until) : token(raw, end);
};

const signAt = (text: string, at: number, before: Token | undefined): readonly Token[] => {
  const raw = text.charAt(at);
  const span = { raw, start: at, end: at + 1 };
  const canon = MARKS[raw];
  if (canon !== undefined) return [{ kind: 'mark', canon, ...span }];
  const isAbbreviation = raw === '.' && before?.kind === 'word' && before.end === at && before.raw.length <= 3;
  return STOPS.has(raw) && !isAbbreviation ? [{ kind: 'stop', canon: '.', ...span }] : [];
};

/** Titles stand in double quotes; a message that is one quotation is not a title. */
const quoted = (text: string): readonly TextSpan[] => {
  const spans: TextSpan[] = [];
  for (let open = text.indexOf('"'); open >= 0; ) {
    const close = text.indexOf('"', open + 1);
    if (close < 0) break;
    if (close - open < text.trim().length - 2) spans.push({ start: open, end: close + 1 });
    open = text.indexOf('"', close + 1);
  }
  return spans;
};

/** The pieces of a message, each with its place; what is masked becomes one opaque piece. */
export const scan = (message: string, masked: readonly TextSpan[]): readonly Token[] => {
  const text = lowered(message);
  const covers = [...masked, ...quoted(text.replaceAll(/[“”]/g, '"'))];
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const here = at;
    const cover = covers.find((span) => span.start <= here && here < span.end);
    const pieces: readonly Token[] =
      cover !== undefined
        ? [{ kind: 'opaque', raw: '', canon: '#', start: at, end: cover.end }]
        : isDigit(text[at])
          ? numericRun(text.slice(at, endOfRun(text, at)), at)
          : isLetter(text[at])
            ? [wordAt(text, at)]
            : signAt(text, at, tokens.at(-1));
    tokens.push(...pieces);
    at = Math.max(at + 1, pieces.at(-1)?.end ?? 0);
  }
  return tokens;
};
