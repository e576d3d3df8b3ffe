import { dayIn } from './day-text.ts';
import type { Notes } from './notes.ts';
import type { SourceRecord } from './record.ts';
import { comparable, oneLine } from './repair-text.ts';

/** A row that describes one copy of a title the library should know already. */
export interface CopyEntry {
  readonly row: number;
  /** byte-exact */
  readonly code: string;
  readonly title: string;
  readonly location: string;
  readonly material: string;
  readonly status: 'available' | 'missing' | 'damaged';
  /** the day the copy came, when the file says it */
  readonly cameOn: string | null;
}

// An unknown status, or none, counts as lendable (FORMATS §1).
const states: Readonly<{ [name: string]: CopyEntry['status'] }> = {
  repair: 'damaged',
  diperbaiki: 'damaged',
  'dalam perbaikan': 'damaged',
  rusak: 'damaged',
  damaged: 'damaged',
  missing: 'missing',
  hilang: 'missing',
  lost: 'missing',
};
const notForLoan: ReadonlySet<string> = new Set([
  'no loan',
  'tidak dipinjamkan',
  'tidak dapat dipinjam',
  'baca di tempat',
  'tidak dapat dipinjamkan',
  'referensi',
]);

/** What a file says of a copy beside its code. */
export const readCopyState = (record: SourceRecord, notes: Notes): CopyEntry['status'] => {
  const state = comparable(record.of('state'));
  const access = comparable(record.of('access'));
  if (notForLoan.has(state)) notes.problem(record.row, record.nameOf('state'), record.of('state'), 'not-lendable');
  else if (notForLoan.has(access)) notes.problem(record.row, record.nameOf('access'), record.of('access'), 'not-lendable');
  return states[state] ?? 'available';
};

export const readArrival = (record: SourceRecord): string | null => dayIn(record.of('receivedOn')) ?? dayIn(record.of('enteredOn'));

/** Reads an item row; null, with a note, when it has no code. */
export const readCopyEntry = (record: SourceRecord, notes: Notes): CopyEntry | null => {
  const code = record.of('codes');
  if (code.trim() === '') {
    notes.problem(record.row, record.nameOf('codes'), oneLine(record.of('title')), 'no-code');
    return null;
  }
  if (code !== code.trim()) notes.problem(record.row, record.nameOf('codes'), code, 'code-spaces');
  return {
    row: record.row,
    code,
    title: oneLine(record.of('title')),
    location: oneLine(record.of('location')),
    material: comparable(record.of('collection')) || 'book',
    status: readCopyState(record, notes),
    cameOn: readArrival(record),
  };
};
