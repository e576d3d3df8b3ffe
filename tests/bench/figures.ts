import process from 'node:process';

export const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The value below which `share` of all values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : [sorted[middle - 1], sorted[middle]];
  return (low + high) / 2;
};

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly anchor: string;
  readonly product: string;
  readonly ratio: string;
  readonly goal: string;
  readonly pass: boolean | 'void';
  /** longest wait of the product's event loop */
  readonly stall: string;
}

export interface Goal {
  readonly atMost?: number;
  readonly atLeast?: number;
}

export const isReached = (ratio: number, { atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }: Goal): boolean =>
  ratio <= atMost && ratio >= atLeast;

export const goalText = ({ atMost, atLeast }: Goal): string => (atMost === undefined ? `>= ${atLeast}x` : `<= ${atMost}x`);

const columns = ['name', 'anchor', 'product', 'ratio', 'goal', 'pass', 'stall'] as const;
const headings: Readonly<Record<(typeof columns)[number], string>> = {
  name: 'name',
  anchor: 'anchor',
  product: 'product',
  ratio: 'ratio',
  goal: 'goal',
  pass: 'pass',
  stall: 'loop delay',
};

export const printTable = (rows: readonly Row[]): void => {
  const verdict = ({ pass }: Row): string => (pass === 'void' ? 'VOID' : pass ? 'pass' : 'FAIL');
  const cells = rows.map((row) => columns.map((column) => (column === 'pass' ? verdict(row) : row[column])));
  const all = [columns.map((column) => headings[column]), ...cells];
  const widths = columns.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0)));
  for (const line of all)
    print(
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
};
