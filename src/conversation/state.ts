import { z } from 'zod';
import type { Reason } from '#domain/reasons.ts';
import type { Slots } from '#understanding/understanding.ts';

// What a dialogue remembers between turns: small, explicit, checked when it is read (PERFORMANCE finding 4). An unknown
// version or a broken record is an empty state plus an apology, never a crash.

const slotValue = z.union([z.string(), z.number(), z.boolean()]);
const slots = z.custom<Slots>((value) => z.record(z.string(), z.union([slotValue, z.array(slotValue)])).safeParse(value).success);
const memory = z.record(z.string(), z.json());

const menuOption = z.object({
  label: z.string(),
  value: memory,
  role: z.enum(['yes', 'no', 'more', 'back', 'escape']).optional(),
});

const menu = z.object({
  token: z.string(),
  options: z.array(menuOption),
  /** the first option of the page on screen */
  from: z.number().default(0),
  expiresAt: z.string(),
});

/** list: may be ignored; confirm: yes or no is awaited; question: a value is awaited, once; form: the same, and it is asked again after an interruption */
const mood = z.enum(['list', 'confirm', 'question', 'form', 'survey']);

const openQuestion = z.object({
  intent: z.string(),
  version: z.number(),
  step: z.string(),
  memory,
  slots,
  mood,
  /** the sentence that asked, to be said again after an interruption */
  question: z.string(),
  menu: menu.optional(),
  expiresAt: z.string(),
});

const shownItem = z.object({ id: z.string(), label: z.string() });
const wish = z.object({ intent: z.string(), slots });

const stateSchema = z.object({
  v: z.literal(1),
  open: openQuestion.optional(),
  /** a form that something else interrupted */
  interrupted: openQuestion.optional(),
  /** the question answered last: a second tap on its buttons runs the same step with the same key */
  answered: z.object({ token: z.string(), question: openQuestion, declined: z.boolean().default(false) }).optional(),
  /** the titles shown last, for "nomor 2" and "yang tadi" */
  shown: z.array(shownItem).optional(),
  topic: shownItem.optional(),
  /** what to do when the dialogue `after` is done */
  returnTo: wish.extend({ after: z.string() }).optional(),
  later: z.array(wish).optional(),
  because: z.array(z.custom<Reason>()).optional(),
  misses: z.number().default(0),
  language: z.enum(['id', 'en']).optional(),
});

export type DialogueState = z.infer<typeof stateSchema>;
export type OpenQuestion = z.infer<typeof openQuestion>;
export type Menu = z.infer<typeof menu>;
export type MenuOption = z.infer<typeof menuOption>;
export type ShownItem = z.infer<typeof shownItem>;
export type Wish = z.infer<typeof wish>;
export type Memory = z.infer<typeof memory>;

export const emptyState = (): DialogueState => ({ v: 1, misses: 0 });

/** The state kept as text; `lost` when it could not be read and a fresh one begins. */
export const readState = (text: string | undefined): { readonly state: DialogueState; readonly lost: boolean } => {
  if (text === undefined) return { state: emptyState(), lost: false };
  const written = parseJson(text);
  // as: this process wrote the very same text from a state; only what comes from elsewhere is checked, which costs as much as ten reads
  if (ownTexts.delete(text)) return { state: written as DialogueState, lost: false };
  const parsed = stateSchema.safeParse(written);
  return parsed.success ? { state: parsed.data, lost: false } : { state: emptyState(), lost: true };
};

/** Texts this process wrote and has not read again: about one a chat. */
const ownTexts = new Set<string>();
const MOST_OWN_TEXTS = 5000;

/** The state as it is kept. */
export const stateText = (state: DialogueState): string => {
  const text = JSON.stringify(state);
  if (ownTexts.size >= MOST_OWN_TEXTS) ownTexts.clear();
  ownTexts.add(text);
  return text;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
