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
const notForLoan: ReadonlySet<string> = new Set(['no loan', 'tidak dipinjamkan', 'tidak dapat dipinjam']);

/** A civil day at the head of `text`; SLiMS writes 0000-00-00 for none. */
const dayIn = (text: string): string | null => {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
  return day === undefined || day.startsWith('0000') || day.includes('-00') ? null : day;
};

/** Reads an item row; null, with a note, when it has no code. */
export const readCopyEntry = (record: SourceRecord, notes: Notes): CopyEntry | null => {
  const code = record.of('codes');
  if (code.trim() === '') {
    notes.problem(record.row, record.nameOf('codes'), oneLine(record.of('title')), 'no-code');
    return null;
  }
  if (code !== code.trim()) notes.problem(record.row, record.nameOf('codes'), code, 'code-spaces');
  const state = comparable(record.of('state'));
  if (notForLoan.has(state)) notes.problem(record.row, record.nameOf('state'), record.of('state'), 'not-lendable');
  return {
    row: record.row,
    code,
    title: oneLine(record.of('title')),
    location: oneLine(record.of('location')),
    material: comparable(record.of('collection')) || 'book',
    status: states[state] ?? 'available',
    cameOn: dayIn(record.of('receivedOn')) ?? dayIn(record.of('enteredOn')),
  };
};
