import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { type Options, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { rank, recognise } from './layout.ts';
import { cp1252Text } from './repair-text.ts';
import type { RawRow, Table, UnreadableRow } from './table.ts';

// Parsing a chunk is one stretch of work: small ones leave the event loop free (PERFORMANCE 8).
const chunkSize = 16 * 1024;
const sniffedBytes = 256 * 1024;
const sniffedRows = 20;
// One record of a million characters is a quote that was never closed, not a book.
const longestRecord = 1_000_000;

type Encoding = 'utf8' | 'utf16le' | 'latin1';

const encodingOf = (bytes: Uint8Array): Encoding => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  return isUtf8(bytes) ? 'utf8' : 'latin1';
};

/** In a file that is not UTF-8 throughout, each cell is read by itself: as UTF-8 where it is that, else as Windows-1252. */
const cellOfMixedFile = (cell: string): string => {
  const bytes = Buffer.from(cell, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : cp1252Text(cell);
};

/** SLiMS' item export does not double quotes inside a cell; csv-parse then leaves the outer pair standing. */
const withoutStrayQuotes = (cell: string): string => {
  if (!cell.startsWith('"') || !cell.endsWith('"') || cell.length < 2) return cell;
  const inner = cell.slice(1, -1);
  const opening = inner.indexOf('"');
  return opening > 0 && inner[opening - 1] === ' ' ? inner : cell;
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

// SLiMS writes quotes inside a cell as \" in some exports, doubled in others, and never both.
const escapeOf = (sample: string): string => {
  const backslashed = count(sample, /[^,;\t\n]\\"(?![,;\t\r\n])/g);
  return backslashed > count(sample, /[^,;\t\n"]""(?=[^,;\t\r\n"])/g) ? '\\' : '"';
};

const delimiters = [',', ';', '\t', '|'] as const;

const optionsFor = (delimiter: string, escape: string): Options => ({
  delimiter,
  escape,
  bom: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
  max_record_size: longestRecord,
});

const firstRows = (sample: string, delimiter: string, escape: string): readonly (readonly string[])[] =>
  parseAtOnce(sample, { ...optionsFor(delimiter, escape), to: sniffedRows });

const decodeChunk = (bytes: Uint8Array, from: number, decoder: TextDecoder | null): string => {
  const chunk = bytes.subarray(from, from + chunkSize);
  const last = from + chunkSize >= bytes.length;
  return decoder === null
    ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
    : decoder.decode(chunk, { stream: !last });
};

/** Recognises encoding, delimiter, escaping and layout by content; the name of the file proves nothing. */
export const openCsv = (bytes: Uint8Array): Table => {
  const encoding = encodingOf(bytes);
  const decoderOf = (): TextDecoder | null => (encoding === 'latin1' ? null : new TextDecoder(encoding === 'utf8' ? 'utf-8' : 'utf-16le'));
  const cell = encoding === 'latin1' ? cellOfMixedFile : (text: string): string => text;
  const decoder = decoderOf();
  const wholeSample =
    decoder === null
      ? Buffer.from(bytes.subarray(0, sniffedBytes)).toString('latin1')
      : decoder.decode(bytes.subarray(0, sniffedBytes), { stream: true });
  // A sample that ends in the middle of a quoted cell would be an error of the sample, not of the file.
  const sample = (bytes.length > sniffedBytes ? wholeSample.slice(0, wholeSample.lastIndexOf('\n')) : wholeSample).replaceAll('\0', '');
  const escape = escapeOf(sample);
  const found = delimiters
    .map((delimiter) => ({ delimiter, layout: recognise(firstRows(sample, delimiter, escape)) }))
    .reduce((best, candidate) => (rank(candidate.layout) > rank(best.layout) ? candidate : best));
  return {
    layout: found.layout,
    rows: (onUnreadable) => readRows({ bytes, decoder: decoderOf(), cell, options: optionsFor(found.delimiter, escape) }, onUnreadable),
  };
};

interface Source {
  readonly bytes: Uint8Array;
  readonly decoder: TextDecoder | null;
  readonly cell: (text: string) => string;
  readonly options: Options;
}

interface Piece {
  readonly text: string;
  readonly share: number;
  readonly isLast: boolean;
}

/** Where a backslash escapes quotes, csv-parse would take it from a line break too, which SLiMS writes as a literal \n. */
const keepingBreaks = (text: string): string =>
  text.replace(/\\([\s\S])/g, (pair, next: string) => (/[nr]/.test(next) ? `\\${pair}` : pair));

/** The text of the file, piece by piece, without what no database keeps in a text and nobody wrote. */
function* pieces({ bytes, decoder, options }: Source, onNul: () => void): Iterable<Piece> {
  let rest = '';
  for (let from = 0; from < bytes.length || from === 0; from += chunkSize) {
    const decoded = decodeChunk(bytes, from, decoder);
    if (decoded.includes('\0')) onNul();
    const whole = rest + decoded.replaceAll('\0', '');
    const isLast = from + chunkSize >= bytes.length;
    // a backslash and what it escapes stay together
    rest = isLast || options.escape !== '\\' ? '' : (/\\+$/.exec(whole)?.[0] ?? '');
    const text = whole.slice(0, whole.length - rest.length);
    yield { text: options.escape === '\\' ? keepingBreaks(text) : text, share: Math.min(1, (from + chunkSize) / bytes.length), isLast };
  }
}

/** Rows that could not be read, counted: csv-parse skips them while earlier ones are still on their way here. */
const skipCounter = () => {
  const before: number[] = [];
  let passed = 0;
  return {
    skip: (records: number): number => records + before.push(records),
    /** how many rows were skipped before the record of this number */
    upTo: (record: number): number => {
      while (passed < before.length && (before[passed] ?? record) < record) passed += 1;
      return passed;
    },
  };
};

async function* readRows(source: Source, onUnreadable: (fault: UnreadableRow) => void): AsyncIterable<RawRow> {
  const taken: string[][] = [];
  const skips = skipCounter();
  const parser = parse({
    ...source.options,
    on_skip: (error) => {
      onUnreadable({ row: skips.skip(parser.info.records), detail: error?.code ?? 'CSV', why: 'unreadable-row' });
      return undefined;
    },
  });
  parser.on('data', (record: string[]) => taken.push(record));
  let hasNul = false;
  let records = 0;
  const onNul = (): void => {
    if (!hasNul) onUnreadable({ row: 0, detail: '', why: 'nul-bytes' });
    hasNul = true;
  };
  for (const { text, share, isLast } of pieces(source, onNul)) {
    await fed(parser, text, isLast);
    for (const record of taken.splice(0)) {
      records += 1;
      yield { row: records + skips.upTo(records), cells: record.map((cell) => withoutStrayQuotes(source.cell(cell))), share };
    }
  }
}

/** Resolves a turn of the event loop after the parser has worked off `text`; a parser that breaks rejects. */
const fed = (parser: ReturnType<typeof parse>, text: string, last: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.once('error', reject);
    const done = (): void => {
      parser.off('error', reject);
      resolve();
    };
    if (last) {
      parser.once('end', done);
      parser.end(text);
    } else {
      parser.write(text, () => setImmediate(done));
    }
  });
