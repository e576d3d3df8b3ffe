import { z } from 'zod';
import { type DayHours, parseDayHours, parseSeasonHours, type WeekHours, weekdays } from '#domain/opening-hours.ts';
import { defaultTerms, type LendingTerms, type PatronType, type TermChanges } from '#domain/policy.ts';

// The shapes of what staff set for lending and opening, as they are kept in Setting, CirculationRule and Season.

/** Keys of the Setting table that belong to circulation. */
export const settingKeys = { hours: 'hours', policy: 'policy', version: 'rules.version' } as const;

const dayHours = z.string().refine((text) => parseDayHours(text) !== null, 'expected "closed" or hours such as "08:00-11:30,13:30-16:30"');
export const seasonHoursSchema = z
  .string()
  .refine((text) => parseSeasonHours(text) !== null, 'expected hours such as "08:00-14:00" or "mon-thu 08:00-14:00; fri 08:00-11:00"');

export const hoursSchema = z
  .object({ mon: dayHours, tue: dayHours, wed: dayHours, thu: dayHours, fri: dayHours, sat: dayHours, sun: dayHours })
  .partial();
export type HoursSetting = z.infer<typeof hoursSchema>;

const count = z.int().min(0);

const lendingFields = z.object({
  loan_days: z.int().min(1),
  max_loans: count,
  max_holds: count,
  max_holds_per_day: count.nullable(),
  max_renewals: count,
  renew_days: z.int().min(1),
  renewable: z.boolean(),
  renew_from: z.enum(['due', 'today']),
  renew_window_days: count.nullable(),
  overdue_renewal: z.enum(['allow', 'block', 'block-all']),
  overdue_grace_days: count,
  due_mode: z.enum(['calendar', 'pushNextOpen', 'skipClosed']),
  hold_pickup_days: count,
  missed_pickup: z.enum(['expire', 'suspend']),
  fine_per_day: count,
  late_days: z.enum(['open', 'calendar']),
  block_at_fine: count.nullable(),
  suspension_factor: z.number().min(0),
  suspension_cap_days: count,
});

/** What one row of the lending rules may say; fields left out are silent. */
export const ruleChangesSchema = lendingFields.partial();
export type RuleChanges = z.infer<typeof ruleChangesSchema>;

const limits = z.object({ adult: count.default(2), teen: count.default(2), child: count.default(2) });

/** The general terms: as a row, but with limits by member type, and with what is not decided loan by loan. */
export const policySchema = ruleChangesSchema.extend({
  max_loans: limits.prefault({}),
  hold_ready_grace_min: count.default(0),
  van_pickup_cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as "14:00"')
    .default('14:00'),
});
export type PolicySetting = z.infer<typeof policySchema>;
export type PolicyChanges = z.input<typeof policySchema>;

const camelName = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The names of the settings (`loan_days`) as the rules call them (`loanDays`); fields that are not set are left out. */
export const termChanges = (changes: RuleChanges): TermChanges => {
  const set = Object.entries(changes).filter(([, value]) => value !== undefined);
  // as: lendingFields lists the fields of LendingTerms one by one in snake case, and zod checked their values; a test compares both lists
  return Object.fromEntries(set.map(([name, value]) => [camelName(name), value])) as TermChanges;
};

const snakeName = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The way back: terms of the rules under the names they are stored with. */
export const settingChanges = (changes: TermChanges): RuleChanges =>
  ruleChangesSchema.parse(Object.fromEntries(Object.entries(changes).map(([name, value]) => [snakeName(name), value])));

/** The names of the fields of a lending rule, for the test that compares them with LendingTerms. */
export const termNames: readonly string[] = Object.keys(lendingFields.shape).map(camelName);

export const generalTerms = (policy: PolicySetting, patronType: PatronType): LendingTerms => {
  const { max_loans: maxLoans, hold_ready_grace_min: _grace, van_pickup_cutoff: _cutoff, ...changes } = policy;
  return { ...defaultTerms, ...termChanges(changes), maxLoans: maxLoans[patronType] };
};

const hoursOf = (text: string | undefined, otherwise: DayHours): DayHours =>
  text === undefined ? otherwise : (parseDayHours(text) ?? otherwise);

export const weekFrom = (setting: HoursSetting, otherwise: WeekHours): WeekHours =>
  // as: the entries are built from the closed list of weekdays
  Object.fromEntries(weekdays.map((weekday) => [weekday, hoursOf(setting[weekday], otherwise[weekday])])) as WeekHours;
