import { conversationWords } from '#conversation/words.ts';
import type { Notes, Question, Reply, Turn } from '#conversation/dialogue.ts';
import type { Person } from '#conversation/person.ts';
import type { Rooms } from '#conversation/rooms.ts';
import type { DialogueState, MenuOption } from '#conversation/state.ts';
import { languages } from '#languages/index.ts';
import type { Language } from '#languages/index.ts';
import type { Inbound } from '#ports/chat-channel.ts';
import { dayOf, localTimeOf } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';
import { readDate } from '#understanding/dates/read-date.ts';
import type { Slots } from '#understanding/understanding.ts';

/** What one message is answered from; the same for every step that runs in the turn. */
export interface TurnFacts {
  readonly event: Inbound;
  readonly person: Person;
  readonly now: Temporal.Instant;
  readonly rooms: Rooms;
  readonly language: Language;
  /** what keys of operations begin with */
  readonly keyBase: string;
  /** counts the operations of this turn */
  readonly ordinal: { next: number };
  /** how many operations ran in the turn, whatever their key */
  readonly operated: { count: number };
}

export interface Wished {
  readonly intent: string;
  readonly slots: Slots;
  readonly text: string;
  /** the sentences of the dialogue's own service */
  readonly words: unknown;
}

export const makeTurn = (facts: TurnFacts, state: DialogueState, wished: Wished): Turn<unknown> => {
  const { format, explain } = languages[facts.language];
  const speak = <Result>(sentence: (words: unknown, f: typeof format) => Result) => sentence(wished.words, format);
  const asked = (question: Question, notes: Notes = {}): Reply => ({ kind: 'asked', question, notes });
  return {
    intent: wished.intent,
    slots: wished.slots,
    text: wished.text,
    now: facts.now,
    today: dayOf(facts.now),
    person: facts.person,
    private: facts.event.conversation.kind === 'direct',
    event: facts.event,
    language: facts.language,
    format,
    rooms: facts.rooms,
    shown: state.shown ?? [],
    topic: state.topic ?? null,
    because: state.because ?? [],
    nextKey: () => {
      facts.operated.count += 1;
      return `${facts.keyBase}#${facts.ordinal.next++}`;
    },
    explain,
    dateSaid: () => readDate(wished.text, localTimeOf(facts.now)),
    words: speak,
    say: (sentence, notes = {}) => ({ kind: 'said', say: speak(sentence), notes, completed: true }),
    stop: (sentence, notes = {}) => ({ kind: 'said', say: speak(sentence), notes, completed: false }),
    list: (sentence, options, step, { memory = {}, ...notes } = {}) =>
      asked({ say: speak(sentence), step, memory, mood: 'list', options }, notes),
    confirm: (sentence, step, memory, notes) =>
      asked({ say: speak(sentence), step, memory, mood: 'confirm', options: yesAndNo(facts.language) }, notes),
    question: (sentence, step, memory = {}) => asked({ say: speak(sentence), step, memory, mood: 'question', options: [] }),
    ask: (sentence, step, memory = {}, options = []) => asked({ say: speak(sentence), step, memory, mood: 'form', options }),
    again: (sentence) => ({ kind: 'again', say: speak(sentence) }),
    continueWith: (intent, slots, { thenReturn = false, saying } = {}) => ({
      kind: 'continued',
      intent,
      slots,
      thenReturn,
      ...(saying ? { say: speak(saying) } : {}),
    }),
  };
};

const yesAndNo = (language: Language): readonly MenuOption[] => [
  { label: conversationWords[language].yes, value: {}, role: 'yes' },
  { label: conversationWords[language].no, value: {}, role: 'no' },
];
