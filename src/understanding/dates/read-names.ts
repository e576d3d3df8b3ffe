import { type Atom, canonAt, type Part, type Reader, rawAt, type Side, type Speech, skip } from './atoms.ts';
import { DURING } from './words-holidays.ts';
import { PART_NAMES, PRAYER_KEYS } from './words-times.ts';

const SIDES: Readonly<Record<string, Side>> = { setelah: 'after', sudah: 'after', sebelum: 'before' };

interface Lead {
  readonly at: number;
  readonly side?: Side;
}

const lead = (speech: Speech, start: number): Lead => {
  const side = SIDES[canonAt(speech, start)];
  if (side !== undefined) return { at: start + 1, side };
  return { at: DURING.has(rawAt(speech, start)) ? start + 1 : start };
};

/** "ba'da" is said of prayers only: "ba'da jumat" is after the Friday prayer. */
const BADA = new Set(['bada', 'bakda']);

/** "habis magrib", "sebelum sholat asar", "jumatan". */
export const readPrayer: Reader<Atom> = (speech, start) => {
  const { at, side } = lead(speech, start);
  const name = skip(speech, at, ['salat', 'waktu', 'the', 'pas']);
  const isFridayPrayer = BADA.has(rawAt(speech, start)) && canonAt(speech, name) === 'jumat';
  const key = isFridayPrayer ? 'jumuah' : PRAYER_KEYS[canonAt(speech, name)];
  if (key === undefined) return undefined;
  return {
    value: { kind: 'prayer', key, ...(side === undefined ? {} : { side }) },
    next: skip(speech, name + 1, ['salat']),
  };
};

/** "habis lebaran", "libur sekolah": a key of the official calendar. */
export const readHoliday: Reader<Atom> = (speech, start) => {
  const { at, side } = lead(speech, start);
  const name = skip(speech, at, ['the', 'hari', 'waktu']);
  const word = canonAt(speech, name);
  if (!word.startsWith('holiday:')) return undefined;
  const key = word.slice('holiday:'.length);
  const isEve = key.endsWith('<');
  const named: Side | undefined = side ?? (isEve ? 'before' : undefined);
  return {
    value: {
      kind: 'holiday',
      key: key.replace(/[!<]$/, ''),
      asks: key.endsWith('!'),
      ...(named === undefined ? {} : { side: named }),
    },
    next: name + 1,
  };
};

/** A national day with a date: "natal", "hari kemerdekaan", "malam tahun baru". */
export const readFixed: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['the', 'pas']);
  const word = canonAt(speech, at);
  if (!word.startsWith('fixed:')) return undefined;
  const day = word.slice('fixed:'.length);
  const [month = '1', date = '1'] = day.replace('^', '').split('-');
  return { value: { kind: 'fixed', month: Number(month), day: Number(date), eve: day.startsWith('^') }, next: at + 1 };
};

const isPart = (word: string): word is Part => word in PART_NAMES;

/** "pagi", "sore hari", "in the evening". */
export const readPart: Reader<Atom> = (speech, start) => {
  const at = skip(speech, start, ['in', 'the', 'di', 'pada', 'waktu']);
  const word = canonAt(speech, at);
  if (!isPart(word)) return undefined;
  return {
    value: { kind: 'part', part: word },
    next: canonAt(speech, at + 1) === 'hari' && rawAt(speech, at + 1) === 'hari' ? at + 2 : at + 1,
  };
};

export const readVague: Reader<Atom> = (speech, at) => {
  const word = canonAt(speech, at);
  if (word.startsWith('vague:')) return { value: { kind: 'vague', soft: false }, next: at + 1 };
  return word === 'nanti' ? { value: { kind: 'vague', soft: true }, next: at + 1 } : undefined;
};
