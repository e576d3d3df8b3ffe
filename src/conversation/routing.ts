import { answeredByMenu, answeredInWords, bareAnswer, followNotice, isBareAnswer } from '#conversation/answering.ts';
import { offerGuesses, offerMenu } from '#conversation/ladder.ts';
import { begin, cancelAll, comeBack, hasExpired } from '#conversation/routing-context.ts';
import type { Context, Routing } from '#conversation/routing-context.ts';
import type { Progress } from '#conversation/running.ts';
import type { OpenQuestion, Wish } from '#conversation/state.ts';
import type { Understood } from '#understanding/understanding.ts';

// From what somebody wrote to what is done: an answer to the question on screen, a word that steers the conversation, or a new
// wish. A question that asked for a value is asked again after an interruption; a list or a confirmation makes way.

const controls: Readonly<Record<string, 'cancel' | 'menu'>> = {
  batal: 'cancel',
  batalkan: 'cancel',
  cancel: 'cancel',
  'gak jadi': 'cancel',
  'ga jadi': 'cancel',
  'tidak jadi': 'cancel',
  'dak jadi': 'cancel',
  'nggak jadi': 'cancel',
  gajadi: 'cancel',
  menu: 'menu',
  bantuan: 'menu',
  help: 'menu',
};

/** "Kenapa?" after a decision, as a whole message. */
const askingWhy = new Set([
  'kenapa',
  'knp',
  'kenapa ya',
  'kenapa kak',
  'kenapa begitu',
  'kenapa gitu',
  'kenapa tidak bisa',
  'kenapa ga bisa',
  'kenapa gak bisa',
  'kenapa nggak bisa',
  'knp ga bisa',
  'mengapa',
  'mengapa begitu',
  'alasannya apa',
  'apa alasannya',
  'kok gitu',
  'kok begitu',
  'kok bisa',
  'kok ga bisa',
  'kok gak bisa',
  'lho kenapa',
  'loh kenapa',
  'ngapo',
  'ngapo mak itu',
  'ngapo dak pacak',
  'why',
  'why not',
  'how come',
  'but why',
  'why is that',
]);

/** Whole messages that switch notices off, whatever is open (R15). */
const stopping = new Set(['stop', 'berhenti', 'unsub', 'unsubscribe', 'stop semua', 'stop all']);
/** …and on again, where they are off. */
const resuming = new Set(['mulai', 'mulai lagi', 'start', 'start again']);

export const routeText = async (routing: Routing, progress: Progress, text: string): Promise<void> => {
  const context = { routing, progress, text };
  const open = liveQuestion(context);
  const plain = text.trim().toLowerCase().replaceAll(/[.!?]/g, '').trim();
  const control = controls[plain];
  if (control) return steer(context, control, open);
  if (stopping.has(plain)) return interrupt(context, open, { intent: 'notice.stop', slots: {} });
  if (resuming.has(plain) && routing.facts.person.noticesOff) return interrupt(context, open, { intent: 'notice.resume', slots: {} });
  if (plain === '' && !open) return interrupt(context, open, { intent: 'nav.help', slots: {} });
  if (askingWhy.has(plain)) return interrupt(context, open, { intent: 'nav.why', slots: {} });
  if (open?.menu && (await answeredByMenu(context, open))) return;
  if (text.trim() === '0') return steer(context, open ? 'cancel' : 'menu', open);
  const understood = await routing.understand(text, open);
  if (open && (await answeredInWords(context, open, understood))) return;
  if (isBareAnswer(understood, text)) return bareAnswer(context, understood);
  await followWish(context, open, understood);
};

/** so much of a message is searched for and said back */
const MOST_QUOTED = 100;

/** A form that was interrupted goes on as soon as nothing else is asked. */
export const resumeInterrupted = (routing: Routing, progress: Progress): void => {
  const { open, interrupted } = progress.state;
  if (interrupted && !open) comeBack({ routing, progress, text: '' }, interrupted);
};

/** The open question, unless it ran out. */
const liveQuestion = ({ routing, progress }: Context): OpenQuestion | undefined => {
  const { open } = progress.state;
  return open && hasExpired(open, routing) ? undefined : open;
};

const steer = async (context: Context, control: 'cancel' | 'menu', open: OpenQuestion | undefined): Promise<void> =>
  control === 'menu' ? interrupt(context, open, { intent: 'nav.help', slots: {} }) : cancelAll(context, open);

const followWish = async (context: Context, open: OpenQuestion | undefined, understood: Understood): Promise<void> => {
  const { progress, routing } = context;
  if (understood.intent === 'unsure') return offerGuesses(routing, progress, understood);
  // what was understood well, only is not ours, is no miss
  if (understood.intent === 'out_of_scope' && understood.slots.kind === undefined) {
    progress.state = { ...progress.state, misses: progress.state.misses + 1 };
    if (progress.state.misses > 1 && !open) return offerMenu(routing, progress);
  } else progress.state = { ...progress.state, misses: 0 };
  const [first, ...others] = wishesOf(understood, context.text);
  if (!first) return offerMenu(routing, progress);
  if (!open && (await isAboutNotice(context, first))) return;
  progress.state = { ...progress.state, ...(others.length > 0 ? { later: others.slice(0, 3) } : {}) };
  await interrupt(context, open, first);
};

/** "Perpanjang" after a reminder is about the books that it named. */
const isAboutNotice = async ({ routing, progress }: Context, wish: Wish): Promise<boolean> => {
  if (Object.keys(wish.slots).length > 0) return false;
  const offered = await routing.noticeWish({ all: true });
  return offered?.intent === wish.intent && followNotice(routing, progress, { all: true });
};

const wishesOf = (understood: Understood, text: string): readonly Wish[] => {
  // as: `unsure` was answered before
  // words without a number pick nothing: most likely they name a title
  if (understood.intent === 'nav.select') return [{ intent: 'catalog.search', slots: { query: text.slice(0, MOST_QUOTED) } }];
  const all = understood.intents.length > 0 ? understood.intents : [{ intent: understood.intent as string, slots: understood.slots }];
  const real = all.filter(({ intent }) => !intent.startsWith('chat.') && !['nav.yes', 'nav.no'].includes(intent));
  return (real.length > 0 ? real : all).map(({ intent, slots }) => ({ intent, slots }));
};

/** Begins another wish; a form that was open, or a confirmation when the answer is said at once, comes back after it. */
const interrupt = async (context: Context, open: OpenQuestion | undefined, wish: Wish): Promise<void> => {
  const { progress } = context;
  const returning = open && open.intent !== wish.intent && open.mood !== 'list' && open.mood !== 'question' ? open : undefined;
  await begin(context, wish);
  if (!returning) return;
  if (!progress.state.open) comeBack(context, returning);
  else if (returning.mood === 'form') progress.state = { ...progress.state, interrupted: returning };
};
