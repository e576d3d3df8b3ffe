import { z } from 'zod';
import { momentFrom } from '#shared/day.ts';
import { moment } from './world/fields.ts';

const instant = moment.transform(momentFrom);
const words = z.array(z.string()).default([]);
const lexicon = z.object({ titles: words, authors: words, events: words, van_places: words });

/** The library's own names, given by hand in place of the world's records. */
export type GivenNames = z.infer<typeof lexicon>;

const contents = ['text', 'attachment', 'location', 'reaction', 'choice'] as const;

const messageSchema = z
  .object({
    id: z.union([z.string().min(1), z.int().transform(String)]),
    chat: z.string().min(1),
    from: z.string().min(1),
    at: instant.optional(),
    replyTo: z.string().optional(),
    text: z.string().optional(),
    attachment: z
      .object({
        kind: z.enum(['voice', 'image', 'sticker', 'video', 'file']),
        name: z.string().optional(),
        caption: z.string().optional(),
        base64: z.base64().optional(),
      })
      .optional(),
    location: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional(),
    reaction: z.object({ emoji: z.string().min(1), to: z.string().min(1) }).optional(),
    choice: z.string().min(1).optional(),
  })
  .refine((message) => contents.filter((name) => message[name] !== undefined).length === 1, {
    message: `harus berisi tepat satu dari ${contents.join(', ')}`,
  });

export type Message = z.infer<typeof messageSchema>;

const spoken = { text: z.string(), lexicon: lexicon.nullish() };

/** What each operation must be given. */
export const requestSchemas = {
  load: z.object({ world: z.unknown().refine((world) => world !== undefined, 'wajib ada') }),
  clock: z.object({ at: instant }),
  send: z.object({ message: messageSchema }),
  job: z.object({ name: z.string(), at: instant.optional() }),
  understand: z.object({ ...spoken, context: z.string().nullish(), role: z.string().nullish(), ref: instant.nullish() }),
  date: z.object({ ...spoken, ref: instant }),
  snapshot: z.object({}),
} as const;

export type Operation = keyof typeof requestSchemas;
export type Request<Name extends Operation> = z.infer<(typeof requestSchemas)[Name]>;

/** The jobs a rehearsal knows; one that no service has anything to do for yet does nothing. */
export const jobNames = [
  'due_reminders',
  'hold_expiry',
  'waitlist',
  'event_reminders',
  'van_day_before',
  'survey_nudge',
  'broadcast_queue',
  'digital_expiry',
  'notices',
  'retention',
  'tick',
] as const;
