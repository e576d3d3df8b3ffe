import type { Answer } from '#conversation/dialogue.ts';
import { pageOf, resolveChoice } from '#conversation/choices.ts';
import { placeIn } from '#conversation/places-in-lists.ts';
import { begin, cancelAll, hasExpired, say, words } from '#conversation/routing-context.ts';
import type { Context, NoticeChoice, Routing } from '#conversation/routing-context.ts';
import { askAgain, laterWish, runStep, runWish } from '#conversation/running.ts';
import type { Progress } from '#conversation/running.ts';
import type { Menu, MenuOption, OpenQuestion, Wish } from '#conversation/state.ts';
import type { Understood } from '#understanding/understanding.ts';

// Whether a message answers the question on screen, and how: by its menu, in words, or as the value that a form asked for.

/** A number, an ordinal or a label of the list on screen. */
export const answeredByMenu = async (context: Context, open: OpenQuestion): Promise<boolean> => {
  if (!open.menu) return false;
  const page = pageOf(open.menu, context.routing.pageSize);
  const answer = resolveChoice(context.text, page);
  if (answer.kind === 'none') return false;
  if (answer.kind === 'outside' && open.mood === 'form') return false;
  if (answer.kind === 'outside') askAgain(context.progress, open, words(context).outside(answer.count));
  else await choose(context, open, answer.option);
  return true;
};

/** Does what one option of a question stands for. */
export const choose = async (context: Context, open: OpenQuestion, option: MenuOption): Promise<void> => {
  const { progress, routing, text } = context;
  if (option.role === 'more' && option.label === '') return turnPage(context, open);
  const { open: _answered, answered: _before, ...rest } = progress.state;
  const declined = option.role === 'no' || option.role === 'escape';
  progress.state = open.menu ? { ...rest, answered: { token: open.menu.token, question: open, declined } } : rest;
  if (option.role === 'no' || option.role === 'escape') return letGo(context, option.role);
  if (open.menu) routing.facts = { ...routing.facts, keyBase: keyOf(open.menu, option), ordinal: { next: 0 } };
  await runStep(routing, progress, open, { text, understood: null, chosen: option.value });
};

/** Each option has a key of its own: another one of the same list, tapped later, is another deed. */
const keyOf = ({ token, options }: Menu, option: MenuOption): string => `${token}${options.indexOf(option).toString(36)}`;

const letGo = async (context: Context, role: 'no' | 'escape'): Promise<void> => {
  context.progress.intent = role === 'no' ? 'nav.no' : 'nav.cancel';
  const { returnTo: _declined, ...rest } = context.progress.state;
  context.progress.state = rest;
  say(context, words(context).letGo);
  const next = laterWish(context.progress);
  if (next) await runWish(context.routing, context.progress, next, context.text);
};

const turnPage = ({ routing, progress }: Context, open: OpenQuestion): void => {
  if (!open.menu) return;
  progress.intent = 'nav.more';
  const next = open.menu.from + routing.pageSize;
  const from = next < open.menu.options.length ? next : 0;
  progress.state = { ...progress.state, open: { ...open, menu: { ...open.menu, from } } };
  progress.pageTurned = true;
  progress.asked = true;
  progress.blocks.push({ b: 'text', text: [open.question.split('\n')[0] ?? ''] });
};

