// ISO 2709 as it is found, not as it should be (FORMATS §3): records are cut where they end, the directory is believed
// only where it fits, and one record never stops a file.
import { breath } from '#circulation/search/breath.ts';
import type { Notes } from './notes.ts';
import { hasTitle, isUnimarc, marcFields, type MarcField, marcName, type MarcRecord, readMarcField } from './marc-record.ts';
import { type FieldText, readFieldTexts } from './marc-text.ts';
import type { Source, SourceRecord } from './record.ts';

const recordEnd = 0x1d;
const fieldEnd = '\u001e';
const delimiter = '\u001f';
const leaderLength = 24;
const entryLength = 12;
const titleTag = '245';
// The format itself ends at 99,999 bytes; broken files went over that, but not by much.
const longestRecord = 1_000_000;
const shownOfTorn = 60;
const sniffed = 4_096;

/** Whether these bytes begin a file of MARC records. */
export const isMarc21 = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, sniffed)).toString('latin1');
  return /^\s*\d{5}/.test(start) && (start.includes(fieldEnd) || start.includes('\u001d'));
};

interface RawField {
  readonly tag: string;
  readonly bytes: string;
}

interface RawRecord {
  readonly leader: string;
  readonly fields: readonly RawField[];
  readonly isRepaired: boolean;
}

const byDirectory = (record: string): readonly RawField[] | null => {
  const base = Number(record.slice(12, 17));
  const directory = record.slice(leaderLength, base - 1);
  if (!Number.isInteger(base) || record.charAt(base - 1) !== fieldEnd || directory.length % entryLength !== 0) return null;
  const fields: RawField[] = [];
  for (let at = 0; at < directory.length; at += entryLength) {
    const from = base + Number(directory.slice(at + 7, at + 12));
    const to = from + Number(directory.slice(at + 3, at + 7));
    const bytes = record.slice(from, to - 1);
    if (record.charAt(to - 1) !== fieldEnd || bytes.includes(fieldEnd)) return null;
    fields.push({ tag: directory.slice(at, at + 3), bytes });
  }
  return fields;
};

/** The fields one after the other, each with the next tag of the directory; its lengths and places are not believed. */
const byFieldEnds = (record: string): readonly RawField[] | null => {
  const end = record.indexOf(fieldEnd);
  const directory = record.slice(leaderLength, end);
  const values = record.slice(end + 1).split(fieldEnd);
  if (values.at(-1) === '') values.pop();
  const fields: RawField[] = [];
  let entry = 0;
  let place = 0;
  for (const bytes of values) {
    const tag = directory.slice(entry, entry + 3);
    if (entry + entryLength > directory.length || !/^[0-9A-Z]{3}$/.test(tag)) return null;
    fields.push({ tag, bytes });
    // A field of more than 9,999 bytes has an entry that is too long by a digit.
    const length = String(bytes.length + 1);
    entry += length.length > 4 && directory.startsWith(length + String(place).padStart(5, '0'), entry + 3) ? entryLength + 1 : entryLength;
    place += bytes.length + 1;
  }
  return fields;
};

const cut = (record: string): RawRecord | null => {
  const leader = record.slice(0, leaderLength);
  const trusted = byDirectory(record);
  if (trusted !== null) return { leader, fields: trusted, isRepaired: false };
  const split = byFieldEnds(record);
  return split === null ? null : { leader, fields: split, isRepaired: true };
};

const isControl = (tag: string): boolean => tag.startsWith('00');

/** A code with an accent is a damaged letter. */
const codeOf = (text: string): string => text.normalize('NFD').charAt(0);

const fieldOf = (tag: string, { text }: FieldText): MarcField => {
  if (isControl(tag)) return { tag, value: text, subfields: [] };
  const [, ...subfields] = text.split(delimiter);
  return { tag, value: '', subfields: subfields.map((subfield) => [codeOf(subfield), subfield.slice(1)] as const) };
};

const visible = (text: string): string =>
  text
    .replaceAll(delimiter, '$')
    .replace(/\p{Cc}/gu, '')
    .trim();

const noteTexts = (row: number, raw: RawRecord, texts: readonly FieldText[], notes: Notes): void => {
  const unknown: string[] = [];
  for (const [place, { text, doubt }] of texts.entries()) {
    const { tag = '', bytes = '' } = raw.fields[place] ?? {};
    if (doubt === 'cp1252') notes.repair({ row, field: tag, original: visible(bytes), repaired: visible(text) });
    if (doubt === 'damaged') notes.problem(row, tag, visible(text), 'bytes-damaged');
    if (doubt === 'unknown') unknown.push(tag);
  }
  if (unknown.length > 0)
    notes.problem(row, [...new Set(unknown)].join(', '), '', unknown.includes(titleTag) ? 'title-unreadable' : 'encoding-unknown');
};

/** A record with what was repaired or given up in it noted; null, with a note, when nothing of it can be used. */
const readRecord = (row: number, bytes: string, notes: Notes): MarcRecord | null => {
  const raw = cut(bytes);
  if (raw === null || raw.fields.length === 0) {
    notes.problem(row, '', visible(bytes.slice(0, shownOfTorn)), raw === null ? 'marc-structure' : 'marc-empty');
    return null;
  }
  const texts = readFieldTexts(raw.fields.map((field) => field.bytes));
  if (raw.isRepaired) notes.problem(row, '', '', 'marc-repaired');
  noteTexts(row, raw, texts, notes);
  // Letters of an alphabet we cannot tell are not shown as nonsense.
  if (texts.some(({ doubt }, place) => doubt === 'unknown' && raw.fields[place]?.tag === titleTag)) return null;
  return { leader: raw.leader, fields: raw.fields.flatMap(({ tag }, place) => usable(tag, texts[place])) };
};

const usable = (tag: string, text: FieldText | undefined): readonly MarcField[] =>
  text === undefined || text.doubt === 'unknown' ? [] : [fieldOf(tag, text)];

/** The record in our terms; null, with a note, when it has no title we could show. */
export const marcSourceRecord = (
  at: { readonly row: number; readonly share: number },
  record: MarcRecord,
  notes: Notes,
): SourceRecord | null => {
  if (!hasTitle(record)) {
    notes.problem(at.row, titleTag, '', isUnimarc(record) ? 'unimarc' : 'no-title');
    return null;
  }
  return { ...at, of: (field) => readMarcField(record, field), nameOf: marcName };
};

async function* recordsOf(bytes: Uint8Array, notes: Notes): AsyncIterable<SourceRecord> {
  const pause = breath();
  let row = 0;
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(recordEnd, from);
    const isWhole = end !== -1 && end - from <= longestRecord;
    const text = Buffer.from(bytes.subarray(from, isWhole ? end : from + shownOfTorn))
      .toString('latin1')
      .replaceAll('\0', '')
      .trimStart();
    from = end === -1 ? bytes.length : end + 1;
    await pause();
    if (text === '') continue;
    row += 1;
    const record = isWhole ? readRecord(row, text, notes) : null;
    // Without its end mark the last record is torn: an interrupted copy.
    if (!isWhole) notes.problem(row, '', visible(text), 'marc-torn');
    const read = record === null ? null : marcSourceRecord({ row, share: from / bytes.length }, record, notes);
    if (read !== null) yield read;
  }
}

export const openMarc21 = (bytes: Uint8Array): Source => ({
  format: 'marc21',
  fields: marcFields,
  records: (notes) => recordsOf(bytes, notes),
});
