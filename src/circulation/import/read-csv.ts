import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { breath } from '#circulation/search/breath.ts';
import { type Dialect, RowCutter } from './cut-rows.ts';
import { type Layout, rank, recognise } from './layout.ts';
import { cp1252Text } from './repair-text.ts';
import type { RawRow, Table, UnreadableRow } from './table.ts';

const chunkSize = 64 * 1024;
const sniffedBytes = 64 * 1024;
const sniffedRows = 20;
const shownOfLine = 60;

type Encoding = 'utf8' | 'utf16le' | 'latin1';

const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  return isUtf8(bytes) ? 'utf8' : 'latin1';
};

const isAscii = (text: string): boolean => !/[^\u0000-\u007f]/.test(text);

/** In a file that is not UTF-8 throughout, each cell is read by itself: as UTF-8 where it is that, else as Windows-1252. */
const cellOfMixedFile = (cell: string): string => {
  if (isAscii(cell)) return cell;
  const bytes = Buffer.from(cell, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : cp1252Text(cell);
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

// SLiMS writes quotes inside a cell as \" in some exports, doubled in others, and never both.
const escapeOf = (sample: string): Dialect['escape'] => {
  const backslashed = count(sample, /[^,;\t\n]\\"(?![,;\t\r\n])/g);
  return backslashed > count(sample, /[^,;\t\n"]""(?=[^,;\t\r\n"])/g) ? '\\' : '"';
};

const delimiters = [',', ';', '\t', '|'] as const;

interface Chunk {
  readonly lines: readonly string[];
  readonly share: number;
  /** bytes of zero were left out: no database keeps them in a text, and nobody wrote them */
  readonly hadNul: boolean;
}

/** The lines of the file, whatever ends them; in a mixed file as code units of one byte. */
function* chunksOf(bytes: Uint8Array, encoding: Encoding): Iterable<Chunk> {
  const decoder = new TextDecoder(encoding === 'utf16le' ? 'utf-16le' : 'utf-8');
  let rest = '';
  for (let from = 0; from < bytes.length || from === 0; from += chunkSize) {
    const to = from + chunkSize;
    const isLast = to >= bytes.length;
    const chunk = bytes.subarray(from, to);
    const decoded = encoding === 'latin1' ? Buffer.from(chunk).toString('latin1') : decoder.decode(chunk, { stream: !isLast });
    const text = rest + decoded.replaceAll('\0', '');
    // A carriage return at the end may be half of a line's end.
    const lines = (isLast || !text.endsWith('\r') ? text : text.slice(0, -1)).split(/\r\n|\n|\r/);
    rest = isLast ? '' : `${lines.pop() ?? ''}${text.endsWith('\r') ? '\r' : ''}`;
    yield { lines, share: Math.min(1, to / bytes.length), hadNul: decoded.includes('\0') };
  }
}

const firstRows = (sample: readonly string[], dialect: Dialect): readonly (readonly string[])[] => {
  const rows: (readonly string[])[] = [];
  const cutter = new RowCutter(dialect, 0, () => undefined);
  for (const line of sample) {
    rows.push(...cutter.take(line));
    if (rows.length >= sniffedRows) return rows.slice(0, sniffedRows);
  }
  return [...rows, ...cutter.end()];
};

interface Found {
  readonly dialect: Dialect;
  readonly layout: Layout;
}

/** The delimiter under which the first lines make most sense. */
const recogniseLines = (lines: readonly string[]): Found => {
  const escape = escapeOf(lines.join('\n'));
  return delimiters
    .map((delimiter): Found => ({ dialect: { delimiter, escape }, layout: recognise(firstRows(lines, { delimiter, escape })) }))
    .reduce((best, candidate) => (rank(candidate.layout) > rank(best.layout) ? candidate : best));
};

async function* readRows(
  bytes: Uint8Array,
  { dialect, layout }: Found,
  onUnreadable: (fault: UnreadableRow) => void,
): AsyncIterable<RawRow> {
  const encoding = encodingOf(bytes);
  const pause = breath();
  let row = 0;
  let saidNul = false;
  const cutter = new RowCutter(dialect, layout.names.length, (line) => {
    row += 1;
    onUnreadable({ row, detail: line.slice(0, shownOfLine), why: 'unreadable-row' });
  });
  const asRow = (cells: readonly string[], share: number): RawRow => {
    row += 1;
    return { row, share, cells: encoding === 'latin1' ? cells.map(cellOfMixedFile) : cells };
  };
  for (const { lines, share, hadNul } of chunksOf(bytes, encoding)) {
    if (hadNul && !saidNul) onUnreadable({ row: 0, detail: '', why: 'nul-bytes' });
    saidNul ||= hadNul;
    for (const line of lines) {
      for (const cells of cutter.take(line)) yield asRow(cells, share);
      await pause();
    }
  }
  for (const cells of cutter.end()) yield asRow(cells, 1);
}

/** Recognises encoding, delimiter, escaping and layout by content; the name of the file proves nothing. */
export const openCsv = (bytes: Uint8Array): Table => {
  const [sample] = chunksOf(bytes.subarray(0, sniffedBytes), encodingOf(bytes));
  const found = recogniseLines(sample?.lines ?? []);
  return { layout: found.layout, rows: (onUnreadable) => readRows(bytes, found, onUnreadable) };
};