/** Yes, no, a place in the list, the next page, or the value a form asked for. */
export const answeredInWords = async (context: Context, open: OpenQuestion, understood: Understood): Promise<boolean> => {
  if (open.mood === 'confirm' && (understood.intent === 'nav.no' || understood.intent === 'nav.yes')) {
    const instead = await correctedTo(context, open);
    if (instead) return done(begin(context, instead));
    // "ok, but …" is no yes to what was asked
    if (understood.intent === 'nav.yes' && /\b(?:tapi|tp|but)\b/i.test(context.text))
      return done(askAgain(context.progress, open, words(context).answerYesOrNo));
  }
  const answer: Answer = { text: context.text, understood };
  if (stepOf(context, open)?.accepts?.(answer)) return done(runStep(context.routing, context.progress, open, answer));
  if (isDeclined(context, open, understood)) return done(letGoOf(context));
  const option = optionFor(open, understood);
  if (option) return done(choose(context, open, option));
  const { progress } = context;
  if (understood.intent === 'nav.more' && open.menu) return done(nextPage(context, open));
  if (understood.intent === 'nav.cancel') return done(cancelAll(context, open));
  if (open.mood === 'confirm' && (understood.intent === 'nav.yes' || understood.intent === 'nav.select')) {
    askAgain(progress, open, words(context).answerYesOrNo);
    return true;
  }
  if (understood.intent === 'nav.select' && understood.slots.item_ref !== undefined && open.menu && open.mood === 'list') {
    askAgain(progress, open, words(context).outside(open.menu.options.length));
    return true;
  }
  const corrected = correction(context, open, understood);
  if (corrected) return done(begin(context, corrected));
  if (open.mood === 'list' || open.mood === 'confirm') return false;
  if (isMeantFor(context, open, answer)) return done(runStep(context.routing, progress, open, answer));
  if (!notUnderstood.has(understood.intent)) return false;
  askAgain(progress, open, words(context).notAnAnswer);
  return true;
};

const notUnderstood = new Set(['out_of_scope', 'unsure']);

/** A no to a list or a form, or the opposite of the wish that waits to be confirmed. */
const isDeclined = ({ routing }: Context, open: OpenQuestion, { intent }: Understood): boolean => {
  if (open.mood === 'confirm') return intent === routing.dialogues.get(open.intent)?.declinedBy;
  return intent === 'nav.no' && !open.menu?.options.some(({ role }) => role === 'no');
};

const letGoOf = (context: Context): Promise<void> => {
  const { open: _declined, ...rest } = context.progress.state;
  context.progress.state = rest;
  return letGo(context, 'no');
};

/** "Lagi": the dialogue's own next page, or the next page of a long menu. */
const nextPage = async (context: Context, open: OpenQuestion): Promise<void> => {
  const options = open.menu?.options ?? [];
  const more = options.find((option) => option.role === 'more');
  if (more) return choose(context, open, more);
  if (options.length > context.routing.pageSize) return turnPage(context, open);
  askAgain(context.progress, open, words(context).outside(options.length));
};

const optionFor = (open: OpenQuestion, understood: Understood): MenuOption | undefined => {
  const options = open.menu?.options ?? [];
  if (understood.intent === 'nav.yes' || understood.intent === 'nav.no') {
    const role = understood.intent === 'nav.yes' ? 'yes' : 'no';
    return options.find((option) => option.role === role);
  }
  if (understood.intent !== 'nav.select' || open.mood === 'confirm') return undefined;
  const at = placeIn(understood.slots.item_ref, options.length);
  return at === null ? undefined : options[at];
};

/** "bukan, yang Pulang": the same wish once more with another value, before it was confirmed. */
const correction = ({ routing }: Context, open: OpenQuestion, understood: Understood): Wish | undefined => {
  const corrected = open.mood === 'confirm' ? routing.dialogues.get(open.intent)?.correctedBy(understood) : null;
  return corrected ? { intent: open.intent, slots: { ...open.slots, ...corrected } } : undefined;
};

/** "Bukan, yang Pulang": the no is to the value, not to the wish, when a better value follows it. */
const correctedTo = async (context: Context, open: OpenQuestion): Promise<Wish | undefined> => {
  const [, better] =
    /^\s*(?:eh|bukan|salah|maksud\p{L}*|dudu|bukannyo|no|nope|not that|ok|oke|okay|ya|iya|yes)\b(?:\s+(?:itu|tu|that|one|saya|aku))?[\s,.:;]+(?:(?:tapi|tp|but)\s+)?(?:(?:yang|yg|the)\s+)?([\p{L}\p{N}].*)$/iu.exec(
      context.text,
    ) ?? [];
  if (!better) return undefined;
  // a bare title must not change the language of the answer
  const { language } = context.routing.facts;
  const understood = await context.routing.understand(better, undefined);
  context.routing.facts = { ...context.routing.facts, language };
  return correction(context, open, understood);
};

