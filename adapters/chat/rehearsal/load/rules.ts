import { saveCalendarDays, saveHours, savePolicy, saveSeasons, type CalendarDayEdit } from '#circulation/library-rules-writing.ts';
import { CONVERSATION_POLICY_KEY, conversationPolicySchema, LIBRARY_CARD_KEY } from '#conversation/settings.ts';
import type { Database } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';
import { lendingPolicySchema } from '../world/policy-schema.ts';
import type { World } from '../world/world.ts';
import { insertRows } from './insert-rows.ts';

const datedHours = ({ policy }: World): readonly CalendarDayEdit[] => [
  ...policy.closed_dates.map(({ date, reason, tentative }) => ({ day: date, kind: 'closed' as const, reason, tentative })),
  ...policy.special_hours.map(({ date, hours, reason }) => ({ day: date, kind: 'special' as const, hours, reason })),
];

/** Lending rules, hours and closures, what conversations go by, and what people are told of the library. */
export const loadRules = async (database: Database, world: World): Promise<void> => {
  const now = momentFrom(world.clock);
  const { policy } = world;
  await savePolicy(database, { ...lendingPolicySchema.parse(policy), van_pickup_cutoff: policy.van_pickup_cutoff }, now);
  await saveHours(database, policy.hours, now);
  await saveCalendarDays(database, datedHours(world), now);
  await saveSeasons(database, policy.seasons, now);
  const settings = [
    { key: CONVERSATION_POLICY_KEY, value: conversationPolicySchema.parse(policy) },
    { key: LIBRARY_CARD_KEY, value: world.library },
  ];
  await insertRows(
    database,
    'Setting',
    settings.map(({ key, value }) => ({ key, valueJson: JSON.stringify(value), updatedAt: world.clock })),
  );
};
