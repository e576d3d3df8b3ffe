import type { IntentId } from '#understanding/intent-ids.ts';

/** What the conversation has open when the message arrives. */
export type DialogueContext = 'list_shown' | 'confirm_pending' | 'slot_pending' | 'survey_question';

/** Which concepts mean which intent. Every group of `all` must be met by one of its concepts, none of `none` may occur. */
export interface IntentRule {
  readonly intent: IntentId;
  readonly weight: number;
  readonly all: readonly (readonly string[])[];
  readonly none: readonly string[];
}

const parse = (intent: IntentId, weight: number, when: string): IntentRule => {
  const words = when.split(' ').filter((word) => word !== '');
  return {
    intent,
    weight,
    all: words.filter((word) => !word.startsWith('-')).map((word) => word.split('|')),
    none: words.filter((word) => word.startsWith('-')).flatMap((word) => word.slice(1).split('|')),
  };
};

/**
 * Rules of one intent, as `[weight, when]`. `when` names concepts: `renew book|title -card` = renewing, with a book or a
 * title, and no card. `!stop` = stopping inside a negation, `@list_shown` = that dialogue context, `#staff` = the role.
 */
export const rulesFor = (intent: IntentId, ...lines: readonly (readonly [number, string])[]): readonly IntentRule[] =>
  lines.map(([weight, when]) => parse(intent, weight, when));
