import type { Answer } from '#conversation/dialogue.ts';
import { pageOf, resolveChoice } from '#conversation/choices.ts';
import { offerGuesses, offerMenu } from '#conversation/ladder.ts';
import { placeIn } from '#conversation/places-in-lists.ts';
import { askAgain, laterWish, runStep, runWish } from '#conversation/running.ts';
import type { Progress, Runner } from '#conversation/running.ts';
import type { MenuOption, OpenQuestion, Wish } from '#conversation/state.ts';
import { conversationWords } from '#conversation/words.ts';
import type { ConversationWords } from '#conversation/words.ts';
import { momentFrom } from '#shared/day.ts';
import type { Understood } from '#understanding/understanding.ts';

// From what somebody wrote to what is done: an answer to the question on screen, a word that steers the conversation, or a new
// wish. A question that asked for a value is asked again after an interruption; a list or a confirmation makes way.

export interface Routing extends Runner {
  readonly pageSize: number;
  readonly understand: (text: string, open: OpenQuestion | undefined) => Promise<Understood>;
  /** what a notice of the last day offered under this number (1…) or button */
  readonly noticeWish: (choice: { readonly number: number } | { readonly token: string }) => Promise<(Wish & { readonly token: string }) | null>;
}

type Context = { readonly routing: Routing; readonly progress: Progress; readonly text: string };

const words = ({ routing }: Context): ConversationWords => conversationWords[routing.facts.language];

const controls: Readonly<Record<string, 'cancel' | 'menu'>> = {
  batal: 'cancel', batalkan: 'cancel', cancel: 'cancel', 'gak jadi': 'cancel', 'ga jadi': 'cancel', 'tidak jadi': 'cancel', 'dak jadi': 'cancel', 'nggak jadi': 'cancel', gajadi: 'cancel',
  menu: 'menu', bantuan: 'menu', help: 'menu',
};

/** "Kenapa?" after a decision, as a whole message. */
const askingWhy = new Set([
  'kenapa', 'knp', 'kenapa ya', 'kenapa kak', 'kenapa begitu', 'kenapa gitu', 'kenapa tidak bisa', 'kenapa ga bisa', 'kenapa gak bisa', 'kenapa nggak bisa', 'knp ga bisa', 'mengapa', 'mengapa begitu', 'alasannya apa', 'apa alasannya',
  'kok gitu', 'kok begitu', 'kok bisa', 'kok ga bisa', 'kok gak bisa', 'lho kenapa', 'loh kenapa', 'ngapo', 'ngapo mak itu', 'ngapo dak pacak', 'why', 'why not', 'how come', 'but why', 'why is that',
]);

export const routeText = async (routing: Routing, progress: Progress, text: string): Promise<void> => {
  const context = { routing, progress, text };
  const open = liveQuestion(context);
  const plain = text.trim().toLowerCase().replaceAll(/[.!?]/g, '').trim();
  const control = controls[plain];
  if (control) return steer(context, control, open);
  if (askingWhy.has(plain) && progress.state.because) return interrupt(context, open, { intent: 'nav.why', slots: {} });
  if (open?.menu && (await answeredByMenu(context, open))) return;
  if (text.trim() === '0') return steer(context, open ? 'cancel' : 'menu', open);
  const understood = await routing.understand(text, open);
  if (open && (await answeredInWords(context, open, understood))) return;
  if (isBareAnswer(understood, text)) return bareAnswer(context, understood);
  await followWish(context, open, understood);
};

/** The open question, unless it ran out. */
const liveQuestion = ({ routing, progress }: Context): OpenQuestion | undefined => {
  const { open } = progress.state;
  return open && hasExpired(open, routing) ? undefined : open;
};

const hasExpired = (question: OpenQuestion, routing: Routing): boolean =>
  routing.facts.now.epochMilliseconds > momentFrom(question.expiresAt).epochMilliseconds;

const steer = async (context: Context, control: 'cancel' | 'menu', open: OpenQuestion | undefined): Promise<void> => {
  const { routing, progress } = context;
  if (control === 'menu') return interrupt(context, open, { intent: 'nav.help', slots: {} });
  progress.intent = 'nav.cancel';
  const { interrupted, returnTo, later } = progress.state;
  const under = (open && open.mood !== 'list') || interrupted || returnTo || later;
  progress.state = forgetting(progress.state);
  progress.blocks.push({ b: 'text', text: [under || open ? words({ routing, progress, text: '' }).cancelled : words(context).nothingToCancel] });
};

const forgetting = ({ open: _o, interrupted: _i, returnTo: _r, later: _l, ...rest }: Progress['state']): Progress['state'] => rest;

