import { z } from 'zod';
import { count, id, moment, words } from './fields.ts';

export const eventSchema = z.object({
  id,
  title: words,
  start: moment,
  end: moment.optional(),
  place: words.default(''),
  capacity: count,
  confirmed: count.default(0),
  signups: z.array(id).default([]),
  waitlist: z.array(id).default([]),
  fee: count.default(0),
  audience: words.optional(),
  ages: z
    .string()
    .regex(/^\d+-\d+$/, 'bukan rentang umur seperti "5-10"')
    .optional(),
  speaker: words.optional(),
  topic: words.optional(),
  certificate: z.boolean().default(false),
  status: z.enum(['open', 'cancelled', 'finished']).default('open'),
});

export const vanStopSchema = z.object({ id, name: words, lat: z.number(), lon: z.number(), lending: z.boolean().default(true) });

export const vanVisitSchema = z.object({
  stop: id,
  start: moment,
  end: moment,
  delay_min: count.default(0),
  status: z.enum(['planned', 'arrived', 'done', 'cancelled']).default('planned'),
});

const question = z.object({
  id,
  type: z.enum(['rating', 'choice', 'multi', 'text']),
  text: words,
  min: z.number().optional(),
  max: z.number().optional(),
  options: z.array(words).optional(),
  required: z.boolean().default(false),
});

export const surveySchema = z.object({ id, title: words, anonymous: z.boolean().default(true), questions: z.array(question) });

export const roomSchema = z.object({ name: id, capacity: count });

export const roomBookingSchema = z.object({ room: id, start: moment, end: moment, by: id, count: count.optional() });
