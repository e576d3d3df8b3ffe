import { type Field, fieldOf, headerName, slimsBiblio, slimsItem, slimsMember } from './columns.ts';

export type Format =
  | 'slims-biblio'
  | 'slims-item'
  | 'slims-member'
  | 'inlislite'
  | 'marc21'
  | 'marcxml'
  | 'plain-titles'
  | 'plain-members'
  | 'loans'
  | 'unknown';

type Cells = readonly string[];

/** How a table is laid out: which format, which row is its header, and the field and name of each column. */
export interface Layout {
  readonly format: Format;
  /** 1 for the first row; 0: there is none */
  readonly headerAt: number;
  readonly fields: readonly Field[];
  /** the column names as the file, or the format, has them: for reports */
  readonly names: Cells;
}

const unknownLayout: Layout = { format: 'unknown', headerAt: 0, fields: [], names: [] };

const knows = (header: ReadonlySet<string>, columns: Cells): number => columns.filter((name) => header.has(name)).length;
const known = (fields: readonly Field[]): number => fields.filter((field) => field !== 'other').length;

const slimsByHeader = (header: ReadonlySet<string>): Format | null => {
  if (knows(header, slimsMember) >= 6) return 'slims-member';
  if (knows(header, slimsBiblio) >= 12) return 'slims-biblio';
  return knows(header, slimsItem) >= 12 ? 'slims-item' : null;
};

const plainByFields = (header: ReadonlySet<string>, fields: ReadonlySet<Field>): Format | null => {
  if (header.has('judul_utama') && (header.has('no_induk') || header.has('no_barcode'))) return 'inlislite';
  if (fields.has('card') && fields.has('codes') && fields.has('dueOn')) return 'loans';
  if (fields.has('title') && fields.size >= 2) return 'plain-titles';
  return fields.has('card') && fields.has('memberName') ? 'plain-members' : null;
};

const byHeader = (row: Cells, headerAt: number): Layout | null => {
  // SLiMS ends some header rows, and only those, with a comma: the last, empty name is no column.
  const names = row.at(-1) === '' ? row.slice(0, -1) : row;
  const header = new Set(names.map(headerName));
  const fields = names.map(fieldOf);
  const format = slimsByHeader(header) ?? plainByFields(header, new Set(fields.filter((field) => field !== 'other')));
  return format === null ? null : { format, headerAt, fields, names };
};

const isList = (cell: string | undefined): boolean => cell === undefined || cell === '' || /^<.*>$/.test(cell);
const isMoment = (cell: string | undefined): boolean => cell === undefined || cell === '' || /^\d{4}-\d\d-\d\d/.test(cell);

const looksBiblio = (row: Cells): boolean =>
  row.length === slimsBiblio.length && row[0] !== '' && row.slice(15).every(isList) && row.slice(15).some((cell) => cell !== '');
const looksItem = (row: Cells): boolean =>
  row.length === slimsItem.length && row[0] !== '' && isMoment(row[4]) && isMoment(row[16]) && isMoment(row[17]) && row[18] !== '';
const looksMember = (row: Cells): boolean =>
  (row.length === 18 || row.length === 19) && row.slice(13, 17).every(isMoment) && row.slice(13, 17).some((cell) => cell !== '');

const byPlace = (rows: readonly Cells[]): Layout | null => {
  const most = (looks: (row: Cells) => boolean): boolean => rows.filter(looks).length * 2 > rows.length;
  const named = (format: Format, names: Cells): Layout => ({ format, headerAt: 0, fields: names.map(fieldOf), names });
  const withPassword = rows.some((row) => row.length > slimsMember.length);
  if (most(looksMember)) return named('slims-member', withPassword ? [...slimsMember, 'mpasswd'] : slimsMember);
  if (most(looksItem)) return named('slims-item', slimsItem);
  return most(looksBiblio) ? named('slims-biblio', slimsBiblio) : null;
};

// Above a header there may be group titles (INLISLite) or the name of the library; a row of data is not mistaken for one.
const deepestHeader = 6;
const surelyHeader = 3;

const byLaterHeader = (rows: readonly Cells[]): Layout | null => {
  const found = rows.slice(1, deepestHeader).map((row, place) => byHeader(row, place + 2));
  return found.find((layout) => layout !== null && known(layout.fields) >= surelyHeader) ?? null;
};

/** Recognises a table by its first rows; names come first, places only where they fit the content too. */
export const recognise = (rows: readonly Cells[]): Layout => {
  const first = rows[0];
  if (first === undefined) return unknownLayout;
  return byHeader(first, 1) ?? byPlace(rows) ?? byLaterHeader(rows) ?? unknownLayout;
};

/** How well a layout explains a table: of two ways to cut a file the better one is taken. */
export const rank = (layout: Layout): number => (layout.format === 'unknown' ? 0 : 1 + known(layout.fields));
