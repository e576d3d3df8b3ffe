import { z } from 'zod';
import { count, day, dayOrMoment, id, words } from './fields.ts';

const digital = z.object({
  formats: z.array(z.enum(['pdf', 'epub', 'mp3'])),
  access: z.enum(['link', 'file']).default('link'),
  concurrent: count.nullable().default(null),
});

export const itemSchema = z.object({
  id,
  title: words,
  author: words.default(''),
  copies: count.optional(),
  branches: z.array(id).optional(),
  shelf: words.optional(),
  subjects: z.array(words).default([]),
  isbn: words.optional(),
  year: z.int().optional(),
  publisher: words.optional(),
  synopsis: words.optional(),
  language: words.default('id'),
  format: z.enum(['book', 'braille', 'audio', 'large_print']).default('book'),
  audience: z.enum(['all', 'child', 'teen', 'adult', 'adult_only']).default('all'),
  local_author: z.boolean().default(false),
  reference: z.boolean().default(false),
  added: day.optional(),
  digital: digital.nullable().optional(),
});

export type Item = z.infer<typeof itemSchema>;

export const loanSchema = z.object({ patron: id, item: id, copy: id.optional(), due: dayOrMoment, renewals: count.default(0) });

export const holdSchema = z.object({
  patron: id,
  item: id,
  status: z
    .enum(['waiting', 'suspended', 'allocated', 'in_transit', 'ready', 'filled', 'cancelled', 'expired', 'unfillable'])
    .default('waiting'),
  position: z.int().positive().nullable().optional(),
  pickup: id.default('main'),
  copy: id.nullable().optional(),
  deadline: dayOrMoment.nullable().optional(),
  until: dayOrMoment.nullable().optional(),
});

export type WorldHold = z.infer<typeof holdSchema>;

export const fineSchema = z.object({ patron: id, item: id.optional(), amount: count, as_of: dayOrMoment.optional() });
