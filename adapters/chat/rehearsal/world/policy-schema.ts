import { z } from 'zod';
import { conversationPolicySchema } from '#conversation/settings.ts';
import { weekdays } from '#domain/opening-hours.ts';
import { count, day, hours, seasonHours, words } from './fields.ts';

const limits = z.object({ adult: count.default(2), teen: count.default(2), child: count.default(2) });

/** The lending rules of a world. */
export const lendingPolicySchema = z.object({
  loan_days: z.int().positive().default(7),
  max_loans: limits.prefault({}),
  max_holds: count.default(2),
  max_renewals: count.default(1),
  renew_days: z.int().positive().default(7),
  renew_from: z.enum(['due', 'today']).default('due'),
  renew_window_days: count.nullable().default(3),
  due_mode: z.enum(['pushNextOpen', 'calendar', 'skipClosed']).default('pushNextOpen'),
  hold_pickup_days: count.default(3),
  hold_ready_grace_min: count.default(0),
  fine_per_day: count.default(0),
  late_days: z.enum(['open', 'calendar']).default('open'),
  block_at_fine: count.nullable().default(null),
});

const weekHours = z.object({
  mon: hours.default('08:00-16:00'),
  tue: hours.default('08:00-16:00'),
  wed: hours.default('08:00-16:00'),
  thu: hours.default('08:00-16:00'),
  fri: hours.default('08:00-16:00'),
  sat: hours.default('08:00-16:00'),
  sun: hours.default('closed'),
});

/** When the library of a world is open. No holidays of its own: what a world does not say is not announced yet. */
export const openingSchema = z.object({
  hours: weekHours.prefault({}),
  closed_dates: z.array(z.object({ date: day, reason: words, tentative: z.boolean().default(false) })).default([]),
  special_hours: z.array(z.object({ date: day, hours, reason: words })).default([]),
  seasons: z
    .array(z.object({ from: day, to: day, name: words, hours: seasonHours, van: z.enum(['runs', 'suspended']).default('runs') }))
    .default([]),
});

const span = (from: string, to: string): readonly string[] => {
  const names: readonly string[] = weekdays;
  return names.slice(names.indexOf(from), names.indexOf(to) + 1);
};

/** "tue,thu" and "mon-fri" are lists written short; "all" is no limit. */
const spellOutDays = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  if (value === 'all') return null;
  return value.split(',').flatMap((part) => {
    const [from = '', to] = part.trim().split('-');
    return to === undefined ? [from] : span(from, to);
  });
};

export const policySchema = z.object({
  ...lendingPolicySchema.shape,
  ...openingSchema.shape,
  ...conversationPolicySchema.shape,
  visit_days: z.preprocess(spellOutDays, conversationPolicySchema.shape.visit_days),
});
