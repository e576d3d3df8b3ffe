import type { Unit } from '../unit.ts';
import { type Reader, having, surface } from './spans.ts';
import type { SlotValue } from './slot-types.ts';

const ONES: Readonly<Record<string, number>> = {
  nol: 0,
  satu: 1,
  seorang: 1,
  dua: 2,
  berdua: 2,
  tiga: 3,
  bertiga: 3,
  empat: 4,
  berempat: 4,
  lima: 5,
  berlima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  hundred: 100,
};

/** A number a word stands for; digits too. */
export const numberOf = (unit: Unit | undefined): number | undefined => {
  if (unit === undefined) return undefined;
  if (/^\d{1,6}$/u.test(unit.text)) return Number(unit.text);
  const digits = /^(\d{1,4})(?:an|x|org|orang|th|thn|mnt|jam)?$/u.exec(unit.text.toLowerCase())?.[1];
  return digits === undefined ? ONES[unit.words[0] ?? ''] : Number(digits);
};

/** A number that begins at a unit, and how many units it takes: "dua puluh lima" → 25. */
export const numberAt = (units: readonly Unit[], at: number): { readonly value: number; readonly units: number } | undefined => {
  const first = numberOf(units[at]);
  if (first === undefined) return undefined;
  const unit = units[at + 1]?.words[0];
  if (unit === 'belas') return { value: 10 + first, units: 2 };
  const tens = unit === 'puluh' ? first * 10 : unit === 'ratus' ? first * 100 : undefined;
  if (tens === undefined) return { value: first, units: 1 };
  const rest = numberOf(units[at + 2]);
  return rest !== undefined && rest < 10 ? { value: tens + rest, units: 3 } : { value: tens, units: 2 };
};

const PLACES: Readonly<Record<string, string>> = {
  pertama: '1',
  first: '1',
  satu: '1',
  one: '1',
  kedua: '2',
  second: '2',
  dua: '2',
  two: '2',
  ketiga: '3',
  third: '3',
  tiga: '3',
  three: '3',
  keempat: '4',
  fourth: '4',
  empat: '4',
  four: '4',
  kelima: '5',
  fifth: '5',
  lima: '5',
  five: '5',
  keenam: '6',
  sixth: '6',
  enam: '6',
  ketujuh: '7',
  tujuh: '7',
  kedelapan: '8',
  kesembilan: '9',
  kesepuluh: '10',
  terakhir: 'last',
  last: 'last',
  bawah: 'last',
  bottom: 'last',
  akhir: 'last',
  ujung: 'last',
  atas: '1',
  top: '1',
  tengah: 'middle',
  middle: 'middle',
};

const placeOf = (unit: Unit): string | undefined => {
  const digits = /\d{1,2}/u.exec(unit.text)?.[0];
  if (digits !== undefined) return digits;
  for (const word of [...unit.words].reverse()) if (PLACES[word] !== undefined) return PLACES[word];
  return undefined;
};

/** `item_ref`: the place in the list that is wanted. */
export const itemRef = (reader: Reader): SlotValue | readonly SlotValue[] | undefined => {
  const named = having(reader, 'ordinal').flatMap((unit) => placeOf(unit) ?? []);
  if (named.length > 0) return named.length === 1 ? named[0] : [...new Set(named)];
  if (reader.message.context !== 'list_shown') return undefined;
  const numbers = reader.units
    .filter((unit) => !unit.negated && unit.mask === undefined)
    .flatMap((unit) => numberOf(unit) ?? [])
    .filter((value) => value > 0 && value < 50);
  if (numbers.length > 0) return numbers.length === 1 ? String(numbers[0]) : numbers.map(String);
  return having(reader, 'all').length > 0 ? 'all' : undefined;
};

const PEOPLE =
  /^(?:orang|org|siswa|siswi|murid|anak|anak-anak|peserta|kursi|bangku|tempat|seat|seats|people|persons?|students?|pupils?|kids|children|pax|ekor|buah|tiket|tickets?|teman|spots?|places?|anggota|guru|mahasiswa|santri|responden|of|buku|soal|pertanyaan|questions?)$/u;

