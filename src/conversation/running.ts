import { blocksOf } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { Answer, Dialogue, Notes, Question, Reply } from '#conversation/dialogue.ts';
import type { Person } from '#conversation/person.ts';
import type { DialogueState, Memory, OpenQuestion, Wish } from '#conversation/state.ts';
import { makeTurn } from '#conversation/turn.ts';
import type { TurnFacts } from '#conversation/turn.ts';
import { conversationWords } from '#conversation/words.ts';
import { renderPlainText } from '#delivery/plain-text.ts';
import type { Block } from '#ports/message.ts';
import { momentText } from '#shared/day.ts';
import { randomCode } from '#shared/ids.ts';

// Runs wishes and steps until the person is asked something or everything is said. One message leaves a turn, however many
// dialogues spoke in it.

/** The state so far and what was said so far in this turn. */
export interface Progress {
  state: DialogueState;
  readonly blocks: Block[];
  /** the first intent that ran */
  intent?: string;
  /** the person is to be invited to the private chat; nothing personal is said here */
  invited?: 'answer' | 'only';
  /** the open question was said in this turn, so that its choices belong under the message */
  asked?: boolean;
  /** the list on screen shows its next page: a channel that can edits the message in place */
  pageTurned?: boolean;
}

export interface Runner {
  readonly dialogues: ReadonlyMap<string, Dialogue>;
  facts: TurnFacts;
  /** who is writing, read again: a dialogue may just have linked a card */
  readonly identifyAgain: () => Promise<Person>;
  /** minutes a confirmation and hours a form stay open */
  readonly patience: { readonly confirmMinutes: number; readonly formHours: number };
  readonly deepLink: (payload: string) => string;
}

/** The dialogue that links a card on first need (R13). */
const LINKING = 'member.link_card';
/** More than any honest chain of wishes in one message. */
const MOST_STEPS = 8;

export const runWish = async (runner: Runner, progress: Progress, wish: Wish, text: string): Promise<void> => {
  let next: Wish | undefined = wish;
  for (let step = 0; next && step < MOST_STEPS; step++) {
    progress.intent ??= next.intent;
    if (step > 0) runner.facts = { ...runner.facts, person: await runner.identifyAgain() };
    next = await beginWish(runner, progress, next, text);
  }
};

/** Begins one dialogue; returns the wish that is to follow it in this turn. */
const beginWish = async (runner: Runner, progress: Progress, wish: Wish, text: string): Promise<Wish | undefined> => {
  const dialogue = runner.dialogues.get(wish.intent) ?? runner.dialogues.get('out_of_scope');
  if (!dialogue) return undefined;
  const barred = barrier(runner, progress, dialogue, wish);
  if (barred !== 'open') return barred;
  const turn = makeTurn(runner.facts, progress.state, { ...wish, text, words: dialogue.words[runner.facts.language] });
  return settle(runner, progress, { dialogue, wish }, await dialogue.begin(turn));
};

/** Staff only, private only, card needed: decided once, before any dialogue begins. */
const barrier = (runner: Runner, progress: Progress, dialogue: Dialogue, wish: Wish): Wish | undefined | 'open' => {
  const { person, event, language } = runner.facts;
  const words = conversationWords[language];
  if (dialogue.needs === 'staff' && !person.staff) return say(progress, words.staffOnly);
  if (dialogue.personal && event.conversation.kind !== 'direct') {
    progress.invited = dialogue.answersPrivately && person.patron ? 'answer' : 'only';
    return say(progress, words.inPrivate(runner.deepLink('chat')));
  }
  if (dialogue.needs === 'patron' && !person.patron) {
    progress.state = { ...progress.state, returnTo: { ...wish, after: LINKING } };
    return { intent: LINKING, slots: { needed_for: wish.intent } };
  }
  return 'open';
};

const say = (progress: Progress, what: Say): undefined => {
  progress.blocks.push(...blocksOf(what));
};

export interface Running {
  readonly dialogue: Dialogue;
  readonly wish: Wish;
}

