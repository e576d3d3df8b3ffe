import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { ownMeant } from '#conversation/own-items.ts';
import { asTitleId, textOf, titleMeant, titleNamed } from '#conversation/titles.ts';
import type { TitleFound } from '#conversation/titles.ts';
import type { ShownItem } from '#conversation/state.ts';
import type { CardHolder } from '#conversation/person.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import type { HoldId } from '#shared/ids.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { HoldWords } from './words/id.ts';

const dialogue = dialoguesWith<HoldWords>({ id, en });
type HoldTurn = Turn<HoldWords>;

/** The card that speaks; the conversation lets nobody in without one. */
const cardOf = (turn: HoldTurn): CardHolder => {
  if (!turn.person.patron) throw new Error('a dialogue for patrons began without one');
  return turn.person.patron;
};

export const place = dialogue('hold.place', {
  needs: 'patron',
  declinedBy: 'hold.cancel',
  correctedBy: ({ intent, slots }) => {
    const title = textOf(slots.title) ?? textOf(slots.query);
    return (intent === 'hold.place' || intent === 'catalog.search') && (title || slots.branch)
      ? { ...(title ? { title, title_id: '', author: textOf(slots.author) ?? '' } : {}), ...(slots.branch ? { branch: slots.branch } : {}) }
      : null;
  },
})
  .begin(async (turn) => offer(turn, await titleMeant(turn)))
  .step('named', z.object({}), async (turn, _memory, { text, understood }) =>
    offer(turn, await titleNamed(turn, textOf(understood?.slots.title) ?? textOf(understood?.slots.query) ?? text)),
  )
  .step('chosen', z.object({ titleId: z.string(), label: z.string() }), (turn, { titleId, label }) =>
    offer(turn, { kind: 'one', title: { id: titleId, label } }),
  )
  .step('confirmed', z.object({ titleId: z.string(), label: z.string(), pickup: z.string() }), async (turn, { titleId, label, pickup }) => {
    const request = { patronId: cardOf(turn).id, titleId: asTitleId({ id: titleId }), pickupPlace: pickup };
    const decision = await turn.rooms.library.placeHold(request, { key: turn.nextKey() });
    const notes = { topic: { id: titleId, label }, because: decision.because };
    if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), notes);
    const told = !turn.person.noticesOff;
    return turn.say((w, f) => [w.placed(label, decision.value, told, f), ...(told ? [] : [w.noticesOff])], notes);
  });

const offer = async (turn: HoldTurn, found: TitleFound): Promise<Reply> => {
  if (found.kind === 'unsaid') return turn.question((w) => w.whichTitle, 'named');
  if (found.kind === 'none') return turn.stop((w) => w.nothing(found.said));
  if (found.kind === 'several') return turn.list((w) => w.which(found.said), found.titles.map(asOption), 'chosen', { shown: found.titles });
  return confirmHold(turn, found.title);
};

const asOption = (item: ShownItem) => ({ label: item.label, value: { titleId: item.id, label: item.label } });

const confirmHold = async (turn: HoldTurn, title: ShownItem): Promise<Reply> => {
  const pickup = await pickupMeant(turn);
  const preview = await turn.rooms.library.previewHold({ patronId: cardOf(turn).id, titleId: asTitleId(title), pickupPlace: pickup });
  const notes = { topic: title, because: preview.because };
  if (!preview.ok) return turn.stop(() => turn.explain(preview.refusal), notes);
  return turn.confirm(
    (w, f) => w.confirm(title.label, preview.value, f),
    'confirmed',
    { titleId: title.id, label: title.label, pickup },
    notes,
  );
};

/** The place that was named, else the library's first one. */
const pickupMeant = async (turn: HoldTurn): Promise<string> => {
  const places = await turn.rooms.library.pickupPlaces();
  const said = textOf(turn.slots.branch)?.toLowerCase();
  const written = turn.text.toLowerCase();
  const named = places.find(
    ({ id: placeId, name }) =>
      placeId === said || written.includes(name.toLowerCase()) || (said !== undefined && name.toLowerCase().includes(said)),
  );
  return (named ?? places[0])?.id ?? 'main';
};

export const listHolds = dialogue('hold.list', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  const holds = await turn.rooms.library.holdsOf(cardOf(turn).id);
  if (holds.length === 0) return turn.say((w) => w.none);
  const meant = ownMeant(turn, holds);
  if (meant.kind === 'one') return turn.say((w, f) => w.one(meant.item, f));
  return turn.say((w, f) => w.mine(holds, f), { shown: holds.map((hold) => ({ id: hold.titleId, label: hold.title })) });
});

export const cancel = dialogue('hold.cancel', { needs: 'patron' })
  .begin(async (turn) => {
    const holds = await turn.rooms.library.holdsOf(cardOf(turn).id);
    if (holds.length === 0) return turn.say((w) => w.none);
    const meant = ownMeant(turn, holds);
    if (meant.kind === 'all') return confirmCancel(turn, holds);
    if (meant.kind === 'one') return confirmCancel(turn, [meant.item]);
    if (meant.kind === 'none') return turn.stop((w) => w.notHeld(meant.said));
    if (holds.length === 1) return confirmCancel(turn, holds);
    const options = holds.map((hold) => ({ label: hold.title, value: { holdIds: [hold.id] } }));
    return turn.list(
      (w) => w.whichToCancel,
      [...options, { label: turn.words((w) => w.all), value: { holdIds: holds.map(({ id: holdId }) => holdId) } }],
      'chosen',
    );
  })
  .step('chosen', z.object({ holdIds: z.array(z.string()) }), async (turn, { holdIds }) => {
    const holds = await turn.rooms.library.holdsOf(cardOf(turn).id);
    return confirmCancel(
      turn,
      holds.filter((hold) => holdIds.includes(hold.id)),
    );
  })
  .step('confirmed', z.object({ holdIds: z.array(z.string()) }), async (turn, { holdIds }) => {
    const sentences: string[] = [];
    for (const holdId of holdIds) sentences.push(await cancelOne(turn, holdId));
    return turn.say(() => sentences);
  });

const confirmCancel = (turn: HoldTurn, holds: readonly HoldRecord[]): Reply =>
  holds.length === 0
    ? turn.say((w) => w.none)
    : turn.confirm(
        (w, f) =>
          w.confirmCancel(
            holds.map(({ title }) => title),
            f,
          ),
        'confirmed',
        { holdIds: holds.map((hold) => hold.id) },
      );

const cancelOne = async (turn: HoldTurn, holdId: string): Promise<string> => {
  // as: hold ids in the memory come from holdsOf
  const decision = await turn.rooms.library.cancelHold({ patronId: cardOf(turn).id, holdId: holdId as HoldId }, { key: turn.nextKey() });
  return decision.ok ? turn.words((w) => w.cancelled(decision.value.title)) : turn.explain(decision.refusal);
};
