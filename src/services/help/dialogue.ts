import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { LADDER } from '#conversation/ladder.ts';
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

/** "Kenapa?": the reasons that were kept when the decision was made; nothing is computed again. */
export const why = dialogue('nav.why').begin((turn) => turn.say((w, f) => w.reasons(turn.because, f)));

/** One of the guesses of the fallback ladder. */
export const guess = dialogue(LADDER)
  .begin((turn) => turn.continueWith('nav.help', {}))
  .step('guessed', intentChosen, (turn, { intent, slots }) => turn.continueWith(intent, slots));

export const outOfScope = dialogue('out_of_scope').begin((turn) => turn.say((w) => (turn.slots.others_data ? w.othersData : w.outOfScope)));

export const librarian = dialogue('contact.librarian').begin(async (turn) => {
  const [{ phone }, policy] = await Promise.all([turn.rooms.libraryCard(), turn.rooms.policy()]);
  return turn.say((w, f) => w.librarian(phone, f.staffHours(policy.staff_hours)));
});
