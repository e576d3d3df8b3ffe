// Rows out of lines. Regular CSV is cut here, several times faster than by a parser that looks at each letter; whatever is
// not regular goes to csv-parse, a row at a time, so that one wrong quote never costs more than its row.
import { parse } from 'csv-parse/sync';

export interface Dialect {
  readonly delimiter: string;
  /** what makes a quote inside a cell a letter: another quote, or a backslash */
  readonly escape: '"' | '\\';
}

// A row that goes on longer than this was never closed.
const longestRow = 100_000;
const mostLines = 200;

/** The cells of regular CSV; null where a quote is not closed, or stands where it should not. */
const regularCells = (text: string, { delimiter, escape }: Dialect): string[] | null => {
  if (!text.includes('"')) return text.split(delimiter);
  if (escape === '\\' && text.includes('\\')) return null;
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const end = text.charAt(at) === '"' ? closingQuote(text, at) + 1 : endOfBare(text, at, delimiter);
    if (end <= 0 || (end < text.length && text.charAt(end) !== delimiter)) return null;
    cells.push(text.charAt(at) === '"' ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    if (end >= text.length) return cells;
    at = end;
  }
};

/** -1: there is none. */
const closingQuote = (text: string, opening: number): number => {
  let end = text.indexOf('"', opening + 1);
  while (end !== -1 && text.charAt(end + 1) === '"') end = text.indexOf('"', end + 2);
  return end;
};

/** -1: there is a quote in the middle of it. */
const endOfBare = (text: string, at: number, delimiter: string): number => {
  const found = text.indexOf(delimiter, at);
  const end = found === -1 ? text.length : found;
  const quote = text.indexOf('"', at);
  return quote !== -1 && quote < end ? -1 : end;
};

/** Where a backslash escapes quotes, csv-parse would take it from a line break too, which SLiMS writes as a literal \n. */
const keepingBreaks = (text: string): string =>
  text.replace(/\\([\s\S])/g, (pair, next: string) => (/[nr]/.test(next) ? `\\${pair}` : pair));

/** SLiMS' item export does not double quotes inside a cell; csv-parse then leaves the outer pair standing. */
const withoutStrayQuotes = (cell: string): string => {
  if (!cell.startsWith('"') || !cell.endsWith('"') || cell.length < 2) return cell;
  const inner = cell.slice(1, -1);
  const opening = inner.indexOf('"');
  return opening > 0 && inner[opening - 1] === ' ' ? inner : cell;
};

/** The cells of a row that is CSV by good will; null when a quote is open at its end. */
const relaxedCells = (text: string, dialect: Dialect): string[] | null => {
  try {
    const [cells, another] = parse(dialect.escape === '\\' ? keepingBreaks(text) : text, {
      ...dialect,
      relax_column_count: true,
      relax_quotes: true,
    });
    return cells === undefined || another !== undefined ? null : cells.map(withoutStrayQuotes);
  } catch {
    // an open quote is its only complaint that is left
    return null;
  }
};

const quotesIn = (text: string): number => text.split('"').length - 1;

/** Cuts rows from lines; `columns`, once it is known, lets a whole row end one that swallows it. */
export class RowCutter {
  readonly #dialect: Dialect;
  readonly #columns: number;
  readonly #onUnreadable: (line: string) => void;
  #open: string[] = [];
  #length = 0;
  #quotes = 0;

  constructor(dialect: Dialect, columns: number, onUnreadable: (line: string) => void) {
    this.#dialect = dialect;
    this.#columns = columns;
    this.#onUnreadable = onUnreadable;
  }

  *take(line: string): Iterable<string[]> {
    if (this.#open.length > 0 && this.#isWhole(line)) yield* this.end();
    if (this.#open.length === 0 && line.trim() === '') return;
    const whole = this.#open.length === 0 ? regularCells(line, this.#dialect) : null;
    if (whole !== null) {
      yield whole;
      return;
    }
    this.#open.push(line);
    this.#length += line.length;
    this.#quotes += quotesIn(line);
    const cells = this.#openCells();
    if (cells !== null) {
      this.#forget();
      yield cells;
    } else if (this.#length > longestRow || this.#open.length > mostLines) yield* this.end();
  }

  /** Nothing closes what is open: its first line is given up, the others are lines of their own. */
  *end(): Iterable<string[]> {
    const [first, ...others] = this.#open;
    this.#forget();
    if (first === undefined) return;
    const cells = this.#columns > 0 ? regularCells(`${first}"`, this.#dialect) : null;
    // Only the very last quote is missing: the row is whole.
    if (cells !== null && cells.length === this.#columns) yield cells;
    else this.#onUnreadable(first);
    for (const line of others) yield* this.take(line);
    if (others.length > 0) yield* this.end();
  }

  #forget(): void {
    this.#open = [];
    this.#length = 0;
    this.#quotes = 0;
  }

  #openCells(): string[] | null {
    // In the middle of a cell of many lines there is nothing to try.
    if (this.#open.length > 1 && this.#quotes % 2 === 1) return null;
    const text = this.#open.join('\n');
    return (this.#open.length > 1 ? regularCells(text, this.#dialect) : null) ?? relaxedCells(text, this.#dialect);
  }

  #isWhole(line: string): boolean {
    return this.#columns > 1 && line.startsWith('"') && regularCells(line, this.#dialect)?.length === this.#columns;
  }
}
