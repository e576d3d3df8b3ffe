import type { Names } from '#ports/names.ts';
import type { Temporal } from '#shared/day.ts';
import { type DateReading, type DurationReading, findMoments, type TimeReading } from '#understanding/dates/read-date.ts';
import type { DialogueContext } from '#understanding/intent-rule.ts';
import type { Lexicon } from '#understanding/lexicon.ts';
import { cleanText } from './clean-text.ts';
import { withCorrections } from './corrections.ts';
import { masksOf } from './masks.ts';
import { languageOf, readsAsEnglish } from './message-language.ts';
import { withNegation } from './negation.ts';
import { withOthers } from './other-people.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Mask, Unit } from './unit.ts';
import { unitsOf } from './units.ts';

export interface UnderstandRequest {
  readonly text: string;
  /** the library's wall clock */
  readonly now: Temporal.PlainDateTime;
  readonly context?: DialogueContext | undefined;
  readonly role?: 'staff' | undefined;
  /** the language this person was last answered in */
  readonly language?: 'id' | 'en' | undefined;
}

/** A message, read: everything the rules and slots look at. */
export interface Message {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly masks: readonly Mask[];
  readonly units: readonly Unit[];
  readonly dates: readonly DateReading[];
  readonly times: readonly TimeReading[];
  readonly durations: readonly DurationReading[];
  readonly language: 'id' | 'en';
  readonly now: Temporal.PlainDateTime;
  readonly context?: DialogueContext | undefined;
  readonly role?: 'staff' | undefined;
}

/** "yang ke 2", "nomor ke 3" */
const isCounted = (units: readonly Unit[], at: number): boolean =>
  units[at - 1]?.text.toLowerCase() === 'ke' && /^(?:yang|yg|nomor|no|nomer|buku)$/iu.test(units[at - 2]?.text ?? '');

const NUMERAL = /^(?:nomor|no|number|nmr|nomer|#|option|pilihan|opsi)$/u;

/** "nomor 2", "no 3", "#4", "2nd": a place in the list. */
const withOrdinals = (units: readonly Unit[]): readonly Unit[] =>
  units.map((unit, at) => {
    const before = units[at - 1];
    const isNumbered =
      unit.concepts.includes('number') &&
      before !== undefined &&
      (NUMERAL.test(before.words.at(-1) ?? '') || before.text === '#' || isCounted(units, at));
    const isNth = /^(?:ke-?\d{1,2}|\d{1,2}(?:st|nd|rd|th))$/iu.test(unit.text);
    return (isNumbered && unit.text.length < 3) || isNth
      ? { ...unit, known: true, concepts: [...unit.concepts.filter((concept) => concept !== 'unknown'), 'ordinal'] }
      : unit;
  });

const isSign = (unit: Unit): boolean => unit.words.length === 0 && unit.mask === undefined && !/[\p{L}\p{N}]/u.test(unit.text);

const OPENS_WISH = new Set(['want', 'please', 'can', 'neg', 'how']);

const IDLE_MAKING = /^(?:buat|bwt)$/iu;
const FOR_WHOM = new Set(['number', 'my', 'childmine', 'you', 'person', 'thirdperson', 'someone']);

/** "buat" is "for" in chat, and "make" only where an act is expected: at the beginning, or behind a wish. */
const withoutIdleMaking = (units: readonly Unit[]): readonly Unit[] =>
  units.map((unit, at) => {
    if (!IDLE_MAKING.test(unit.text)) return unit;
    const before = units.slice(0, at).findLast((earlier) => earlier.words.length > 0 || earlier.mask !== undefined || isSign(earlier));
    const expected =
      (before === undefined || isSign(before) || before.concepts.some((concept) => OPENS_WISH.has(concept))) &&
      units[at + 1]?.concepts.some((concept) => FOR_WHOM.has(concept)) !== true;
    return expected ? unit : { ...unit, concepts: unit.concepts.filter((concept) => concept !== 'create') };
  });

/** How far into a message days and times are looked for. */
const DATED = 600;

/** Longer messages are read for their first words only where every word counts. */
const MOST_TOKENS = 300;

export const readMessage = async (request: UnderstandRequest, names: Names, lexicon: Lexicon): Promise<Message> => {
  const text = cleanText(request.text);
  const tokens = tokensOf(text).slice(0, MOST_TOKENS);
  const reach = text.slice(0, tokens.at(-1)?.end ?? 0);
  const masks = masksOf({ text: reach, tokens, isStaff: request.role === 'staff' }, await names.find(reach), lexicon);
  const units = withNegation(
    unitsOf({ text: reach, tokens, masks, isEnglish: readsAsEnglish(lexicon, tokens, request.language) }, lexicon),
  );
  const spoken = reach.slice(0, DATED);
  const masked = masks.filter((mask) => mask.kind !== 'topic');
  const { dates, times, durations } = findMoments(spoken, request.now, { masked });
  return {
    text: reach,
    tokens,
    masks,
    units: withCorrections(withoutIdleMaking(withOthers(withOrdinals(units))), dates),
    dates,
    times,
    durations,
    language: languageOf(lexicon, tokens, masks, request.language),
    now: request.now,
    context: request.context,
    role: request.role,
  };
};
