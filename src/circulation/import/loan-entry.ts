import { readDay } from './member-entry.ts';
import type { Notes } from './notes.ts';
import type { SourceRecord } from './record.ts';

/** An open loan of another system. Card, code and due date are byte-exact (DOMAIN X6). */
export interface LoanEntry {
  readonly row: number;
  readonly card: string;
  readonly code: string;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
}

const readRenewals = (record: SourceRecord, notes: Notes): number => {
  const text = record.of('renewals').trim();
  if (text === '' || /^\d{1,3}$/.test(text)) return Number(text);
  notes.problem(record.row, record.nameOf('renewals'), text, 'renewals-unreadable');
  return 0;
};

const isOver = (record: SourceRecord): boolean => /^(1|y|ya|yes|true)$/i.test(record.of('isReturned').trim());

const noteMissing = (record: SourceRecord, notes: Notes, field: 'loanedOn' | 'dueOn'): void => {
  // an unreadable day was noted when it was read; an empty one is a fault only here
  if (record.of(field).trim() === '' || /^[0:\s-]+$/.test(record.of(field)))
    notes.problem(record.row, record.nameOf(field), record.of(field), 'day-unreadable');
};

/** Reads a loan; null when it is over, and, with a note, when something of it is missing. Nothing is guessed. */
export const readLoanEntry = (record: SourceRecord, notes: Notes): LoanEntry | null => {
  if (isOver(record)) return null;
  const card = record.of('card');
  const code = record.of('codes') || record.of('inventory');
  if (card.trim() === '') notes.problem(record.row, record.nameOf('card'), code, 'no-card');
  else if (code.trim() === '') notes.problem(record.row, record.nameOf('codes'), card, 'no-code');
  if (card.trim() === '' || code.trim() === '') return null;
  const loanedOn = readDay(record, 'loanedOn', notes);
  const dueOn = readDay(record, 'dueOn', notes);
  if (loanedOn === null) noteMissing(record, notes, 'loanedOn');
  if (dueOn === null) noteMissing(record, notes, 'dueOn');
  return loanedOn === null || dueOn === null
    ? null
    : { row: record.row, card, code, loanedOn, dueOn, renewals: readRenewals(record, notes) };
};
