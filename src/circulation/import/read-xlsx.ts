import { breath } from '#circulation/search/breath.ts';
import { recognise } from './layout.ts';
import type { ProblemKind } from './notes.ts';
import type { RawRow, Table, UnreadableRow } from './table.ts';
import { declaresType, readXml } from './xml.ts';
import { type Archive, openZip, ZipRefused } from './zip.ts';

const chunkSize = 32 * 1024;
const sniffedRows = 20;
// A catalogue has some forty columns; a cell far to the right must not become a row of thousands.
const mostColumns = 256;

/** Whether these bytes begin a ZIP archive, which a workbook is. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** The place of the column that a cell reference names: A1 → 0, AB7 → 27. */
const columnOf = (reference: string): number =>
  [...reference.replace(/[^A-Z]/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** A number as people write it: a spreadsheet keeps long ones as 9.78979E+12, of which nothing is lost below 2^53. */
const numberText = (text: string): string => {
  if (!/e/i.test(text)) return text;
  const value = Number(text);
  return Number.isSafeInteger(value) ? String(value) : text;
};

interface Cell {
  readonly column: number;
  readonly type: string;
  text: string;
}

const valueOf = ({ type, text }: Cell, strings: readonly string[]): string => {
  if (type === 's') return strings[Number(text)] ?? '';
  return type === '' || type === 'n' ? numberText(text) : text;
};

interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Collects the rows of a sheet as its XML goes by. */
const rowCollector = (strings: readonly string[], onRow: (row: SheetRow) => void) => {
  let row = 0;
  let cells: string[] = [];
  let cell: Cell | null = null;
  let isValue = false;
  const keep = ({ column, ...rest }: Cell): void => {
    if (column < 0 || column >= mostColumns) return;
    while (cells.length < column) cells.push('');
    cells[column] = valueOf({ column, ...rest }, strings);
  };
  return readXml({
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
      }
      if (name === 'c')
        cell = { column: attributes['r'] === undefined ? cells.length : columnOf(attributes['r']), type: attributes['t'] ?? '', text: '' };
      isValue = name === 'v' || name === 't';
    },
    close: (name) => {
      if (name === 'c' && cell !== null) keep(cell);
      if (name === 'c') cell = null;
      if (name === 'row') onRow({ row, cells });
      isValue = false;
    },
    text: (text) => {
      if (isValue && cell !== null) cell.text += text;
    },
  });
};

const readStrings = async (bytes: Buffer | null): Promise<readonly string[]> => {
  const strings: string[] = [];
  if (bytes === null) return strings;
  let isText = false;
  const feed = readXml({
    open: (name) => {
      if (name === 'si') strings.push('');
      isText = name === 't';
    },
    close: () => {
      isText = false;
    },
    text: (text) => {
      if (isText && strings.length > 0) strings[strings.length - 1] += text;
    },
  });
  for await (const { text } of chunks(bytes)) feed.write(text);
  feed.end();
  return strings;
};

async function* chunks(bytes: Buffer): AsyncIterable<{ readonly text: string; readonly share: number }> {
  const decoder = new TextDecoder();
  const pause = breath();
  for (let from = 0; from < bytes.length; from += chunkSize) {
    yield {
      text: decoder.decode(bytes.subarray(from, from + chunkSize), { stream: true }),
      share: Math.min(1, (from + chunkSize) / bytes.length),
    };
    await pause();
  }
}

async function* sheetRows(bytes: Buffer, strings: readonly string[], onUnreadable: (fault: UnreadableRow) => void): AsyncIterable<RawRow> {
  const taken: SheetRow[] = [];
  const feed = rowCollector(strings, (row) => taken.push(row));
  let last = 0;
  for await (const { text, share } of chunks(bytes)) {
    const fault = faultOf(() => feed.write(text));
    for (const row of taken.splice(0)) {
      last = row.row;
      yield { ...row, share };
    }
    if (fault === null) continue;
    // What follows broken XML cannot be found again.
    onUnreadable({ row: last + 1, detail: fault, why: 'xml-broken' });
    return;
  }
}

const faultOf = (work: () => void): string | null => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

/** The first sheet of the workbook, by name of its file: sheet1 is the first in every program that writes them. */
const firstSheet = (archive: Archive): string | undefined =>
  archive.names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];

const open = async (bytes: Uint8Array): Promise<Table | ProblemKind> => {
  const archive = openZip(bytes);
  const sheet = await archive.read(firstSheet(archive) ?? '');
  if (sheet === null) return 'not-a-catalogue';
  const texts = await archive.read('xl/sharedStrings.xml');
  if (declaresType(sheet) || (texts !== null && declaresType(texts))) return 'xml-refused';
  const strings = await readStrings(texts);
  const sample: (readonly string[])[] = [];
  for await (const { cells } of sheetRows(sheet, strings, () => undefined)) if (sample.push(cells) >= sniffedRows) break;
  const layout = recognise(sample);
  return layout.format === 'unknown' ? 'not-a-catalogue' : { layout, rows: (onUnreadable) => sheetRows(sheet, strings, onUnreadable) };
};

/** Opens the first sheet of a workbook; a reason when it is refused. */
export const openWorkbook = async (bytes: Uint8Array): Promise<Table | ProblemKind> => {
  try {
    return await open(bytes);
  } catch (error) {
    return error instanceof ZipRefused ? 'workbook-refused' : 'workbook-broken';
  }
};
