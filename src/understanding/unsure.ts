import { changesState, listedIntent } from '#understanding/intent-ids.ts';
import { isContent } from './unit.ts';
import type { Message } from './message.ts';
import type { Candidate } from './scoring.ts';

/** Two readings that are level. */
const LEVEL = 0.05;
/** Two readings that are close, where the better one is not strong either. */
const CLOSE = 0.25;
const WEAK = 5;

/** Are the two best readings so close that an act could be a wrong guess? */
export const isNarrow = ([first, second]: readonly Candidate[]): boolean => {
  if (first === undefined || second === undefined || listedIntent(first.intent) === listedIntent(second.intent)) return false;
  const margin = first.score - second.score;
  if (margin < LEVEL) return changesState(first.intent) || changesState(second.intent);
  return margin < CLOSE && first.score < WEAK && changesState(first.intent);
};

/** What "batalin" may be said of when nothing is open. */
export const CANCELLATIONS: readonly Candidate[] = [
  { intent: 'nav.cancel', score: 5.4 },
  { intent: 'hold.cancel', score: 5.4 },
  { intent: 'event.cancel_signup', score: 5.4 },
];

const CANCELS_SOMETHING = /^(?:(?:di)?(?:batal|cancel|kensel)(?:in|ke|kela)|batalkanlah|cancel (?:it|that|this))$/iu;

/** "batalin dong" with nothing open: something is to be cancelled, and nobody says what. A bare "batal" only leaves off. */
export const isCancelOfWhat = (message: Message): boolean => {
  const [only, ...others] = message.units.filter((unit) => isContent(unit));
  return message.context === undefined && others.length === 0 && only !== undefined && CANCELS_SOMETHING.test(only.text);
};
