import { z } from 'zod';
import type { Reply } from '#conversation/dialogue.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import { chosenHold, dialogue, hearing, holdsNow, type HoldTurn, own, shownMoment, topicOf, withOneHold } from './held.ts';
import { type PlaceSaid, placeSaid } from './places.ts';

const placed = z.object({ holdId: z.string(), pickup: z.string() });

export const changePickup = dialogue('hold.change_pickup', { needs: 'patron' })
  .begin(async (turn) =>
    withOneHold(turn, await holdsNow(turn), { none: (w) => w.none, which: (w) => w.whichToMove }, async (hold) =>
      atPlace(turn, hold, await placeSaid(turn)),
    ),
  )
  .step('chosen', chosenHold, async (turn, { holdId, heard }) => {
    const hold = (await holdsNow(turn)).find((each) => each.id === holdId);
    return hold ? atPlace(turn, hold, await placeSaid(hearing(turn, heard))) : turn.stop(() => turn.explain({ reason: 'hold-not-found' }));
  })
  .step('place', placed, (turn, { holdId, pickup }) => confirmChange(turn, holdId, pickup))
  .step('confirmed', placed, async (turn, { holdId, pickup }) => {
    const decision = await turn.rooms.circulation.changePickup({ ...own(turn, holdId), pickupPlace: pickup }, { key: turn.nextKey() });
    if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
    return turn.say((w, f) => w.moved(decision.value, shownMoment(decision.value.visitStart), f), { because: decision.because });
  });

const atPlace = async (turn: HoldTurn, hold: HoldRecord, said: PlaceSaid): Promise<Reply> => {
  if (said.kind === 'one' && said.place.id === hold.pickupPlace)
    return turn.stop((w) => w.samePlace(hold.title, said.place.name), { topic: topicOf(hold) });
  if (said.kind === 'one') return confirmChange(turn, hold.id, said.place.id);
  const places =
    said.kind === 'several' ? said.places : (await turn.rooms.library.pickupPlaces()).filter(({ id }) => id !== hold.pickupPlace);
  if (places.length === 0) return turn.stop((w) => w.onlyPlace(hold.pickupName), { topic: topicOf(hold) });
  const options = places.map(({ id: pickup, name, visit }) => ({
    label: turn.words((w, f) => w.place(name, shownMoment(visit?.startAt), f)),
    value: { holdId: hold.id, pickup },
  }));
  return turn.list(
    (w) => (said.kind === 'none' ? (said.isStop ? w.noVisit(said.said) : w.noSuchPlace(said.said)) : w.whichPlace),
    options,
    'place',
    { topic: topicOf(hold) },
  );
};

const confirmChange = async (turn: HoldTurn, holdId: string, pickup: string): Promise<Reply> => {
  const preview = await turn.rooms.circulation.previewPickupChange({ ...own(turn, holdId), pickupPlace: pickup });
  if (!preview.ok) return turn.stop(() => turn.explain(preview.refusal), { because: preview.because });
  return turn.confirm((w, f) => w.confirmMove(preview.value, shownMoment(preview.value.visitStart), f), 'confirmed', { holdId, pickup });
};
