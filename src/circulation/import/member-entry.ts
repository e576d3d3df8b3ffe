import { adultAge } from '#domain/circulation/membership.ts';
import type { PatronType } from '#domain/policy.ts';
import { Temporal } from '#shared/day.ts';
import type { Field } from './columns.ts';
import { dayIn, isNoDay } from './day-text.ts';
import type { Notes } from './notes.ts';
import type { SourceRecord } from './record.ts';
import { comparable, oneLine } from './repair-text.ts';

/** A member as a file has them. Passwords, PINs, e-mail and pictures are not even read. */
export interface MemberEntry {
  readonly row: number;
  /** byte-exact */
  readonly card: string;
  readonly name: string;
  /** null: neither the kind of member nor the day of birth says it */
  readonly type: PatronType | null;
  readonly birthOn: string | null;
  readonly joinedOn: string | null;
  readonly expiresOn: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

const teenAge = 13;
const words: readonly (readonly [PatronType, RegExp])[] = [
  ['adult', /\b(dewasa|umum|guru|dosen|mahasiswa|pegawai|karyawan|pns|asn|adult|teacher|staff)\b/],
  ['teen', /\b(remaja|smp|mts|sma|smk|ma|slta|sltp|pelajar|teen|teenager)\b/],
  ['child', /\b(anak|sd|mi|tk|paud|child|children|kid)\b/],
];

const ageOn = (birthOn: string, today: string): number => Temporal.PlainDate.from(birthOn).until(today, { largestUnit: 'years' }).years;

/** The kind of member decides where it names an age, else the day of birth. */
export const memberType = (typeName: string, birthOn: string | null, today: string): PatronType | null => {
  const name = comparable(typeName);
  const named = words.find(([, pattern]) => pattern.test(name))?.[0];
  if (named !== undefined || birthOn === null) return named ?? null;
  const age = ageOn(birthOn, today);
  if (age < teenAge) return 'child';
  return age < adultAge ? 'teen' : 'adult';
};

/** A day of the record; one that cannot be read is noted and left out. */
export const readDay = (record: SourceRecord, field: Field, notes: Notes): string | null => {
  const text = record.of(field);
  const day = dayIn(text);
  if (day === null && !isNoDay(text)) notes.problem(record.row, record.nameOf(field), text, 'day-unreadable');
  return day;
};

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Reads a member's row; null, with a note, when it has no card or no name. */
export const readMemberEntry = (record: SourceRecord, notes: Notes, today: string): MemberEntry | null => {
  const card = record.of('card');
  const name = oneLine(record.of('memberName'));
  if (card.trim() === '' || name === '') {
    notes.problem(
      record.row,
      record.nameOf(card.trim() === '' ? 'card' : 'memberName'),
      card || name,
      card.trim() === '' ? 'no-card' : 'no-name',
    );
    return null;
  }
  if (card !== card.trim()) notes.problem(record.row, record.nameOf('card'), card, 'card-spaces');
  const birthOn = readDay(record, 'bornOn', notes);
  return {
    row: record.row,
    card,
    name,
    type: memberType(record.of('memberType'), birthOn, today),
    birthOn,
    joinedOn: readDay(record, 'joinedOn', notes),
    expiresOn: readDay(record, 'expiresOn', notes),
    phone: orNull(oneLine(record.of('phone'))),
    address: orNull(oneLine(record.of('address'))),
  };
};
