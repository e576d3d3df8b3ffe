import type { Field } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Notes, ProblemKind } from './notes.ts';
import type { Source, SourceRecord } from './record.ts';
import { repairMojibake, withoutBackslashes, withoutIsbd } from './repair-text.ts';

/** A row as a librarian finds it: `row` is the number a spreadsheet shows. */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly share: number;
}

export interface UnreadableRow {
  readonly row: number;
  readonly detail: string;
  readonly why: ProblemKind;
}

/** The rows of a table, header and all, after its layout was recognised. */
export interface Table {
  readonly layout: Layout;
  rows(onUnreadable: (fault: UnreadableRow) => void): AsyncIterable<RawRow>;
}

// Codes and card numbers round-trip byte-exact (DOMAIN X6): nothing in them is repaired.
const byteExact: ReadonlySet<Field> = new Set(['codes', 'inventory', 'card']);

type Repair = (cell: string, field: Field) => string;

const repairOf = ({ format }: Layout): Repair => {
  if (format === 'inlislite') return (cell) => withoutIsbd(cell);
  return format.startsWith('slims') ? withoutBackslashes : (cell) => cell;
};

const isEmpty = (cell: string): boolean => cell === '';

/** An export of a fixed shape has all its columns; beyond the last one nobody's table has anything. */
const isShifted = (cells: readonly string[], { format, names }: Layout): boolean =>
  (format.startsWith('slims') && cells.length < names.length) || !cells.slice(names.length).every(isEmpty);

const createReader = (layout: Layout, notes: Notes): ((raw: RawRow) => SourceRecord) => {
  const places = new Map<Field, readonly number[]>();
  for (const [place, field] of layout.fields.entries()) places.set(field, [...(places.get(field) ?? []), place]);
  const repair = repairOf(layout);
  // A file of members holds what nobody may keep (e-mail, PIN): columns without a field are not even looked at.
  const isRead = (field: Field): boolean => field !== 'other' || !layout.fields.includes('memberName');
  const sound = (raw: RawRow, place: number): string => {
    const cell = raw.cells[place] ?? '';
    const field = layout.fields[place] ?? 'other';
    if (cell === '' || !isRead(field)) return '';
    if (byteExact.has(field)) return cell;
    const plain = repair(cell, field);
    const repaired = repairMojibake(plain);
    if (repaired !== plain) notes.repair({ row: raw.row, field: layout.names[place] ?? '', original: cell, repaired });
    return repaired;
  };
  const nameOf = (field: Field): string => layout.names[places.get(field)?.[0] ?? -1] ?? field;
  return (raw) => {
    const cells = layout.fields.map((_, place) => sound(raw, place));
    const of = (field: Field): string => {
      for (const place of places.get(field) ?? []) if (cells[place] !== undefined && cells[place] !== '') return cells[place];
      return '';
    };
    return { row: raw.row, share: raw.share, of, nameOf };
  };
};

async function* recordsOf({ layout, rows }: Table, notes: Notes): AsyncIterable<SourceRecord> {
  const read = createReader(layout, notes);
  let place = 0;
  for await (const raw of rows(({ row, detail, why }) => notes.problem(row, '', detail, why))) {
    place += 1;
    if (place <= layout.headerAt || raw.cells.every(isEmpty)) continue;
    if (isShifted(raw.cells, layout)) notes.problem(raw.row, '', raw.cells[0] ?? '', 'wrong-columns');
    else yield read(raw);
  }
}

/** Records from the rows of a table; repaired text is noted, whatever column it stands in. */
export const openTable = (table: Table): Source => ({
  format: table.layout.format,
  fields: table.layout.fields,
  records: (notes) => recordsOf(table, notes),
});
