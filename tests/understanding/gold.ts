import type { Names } from '#ports/names.ts';
import type { Temporal } from '#shared/day.ts';
import type { DialogueContext } from '#understanding/intent-rule.ts';
import { createNames } from '#understanding/names.ts';
import { listedIntent } from '#understanding/intent-ids.ts';
import type { Slots, Understanding } from '#understanding/understanding.ts';

interface GoldSlot {
  readonly text: string;
  readonly value: string | number | boolean;
}

/** One labelled message, in the record format of the language specification. */
export interface GoldMessage {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly intent: string;
  readonly slots: Readonly<Record<string, GoldSlot | readonly GoldSlot[]>>;
  readonly difficulty: string;
  readonly also?: readonly string[];
  readonly accept?: readonly string[];
  readonly context?: DialogueContext;
  readonly role?: 'staff';
  readonly slots_loose?: boolean;
}

export interface Prediction {
  readonly id: string;
  readonly text: string;
  readonly intent: string;
  readonly slots: Slots;
  readonly intents: readonly string[];
  readonly candidates: readonly { readonly intent: string; readonly score: number }[];
  readonly lang?: string;
}

// as: the files are ours and every field is read by a test
export const readGold = (text: string): readonly GoldMessage[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldMessage);

const listOf = (slot: GoldSlot | readonly GoldSlot[]): readonly GoldSlot[] => (Array.isArray(slot) ? slot : [slot as GoldSlot]);

const TITLES = new Set(['title', 'query', 'similar_to', 'item']);
const EVENT_INTENTS = /^(?:event\.|staff\.event_(?:edit|cancel))/u;

/** A library that owns what the labelled messages speak of: the place of the lexicon that goes with them. */
export const namesOfGold = (gold: readonly GoldMessage[]): Names => {
  const titles = new Set<string>();
  const authors = new Set<string>();
  const events = new Set<string>();
  const places = new Set<string>();
  for (const message of gold) {
    for (const [name, slot] of Object.entries(message.slots)) {
      for (const { text } of listOf(slot)) {
        if (name === 'event' && EVENT_INTENTS.test(message.intent)) events.add(text);
        else if (
          TITLES.has(name) &&
          !message.intent.startsWith('staff.event') &&
          !message.intent.startsWith('staff.survey') &&
          !/^(?:b-|pbm)/iu.test(text)
        )
          titles.add(text);
        else if (name === 'author') authors.add(text);
        else if (name === 'place' && message.intent !== 'staff.event_edit' && message.intent !== 'staff.event_create') places.add(text);
      }
    }
  }
  return createNames({ titles: [...titles], authors: [...authors], events: [...events], places: [...places] });
};

export const predict = async (
  understanding: Understanding,
  gold: readonly GoldMessage[],
  now: Temporal.PlainDateTime,
): Promise<readonly Prediction[]> => {
  const predictions: Prediction[] = [];
  for (const { id, text, context, role } of gold) {
    const understood = await understanding.understand({ text, now, context, role });
    const { intent, slots, candidates } = understood;
    predictions.push({
      id,
      text,
      intent: listedIntent(intent),
      slots,
      candidates,
      intents: understood.intents.map((request) => listedIntent(request.intent)),
    });
  }
  return predictions;
};

export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
export const harmonic = (precision: number, recall: number): number => share(2 * precision * recall, precision + recall);
