import type { Slots, SlotValue } from '#understanding/understanding.ts';
import { type GoldMessage, harmonic } from './gold.ts';

export interface SlotFigures {
  readonly exact: number;
  readonly relaxed: number;
  readonly errors: readonly string[];
}

const SOFT = new Set(['kind', 'topic', 'aspect', 'level', 'member_type', 'duration', 'reason', 'year']);
const FREE = new Set([
  'query',
  'title',
  'author',
  'subject',
  'event',
  'place',
  'name',
  'organisation',
  'message',
  'reason',
  'similar_to',
  'item',
  'member',
  'card_number',
  'topic',
]);
// Relaxed: what is looked for may be called query, subject or title.
const SOUGHT = new Set(['query', 'subject', 'title']);

const normal = (value: SlotValue): string =>
  String(value)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}/:+-]+/gu, ' ')
    .trim();

const overlap = (left: SlotValue, right: SlotValue): number => {
  const mine = normal(left).split(' ').filter(Boolean);
  const theirs = normal(right).split(' ').filter(Boolean);
  const rest = [...theirs];
  const shared = mine.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return mine.length + theirs.length === 0 ? 0 : (2 * shared) / (mine.length + theirs.length);
};

const flat = (slots: Slots): [string, SlotValue][] =>
  Object.entries(slots).flatMap(([name, value]) => [value].flat().map((one): [string, SlotValue] => [name, one]));

const isSame = (name: string, gold: { text: string; value: SlotValue }, value: SlotValue, isRelaxed: boolean): boolean =>
  normal(value) === normal(gold.value) ||
  (FREE.has(name) && normal(value) === normal(gold.text)) ||
  (isRelaxed && FREE.has(name) && Math.max(overlap(value, gold.value), overlap(value, gold.text)) >= 0.6);

export const slotFigures = (cases: readonly { readonly message: GoldMessage; readonly slots: Slots }[]): SlotFigures => {
  const errors: string[] = [];
  const f1 = (isRelaxed: boolean): number => {
    const count = { right: 0, extra: 0, missed: 0 };
    for (const { message, slots } of cases) {
      const predicted = flat(slots);
      const used = new Set<number>();
      for (const [name, slot] of Object.entries(message.slots)) {
        for (const gold of [slot].flat() as { text: string; value: SlotValue }[]) {
          const at = predicted.findIndex(
            ([other, value], index) =>
              !used.has(index) &&
              (other === name || (isRelaxed && SOUGHT.has(other) && SOUGHT.has(name))) &&
              isSame(name, gold, value, isRelaxed),
          );
          if (at < 0) {
            count.missed += 1;
            if (!isRelaxed)
              errors.push(`${message.id}\t${message.intent}\tmissed ${name}=${gold.value}\t${message.text}\t${JSON.stringify(slots)}`);
          } else {
            used.add(at);
            count.right += 1;
          }
        }
      }
      predicted.forEach(([name, value], index) => {
        if (used.has(index) || SOFT.has(name)) return;
        count.extra += 1;
        if (!isRelaxed) errors.push(`${message.id}\t${message.intent}\textra ${name}=${value}\t${message.text}`);
      });
    }
    return harmonic(count.right / Math.max(1, count.right + count.extra), count.right / Math.max(1, count.right + count.missed));
  };
  return { exact: f1(false), relaxed: f1(true), errors };
};
