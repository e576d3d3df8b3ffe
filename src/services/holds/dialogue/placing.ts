import { z } from 'zod';
import { asksWhy } from '#conversation/asking-why.ts';
import type { Reply } from '#conversation/dialogue.ts';
import type { ShownItem } from '#conversation/state.ts';
import { asTitleId, textOf, titleMeant, titleNamed } from '#conversation/titles.ts';
import type { TitleFound } from '#conversation/titles.ts';
import type { PickupPlace } from '#ports/library-system.ts';
import { cardOf, dialogue, type HoldTurn, shownMoment } from './held.ts';
import { type PlaceSaid, placeSaid } from './places.ts';

/** `heard`: what was written before a menu or a question came between; a place in it still counts */
const heard = z.object({ heard: z.string().default('') });
const named = heard.extend({ titleId: z.string(), label: z.string() });
/** `day`: the day on which the reader said the book would be fetched */
const chosenPlace = named.extend({ pickup: z.string(), day: z.string().default('') });

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
  .begin(async (turn) =>
    asksWhy(turn.text) && turn.slots.title_id === undefined
      ? turn.continueWith('nav.why', { ...turn.slots, about: 'hold' })
      : offer(turn, await titleMeant(turn)),
  )
  .step('named', heard, async (turn, memory, { text, understood }) =>
    offer(turn, await titleNamed(turn, textOf(understood?.slots.title) ?? textOf(understood?.slots.query) ?? text), memory.heard),
  )
  .step('chosen', named, (turn, { titleId, label, heard: before }) => offer(turn, { kind: 'one', title: { id: titleId, label } }, before))
  .step('place', chosenPlace, (turn, { titleId, label, pickup, day }) => confirmHold(turn, { id: titleId, label }, { pickup, day }))
  .step('confirmed', chosenPlace, async (turn, { titleId, label, pickup }) => {
    const request = { patronId: cardOf(turn).id, titleId: asTitleId({ id: titleId }), pickupPlace: pickup };
    const decision = await turn.rooms.library.placeHold(request, { key: turn.nextKey() });
    const notes = { topic: { id: titleId, label }, because: decision.because };
    if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), notes);
    const told = !turn.person.noticesOff;
    return turn.say(
      (w, f) => [
        w.placed(label, decision.value, { told, visit: shownMoment(decision.value.visitStart) }, f),
        ...(told ? [] : [w.noticesOff]),
      ],
      notes,
    );
  });

const offer = async (turn: HoldTurn, found: TitleFound, before = ''): Promise<Reply> => {
  const text = before || turn.text;
  if (found.kind === 'unsaid') return turn.question((w) => w.whichTitle, 'named', { heard: text });
  if (found.kind === 'none') return turn.stop((w) => w.nothing(found.said));
  if (found.kind === 'several') {
    const options = found.titles.map((item) => ({ label: item.label, value: { titleId: item.id, label: item.label, heard: text } }));
    return turn.list((w) => w.which(found.said), options, 'chosen', { shown: found.titles });
  }
  return atPlace(turn, found.title, await placeSaid({ ...turn, text }), textOf(turn.slots.pickup_date) ?? '');
};

/** The place that was named; where none was, the library's first one. */
const atPlace = async (turn: HoldTurn, title: ShownItem, said: PlaceSaid, day: string): Promise<Reply> => {
  if (said.kind === 'one') return confirmHold(turn, title, { pickup: said.place.id, day });
  const places = await turn.rooms.library.pickupPlaces();
  if (said.kind === 'unsaid') return confirmHold(turn, title, { pickup: places[0]?.id ?? 'main', day });
  const options = (said.kind === 'several' ? said.places : places).map((one) => placeOption(turn, title, one, day));
  return turn.list(
    (w) => (said.kind === 'several' ? w.whichPlace : said.isStop ? w.noVisit(said.said) : w.noSuchPlace(said.said)),
    options,
    'place',
  );
};

const placeOption = (turn: HoldTurn, title: ShownItem, { id: pickup, name, visit }: PickupPlace, day: string) => ({
  label: turn.words((w, f) => w.place(name, shownMoment(visit?.startAt), f)),
  value: { titleId: title.id, label: title.label, pickup, day },
});

const confirmHold = async (
  turn: HoldTurn,
  title: ShownItem,
  { pickup, day }: { readonly pickup: string; readonly day: string },
): Promise<Reply> => {
  const preview = await turn.rooms.library.previewHold({ patronId: cardOf(turn).id, titleId: asTitleId(title), pickupPlace: pickup });
  const notes = { topic: title, because: preview.because };
  if (!preview.ok) return turn.stop(() => turn.explain(preview.refusal), notes);
  const { orderUntil } = (await turn.rooms.library.pickupPlaces()).find(({ id: placeId }) => placeId === pickup)?.visit ?? {};
  const { terms } = (await turn.rooms.rules()).effective({
    branchId: pickup,
    patronType: cardOf(turn).type,
    material: 'book',
    on: turn.today.toString(),
  });
  return turn.confirm(
    (w, f) => [
      ...(day && preview.value.visitStart === null ? [w.aboutDay(day, terms.holdPickupDays, f)] : []),
      w.confirm(title.label, preview.value, { visit: shownMoment(preview.value.visitStart), orderUntil: shownMoment(orderUntil) }, f),
    ],
    'confirmed',
    { titleId: title.id, label: title.label, pickup },
    notes,
  );
};
