import type { Field } from './columns.ts';
import type { Format } from './layout.ts';
import type { Notes, ProblemKind } from './notes.ts';

/** One record by field; a field the file lacks is empty. */
export interface SourceRecord {
  /** the number a spreadsheet shows, or which record of a MARC file it is */
  readonly row: number;
  /** how much of the file was read with it, 0..1 */
  readonly share: number;
  readonly of: (field: Field) => string;
  /** what the file calls the field: for reports */
  readonly nameOf: (field: Field) => string;
}

/** A file that was recognised: its records by field, whatever it is written in. */
export interface Source {
  readonly format: Format;
  /** what the file speaks of: everything else stays as the library has it */
  readonly fields: readonly Field[];
  /** why the file as a whole is not read */
  readonly refusal?: ProblemKind;
  /** The records that can be read; what cannot, and what was repaired, is noted. */
  records(notes: Notes): AsyncIterable<SourceRecord>;
}
