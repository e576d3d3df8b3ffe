import { z } from 'zod';
import { asksWhy } from '#conversation/asking-why.ts';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { LADDER } from '#conversation/ladder.ts';
import { answerWhy, concernsLending } from './why.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { HelpWords } from './words/id.ts';

const dialogue = dialoguesWith<HelpWords>({ id, en });

const intentChosen = z.object({
  intent: z.string(),
  slots: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});

const nameOf = async (turn: Turn<HelpWords>): Promise<string> => (await turn.rooms.libraryCard()).name ?? turn.words((w) => w.library);

export const greet = dialogue('chat.greet').begin((turn) => turn.say((w) => w.hello));

/** The first words on a platform: /start, perhaps with what a link carried. */
export const start = dialogue('chat.start').begin(async (turn) => {
  const library = await nameOf(turn);
  return turn.say((w) => w.welcome(library));
});

export const thanks = dialogue('chat.thanks').begin((turn) => turn.say((w) => w.thanks));

export const help = dialogue('nav.help')
  .begin((turn) => {
    const items = turn.words((w) => w.menuItems);
    const options = Object.entries(items).map(([intent, label]) => ({ label, value: { intent } }));
    return turn.list((w) => w.menu, options, 'chosen');
  })
  .step('chosen', intentChosen, (turn, { intent, slots }) => turn.continueWith(intent, slots));

export const why = dialogue('nav.why').begin(answerWhy);

/** One of the guesses of the fallback ladder. */
export const guess = dialogue(LADDER)
  .begin((turn) => turn.continueWith('nav.help', {}))
  .step('guessed', intentChosen, (turn, { intent, slots }) => turn.continueWith(intent, slots));

/** "Kenapa ditolak?" is no matter of other people's data, and there is something to explain. */
const mayExplain = (turn: Turn<HelpWords>): boolean =>
  turn.slots.kind !== 'others_data' && asksWhy(turn.text) && (concernsLending(turn.text) || (turn.because.length > 0 && REFUSED.test(turn.text)));

/** a question about the decision made last, without a word of what it was */
const REFUSED = /\b(?:(?:di)?tolak|bisa|boleh|pacak|be?gitu|segitu|refused|rejected|can't|cannot|not|that|then)\b/i;

/** Why it is none of ours, where the recogniser could tell. */
const foreignKind = z.enum(['others_data', 'other_office', 'identity', 'other']).catch('other');

export const outOfScope = dialogue('out_of_scope').begin((turn) =>
  mayExplain(turn) ? turn.continueWith('nav.why', {}) : turn.say((w) => w.notOurs[foreignKind.parse(turn.slots.kind)]),
);

export const librarian = dialogue('contact.librarian').begin(async (turn) => {
  const [{ phone }, policy] = await Promise.all([turn.rooms.libraryCard(), turn.rooms.policy()]);
  return turn.say((w, f) => w.librarian(phone, f.staffHours(policy.staff_hours)));
});