/** Runs the step that waits for `answer`, with the chosen option's value merged into its memory. */
export const runStep = async (
  runner: Runner,
  progress: Progress,
  question: OpenQuestion,
  answer: Answer & { readonly chosen?: Memory },
): Promise<void> => {
  const dialogue = runner.dialogues.get(question.intent);
  const step = dialogue?.steps.get(question.step);
  const memory = dialogue && migrated(dialogue, question);
  const parsed = memory && step?.schema.safeParse({ ...memory, ...answer.chosen });
  if (!dialogue || !step || !parsed?.success) return lostThread(runner, progress);
  progress.intent ??= question.intent;
  const wish: Wish = { intent: question.intent, slots: question.slots };
  const turn = makeTurn(runner.facts, progress.state, { ...wish, text: answer.text, words: dialogue.words[runner.facts.language] });
  const reply = await step.run(turn, parsed.data, answer);
  if (reply.kind === 'again') return askAgain(progress, question, reply.say);
  const next = settle(runner, progress, { dialogue, wish }, reply);
  if (!next) return;
  runner.facts = { ...runner.facts, person: await runner.identifyAgain() };
  // a number or a label that was chosen says nothing to the wish it stands for
  await runWish(runner, progress, next, answer.chosen ? '' : answer.text);
};

const migrated = (dialogue: Dialogue, question: OpenQuestion): Memory | null =>
  dialogue.version === question.version ? question.memory : dialogue.migrate(question.version, question.memory);

const lostThread = (runner: Runner, progress: Progress): void => {
  const { open: _gone, ...rest } = progress.state;
  progress.state = rest;
  say(progress, conversationWords[runner.facts.language].lostThread);
};

/** Says why the answer does not do and leaves the question, its menu and its tokens as they are. */
export const askAgain = (progress: Progress, question: OpenQuestion, why: Say): void => {
  progress.asked = true;
  progress.state = { ...progress.state, open: question };
  say(progress, why);
  // what introduced the question was read before
  say(progress, question.question.split('\n\n').at(-1) ?? '');
};

/** Takes a reply over into the state; returns the wish that follows. */
const settle = (runner: Runner, progress: Progress, running: Running, reply: Reply): Wish | undefined => {
  switch (reply.kind) {
    case 'again':
      return say(progress, reply.say);
    case 'asked':
      progress.state = { ...progress.state, ...noted(reply.notes) };
      return open(runner, progress, running, reply.question);
    case 'continued':
      if (reply.say) say(progress, reply.say);
      progress.state = {
        ...withoutOpen(progress.state),
        ...(reply.thenReturn ? { returnTo: { ...running.wish, after: reply.intent } } : {}),
      };
      return { intent: reply.intent, slots: reply.slots };
    case 'said':
      say(progress, reply.say);
      progress.state = { ...withoutOpen(progress.state), ...noted(reply.notes) };
      return reply.completed ? following(progress, running.wish.intent) : afterStop(progress, running.wish.intent);
  }
};

const open = (runner: Runner, progress: Progress, running: Running, question: Question): undefined => {
  const { facts, patience } = runner;
  const expiry =
    question.mood === 'form' || question.mood === 'survey' ? { hours: patience.formHours } : { minutes: patience.confirmMinutes };
  const expiresAt = momentText(facts.now.add(expiry));
  const asked: OpenQuestion = {
    intent: running.wish.intent,
    version: running.dialogue.version,
    step: question.step,
    memory: question.memory,
    slots: running.wish.slots,
    mood: question.mood,
    question: renderPlainText({ blocks: blocksOf(question.say), lang: facts.language }).text,
    expiresAt,
    ...(question.options.length > 0 ? { menu: { token: randomCode(8), options: [...question.options], from: 0, expiresAt } } : {}),
  };
  progress.asked = true;
  progress.state = { ...progress.state, open: asked };
  return say(progress, question.say);
};

const noted = (notes: Notes): Partial<DialogueState> => ({
  ...(notes.shown ? { shown: [...notes.shown] } : {}),
  ...(notes.topic ? { topic: notes.topic } : {}),
  ...(notes.because ? { because: [...notes.because] } : {}),
});

const withoutOpen = ({ open: _answered, ...rest }: DialogueState): DialogueState => rest;

/** A wish that was waiting for this one, then further requests of the same message. */
const following = (progress: Progress, finished: string): Wish | undefined => {
  const { returnTo, ...rest } = progress.state;
  if (returnTo?.after !== finished) return laterWish(progress);
  progress.state = rest;
  return { intent: returnTo.intent, slots: returnTo.slots };
};

/** The next request of a message that made several. */
export const laterWish = (progress: Progress): Wish | undefined => {
  const { later = [], ...rest } = progress.state;
  const [next, ...others] = later;
  progress.state = { ...rest, ...(others.length > 0 ? { later: others } : {}) };
  return next;
};

const afterStop = (progress: Progress, stopped: string): Wish | undefined => {
  const { returnTo, ...rest } = progress.state;
  if (returnTo?.after === stopped) progress.state = rest;
  return laterWish(progress);
};
