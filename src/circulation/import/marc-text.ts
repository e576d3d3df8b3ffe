// Which encoding the fields of one record are in. What the leader says of it is wrong both ways in many files (FORMATS §3).
import { isUtf8 } from 'node:buffer';
import { type Marc8Reading, readMarc8 } from './marc8.ts';
import { cp1252Text } from './repair-text.ts';

/** A field as text; `doubt` when it is not certain that it was read right. */
export interface FieldText {
  readonly text: string;
  readonly doubt?: 'cp1252' | 'damaged' | 'unknown';
}

const sequence = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;
const beyondAscii = /[\u0080-\u00ff]/g;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** UTF-8 in which single bytes were lost: far more whole characters than broken ones. */
const isBrokenUtf8 = (bytes: string): boolean => {
  const whole = count(bytes, sequence);
  return whole > count(bytes.replace(sequence, ''), beyondAscii);
};

// No language of Latin letters sets three accented ones in a row; a Cyrillic text read as Windows-1252 does all the time.
const isPlausible1252 = (text: string): boolean => !/[\u0081\u008d\u008f\u0090\u009d]/.test(text) && !/[À-ÖØ-öø-ÿ]{3}/.test(text);

const sum = (readings: readonly Marc8Reading[], of: (reading: Marc8Reading) => number): number =>
  readings.reduce((total, reading) => total + of(reading), 0);

/** The letters of Windows-1252 look like ANSEL's marks: only where these mostly make letters of some language is it ANSEL. */
const isPlausibleMarc8 = (readings: readonly Marc8Reading[]): boolean => {
  const usual = sum(readings, (reading) => reading.usual);
  const unusual = sum(readings, (reading) => reading.unusual);
  if (sum(readings, ({ impossible }) => impossible) > 0) return false;
  return usual + unusual === 0 ? sum(readings, ({ carons }) => carons) === 0 : usual >= unusual;
};

const fromUtf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8').normalize('NFC');

const from8 = ({ text, strayEscapes, otherScript }: Marc8Reading): FieldText => {
  if (otherScript) return { text, doubt: 'unknown' };
  return strayEscapes > 0 ? { text, doubt: 'damaged' } : { text };
};

/** How the fields that are not UTF-8 are to be read: alike, because one program wrote them. */
const readerOf = (fields: readonly string[]): ((bytes: string) => FieldText) => {
  if (isPlausibleMarc8(fields.map(readMarc8))) return (bytes) => from8(readMarc8(bytes));
  if (fields.map(cp1252Text).every(isPlausible1252)) return (bytes) => ({ text: cp1252Text(bytes), doubt: 'cp1252' });
  return (bytes) => ({ text: bytes, doubt: 'unknown' });
};

const isWhole = (bytes: string): boolean => !bytes.includes('\u001b') && isUtf8(Buffer.from(bytes, 'latin1'));

/** Reads the fields of one record, given as texts of code units up to 255: as UTF-8 field by field, and the rest alike. */
export const readFieldTexts = (fields: readonly string[]): readonly FieldText[] => {
  const whole = fields.map(isWhole);
  const broken = fields.map((bytes, place) => whole[place] === false && isBrokenUtf8(bytes));
  const read = readerOf(fields.filter((_, place) => whole[place] === false && broken[place] === false));
  return fields.map((bytes, place): FieldText => {
    if (whole[place] === true) return { text: fromUtf8(bytes) };
    return broken[place] === true ? { text: fromUtf8(bytes), doubt: 'damaged' } : read(bytes);
  });
};