/** `count`: a number of people, seats or questions. */
export const count = ({ units, message }: Reader): number | undefined => {
  const inDate = (unit: Unit): boolean =>
    [...message.dates, ...message.times, ...message.durations].some(
      (span) => unit.start < (span.end ?? -1) && (span.start ?? 0) < unit.end,
    );
  for (let at = 0; at < units.length; at += 1) {
    const found = numberAt(units, at);
    const unit = units[at];
    if (found === undefined || unit === undefined || inDate(unit) || unit.mask !== undefined) continue;
    const next = units[at + found.units];
    const before = units[at - 1]?.words.at(-1) ?? '';
    const joined = /^\d+(?:org|orang)$/u.test(unit.text.toLowerCase()) || /^ber(?:dua|tiga|empat|lima)$/u.test(unit.words[0] ?? '');
    if (
      joined ||
      PEOPLE.test(next?.words[0] ?? '') ||
      PEOPLE.test(next?.text.toLowerCase() ?? '') ||
      /^(?:sekitar|kurang|for|untuk|buat|kuota|kapasitas|jumlah|of|totalnya|total)$/u.test(before) ||
      /^(?:kuota|kapasitas|peserta)$/u.test(units[at - 1]?.text.toLowerCase() ?? '')
    )
      return found.value;
  }
  return undefined;
};

/** The first number that is said, whatever it counts. */
export const anyNumber = ({ units }: Reader): number | undefined =>
  units.filter((unit) => unit.mask === undefined).flatMap((unit) => numberOf(unit) ?? [])[0];

/** `age`: "7 thn", "umur 7", "7 years old". */
export const age = ({ units }: Reader): number | undefined => {
  for (let at = 0; at < units.length; at += 1) {
    const found = numberAt(units, at);
    if (found === undefined || found.value > 120) continue;
    const next = units[at + found.units]?.text.toLowerCase() ?? '';
    const before = units[at - 1]?.text.toLowerCase() ?? '';
    if (
      /^(?:tahun|thn|th|taun|taon|years?|yo|yrs?|y\/o|year-old)$/u.test(next) ||
      /^(?:umur|umurnya|umurnyo|usia|usianya|aged?|berusia|berumur|he's|she's|turned|turns)$/u.test(before) ||
      /^\d+(?:th|thn|yo)$/u.test(units[at]?.text.toLowerCase() ?? '')
    )
      return found.value;
  }
  return undefined;
};

const RATINGS: readonly (readonly [RegExp, number])[] = [
  [/sangat tidak puas|very dissatisfied|very unhappy|very poor|very bad|terrible|awful/u, 1],
  [
    /sangat puas|sangat baik|very satisfied|excellent|very happy|very good|luar biasa|puas (?:banget|bgt|nian|sekali)|great|amazing|perfect|sempurna/u,
    5,
  ],
  [/tidak puas|kurang|ga puas|gak puas|nggak puas|dak puas|dissatisfied|unhappy|poor|buruk|jelek|bad|not satisfied|not happy/u, 2],
  [/cukup|biasa|lumayan|neutral|so-so|okay|average|fair|standar|netral/u, 3],
  [/puas|baik|bagus|satisfied|good|happy|mudah|setuju|ramah/u, 4],
];

/** `rating`, 1–5. */
export const rating = (reader: Reader): number | undefined => {
  const digits = reader.units.flatMap((unit) => numberOf(unit) ?? []).find((value) => value >= 1 && value <= 10);
  if (digits !== undefined) return digits;
  const text = reader.message.text.toLowerCase();
  return RATINGS.find(([words]) => words.test(text))?.[1];
};

/** `ticket`: the number after a ticket word. */
export const ticket = ({ units }: Reader): number | undefined => {
  const at = units.findIndex((unit) => unit.concepts.includes('ticket') || unit.concepts.includes('takeover'));
  const from = Math.max(at, 0);
  for (const unit of units.slice(from, from + 5)) {
    const value = unit.mask === undefined ? numberOf(unit) : undefined;
    if (value !== undefined) return value;
    const inside = /\d+/u.exec(unit.mask === undefined ? unit.text : '')?.[0];
    if (inside !== undefined) return Number(inside);
  }
  return undefined;
};

/** `card_number`: the code as the library writes it. */
export const cardNumber = (reader: Reader): string | undefined => {
  const code = reader.units.find((unit) => unit.mask === 'code');
  if (code !== undefined) return surface(reader, code.start, code.end).replace(/\s/gu, '-').toUpperCase();
  const long = reader.units.find((unit) => unit.mask === undefined && /^\d{4,16}$/u.test(unit.text));
  return long?.text;
};
