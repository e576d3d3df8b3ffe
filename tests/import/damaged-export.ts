import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';

/** A large export made of the sample of SLiMS, with damage of known kinds, and what a good import makes of it. */
export interface DamagedExport {
  readonly bytes: Buffer;
  readonly titles: number;
  readonly copies: number;
  readonly problems: number;
  readonly repairs: number;
}

const sampleRows = async (): Promise<readonly (readonly string[])[]> =>
  parse(await readFile(new URL('../samples/slims/senayan_biblio_export.csv', import.meta.url)));

const line = (cells: readonly string[]): string => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;

const isbnOf = (number: number): string => {
  const body = `978602${String(number).padStart(6, '0')}`;
  const sum = [...body].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** The row of this number: of another title than all others, with copies of its own. */
const rowAt = (sample: readonly (readonly string[])[], number: number): string[] => {
  const cells = [...(sample[number % sample.length] ?? [])];
  cells[0] = `${cells[0]} ${number}`;
  cells[3] = isbnOf(number);
  cells[7] = '';
  cells[17] = (cells[17] ?? '').replace(/>/g, `-${number}>`);
  return cells;
};

const copiesIn = (cells: readonly string[]): number => (cells[17] === '' ? 0 : (cells[17]?.split('><').length ?? 0));

interface Damage {
  readonly text: (cells: readonly string[]) => Buffer;
  /** whether the title comes in, and what is said of it */
  readonly isIn: boolean;
  readonly problems: number;
  readonly repairs: number;
}

const withCell = (cells: readonly string[], place: number, text: string): Buffer => Buffer.from(line(cells.with(place, text)));

const damages: readonly Damage[] = [
  { text: (cells) => withCell(cells, 0, ''), isIn: false, problems: 1, repairs: 0 },
  { text: (cells) => withCell(cells, 3, '9786020000000'), isIn: true, problems: 1, repairs: 0 },
  { text: (cells) => withCell(cells, 4, 'PenerbÃ­t'), isIn: true, problems: 0, repairs: 1 },
  { text: (cells) => Buffer.from(line(cells.toSpliced(5, 1))), isIn: false, problems: 1, repairs: 0 },
  // the last quote is not closed: the row behind it must not be lost
  { text: (cells) => Buffer.from(line(cells).replace(/"\n$/, '\n')), isIn: true, problems: 0, repairs: 0 },
  // a single byte of Windows-1252: from here on the file as a whole is not UTF-8
  { text: (cells) => Buffer.from(line(cells.with(4, 'Penerb\u00edt')), 'latin1'), isIn: true, problems: 0, repairs: 0 },
];

/** `every`: one damaged row in so many. */
export const damagedExport = async (count: number, every: number): Promise<DamagedExport> => {
  const sample = await sampleRows();
  const counted = { titles: 0, copies: 0, problems: 0, repairs: 0 };
  const rows: Buffer[] = [];
  for (let number = 0; number < count; number += 1) {
    const cells = rowAt(sample, number);
    const damage = number % every === every - 1 ? damages[Math.floor(number / every) % damages.length] : undefined;
    rows.push(damage === undefined ? Buffer.from(line(cells)) : damage.text(cells));
    counted.problems += damage?.problems ?? 0;
    counted.repairs += damage?.repairs ?? 0;
    if (damage?.isIn === false) continue;
    counted.titles += 1;
    counted.copies += copiesIn(cells);
  }
  return { bytes: Buffer.concat(rows), ...counted };
};
