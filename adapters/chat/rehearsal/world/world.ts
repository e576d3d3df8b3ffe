import { z } from 'zod';
import { libraryCardSchema } from '#conversation/settings.ts';
import { id, moment, words } from './fields.ts';
import { fineSchema, holdSchema, itemSchema, loanSchema } from './library-schema.ts';
import { groupSchema, patronSchema, preferencesSchema, staffSchema } from './people-schema.ts';
import { policySchema } from './policy-schema.ts';
import { eventSchema, roomBookingSchema, roomSchema, surveySchema, vanStopSchema, vanVisitSchema } from './services-schema.ts';

const platformSchema = z.object({
  buttons: z.boolean().default(true),
  ephemeral: z.boolean().default(false),
  start_private: z.boolean().default(true),
  max_text: z.int().min(2).default(4000),
});

export type PlatformAbilities = z.infer<typeof platformSchema>;
export const plainAbilities: PlatformAbilities = platformSchema.parse({});

const botSchema = z.object({ mention: words.min(1).default('@perpus'), base_url: words.default('https://perpus.example') });
const listOf = <Row extends z.ZodType>(row: Row) => z.array(row).default([]);

export const worldSchema = z.object({
  clock: moment,
  library: libraryCardSchema.prefault({}),
  bot: botSchema.prefault({}),
  platforms: z.record(z.string().min(1), platformSchema).default({}),
  policy: policySchema.prefault({}),
  branches: listOf(z.object({ id, name: words })),
  patrons: listOf(patronSchema),
  link_codes: listOf(z.object({ card: id, code: id })),
  strangers: listOf(id),
  staff: listOf(staffSchema),
  groups: listOf(groupSchema),
  preferences: listOf(preferencesSchema.pick({ language: true, notices: true }).extend({ chat: id })),
  items: listOf(itemSchema),
  loans: listOf(loanSchema),
  holds: listOf(holdSchema),
  fines: listOf(fineSchema),
  events: listOf(eventSchema),
  van_stops: listOf(vanStopSchema),
  van_visits: listOf(vanVisitSchema),
  van_subscriptions: listOf(z.object({ chat: id, stop: id })),
  surveys: listOf(surveySchema),
  rooms: listOf(roomSchema),
  room_bookings: listOf(roomBookingSchema),
});

/** A made-up library, checked and complete: every default of the rehearsal's tables is filled in. */
export type World = z.infer<typeof worldSchema>;

/** What is rehearsed against before anything was loaded: a library without books, on an ordinary Tuesday morning. */
export const emptyWorld: World = worldSchema.parse({ clock: '2026-03-03T09:00:00+07:00' });