const answeredByMenu = async (context: Context, open: OpenQuestion): Promise<boolean> => {
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
  if (option.role === 'more') return turnPage(context, open);
  const token = open.menu?.token;
  const { open: _answered, answered: _before, ...rest } = progress.state;
  progress.state = rest;
  if (option.role === 'no' || option.role === 'escape') return letGo(context, option.role);
  if (token) progress.state = { ...progress.state, answered: { token, question: open } };
  if (token) routing.facts = { ...routing.facts, keyBase: token, ordinal: { next: 0 } };
  await runStep(routing, progress, open, { text, understood: null, chosen: option.value });
};

const letGo = async (context: Context, role: 'no' | 'escape'): Promise<void> => {
  context.progress.intent = role === 'no' ? 'nav.no' : 'nav.cancel';
  const { returnTo: _declined, ...rest } = context.progress.state;
  context.progress.state = rest;
  context.progress.blocks.push({ b: 'text', text: [words(context).letGo] });
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
  progress.blocks.push({ b: 'text', text: [open.question.split('\n')[0] ?? ''] });
};

/** Yes, no, a place in the list, the next page, or the value a form asked for. */
const answeredInWords = async (context: Context, open: OpenQuestion, understood: Understood): Promise<boolean> => {
  const option = optionFor(open, understood);
  if (option) return done(choose(context, open, option));
  const { progress } = context;
  if (understood.intent === 'nav.more' && open.menu) return done(nextPage(context, open));
  if (understood.intent === 'nav.cancel') return done(steer(context, 'cancel', open));
  if (open.mood === 'confirm' && (understood.intent === 'nav.yes' || understood.intent === 'nav.select')) {
    askAgain(progress, open, words(context).answerYesOrNo);
    return true;
  }
  if (understood.intent === 'nav.select' && open.menu && open.mood === 'list') {
    askAgain(progress, open, words(context).outside(open.menu.options.length));
    return true;
  }
  const corrected = correction(context, open, understood);
  if (corrected) return done(begin(context, corrected));
  if (open.mood !== 'form' && open.mood !== 'survey') return false;
  const answer: Answer = { text: context.text, understood };
  if (!isMeantFor(context, open, answer)) return false;
  await runStep(context.routing, progress, open, answer);
  return true;
};

const nextPage = async (context: Context, open: OpenQuestion): Promise<void> => {
  const more = open.menu && (open.menu.options.find((option) => option.role === 'more') ?? (open.menu.options.length > context.routing.pageSize ? { label: '', value: {}, role: 'more' as const } : undefined));
  if (more) return more.label === '' ? turnPage(context, open) : chooseMore(context, open, more);
  askAgain(context.progress, open, words(context).outside(open.menu?.options.length ?? 1));
};

/** A dialogue's own "more" option carries a value and runs its step. */
const chooseMore = (context: Context, open: OpenQuestion, more: MenuOption): Promise<void> => choose(context, open, { label: more.label, value: more.value });

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

const steering = new Set(['nav.yes', 'nav.no', 'nav.select', 'nav.more', 'chat.thanks', 'chat.greet', 'out_of_scope', 'catalog.search', 'unsure']);

/** Whether a typed text answers the form's question rather than opening something else. */
const isMeantFor = ({ routing }: Context, open: OpenQuestion, answer: Answer): boolean => {
  const step = routing.dialogues.get(open.intent)?.steps.get(open.step);
  if (step?.accepts?.(answer)) return true;
  const { understood, text } = answer;
  const isWish = understood !== null && !steering.has(understood.intent) && understood.intent !== open.intent && understood.confidence >= 0.6;
  return !(isWish && text.trim().includes(' ')) && !(isWish && step?.accepts);
};

const isBareAnswer = (understood: Understood, text: string): boolean =>
  ['nav.yes', 'nav.no', 'nav.select', 'nav.more'].includes(understood.intent) || /^\s*\d{1,3}\s*$/.test(text);

/** A short reply to a notice is about that notice. */
export const followNotice = async (routing: Routing, progress: Progress, choice: { readonly number: number } | { readonly token: string }): Promise<boolean> => {
  const wish = await routing.noticeWish(choice);
  if (!wish) return false;
  routing.facts = { ...routing.facts, keyBase: wish.token, ordinal: { next: 0 } };
  await runWish(routing, progress, { intent: wish.intent, slots: wish.slots }, '');
  return true;
};

const bareAnswer = async (context: Context, understood: Understood): Promise<void> => {
  const { routing, progress, text } = context;
  const { open } = progress.state;
  if (open && hasExpired(open, routing)) return renew(context, open, words(context).expired);
  if (open?.menu) return answerToList(context, open, understood);
  const answer = resolveChoice(text, Array.from({ length: 9 }, (_, at) => ({ label: '', value: { number: at + 1 } })));
  const number = answer.kind === 'chosen' ? Number(answer.option.value.number) : 1;
  if (await followNotice(routing, progress, { number })) return;
  progress.intent = 'nav.select';
  progress.blocks.push({ b: 'text', text: [words(context).nothingAsked] });
};

