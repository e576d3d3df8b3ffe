import type { IntentId } from '#understanding/intent-ids.ts';
import type { IntentRule } from '#understanding/intent-rule.ts';

export interface Candidate {
  readonly intent: IntentId;
  readonly score: number;
}

/** How far `role: staff` and `role` absent lean, where rules are otherwise level. */
const STAFF_LEAN = 0.5;

const applies = (rule: IntentRule, concepts: ReadonlySet<string>): boolean =>
  rule.all.every((group) => group.some((concept) => concepts.has(concept))) && !rule.none.some((concept) => concepts.has(concept));

/** Rules by the concepts of their first group, so that only those are looked at that could apply. */
export type RuleIndex = ReadonlyMap<string, readonly IntentRule[]>;

export const indexRules = (rules: readonly IntentRule[]): RuleIndex => {
  const index = new Map<string, IntentRule[]>();
  for (const rule of rules) {
    for (const concept of rule.all[0] ?? []) {
      const known = index.get(concept);
      if (known === undefined) index.set(concept, [rule]);
      else known.push(rule);
    }
  }
  return index;
};

/** The intents some rule speaks for, best first; an intent is worth its best rule. */
export const scoreIntents = (rules: RuleIndex, concepts: ReadonlySet<string>): readonly Candidate[] => {
  const best = new Map<IntentId, number>();
  const isStaff = concepts.has('#staff');
  for (const concept of concepts) {
    for (const rule of rules.get(concept) ?? []) {
      if (rule.weight <= (best.get(rule.intent) ?? 0) || !applies(rule, concepts)) continue;
      best.set(rule.intent, rule.weight);
    }
  }
  const lean = (intent: IntentId): number => (intent.startsWith('staff.') ? (isStaff ? STAFF_LEAN : -STAFF_LEAN) : 0);
  return [...best].map(([intent, score]) => ({ intent, score: score + lean(intent) })).sort((left, right) => right.score - left.score);
};
