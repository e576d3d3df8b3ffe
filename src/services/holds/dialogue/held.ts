import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { namedInText } from '#conversation/named-in-text.ts';
import { ownMeant } from '#conversation/own-items.ts';
import type { OwnMeant } from '#conversation/own-items.ts';
import type { CardHolder } from '#conversation/person.ts';
import { textOf } from '#conversation/titles.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import type { HoldId } from '#shared/ids.ts';
import { localTimeOf, momentFrom } from '#shared/day.ts';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import type { HoldWords, ShownMoment } from '../words/id.ts';

export const dialogue = dialoguesWith<HoldWords>({ id, en });
export type HoldTurn = Turn<HoldWords>;

/** The card that speaks; the conversation lets nobody in without one. */
export const cardOf = (turn: HoldTurn): CardHolder => {
  if (!turn.person.patron) throw new Error('a dialogue for patrons began without one');
  return turn.person.patron;
};

/** The reader's living holds as they are at this moment: days that have passed are judged first. */
export const holdsNow = async (turn: HoldTurn): Promise<readonly HoldRecord[]> => {
  const { id: patronId } = cardOf(turn);
  await turn.rooms.circulation.judgeHoldsOf(patronId);
  return turn.rooms.library.holdsOf(patronId);
};

/** Which of them: by the id that a notice or a menu remembers, else as it was said. */
export const holdMeant = (turn: HoldTurn, holds: readonly HoldRecord[]): OwnMeant<HoldRecord> => {
  const offered = textOf(turn.slots.hold_id);
  const item = offered === undefined ? undefined : holds.find((hold) => hold.id === offered);
  if (item) return { kind: 'one', item };
  const meant = ownMeant(turn, holds);
  if (meant.kind === 'one' || meant.kind === 'all') return meant;
  const named = namedInText(turn.text, holds);
  return named ? { kind: 'one', item: named } : meant;
};

export const own = (turn: HoldTurn, holdId: string) => ({
  patronId: cardOf(turn).id,
  // as: hold ids in memories and notices come from holdsOf
  holdId: holdId as HoldId,
});

export const topicOf = ({ titleId, title }: HoldRecord) => ({ id: titleId, label: title });

/** A moment in the library's day and time, as sentences take it. */
export const shownMoment = (moment: string | null | undefined): ShownMoment | null => {
  if (!moment) return null;
  const local = localTimeOf(momentFrom(moment));
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) };
};

/** What was written before a menu asked which hold was meant: a date or a place in it still counts. */
export const chosenHold = z.object({ holdId: z.string(), heard: z.string().default('') });
export const hearing = (turn: HoldTurn, heard: string): HoldTurn => (heard === '' ? turn : { ...turn, text: heard });

/** One hold out of the `holds` an act is about, asked for when it was not said. */
export const withOneHold = async (
  turn: HoldTurn,
  holds: readonly HoldRecord[],
  asking: { readonly none: (w: HoldWords) => string; readonly which: (w: HoldWords) => string },
  go: (hold: HoldRecord) => Reply | Promise<Reply>,
): Promise<Reply> => {
  const [only] = holds;
  const meant = holdMeant(turn, holds);
  if (meant.kind === 'one') return go(meant.item);
  if (meant.kind === 'none') return turn.stop((w) => (holds.length === 0 ? asking.none(w) : w.notHeld(meant.said)));
  if (!only) return turn.stop(asking.none);
  if (holds.length === 1) return go(only);
  const options = holds.map((hold) => ({ label: hold.title, value: { holdId: hold.id, heard: turn.text } }));
  return turn.list(asking.which, options, 'chosen', { shown: holds.map(topicOf) });
};