/** "Ya" to a list of one thing means that thing; otherwise the list stays as it is. */
const answerToList = async (context: Context, open: OpenQuestion, understood: Understood): Promise<void> => {
  const options = open.menu?.options ?? [];
  const [only] = options;
  if (understood.intent === 'nav.yes' && only && options.length === 1) return choose(context, open, only);
  askAgain(context.progress, open, words(context).outside(Math.min(options.length, context.routing.pageSize)));
};

/** Asks an expired or replaced question again, from its beginning, so that it speaks of how things are now. */
const renew = async ({ routing, progress, text }: Context, question: OpenQuestion, why: string): Promise<void> => {
  const { open: _old, ...rest } = progress.state;
  progress.state = rest;
  progress.blocks.push({ b: 'text', text: [why] });
  await runWish(routing, progress, { intent: question.intent, slots: question.slots }, text);
};

const followWish = async (context: Context, open: OpenQuestion | undefined, understood: Understood): Promise<void> => {
  const { progress, routing } = context;
  if (understood.intent === 'unsure') return offerGuesses(routing, progress, understood);
  if (understood.intent === 'out_of_scope') {
    progress.state = { ...progress.state, misses: progress.state.misses + 1 };
    if (progress.state.misses > 1 && !open) return offerMenu(routing, progress);
  } else progress.state = { ...progress.state, misses: 0 };
  const [first, ...others] = wishesOf(understood);
  if (!first) return offerMenu(routing, progress);
  progress.state = { ...progress.state, ...(others.length > 0 ? { later: others.slice(0, 3) } : {}) };
  await interrupt(context, open, first);
};

const wishesOf = (understood: Understood): readonly Wish[] => {
  // as: `unsure` was answered before
  const all = understood.intents.length > 0 ? understood.intents : [{ intent: understood.intent as string, slots: understood.slots }];
  const real = all.filter(({ intent }) => !intent.startsWith('chat.') && !['nav.yes', 'nav.no'].includes(intent));
  return (real.length > 0 ? real : all).map(({ intent, slots }) => ({ intent, slots }));
};

const begin = async ({ routing, progress, text }: Context, wish: Wish): Promise<void> => {
  const { open: _replaced, ...rest } = progress.state;
  progress.state = rest;
  await runWish(routing, progress, wish, text);
};

/** Begins another wish; a form that was open, or a confirmation when the answer is said at once, comes back after it. */
const interrupt = async (context: Context, open: OpenQuestion | undefined, wish: Wish): Promise<void> => {
  const { progress } = context;
  const returning = open && open.intent !== wish.intent && open.mood !== 'list' ? open : undefined;
  await begin(context, wish);
  const held = returning ?? progress.state.interrupted;
  if (!held) return;
  if (progress.state.open) {
    if (held.mood === 'form') progress.state = { ...progress.state, interrupted: held };
    return;
  }
  comeBack(context, held);
};

/** Says the interrupted question again. */
export const comeBack = (context: Pick<Context, 'routing' | 'progress'>, held: OpenQuestion): void => {
  const { progress, routing } = context;
  const { interrupted: _back, ...rest } = progress.state;
  progress.state = rest;
  if (hasExpired(held, routing)) return;
  progress.state = { ...progress.state, open: held };
  progress.blocks.push({ b: 'text', text: [conversationWords[routing.facts.language].backTo] }, { b: 'text', text: [held.question] });
};

const done = async (work: Promise<void> | void): Promise<true> => {
  await work;
  return true;
};

/** A tapped button: of the question on screen, of the one answered last (the same step with the same key), or of an old one. */
export const routeTap = async (routing: Routing, progress: Progress, token: string): Promise<void> => {
  const context = { routing, progress, text: '' };
  const { open, answered } = progress.state;
  const tapped = open && optionAt(open, token);
  if (open && tapped) return hasExpired(open, routing) ? renew(context, open, words(context).expired) : choose(context, open, tapped);
  const again = answered && optionAt(answered.question, token);
  if (answered && again) return tapAgain(context, answered.question, again);
  progress.blocks.push({ b: 'text', text: [words(context).staleMenu] });
  if (open && !hasExpired(open, routing)) comeBack(context, open);
  else await runWish(routing, progress, { intent: 'nav.help', slots: {} }, '');
};

const tapAgain = async (context: Context, question: OpenQuestion, option: MenuOption): Promise<void> => {
  const settled = question.mood === 'confirm' && option.role === 'no';
  if (settled)
    return void context.progress.blocks.push({ b: 'text', text: [words(context).alreadyAnswered] });
  await choose(context, question, option);
};

const optionAt = (question: OpenQuestion, token: string): MenuOption | undefined => {
  const { menu } = question;
  if (!menu || !token.startsWith(menu.token)) return undefined;
  const at = token.slice(menu.token.length);
  return at === 'N' ? { label: '', value: {}, role: 'more' } : menu.options[Number.parseInt(at, 36)];
};
