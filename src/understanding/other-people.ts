import type { Unit } from './unit.ts';

/** Behind these stands whose it is: "pinjaman punya rina", "denda atas nama …", "anggota bernama …". */
const OWNERS =
  /^(?:punya|punyanya|punyo|milik|si|bernama|namanya|anggota|member|pembaca|atas nama|an|kak|mbak|mas|bu|ibu|pak|bapak|bang|mr|mrs|ms)$/iu;
const OWN = new Set(['my', 'you', 'addr', 'fw', 'question', 'book', 'childmine']);

const isName = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  unit.mask === undefined &&
  /^\p{L}{3,}$/u.test(unit.text) &&
  (unit.concepts.includes('someone') || (!unit.known && unit.concepts.every((concept) => concept === 'unknown')));

const ENGLISH_OWNER = /^(\p{L}{3,})'s$/u;
const NOBODY = /^(?:it|that|what|who|where|when|there|here|let|how|he|she|today|tomorrow|children|kid|kids|library|everyone)'s$/iu;

/** A person named as the owner of something: what is then asked is about somebody else. */
const isOther = (units: readonly Unit[], at: number): boolean => {
  const unit = units[at];
  const before = units[at - 1];
  if (unit === undefined || unit.mask !== undefined) return false;
  if (ENGLISH_OWNER.test(unit.text) && !NOBODY.test(unit.text)) return !unit.known || /^\p{Lu}/u.test(unit.text);
  return isName(unit) && before !== undefined && OWNERS.test(before.text) && !unit.concepts.some((concept) => OWN.has(concept));
};

/** Marks the names of other people, so that their loans and numbers are known not to be the asker's own. */
export const withOthers = (units: readonly Unit[]): readonly Unit[] =>
  units.map((unit, at) => (isOther(units, at) ? { ...unit, concepts: [...unit.concepts, 'someone'] } : unit));
