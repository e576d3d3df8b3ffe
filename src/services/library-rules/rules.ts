import { z } from 'zod';
import type { TermEdit, TermScope } from '#circulation/rules/changing-terms.ts';
import type { RulesSnapshot } from '#circulation/library-rules.ts';
import { type RuleChanges, ruleChangesSchema, settingChanges } from '#circulation/library-settings.ts';
import type { LibraryCard } from '#conversation/settings.ts';
import type { LendingRule, PatronType } from '#domain/policy.ts';

export type { LibraryCard } from '#conversation/settings.ts';
export type { TermEdit, TermPreview, TermScope, TermSetting, TermValue } from '#circulation/rules/changing-terms.ts';
export type { RuleChanges } from '#circulation/library-settings.ts';

// What staff want of the lending rules and of the library's card. Pure: a preview and the act after it are made from the same.

/** How a term counts: days, things, rupiah, or one of a few words. */
export type Unit = 'days' | 'count' | 'rupiah' | 'choice';

/** A term as staff named it. */
export interface TermSaid {
  readonly setting: TermEdit['setting'];
  readonly unit: Unit;
  /** beyond it a number is a slip of the finger */
  readonly most: number;
  /** undefined: not said */
  readonly value: number | string | null | undefined;
}

const text = z.string().nullable();

/** A lending term put otherwise, as it waits for its confirmation. */
export const editSchema = z.object({
  // as: the settings are those of the table of words
  setting: z.string().transform((name) => name as TermEdit['setting']),
  value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
  scope: z.object({ branchId: text, patronType: z.enum(['adult', 'teen', 'child']).nullable(), material: text, from: text, to: text }),
  label: z.string(),
});

/** Whether the value makes sense: a whole number that the settings take, and not beyond what anybody would want. */
export const isSensible = ({ setting, value, most, unit }: TermSaid): boolean =>
  ruleChangesSchema.safeParse({ [setting]: value }).success && (unit === 'choice' || value === null || Number(value) <= most);

/** What the settings take at least. */
export const leastOf = ({ setting }: Pick<TermSaid, 'setting'>): number => (ruleChangesSchema.safeParse({ [setting]: 0 }).success ? 0 : 1);

export const patronTypes: readonly PatronType[] = ['adult', 'teen', 'child'];

/** One line of the table of rules: for whom, and what it says. */
export interface RuleLine {
  readonly label: string;
  readonly scope: TermScope;
  readonly changes: RuleChanges;
}

const lineOf = ({ label, branchId, patronType, material, from, to, changes }: LendingRule): RuleLine => ({
  label,
  // as: rules are written with member types only
  scope: { branchId, patronType: patronType as PatronType | null, material, from, to },
  changes: settingChanges(changes),
});

/** The general terms by member type as they hold today, and the rows that say otherwise for some; rows that ended are left out. */
export const tableOf = (rules: RulesSnapshot, today: string) => ({
  general: patronTypes.map((patronType) => ({
    patronType,
    changes: settingChanges(rules.effective({ branchId: 'main', patronType, material: 'book', on: today }).terms),
  })),
  rows: rules.rules.filter(({ to }) => to === null || to >= today).map(lineOf),
});

export type RuleTable = ReturnType<typeof tableOf>;

/** What staff want on the library's card. */
export const cardEditSchema = z.object({
  field: z.enum(['name', 'address', 'phone', 'facilities']),
  value: z.string(),
  /** of the facilities: one more, or one less */
  removes: z.boolean(),
});
export type CardEdit = z.infer<typeof cardEditSchema>;

export const changedCard = (card: LibraryCard, { field, value, removes }: CardEdit): LibraryCard => {
  if (field !== 'facilities') return { ...card, [field]: value };
  const others = (card.facilities ?? []).filter((one) => one.toLowerCase() !== value.toLowerCase());
  return { ...card, facilities: removes ? others : [...others, value] };
};
