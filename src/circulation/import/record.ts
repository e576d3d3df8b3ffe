import type { Field } from './columns.ts';
import type { Layout } from './layout.ts';
import type { Notes } from './notes.ts';
import type { RawRow } from './read-rows.ts';
import { repairMojibake, withoutBackslashes } from './repair-text.ts';

/** One row by field; a field the file lacks is empty. */
export interface SourceRecord {
  readonly row: number;
  readonly of: (field: Field) => string;
  /** what the file calls the field: for reports */
  readonly nameOf: (field: Field) => string;
}

// Codes round-trip byte-exact (DOMAIN X6): nothing in them is repaired.
const isRepairable = (field: Field): boolean => field !== 'codes';

/** Reads rows of one layout; repaired text is noted, whatever column it stands in. */
export const createRecordReader = (layout: Layout, notes: Notes): ((raw: RawRow) => SourceRecord) => {
  const places = new Map<Field, readonly number[]>();
  for (const [place, field] of layout.fields.entries()) places.set(field, [...(places.get(field) ?? []), place]);
  const isSlims = layout.format !== 'plain-csv';
  const sound = (raw: RawRow, place: number): string => {
    const cell = raw.cells[place] ?? '';
    const field = layout.fields[place] ?? 'other';
    if (!isRepairable(field)) return cell;
    const plain = isSlims ? withoutBackslashes(cell) : cell;
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
    return { row: raw.row, of, nameOf };
  };
};
