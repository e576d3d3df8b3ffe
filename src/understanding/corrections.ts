import type { DateReading } from '#understanding/dates/read-date.ts';
import { isContent, type Unit } from './unit.ts';

const MARKERS = /^(?:e+h+|eits|ralat|maksudnya|maksudku|maksud|koreksi|salah|bukan|wait|i mean|mean|sorry|rather|scratch)$/iu;
// "eh sekalian …" adds a request, it takes none back.
const ADDS = /^(?:sekalian|btw|juga|sama|terus|trus|satu|oh|iya|ya|also|and|dan|tapi|makasih|besok)$/iu;
const ACTS = ['borrow', 'hold', 'search', 'renew', 'cancel', 'register', 'join', 'download', 'recommend', 'buy'];

const markerOf = (units: readonly Unit[]): number => {
  for (let at = units.length - 2; at > 0; at -= 1) {
    const unit = units[at];
    const next = units.slice(at + 1).find((later) => later.words.length > 0 || later.mask !== undefined);
    if (unit?.mask === undefined && MARKERS.test(unit?.text ?? '') && next !== undefined && !ADDS.test(next.text)) return at;
  }
  return -1;
};

const actsOf = (units: readonly Unit[]): readonly string[] =>
  units.flatMap((unit) => (unit.mask === undefined && !unit.negated ? unit.concepts.filter((concept) => ACTS.includes(concept)) : []));

const isDated = (unit: Unit, dates: readonly DateReading[]): boolean =>
  dates.some((date) => unit.start < (date.end ?? -1) && (date.start ?? 0) < unit.end);

/** "pesen Hujan eh Pulang aja", "nak minjem... eh nyari", "besok eh lusa": what is said first is taken back by its like said later. */
export const withCorrections = (units: readonly Unit[], dates: readonly DateReading[]): readonly Unit[] => {
  const at = markerOf(units);
  if (at < 0 || !units.slice(0, at).some((unit) => isContent(unit))) return units;
  const later = units.slice(at + 1);
  const kinds = new Set(later.flatMap((unit) => unit.mask ?? []));
  const hasOrdinal = later.some((unit) => unit.concepts.includes('ordinal'));
  const hasDate = later.some((unit) => isDated(unit, dates));
  const acts = actsOf(later);
  const isTakenBack = (unit: Unit): boolean => {
    if (unit.mask !== undefined) return unit.mask !== 'topic' && kinds.has(unit.mask);
    if (unit.concepts.includes('ordinal') && hasOrdinal) return true;
    if (hasDate && isDated(unit, dates)) return true;
    return (
      acts.length > 0 &&
      /^e+h+$/iu.test(units[at]?.text ?? '') &&
      unit.concepts.some((concept) => ACTS.includes(concept) && !acts.includes(concept))
    );
  };
  return units.map((unit, index) => (index < at && isTakenBack(unit) ? { ...unit, negated: true } : unit));
};
