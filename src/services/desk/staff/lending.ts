import { z } from 'zod';
import type { CopyRecord } from '#circulation/desk/reading.ts';
import type { Answer, Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { Reason } from '#domain/reasons.ts';
import type { PatronId, TitleId } from '#shared/ids.ts';
import { deskDialogue, type DeskTurn, perform, withDesk } from './access.ts';
import { judgementIn } from './verdicts.ts';
import { type Named, namedIn, titlesSaid } from './named.ts';

// Hand out and take back. Both are done at once (REHEARSAL §6); "urungkan" takes them back.

interface Said {
  readonly sentences: readonly string[];
  readonly because: readonly Reason[];
}

/** A typed or scanned number, not a sentence. */
const looksLikeNumber = ({ text }: Answer): boolean => /\d/.test(text) && text.trim().split(/\s+/).length <= 3;

const itemsStep = z.object({ items: z.array(z.string()) });

export const checkOut = deskDialogue('staff.checkout', { drivers: true })
  .begin(async (turn) => {
    const named = await namedIn(turn, textOf(turn.slots.args));
    const [first, ...others] = named.unknown;
    const known = [...named.copies.map(({ copyCode }) => copyCode), ...named.titles];
    const items = known.length > 0 ? known : first !== undefined && named.titles.length === 0 ? [first] : [];
    const card = named.cards[0] ?? named.unknownCard ?? (known.length > 0 ? first : others[0]);
    if (items.length === 0) return handOutByName(turn, named);
    return card === undefined ? askCard(turn, items, named.copies) : handOutAll(turn, items, card);
  })
  .step('title', z.object({ items: z.array(z.string()), card: z.string().optional() }), (turn, { items, card }) =>
    card === undefined ? askCard(turn, items, []) : handOutAll(turn, items, card),
  )
  .step('card', itemsStep, (turn, { items }, answer) => cardGiven(turn, items, answer), { accepts: looksLikeNumber });

const askCard = async (turn: DeskTurn, items: readonly string[], copies: readonly CopyRecord[]): Promise<Reply> => {
  // as: what is no copy among the items is the id of a title
  const titles = copies.length > 0 ? [] : await turn.rooms.library.titles(items.map((item) => item as TitleId));
  const named = copies.length > 0 ? copies : titles.map(({ title }) => ({ title, copyCode: null, keptFor: null }));
  const asked = named.length > 0 ? named : items.map((copyCode) => ({ title: null, copyCode, keptFor: null }));
  return turn.question((w) => w.whoseCard(asked), 'card', { items: [...items] });
};

/** The card right after the book; another book's code instead is taken for what it is. */
const cardGiven = async (turn: DeskTurn, items: readonly string[], { text }: Answer): Promise<Reply> => {
  const named = await namedIn(turn, text);
  const [card] = named.cards;
  if (card !== undefined) return handOutAll(turn, items, card);
  return named.copies.length > 0 ? turn.continueWith('staff.checkin', {}) : turn.again((w) => w.noSuchCard(text.trim()));
};

const handOutByName = async (turn: DeskTurn, named: Named): Promise<Reply> => {
  const [card] = named.cards;
  const said = await titlesSaid(turn, named);
  if (said === null) return turn.stop((w) => w.howToCheckOut);
  const [only, another] = said.ids;
  if (only === undefined) return turn.stop((w) => w.noSuchTitle(said.said));
  if (another === undefined) return card === undefined ? askCard(turn, [only], []) : handOutAll(turn, [only], card);
  const titles = await turn.rooms.library.titles(said.ids);
  return turn.list(
    (w) => w.whichTitle(said.said),
    titles.map(({ id, title, author }) => ({ label: author ? `${title} (${author})` : title, value: { items: [id] } })),
    'title',
    { memory: card === undefined ? {} : { card } },
  );
};

interface Done extends Said {
  readonly ok: boolean;
}

const handOutOne = async (turn: DeskTurn, copyOrTitle: string, card: string, several: boolean): Promise<Done> => {
  const decision = await perform(
    turn,
    'checkout',
    (keyed) => withDesk(turn).checkOut({ copyOrTitle, card }, keyed),
    ({ copyCode }) => copyCode,
  );
  const { because } = decision;
  if (!decision.ok) {
    const { refusal } = decision;
    const why = turn.words((w, f) => w.cardRefused(refusal, card, f)) ?? turn.explain(refusal);
    return { ok: false, sentences: [refusedFor(turn, copyOrTitle, why, several)], because };
  }
  const { title, copyCode, due } = decision.value;
  return { ok: true, sentences: [turn.words((w, f) => w.checkedOut(title, copyCode, due, f))], because };
};

const refusedFor = (turn: DeskTurn, item: string, why: string, several: boolean): string =>
  several ? turn.words((w) => w.refusedFor(item, why)) : why;

const handOutAll = async (turn: DeskTurn, items: readonly string[], card: string): Promise<Reply> => {
  const results: Done[] = [];
  for (const item of items) results.push(await handOutOne(turn, item, card, items.length > 1));
  return saying(turn, results);
};

/** Each book by itself; what could not be done says why. */
const saying = (turn: DeskTurn, results: readonly Done[]): Reply => {
  const notes = { because: results.flatMap(({ because }) => because) };
  const sentences = results.flatMap((one) => one.sentences);
  return results.some(({ ok }) => ok) ? turn.say(() => sentences, notes) : turn.stop(() => sentences, notes);
};

/** Where a bare scan asks for a card instead of refusing. */
const mayLeave = new Set(['available', 'on_hold_shelf']);

const begin = async (turn: DeskTurn): Promise<Reply> => {
  // "BM-1 kembali, tapi rusak": what became of the copy matters more than that it is back.
  if (turn.slots.args === undefined && judgementIn(turn.text) !== null) return turn.continueWith('staff.copy_state', {});
  const named = await namedIn(turn, textOf(turn.slots.args));
  const [only, another] = named.copies;
  if (named.bare && only !== undefined && another === undefined && mayLeave.has(only.state)) {
    const [card] = named.cards;
    return card === undefined ? turn.continueWith('staff.checkout', {}) : handOutAll(turn, [only.copyCode], card);
  }
  const unknown = named.unknown.filter((word) => word !== named.unknownCard);
  const items = [...named.copies.map(({ copyCode }) => copyCode), ...named.titles, ...unknown];
  return items.length > 0 ? takeBackAll(turn, items, named) : takeBackByName(turn, named);
};

export const checkIn = deskDialogue('staff.checkin', { drivers: true })
  .begin(begin)
  .step('copy', z.object({ code: z.string() }), (turn, { code }) => takeBackAll(turn, [code], null));

/** A copy that arrives is checked in like any other that comes into the hands of staff. */
export const arrival = deskDialogue('staff.arrival', { drivers: true }).begin(begin);

const takeBackByName = async (turn: DeskTurn, named: Named): Promise<Reply> => {
  const said = await titlesSaid(turn, named);
  if (said === null) return turn.stop((w) => w.howToCheckIn);
  const [card] = named.cards;
  const out = (await turn.rooms.circulation.copiesOut(said.ids)).filter((copy) => card === undefined || copy.card === card);
  const [only, another] = out;
  if (only === undefined) return turn.stop((w) => w.noneOut(said.said));
  if (another === undefined) return takeBackAll(turn, [only.copyCode], null);
  return turn.list(
    (w) => w.whichCopy(said.said),
    out.map((copy) => ({ label: turn.words((w) => w.copyOut(copy)), value: { code: copy.copyCode } })),
    'copy',
  );
};

const takeBackAll = async (turn: DeskTurn, items: readonly string[], named: Named | null): Promise<Reply> => {
  const card = named?.cards[0] ?? named?.unknownCard;
  const results: Done[] = [];
  for (const item of items) {
    const copy = named?.copies.find(({ copyCode }) => copyCode === item);
    results.push(await takeBackOne(turn, { copyOrTitle: item, ...(card ? { card } : {}) }, copy, items.length > 1));
  }
  return saying(turn, results);
};

interface Returning {
  readonly copyOrTitle: string;
  readonly card?: string;
}

/** `before`: the copy as it was seen before the act. */
const takeBackOne = async (turn: DeskTurn, request: Returning, before: CopyRecord | undefined, several: boolean): Promise<Done> => {
  const decision = await perform(
    turn,
    'checkin',
    (keyed) => withDesk(turn).checkIn(request, keyed),
    ({ copyCode }) => copyCode,
  );
  const { because } = decision;
  if (!decision.ok) {
    const why = turn.explain(decision.refusal);
    const onShelf = decision.refusal.reason === 'copy-not-available' && before?.state === 'available';
    const sentence = onShelf ? turn.words((w) => w.notOut(before)) : refusedFor(turn, request.copyOrTitle, why, several);
    return { ok: false, sentences: [sentence], because };
  }
  const { title, copyCode, openDaysLate, nextState, heldFor, returnedBy } = decision.value;
  const first = turn.words((w) => {
    if (before?.state === 'in_transit') return w.arrived(title, copyCode, nextState);
    return before?.state === 'allocated' ? w.shelved(title, copyCode, nextState) : w.checkedIn(title, copyCode, openDaysLate, nextState);
  });
  const more = [
    ...(heldFor ? [turn.words((w) => w.forHold(nextState))] : []),
    ...(openDaysLate > 0 && returnedBy ? await sanctionOf(turn, returnedBy) : []),
  ];
  return { ok: true, sentences: [first, ...more], because };
};

/** What the lateness costs: the reader stands at the desk and asks. */
const sanctionOf = async (turn: DeskTurn, patronId: PatronId): Promise<readonly string[]> => {
  const [patron, fines] = await Promise.all([turn.rooms.library.patron(patronId), turn.rooms.library.finesOf(patronId)]);
  const owed = fines.reduce((sum, { amount, status }) => sum + (status === 'open' ? amount : 0), 0);
  const until = patron?.status === 'suspended' ? patron.suspendedUntil : null;
  return [
    ...(owed > 0 ? [turn.words((w, f) => w.owes(owed, f))] : []),
    ...(until !== null ? [turn.words((w, f) => w.suspendedNow(until, f))] : []),
  ];
};
