import type { Unit } from './unit.ts';

type Plain = Omit<Unit, 'negated'>;

const PIVOTS = new Set([
  'tapi',
  'tetapi',
  'cuma',
  'hanya',
  'melainkan',
  'but',
  'just',
  'only',
  'rather',
  'namun',
  'mending',
  'mendingan',
  'malah',
  'justru',
  'instead',
  'eh',
]);
const TAG_BEFORE = new Set([
  'ada',
  'bisa',
  'boleh',
  'mau',
  'buka',
  'masih',
  'sudah',
  'jadi',
  'dapat',
  'perlu',
  'harus',
  'punya',
  'tutup',
  'atau',
]);

const isNegation = (units: readonly Plain[], at: number): boolean => {
  const unit = units[at];
  if (unit === undefined || !unit.concepts.includes('neg')) return false;
  const next = units[at + 1];
  if (next === undefined || (next.words.length === 0 && next.mask === undefined)) return false;
  const before = units[at - 1]?.words.at(-1);
  return unit.words.at(-1) !== 'bukan' || before === undefined || !TAG_BEFORE.has(before);
};

/** Marks what a negation covers: up to the end of its stretch, a "tapi / cuma / but", or a new wish ("bukan X mau Y"). */
export const withNegation = (units: readonly Plain[]): readonly Unit[] => {
  let covering = false;
  let covered = 0;
  let segment = -1;
  return units.map((unit, at) => {
    if (covering && unit.segment !== segment) covering = false;
    const word = unit.words.at(-1) ?? '';
    if (covering && PIVOTS.has(word)) covering = false;
    if (covering && covered >= 2 && unit.concepts.includes('want') && !unit.concepts.includes('neg')) covering = false;
    const negated = covering;
    if (covering) covered += 1;
    if (isNegation(units, at)) {
      covering = true;
      covered = 0;
      segment = unit.segment;
    }
    return { ...unit, negated };
  });
};
