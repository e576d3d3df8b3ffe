import { type Field, fieldOf, headerName, slimsBiblio, slimsItem, slimsMember } from './columns.ts';

export type Format = 'slims-biblio' | 'slims-item' | 'slims-member' | 'plain-csv' | 'unknown';

/** How a file is laid out: which format, whether its first row is a header, and the field and name of each column. */
export interface Layout {
  readonly format: Format;
  readonly hasHeader: boolean;
  readonly fields: readonly Field[];
  /** the column names as the file, or the format, has them: for reports */
  readonly names: readonly string[];
}

const unknownLayout: Layout = { format: 'unknown', hasHeader: false, fields: [], names: [] };

const knows = (header: ReadonlySet<string>, columns: readonly string[]): number => columns.filter((name) => header.has(name)).length;

const slimsByHeader = (header: ReadonlySet<string>): Format | null => {
  if (knows(header, slimsMember) >= 3) return 'slims-member';
  if (knows(header, slimsBiblio) >= 12) return 'slims-biblio';
  return knows(header, slimsItem) >= 12 ? 'slims-item' : null;
};

const byHeader = (first: readonly string[]): Layout | null => {
  // SLiMS ends some header rows, and only those, with a comma: the last, empty name is no column.
  const cells = first.at(-1) === '' ? first.slice(0, -1) : first;
  const header = new Set(cells.map(headerName));
  const fields = cells.map(fieldOf);
  const format =
    slimsByHeader(header) ?? (fields.includes('title') && fields.filter((field) => field !== 'other').length >= 2 ? 'plain-csv' : null);
  return format === null ? null : { format, hasHeader: true, fields, names: cells };
};

const isList = (cell: string | undefined): boolean => cell === undefined || cell === '' || /^<.*>$/.test(cell);
const isMoment = (cell: string | undefined): boolean => cell === undefined || cell === '' || /^\d{4}-\d\d-\d\d/.test(cell);

const looksBiblio = (row: readonly string[]): boolean =>
  row.length === slimsBiblio.length && row[0] !== '' && row.slice(15).every(isList) && row.slice(15).some((cell) => cell !== '');
const looksItem = (row: readonly string[]): boolean =>
  row.length === slimsItem.length && row[0] !== '' && isMoment(row[4]) && isMoment(row[16]) && isMoment(row[17]) && row[18] !== '';
const looksMember = (row: readonly string[]): boolean =>
  (row.length === 18 || row.length === 19) && row.slice(13, 17).every(isMoment) && row.slice(13, 17).some((cell) => cell !== '');

const byPlace = (rows: readonly (readonly string[])[]): Layout | null => {
  const most = (looks: (row: readonly string[]) => boolean): boolean => rows.filter(looks).length * 2 > rows.length;
  const named = (format: Format, names: readonly string[]): Layout => ({ format, hasHeader: false, fields: names.map(fieldOf), names });
  if (most(looksMember)) return named('slims-member', slimsMember);
  if (most(looksItem)) return named('slims-item', slimsItem);
  return most(looksBiblio) ? named('slims-biblio', slimsBiblio) : null;
};

/** Recognises a file by its first rows; names come first, places only where they fit the content too. */
export const recognise = (rows: readonly (readonly string[])[]): Layout => {
  const first = rows[0];
  if (first === undefined) return unknownLayout;
  return byHeader(first) ?? byPlace(rows) ?? unknownLayout;
};
