import { z } from 'zod';
import type { Database } from '#database/database.ts';

/** The key of the one `Setting` row that holds the conversation's policy. */
export const CONVERSATION_POLICY_KEY = 'policy.conversation';
/** The key of the `Setting` row that says who and where the library is. */
export const LIBRARY_CARD_KEY = 'library';

const clockTime = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const timeOfDay = z.string().regex(new RegExp(`^${clockTime}$`));
/** "20:00-07:00"; it may reach over midnight */
const timeSpan = z.string().regex(new RegExp(`^${clockTime}-${clockTime}$`));
const weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const count = z.int().nonnegative();

const reminders = z.object({
  /** days before the due day on which a reader is reminded; 0 = on the day itself */
  days_before: z.array(count).readonly().default([2, 0]),
  /** nothing that can wait is sent in these hours */
  quiet: timeSpan.default('20:00-07:00'),
});

/**
 * What the library has decided about conversations and their services, beside the lending rules. The names are those
 * a librarian reads in the rehearsal's world, so that one word means one thing everywhere.
 */
export const conversationPolicySchema = z.object({
  /** "mon-fri 08:00-16:00", minus closed days: when a person answers */
  staff_hours: z.string().min(1).default('mon-fri 08:00-16:00'),
  reminders: reminders.prefault({}),
  /** how long a confirmation stays open */
  session_timeout_min: z.number().positive().default(30),
  /** how long a half-filled form is kept */
  form_timeout_hours: z.number().positive().default(24),
  visit_max: count.default(50),
  /** weekdays on which groups may visit; null = every open day */
  visit_days: z.array(weekday).readonly().nullable().default(null),
  /** length of a room booking when none is said */
  room_slot_min: z.int().positive().default(60),
  /** how long an offered seat waits for an answer */
  offer_hours: z.number().positive().default(12),
  /** latest time, on the open day before, to order a book to a van visit */
  van_pickup_cutoff: timeOfDay.default('14:00'),
  /** wrong codes after which linking a card is locked */
  link_tries: z.int().positive().default(5),
  download_link_hours: z.number().positive().default(24),
  broadcast_undo_min: z.number().nonnegative().default(0),
  /** above so many recipients a second member of staff agrees first */
  broadcast_second_person_above: count.default(500),
});

export type ConversationPolicy = z.infer<typeof conversationPolicySchema>;

/** The policy of a library that has decided nothing yet. */
export const defaultConversationPolicy: ConversationPolicy = conversationPolicySchema.parse({});

/** What people are told of the library itself; a field nobody filled in is absent, never invented. */
export const libraryCardSchema = z.object({
  name: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  facilities: z.array(z.string()).readonly().optional(),
});

export type LibraryCard = z.infer<typeof libraryCardSchema>;

const settingOf = async (database: Database, key: string): Promise<unknown> => {
  const [row] = await database.sql.all<{ valueJson: string }>('SELECT "valueJson" FROM "Setting" WHERE "key" = ?', [key]);
  return row === undefined ? {} : JSON.parse(row.valueJson);
};

/** Read anew each time it is asked for, so that an edit by staff counts from the next message on. */
export const conversationPolicyOf = async (database: Database): Promise<ConversationPolicy> =>
  conversationPolicySchema.parse(await settingOf(database, CONVERSATION_POLICY_KEY));

export const libraryCardOf = async (database: Database): Promise<LibraryCard> =>
  libraryCardSchema.parse(await settingOf(database, LIBRARY_CARD_KEY));
