import type { Field } from './columns.ts';
import { readIsbn } from './isbn.ts';
import { oneLine, withoutIsbd } from './repair-text.ts';

export interface MarcField {
  readonly tag: string;
  /** of a control field, 001–009 */
  readonly value: string;
  readonly subfields: readonly (readonly [code: string, text: string])[];
}

export interface MarcRecord {
  readonly leader: string;
  readonly fields: readonly MarcField[];
}

/** What a MARC file speaks of. */
export const marcFields: readonly Field[] = [
  'title',
  'author',
  'isbn',
  'publisher',
  'year',
  'callNumber',
  'subjects',
  'synopsis',
  'language',
  'format',
  'audience',
  'codes',
  'location',
];

const tagOf: Readonly<Partial<Record<Field, string>>> = {
  title: '245',
  author: '100',
  isbn: '020',
  publisher: '260',
  year: '260',
  callNumber: '084',
  subjects: '650',
  language: '041',
  codes: '990',
};

/** What reports call a field. */
export const marcName = (field: Field): string => tagOf[field] ?? field;

const tagged = ({ fields }: MarcRecord, ...tags: readonly string[]): readonly MarcField[] =>
  tags.flatMap((tag) => fields.filter((field) => field.tag === tag));

const part = (field: MarcField, codes: string): string =>
  field.subfields
    .filter(([code, text]) => codes.includes(code) && text.trim() !== '')
    .map(([, text]) => oneLine(text))
    .join(' ');

const parts = (record: MarcRecord, codes: string, ...tags: readonly string[]): readonly string[] =>
  tagged(record, ...tags)
    .map((field) => withoutIsbd(part(field, codes)))
    .filter((text) => text !== '');

/** A heading ends with a full stop that is no part of it: "Serreau, Geneviève."; an initial and "Jr." keep theirs. */
const withoutStop = (text: string): string => text.replace(/(\p{L}{3,}|\d{4}|\))\.$/u, '$1');

const control = (record: MarcRecord, tag: string): string => tagged(record, tag)[0]?.value ?? '';

const subjectOf = (field: MarcField): string =>
  field.subfields
    .filter(([code]) => 'axyz'.includes(code))
    .map(([, text]) => withoutStop(withoutIsbd(oneLine(text))))
    .filter((text) => text !== '')
    .join(' - ');

const isbnOf = (record: MarcRecord): string => {
  const printed = parts(record, 'a', '020');
  return printed.find((text) => readIsbn(text).kind === 'sound') ?? printed[0] ?? parts(record, 'a', '022')[0] ?? '';
};

const authorsOf = (record: MarcRecord): string => {
  const names = parts(record, 'ab', '100', '110', '111', '700', '710').map(withoutStop);
  return [...new Set(names)].join('\n') || (parts(record, 'c', '245')[0] ?? '');
};

const formatOf = (record: MarcRecord): string => {
  if (/[ij]/.test(record.leader.charAt(6))) return 'audio';
  const form = control(record, '008').charAt(23);
  if (form === 'f') return 'braille';
  return form === 'd' ? 'large print' : '';
};

const audienceOf = (record: MarcRecord): string => {
  const code = control(record, '008').charAt(22);
  if (/[abcj]/.test(code)) return 'anak';
  return code === 'd' ? 'remaja' : '';
};

/** Copies: INLISLite's 990, Koha's 952, and barcodes in 852. */
const codesOf = (record: MarcRecord): string => {
  const raw = (code: string, tag: string): readonly string[] =>
    tagged(record, tag).flatMap(({ subfields }) =>
      subfields.filter(([each, text]) => each === code && text !== '').map(([, text]) => text),
    );
  return [raw('a', '990'), raw('p', '952'), raw('p', '852')].find((codes) => codes.length > 0)?.join('\n') ?? '';
};

const yearOf = (record: MarcRecord): string => {
  const printed = parts(record, 'c', '260', '264').find((text) => /\d{4}/.test(text));
  return printed ?? /^.{7}(\d{4})/.exec(control(record, '008'))?.[1] ?? '';
};

const firstOf = (...texts: readonly (readonly string[])[]): string => texts.flat()[0] ?? '';

const readers: Readonly<Partial<Record<Field, (record: MarcRecord) => string>>> = {
  title: (record) => firstOf(parts(record, 'abnp', '245')),
  author: authorsOf,
  isbn: isbnOf,
  publisher: (record) => firstOf(parts(record, 'b', '260', '264')),
  year: yearOf,
  callNumber: (record) => firstOf(parts(record, 'ab', '090', '084', '082')),
  subjects: (record) =>
    [...new Set(tagged(record, '600', '650', '651', '653', '655').map(subjectOf))].filter((text) => text !== '').join('\n'),
  synopsis: (record) => parts(record, 'a', '520').join('\n'),
  language: (record) => firstOf(parts(record, 'a', '041')).slice(0, 3) || control(record, '008').slice(35, 38).replace(/[ |]/g, ''),
  format: formatOf,
  audience: audienceOf,
  codes: codesOf,
  location: (record) => firstOf(parts(record, 'b', '952')),
};

/** What a record says in our terms; what it does not have is empty. */
export const readMarcField = (record: MarcRecord, field: Field): string => readers[field]?.(record) ?? '';

/** Has no title where MARC 21 keeps it, but where UNIMARC does. */
export const isUnimarc = (record: MarcRecord): boolean =>
  tagged(record, '245').length === 0 && tagged(record, '200').some((field) => part(field, 'a') !== '');

export const hasTitle = (record: MarcRecord): boolean => tagged(record, '245').some((field) => part(field, 'abnp') !== '');
