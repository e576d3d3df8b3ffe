import type { Message } from './message.ts';
import { isContent, type Unit } from './unit.ts';

const QUESTION_TAGS = new Set(['tidak', 'kah', 'belum', 'bukan']);

const endsInTag = (units: readonly Unit[]): boolean => {
  const words = units.filter(
    (unit) => unit.words.length > 0 && !unit.concepts.includes('addr') && unit.words[0] !== 'ya' && unit.words[0] !== 'saja',
  );
  return words.length > 1 && QUESTION_TAGS.has(words.at(-1)?.words.at(-1) ?? '');
};

// "2x + 5 = 15", "25 x 4", "12+7": never a date, a time or a range.
const SUM = /\d\s*[+*×÷^=]\s*\d|\d\s*(?:%|persen|percent)(?=\s)|\d\s+x\s+\d|\d?[a-z]\s*\^\s*\d|=\s*\?/iu;

// "B1 dari A-2": a copy comes back from somebody.
const FROM_A_CARD = /\b(?:dari|dr|from)\s+(?:kartu\s+|card\s+)?\p{L}{1,5}-?\d/iu;

const within = (units: readonly Unit[], spans: readonly { readonly start?: number; readonly end?: number }[]): boolean => {
  const start = units[0]?.start ?? 0;
  const end = units.at(-1)?.end ?? 0;
  return spans.some((span) => (span.start ?? -1) >= start && (span.end ?? Number.MAX_SAFE_INTEGER) <= end);
};

/** What a stretch of a message is about: its concepts, `!x` for those inside a negation, and a few signs of its form. */
export const conceptsOf = (message: Message, units: readonly Unit[]): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const unit of units) for (const concept of unit.concepts) found.add(unit.negated && concept !== 'fw' ? `!${concept}` : concept);
  const content = units.filter((unit) => isContent(unit));
  if (content.length <= 1) found.add('solo');
  if (content.length <= 4) found.add('short');
  if (endsInTag(units)) found.add('question');
  if (units.some((unit) => unit.text === ':')) found.add('colon');
  if (message.role === 'staff' && FROM_A_CARD.test(message.text)) found.add('fromcard');
  if (SUM.test(message.text)) found.add('math');
  if (within(units, message.dates)) found.add('date');
  if (within(units, message.times)) found.add('time');
  if (within(units, message.durations)) found.add('minutes');
  if (message.context !== undefined) found.add(`@${message.context}`);
  if (message.role !== undefined) found.add(`#${message.role}`);
  if (content.length === 0 && /\p{L}/u.test(message.text) && !/[a-z]/iu.test(message.text)) found.add('foreign');
  return found;
};
