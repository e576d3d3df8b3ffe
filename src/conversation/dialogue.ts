import type { z } from 'zod';
import type { Format } from '#languages/format.ts';
import type { Language } from '#languages/index.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Reason } from '#domain/reasons.ts';
import type { Rooms } from '#conversation/rooms.ts';
import type { Person } from '#conversation/person.ts';
import type { Say } from '#conversation/say.ts';
import type { Memory, MenuOption, OpenQuestion, ShownItem } from '#conversation/state.ts';
import type { Inbound } from '#ports/chat-channel.ts';
import type { Temporal } from '#shared/day.ts';
import type { DateReading } from '#understanding/dates/read-date.ts';
import type { Slots, Understood } from '#understanding/understanding.ts';

// A dialogue is named steps, each a plain function of (turn, memory, answer). What it remembers is schema-checked data, so a
// restart in the middle is normal. It changes the world only through operations that carry `turn.nextKey()`.

/** What a step returns; one word each for: finished, waiting, go on elsewhere. */
export type Reply =
  | { readonly kind: 'said'; readonly say: Say; readonly notes: Notes; readonly completed: boolean }
  | { readonly kind: 'asked'; readonly question: Question; readonly notes: Notes }
  | { readonly kind: 'again'; readonly say: Say }
  | { readonly kind: 'continued'; readonly say?: Say; readonly intent: string; readonly slots: Slots; readonly thenReturn: boolean };

export interface Question {
  readonly say: Say;
  readonly step: string;
  readonly memory: Memory;
  readonly mood: OpenQuestion['mood'];
  readonly options: readonly MenuOption[];
}

/** What later turns may refer to. */
export interface Notes {
  /** titles on screen, for "nomor 2" */
  readonly shown?: readonly ShownItem[];
  /** the title that was talked about, for "yang tadi" */
  readonly topic?: ShownItem;
  /** why it was decided so, for "kenapa?" */
  readonly because?: readonly Reason[];
}

/** What the person answered to a question: a chosen option is already merged into the step's memory. */
export interface Answer {
  readonly text: string;
  readonly understood: Understood | null;
  /** a place sent as a location */
  readonly location?: { readonly lat: number; readonly lng: number };
}

export type Sentence<Words> = (words: Words, format: Format) => Say;

/** One turn as a step sees it. `Words` are the sentences of the step's own service. */
export interface Turn<Words> {
  readonly intent: string;
  readonly slots: Slots;
  readonly text: string;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly person: Person;
  readonly private: boolean;
  readonly event: Inbound;
  readonly language: Language;
  readonly format: Format;
  readonly rooms: Rooms;
  readonly shown: readonly ShownItem[];
  readonly topic: ShownItem | null;
  readonly because: readonly Reason[];
  /** The key of the next operation: the confirmation's token, else the event, plus an ordinal. A replay yields the same keys. */
  nextKey(): string;
  explain(refusal: CirculationRefusal): string;
  /** how the date in the message reads, also when it is impossible or contradicts itself */
  readonly dateSaid: () => DateReading;
  words<Result>(sentence: (words: Words, format: Format) => Result): Result;
  /** The wish is fulfilled. */
  say(sentence: Sentence<Words>, notes?: Notes): Reply;
  /** The wish cannot be fulfilled: what was to follow it does not. */
  stop(sentence: Sentence<Words>, notes?: Notes): Reply;
  /** Shows numbered options that may also be ignored. */
  list(sentence: Sentence<Words>, options: readonly MenuOption[], step: string, notes?: Notes & { readonly memory?: Memory }): Reply;
  /** Asks yes or no; only a yes reaches `step`, with `memory`. */
  confirm(sentence: Sentence<Words>, step: string, memory: Memory, notes?: Notes): Reply;
  /** Asks for one value; whatever else is written instead replaces the question. */
  question(sentence: Sentence<Words>, step: string, memory?: Memory): Reply;
  /** Asks for a value of a form; interrupted, it is asked again. */
  ask(sentence: Sentence<Words>, step: string, memory?: Memory, options?: readonly MenuOption[]): Reply;
  /** The answer does not do; says why and leaves the question open. */
  again(sentence: Sentence<Words>): Reply;
  continueWith(intent: string, slots: Slots, options?: { readonly thenReturn?: boolean; readonly saying?: Sentence<Words> }): Reply;
}