const steering = new Set(['nav.yes', 'nav.no', 'nav.select', 'nav.more', 'out_of_scope', 'catalog.search', 'unsure']);

/** so sure that a single word is a wish of its own */
const PLAIN = 0.8;

const stepOf = ({ routing }: Context, open: OpenQuestion) => routing.dialogues.get(open.intent)?.steps.get(open.step);

/** Whether a typed text answers the form's question rather than opening something else. */
const isMeantFor = (context: Context, open: OpenQuestion, answer: Answer): boolean => {
  if (stepOf(context, open)?.accepts) return false;
  const { understood, text } = answer;
  const isWish =
    understood !== null && !steering.has(understood.intent) && understood.intent !== open.intent && understood.confidence >= 0.6;
  return !(isWish && (text.trim().includes(' ') || understood.confidence >= PLAIN));
};

export const isBareAnswer = (understood: Understood, text: string): boolean =>
  ['nav.yes', 'nav.no', 'nav.more'].includes(understood.intent) ||
  (understood.intent === 'nav.select' && understood.slots.item_ref !== undefined) ||
  /^\s*\d{1,3}\s*$/.test(text);

/** A short reply to a notice is about that notice. */
export const followNotice = async (routing: Routing, progress: Progress, choice: NoticeChoice): Promise<boolean> => {
  const wish = await routing.noticeWish(choice);
  if (!wish) return false;
  routing.facts = { ...routing.facts, keyBase: wish.token, ordinal: { next: 0 } };
  await runWish(routing, progress, { intent: wish.intent, slots: wish.slots }, '');
  return true;
};

export const bareAnswer = async (context: Context, understood: Understood): Promise<void> => {
  const { routing, progress, text } = context;
  const { open } = progress.state;
  if (open && hasExpired(open, routing)) return renew(context, open, words(context).expired);
  if (open?.menu) return answerToList(context, open, understood);
  const choice = noticeChoice(text, understood);
  if (choice && (await followNotice(routing, progress, choice))) return;
  progress.intent = understood.intent;
  say(context, words(context).nothingAsked);
};

/** A number is one of the notice's choices; a yes is meant where it offers only one. */
const noticeChoice = (text: string, { intent }: Understood): NoticeChoice | null => {
  const answer = resolveChoice(
    text,
    Array.from({ length: 9 }, (_, at) => ({ label: '', value: { number: at + 1 } })),
  );
  if (answer.kind === 'chosen') return { number: Number(answer.option.value.number) };
  return intent === 'nav.yes' ? { only: true } : null;
};

/** "Ya" to a list of one thing means that thing; otherwise the list stays as it is. */
const answerToList = async (context: Context, open: OpenQuestion, understood: Understood): Promise<void> => {
  const options = open.menu?.options ?? [];
  const [only] = options;
  if (understood.intent === 'nav.yes' && only && options.length === 1) return choose(context, open, only);
  askAgain(context.progress, open, words(context).outside(Math.min(options.length, context.routing.pageSize)));
};

/** Asks an expired or replaced question again, from its beginning, so that it speaks of how things are now. */
export const renew = async (context: Context, question: OpenQuestion, why: string): Promise<void> => {
  const { routing, progress, text } = context;
  const { open: _old, ...rest } = progress.state;
  progress.state = rest;
  if (question.mood === 'list') return say(context, words(context).expiredList);
  say(context, why);
  await runWish(routing, progress, { intent: question.intent, slots: question.slots }, text);
};

const done = async (work: Promise<void> | void): Promise<true> => {
  await work;
  return true;
};
