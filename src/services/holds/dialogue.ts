import { z } from 'zod';
import { asksWhy } from '#conversation/asking-why.ts';
import type { Reply } from '#conversation/dialogue.ts';
import { allNamedInText } from '#conversation/named-in-text.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import { cardOf, dialogue, holdMeant, holdsNow, type HoldTurn, own, shownMoment, topicOf } from './dialogue/held.ts';

export const listHolds = dialogue('hold.list', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  const holds = await holdsNow(turn);
  if (asksWhy(turn.text))
    return turn.continueWith('nav.why', { ...turn.slots, about: /\b(?:batas|deadline)/i.test(turn.text) ? 'deadline' : 'position' });
  const [first] = holds;
  if (!first) return turn.say((w) => w.none);
  const explained = new Map((await turn.rooms.circulation.explainHolds(cardOf(turn).id)).map((hold) => [hold.id, hold]));
  const line = (hold: HoldRecord) => ({ hold, expected: explained.get(hold.id)?.expected ?? null, visit: shownMoment(hold.visitStart) });
  const meant = holdMeant(turn, holds);
  // "kenapa?" after a list is about what waits, before what is on its way
  const item = meant.kind === 'one' ? meant.item : undefined;
  const because = explained.get((item ?? holds.find(({ status }) => status === 'waiting') ?? first).id)?.because ?? [];
  if (item) return turn.say((w, f) => w.one(line(item), f), { topic: topicOf(item), because });
  const mine = turn.words((w, f) => w.mine(holds.map(line), f));
  return turn.say((w) => (meant.kind === 'none' ? [w.notHeld(meant.said), ...mine] : mine), { shown: holds.map(topicOf), because });
});

export const cancel = dialogue('hold.cancel', { needs: 'patron' })
  .begin(async (turn) => {
    const holds = await holdsNow(turn);
    if (holds.length === 0) return turn.say((w) => w.none);
    const meant = holdMeant(turn, holds);
    if (meant.kind === 'all') return confirmCancel(turn, holds);
    const named = allNamedInText(turn.text, holds);
    if (named.length > 1) return confirmCancel(turn, named);
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
  .step('chosen', z.object({ holdIds: z.array(z.string()) }), async (turn, { holdIds }) =>
    confirmCancel(
      turn,
      (await holdsNow(turn)).filter((hold) => holdIds.includes(hold.id)),
    ),
  )
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
  const decision = await turn.rooms.library.cancelHold(own(turn, holdId), { key: turn.nextKey() });
  return decision.ok ? turn.words((w) => w.cancelled(decision.value.title, decision.value.awaitsStaff)) : turn.explain(decision.refusal);
};
