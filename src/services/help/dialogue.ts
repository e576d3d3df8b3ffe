import { z } from 'zod';
import { asksWhy } from '#conversation/asking-why.ts';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { LADDER } from '#conversation/ladder.ts';
import { answerWhy, concernsLending } from './dialogue/why.ts';
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
const mayExplain = ({ slots, text, because }: Turn<HelpWords>): boolean =>
  slots.kind !== 'others_data' &&
  asksWhy(text) &&
  (concernsLending(text) || text.trim().split(/\s+/).length <= 2 || (because.length > 0 && REFUSED.test(text)));

/** a question about the decision made last, without a word of what it was */
const REFUSED = /\b(?:(?:di)?tolak|bisa|boleh|pacak|be?gitu|segitu|refused|rejected|can't|cannot|not|that|then)\b/i;

/** Why it is none of ours, where the recogniser could tell. */
const foreignKind = z.enum(['others_data', 'other_office', 'identity', 'other']).catch('other');

/** "Ambil di cabang timur saja" says nothing by itself; about the title just talked of it does. */
const AT_PLACE = /^\W*(?:(?:di)?ambil(?:nya)?|pick(?: it)? up|collect(?: it)?)\s+(?:aja\s+|saja\s+)?(?:di|d|dari|lewat|pas|at|from)\s/i;

const placeForTopic = async (turn: Turn<HelpWords>): Promise<Reply | null> => {
  const { topic, person } = turn;
  if (!topic || !person.patron || !turn.private || !AT_PLACE.test(turn.text)) return null;
  const held = (await turn.rooms.library.holdsOf(person.patron.id)).find(({ titleId }) => titleId === topic.id);
  return held ? turn.continueWith('hold.change_pickup', { hold_id: held.id }) : turn.continueWith('hold.place', { title_id: topic.id });
};

/** R12: a child's loans are no other reader's data for the guardian. */
const ownChild = async (turn: Turn<HelpWords>): Promise<Reply | null> => {
  const { patron } = turn.person;
  if (turn.slots.kind !== 'others_data' || !patron || !turn.private) return null;
  const written = new Set(turn.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const children = await turn.rooms.circulation.childrenOf(patron.id);
  const isNamed = children.some(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.length > 2 && written.has(part)),
  );
  if (!isNamed) return null;
  return turn.continueWith(/per?panjang|renew|extend/i.test(turn.text) ? 'loan.renew' : 'loan.list', { for_whom: 'child' });
};

export const outOfScope = dialogue('out_of_scope').begin(
  async (turn) =>
    (await placeForTopic(turn)) ??
    (await ownChild(turn)) ??
    (mayExplain(turn) ? turn.continueWith('nav.why', {}) : turn.say((w) => w.notOurs[foreignKind.parse(turn.slots.kind)])),
);

export const librarian = dialogue('contact.librarian').begin(async (turn) => {
  const [{ phone }, policy] = await Promise.all([turn.rooms.libraryCard(), turn.rooms.policy()]);
  return turn.say((w, f) => w.librarian(phone, f.staffHours(policy.staff_hours)));
});