interface Step {
  readonly schema: z.ZodType;
  readonly accepts?: (answer: Answer) => boolean;
  run(turn: unknown, memory: unknown, answer: Answer): Promise<Reply>;
}

export interface Dialogue {
  readonly intent: string;
  readonly version: number;
  /** nobody: also strangers; patron: a linked card, asked for on first need; staff: verified staff */
  readonly needs: 'nobody' | 'patron' | 'staff';
  /** in a group, run it again in the asker's private chat after the invitation (REHEARSAL §2) */
  readonly answersPrivately: boolean;
  /** also for strangers it speaks of one person: never in a group */
  readonly personal: boolean;
  /** the two languages' sentences of its service */
  readonly words: Readonly<Record<Language, unknown>>;
  begin(turn: unknown): Promise<Reply>;
  readonly steps: ReadonlyMap<string, Step>;
  /** brings the memory of an older version forward, or null when it cannot */
  migrate(version: number, memory: Memory): Memory | null;
  /** the slots that a message changes while a confirmation waits, or null when it is something else */
  correctedBy(understood: Understood): Slots | null;
  /** the intent that means no while its confirmation waits ("tidak jadi pesan") */
  readonly declinedBy: string | null;
}

interface DialogueOptions {
  readonly version?: number;
  readonly needs?: Dialogue['needs'];
  readonly answersPrivately?: boolean;
  readonly personal?: boolean;
  readonly migrate?: Dialogue['migrate'];
  readonly correctedBy?: Dialogue['correctedBy'];
  readonly declinedBy?: string;
}

interface StepOptions {
  /** whether a typed answer is meant for this question; else it may be a new wish that interrupts */
  readonly accepts?: (answer: Answer) => boolean;
}

interface Begun<Words> extends Dialogue {
  step<Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    run: (turn: Turn<Words>, memory: z.infer<Schema>, answer: Answer) => Reply | Promise<Reply>,
    options?: StepOptions,
  ): Begun<Words>;
}

/** Dialogues that speak with the sentences of one service: `const dialogue = dialoguesWith(words)`. */
export const dialoguesWith =
  <Words>(words: Readonly<Record<Language, Words>>) =>
  (intent: string, options: DialogueOptions = {}) => ({
    begin: (begin: (turn: Turn<Words>) => Reply | Promise<Reply>): Begun<Words> => {
      const needs = options.needs ?? 'nobody';
      return withSteps<Words>(
        {
          intent,
          version: options.version ?? 1,
          needs,
          personal: options.personal ?? needs === 'patron',
          answersPrivately: options.answersPrivately ?? false,
          words,
          // as: the router hands every dialogue a turn that speaks with the dialogue's own `words`
          begin: async (turn) => begin(turn as Turn<Words>),
          migrate: options.migrate ?? (() => null),
          declinedBy: options.declinedBy ?? null,
          correctedBy: options.correctedBy ?? ((understood) => (understood.intent === intent ? understood.slots : null)),
        },
        new Map(),
      );
    },
  });

const withSteps = <Words>(base: Omit<Dialogue, 'steps'>, steps: ReadonlyMap<string, Step>): Begun<Words> => ({
  ...base,
  steps,
  step: (name, schema, run, options = {}) =>
    withSteps<Words>(
      base,
      new Map(steps).set(name, {
        schema,
        ...options,
        // as: the router parses the memory with this step's schema and speaks with this dialogue's words
        run: async (turn, memory, answer) => run(turn as Turn<Words>, memory as never, answer),
      }),
    ),
});
