import { runWish } from '#conversation/running.ts';
import type { Progress, Runner } from '#conversation/running.ts';
import type { OpenQuestion, Wish } from '#conversation/state.ts';
import { conversationWords } from '#conversation/words.ts';
import type { ConversationWords } from '#conversation/words.ts';
import { momentFrom } from '#shared/day.ts';
import type { Understood } from '#understanding/understanding.ts';

/** One of the choices under a notice: its number, its button, or the only one there is. */
export type NoticeChoice = { readonly number: number } | { readonly token: string } | { readonly only: true } | { readonly all: true };

export interface Routing extends Runner {
  readonly pageSize: number;
  readonly understand: (text: string, open: OpenQuestion | undefined) => Promise<Understood>;
  /** what a notice of the last day offered under this number (1…) or button */
  readonly noticeWish: (choice: NoticeChoice) => Promise<(Wish & { readonly token: string }) | null>;
}

/** What one message is routed with. */
export type Context = { readonly routing: Routing; readonly progress: Progress; readonly text: string };

export const words = ({ routing }: Context): ConversationWords => conversationWords[routing.facts.language];

export const hasExpired = (question: OpenQuestion, routing: Routing): boolean =>
  routing.facts.now.epochMilliseconds > momentFrom(question.expiresAt).epochMilliseconds;

/** Drops everything that is under way; nothing was changed yet. */
export const cancelAll = (context: Context, open: OpenQuestion | undefined): void => {
  const { progress } = context;
  progress.intent = 'nav.cancel';
  const { interrupted, returnTo, later } = progress.state;
  const wasUnderWay = open ?? interrupted ?? returnTo ?? later;
  progress.state = forgetting(progress.state);
  say(context, wasUnderWay ? words(context).cancelled : words(context).nothingToCancel);
};

const forgetting = ({ open: _o, interrupted: _i, returnTo: _r, later: _l, ...rest }: Progress['state']): Progress['state'] => rest;

export const say = ({ progress }: Context, sentence: string): void => void progress.blocks.push({ b: 'text', text: [sentence] });

/** Begins a wish in the place of whatever was open. */
export const begin = async ({ routing, progress, text }: Context, wish: Wish): Promise<void> => {
  const { open: _replaced, ...rest } = progress.state;
  progress.state = rest;
  await runWish(routing, progress, wish, text);
};

/** The part of a question that asks; what introduced it was read before. */
const lastParagraph = (question: string): string => question.split('\n\n').at(-1) ?? question;

/** Says the interrupted question again. */
export const comeBack = (context: Context, held: OpenQuestion): void => {
  const { progress, routing } = context;
  const { interrupted: _back, ...rest } = progress.state;
  progress.state = rest;
  if (hasExpired(held, routing)) return;
  progress.asked = true;
  progress.state = { ...progress.state, open: held };
  say(context, words(context).backTo);
  say(context, lastParagraph(held.question));
};
