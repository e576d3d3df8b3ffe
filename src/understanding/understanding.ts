import type { Names } from '#ports/names.ts';
import type { IntentId } from '#understanding/intent-ids.ts';
import type { IntentRule } from '#understanding/intent-rule.ts';
import type { Lexicon } from '#understanding/lexicon.ts';
import { conceptsOf } from './concepts.ts';
import { fallbackIntent } from './fallback.ts';
import { type Message, readMessage, type UnderstandRequest } from './message.ts';
import { type Request, requestsOf } from './requests.ts';
import { type Candidate, indexRules, type RuleIndex } from './scoring.ts';
import { type Slots, slotsOf } from './slots/slots.ts';
import type { Unit } from './unit.ts';
import { CANCELLATIONS, isCancelOfWhat, isNarrow } from './unsure.ts';

export type { Slots, SlotValue } from './slots/slots.ts';
export type { UnderstandRequest } from './message.ts';

export interface UnderstoodRequest {
  readonly intent: IntentId;
  readonly slots: Slots;
}

export interface Understood {
  /** `unsure` = ask back: two readings are close and one of them changes something */
  readonly intent: IntentId | 'unsure';
  readonly slots: Slots;
  readonly candidates: readonly Candidate[];
  /** all requests of the message, in the order they were made */
  readonly intents: readonly UnderstoodRequest[];
  /** the language to answer in */
  readonly language: 'id' | 'en';
  /** 0..1, from the distance to the next best reading */
  readonly confidence: number;
  /** words nobody has taught the recogniser yet */
  readonly unknownWords: readonly string[];
  /** how the message was read, for `npm run understand` */
  readonly stages: Stages;
}

export interface Stages {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly concepts: readonly string[];
  readonly dates: Message['dates'];
}

export interface Understanding {
  understand(request: UnderstandRequest): Promise<Understood>;
}

/** Below this no rule has really spoken. */
const FAINT = 2.3;

const confidenceOf = (candidates: readonly Candidate[]): number => {
  const [first, second] = candidates;
  if (first === undefined) return 0;
  const margin = first.score - (second?.score ?? 0);
  return Math.max(0, Math.min(1, first.score / 10 + margin / 5));
};

const primaryOf = (whole: Request, parts: readonly Request[]): Request => {
  const [first] = parts;
  if (first === undefined) return whole;
  const strongest = Math.max(...parts.map((part) => part.candidates[0]?.score ?? 0));
  const wholeTop = whole.candidates[0];
  const isPartOfNone = wholeTop !== undefined && !parts.some((part) => part.candidates[0]?.intent === wholeTop.intent);
  return isPartOfNone && wholeTop.score > strongest + 0.5 ? whole : first;
};

const understood = (message: Message, rules: RuleIndex): Understood => {
  const { whole, parts } = requestsOf(message, rules);
  const primary = primaryOf(whole, parts);
  const isFaint = (primary.candidates[0]?.score ?? 0) < FAINT;
  const intent = isFaint ? fallbackIntent(message) : (primary.candidates[0]?.intent ?? 'out_of_scope');
  const lacksObject = isCancelOfWhat(message);
  const candidates = lacksObject ? CANCELLATIONS : isFaint ? [{ intent, score: FAINT }, ...primary.candidates] : primary.candidates;
  const slots = slotsOf(intent, message, primary.units);
  const own: UnderstoodRequest = { intent, slots };
  const others =
    primary === whole
      ? []
      : parts.slice(1).flatMap((part) => {
          const top = part.candidates[0];
          return top === undefined ? [] : [{ intent: top.intent, slots: slotsOf(top.intent, message, part.units) }];
        });
  return {
    intent: lacksObject || (!isFaint && isNarrow(primary.candidates)) ? 'unsure' : intent,
    slots,
    candidates: candidates.slice(0, 5),
    intents: [own, ...others],
    language: message.language,
    confidence: confidenceOf(candidates),
    unknownWords: message.units.filter((unit) => !unit.known && unit.mask === undefined).map((unit) => unit.text.toLowerCase()),
    stages: { text: message.text, units: message.units, concepts: [...conceptsOf(message, message.units)], dates: message.dates },
  };
};

/** The recogniser: knows no service; rules, names and lexicon are handed to it. Never throws on any text. */
export const createUnderstanding = (options: {
  readonly rules: readonly IntentRule[];
  readonly names: Names;
  readonly lexicon: Lexicon;
}): Understanding => {
  const rules = indexRules(options.rules);
  return { understand: async (request) => understood(await readMessage(request, options.names, options.lexicon), rules) };
};
