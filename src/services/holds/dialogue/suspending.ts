import { z } from 'zod';
import type { Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { latestSuspension } from '#domain/circulation/hold-queue.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import { readDate } from '#understanding/dates/read-date.ts';
import { localTimeOf } from '#shared/day.ts';
import { chosenHold, dialogue, hearing, holdsNow, type HoldTurn, own, topicOf, withOneHold } from './held.ts';

// R4: a hold is passed over for a while and keeps its place. Until when is asked, and said back before it is done.

const undated = z.object({ holdId: z.string() });
/** `until`: a day, or empty for "until I say so" */
const withDay = undated.extend({ until: z.string() });

const OPEN_ENDED =
  /\b(?:belum tahu|belum tau|blm tau|gak tau|nggak tahu|tidak tahu|dak tau|sampai (?:saya|aku) (?:bilang|kabari)|tanpa tanggal|kapan(?:-| )?kapan|terserah|not sure|don'?t know|no date|until i say(?: so)?|indefinitely)\b/i;

/** a day, and no name of a holiday */
const DAY = /^\d{4}-\d\d-\d\d/;

/** Whether an answer speaks of time at all; anything else is a wish of its own. */
const TIME_SAID =
  /\d|\b(?:besok|lusa|minggu|pekan|bulan|hari|senin|selasa|rabu|kamis|jumat|sabtu|ahad|lebaran|ramadan|puasa|akhir|depan|tomorrow|week|month|day|next|end|until|sampai|sampe|hingga|jan\w*|feb\w*|mar\w*|apr\w*|mei|may|jun\w*|jul\w*|agu\w*|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|des\w*|dec\w*)\b/i;

/** The day that the words name; null: none, "belum tahu" counts as an empty one. */
const untilIn = (turn: HoldTurn, text: string): string | null => {
  if (OPEN_ENDED.test(text)) return '';
  const { type, value, confirm } = readDate(text, localTimeOf(turn.now));
  if (confirm || value === undefined || !dated.has(type)) return daysFrom(turn, text);
  // "sampai minggu depan": through the last day of it
  return (value.split('/')[1] ?? value).slice(0, 10);
};

const dated: ReadonlySet<string> = new Set(['date', 'deadline', 'datetime', 'range', 'datetime_range']);

/** "dua minggu", "30 hari": a length counts from today. */
const daysFrom = (turn: HoldTurn, text: string): string | null => {
  const [, count, unit = ''] = /\b(\d{1,3})\s*(hari|day|minggu|week|bulan|month)/i.exec(text) ?? [];
  if (count === undefined) return null;
  const length = /hari|day/i.test(unit)
    ? { days: Number(count) }
    : /minggu|week/i.test(unit)
      ? { weeks: Number(count) }
      : { months: Number(count) };
  return turn.today.add(length).toString();
};

export const suspend = dialogue('hold.suspend', { needs: 'patron', declinedBy: 'hold.cancel' })
  .begin(async (turn) =>
    withOneHold(turn, await holdsNow(turn), { none: (w) => w.none, which: (w) => w.whichToSuspend }, (hold) => askUntil(turn, hold)),
  )
  .step('chosen', chosenHold, async (turn, { holdId, heard }) => {
    const hold = (await holdsNow(turn)).find((each) => each.id === holdId);
    return hold ? askUntil(hearing(turn, heard), hold) : turn.stop(() => turn.explain({ reason: 'hold-not-found' }));
  })
  .step(
    'until',
    undated,
    async (turn, { holdId }, { text }) => {
      const until = untilIn(turn, text);
      const latest = latestSuspension(turn.today).toString();
      return until === null ? turn.again((w, f) => w.untilWhenAgain(latest, f)) : confirmSuspension(turn, holdId, until);
    },
    { accepts: ({ text }) => TIME_SAID.test(text) || OPEN_ENDED.test(text) },
  )
  .step('confirmed', withDay, async (turn, { holdId, until }) => {
    const decision = await turn.rooms.circulation.suspendHold({ ...own(turn, holdId), until: until || null }, { key: turn.nextKey() });
    if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
    return turn.say((w, f) => w.suspended(decision.value, f), { because: decision.because });
  });

/** What is found already cannot be suspended, whatever the day: nobody is asked for one. */
const askUntil = async (turn: HoldTurn, hold: HoldRecord): Promise<Reply> => {
  const slot = textOf(turn.slots.date);
  const said = untilIn(turn, turn.text) ?? (slot !== undefined && DAY.test(slot) ? slot.slice(0, 10) : null);
  if (said !== null) return confirmSuspension(turn, hold.id, said);
  const preview = await turn.rooms.circulation.previewSuspension({ ...own(turn, hold.id), until: null });
  const notes = { topic: topicOf(hold), because: preview.because };
  if (!preview.ok) return turn.stop(() => turn.explain(preview.refusal), notes);
  return turn.question((w, f) => w.untilWhen(hold.title, latestSuspension(turn.today).toString(), f), 'until', { holdId: hold.id });
};

const confirmSuspension = async (turn: HoldTurn, holdId: string, until: string): Promise<Reply> => {
  const preview = await turn.rooms.circulation.previewSuspension({ ...own(turn, holdId), until: until || null });
  const notes = { because: preview.because };
  if (preview.ok) return turn.confirm((w, f) => w.confirmSuspend(preview.value, f), 'confirmed', { holdId, until }, notes);
  if (preview.refusal.reason !== 'suspension-limit') return turn.stop(() => turn.explain(preview.refusal), notes);
  const why = turn.explain(preview.refusal);
  return turn.question(() => why, 'until', { holdId });
};

export const resume = dialogue('hold.resume', { needs: 'patron' })
  .begin(async (turn) => {
    const suspended = (await holdsNow(turn)).filter(({ status }) => status === 'suspended');
    return withOneHold(turn, suspended, { none: (w) => w.noneSuspended, which: (w) => w.whichToResume }, (hold) =>
      resumeOne(turn, hold.id),
    );
  })
  .step('chosen', chosenHold, (turn, { holdId }) => resumeOne(turn, holdId));

/** Undoes what its reader did: done at once (REHEARSAL §6). */
const resumeOne = async (turn: HoldTurn, holdId: string): Promise<Reply> => {
  const decision = await turn.rooms.circulation.resumeHold(own(turn, holdId), { key: turn.nextKey() });
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
  return turn.say((w) => w.resumed(decision.value), { because: decision.because });
};
