import { z } from 'zod';
import { day, id, words } from './fields.ts';

const flag = z.boolean().optional();

/** How somebody asked to be written to; a field nobody asked for is absent. */
export const preferencesSchema = z.object({
  language: z.enum(['id', 'en']).optional(),
  notices: flag,
  screen_reader: flag,
  no_emoji: flag,
  short_replies: flag,
  simple_language: flag,
  large_text: flag,
  numbered_menu: flag,
  alt_text: flag,
  voice: flag,
});

export type Preferences = z.infer<typeof preferencesSchema>;

export const patronSchema = z.object({
  id,
  name: words,
  card: id,
  type: z.enum(['adult', 'teen', 'child']).default('adult'),
  birth: day.optional(),
  guardian: id.optional(),
  linked: z.array(z.string().regex(/^private:./, 'bukan obrolan pribadi "private:<id>"')).default([]),
  status: z.enum(['pending', 'active', 'suspended', 'expired', 'deleted']).default('active'),
  consent: z.boolean().default(true),
  prefs: preferencesSchema.prefault({}),
});

export const staffSchema = z.object({
  id,
  name: words,
  role: z.enum(['librarian', 'driver', 'events', 'head', 'admin']).default('librarian'),
});

export const groupSchema = z.object({
  id: z.string().regex(/^(?!private:)./, 'bukan id grup'),
  name: words,
  platform: id.optional(),
  members: z.array(id).default([]),
  admins: z.array(id).default([]),
  bound: z.boolean().default(true),
});
