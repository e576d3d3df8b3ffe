import { TextDecoder } from 'node:util';
import { breath } from '#circulation/search/breath.ts';
import { marcSourceRecord } from './marc21.ts';
import { marcFields, type MarcField, type MarcRecord } from './marc-record.ts';
import type { Notes } from './notes.ts';
import type { Source, SourceRecord } from './record.ts';
import { declaresType, readXml } from './xml.ts';

const sniffed = 4_096;
// One record, as MARC itself limits it, with room for the tags.
const longestRecord = 1_000_000;
const chunkSize = 256 * 1024;
const opening = /<(?:[\w.-]+:)?record[\s>]/g;
const closing = /<\/(?:[\w.-]+:)?record\s*>/g;

const isWide = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;
const decoderOf = (bytes: Uint8Array): TextDecoder => new TextDecoder(isWide(bytes) ? 'utf-16le' : 'utf-8');

/** Whether these bytes begin an XML document with MARC records. */
export const isMarcXml = (bytes: Uint8Array): boolean => {
  const start = decoderOf(bytes).decode(bytes.subarray(0, sniffed));
  return /^\s*</.test(start) && (/<(?:[\w.-]+:)?(?:record|collection|leader)[\s>]/.test(start) || start.includes('<!DOCTYPE'));
};

/** Reads one record; throws when it is no XML. */
const parseRecord = (text: string): MarcRecord => {
  const fields: { tag: string; value: string; subfields: [string, string][] }[] = [];
  let leader = '';
  let within = '';
  const feed = readXml({
    open: (name, attributes) => {
      within = name;
      if (name === 'controlfield' || name === 'datafield') fields.push({ tag: attributes['tag'] ?? '', value: '', subfields: [] });
      if (name === 'subfield') fields.at(-1)?.subfields.push([attributes['code'] ?? '', '']);
    },
    close: () => {
      within = '';
    },
    text: (piece) => {
      if (within === 'leader') leader += piece;
      const field = fields.at(-1);
      if (field === undefined) return;
      if (within === 'controlfield') field.value += piece;
      const subfield = field.subfields.at(-1);
      if (within === 'subfield' && subfield !== undefined) subfield[1] += piece;
    },
  });
  feed.write(text);
  feed.end();
  return { leader, fields: fields.map(composed) };
};

const composed = ({ tag, value, subfields }: MarcField): MarcField => ({
  tag,
  value,
  subfields: subfields.map(([code, text]) => [code, text.normalize('NFC')] as const),
});

interface Piece {
  readonly text: string;
  readonly share: number;
}

/** Cuts the document into its records, so that a broken one costs only itself. */
async function* pieces(bytes: Uint8Array): AsyncIterable<Piece> {
  const decoder = decoderOf(bytes);
  const pause = breath();
  let text = '';
  for (let from = 0; from < bytes.length; from += chunkSize) {
    text += decoder.decode(bytes.subarray(from, from + chunkSize), { stream: true });
    const share = Math.min(1, (from + chunkSize) / bytes.length);
    let taken = 0;
    for (const end of text.matchAll(closing)) {
      const to = end.index + end[0].length;
      for (const record of records(text.slice(taken, to))) yield { text: record, share };
      taken = to;
      await pause();
    }
    text = text.slice(taken);
    // A record that never ends is given up before it fills the memory.
    if (text.length > longestRecord) {
      for (const record of records(text)) yield { text: record.slice(0, longestRecord), share };
      text = '';
    }
    await pause();
  }
  for (const record of records(text)) yield { text: record, share: 1 };
}

/** A record begins at each opening tag; one that was torn off has no end of its own. */
const records = (text: string): readonly string[] => {
  const starts = [...text.matchAll(opening)].map(({ index }) => index);
  return starts.map((start, place) => text.slice(start, starts[place + 1] ?? text.length));
};

async function* recordsOf(bytes: Uint8Array, notes: Notes): AsyncIterable<SourceRecord> {
  let row = 0;
  for await (const { text, share } of pieces(bytes)) {
    row += 1;
    const record = parsed(row, text, notes);
    const read = record === null ? null : marcSourceRecord({ row, share }, record, notes);
    if (read !== null) yield read;
  }
}

const parsed = (row: number, text: string, notes: Notes): MarcRecord | null => {
  try {
    // the prefix of a record is declared further up, and names are read without it
    return parseRecord(text);
  } catch (error) {
    notes.problem(row, '', error instanceof Error ? error.message : '', 'xml-broken');
    return null;
  }
};

/** null: the document declares a type, from which bombs are made (RELIABILITY §7). */
export const openMarcXml = (bytes: Uint8Array): Source | null =>
  declaresType(bytes) ? null : { format: 'marcxml', fields: marcFields, records: (notes) => recordsOf(bytes, notes) };
