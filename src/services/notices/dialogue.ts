import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { preferenceKeyOf } from '#conversation/person.ts';
import { saveNotices } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { NoticeWords } from './words/id.ts';

const dialogue = dialoguesWith<NoticeWords>({ id, en });

const save = (turn: Turn<NoticeWords>, on: boolean): Promise<null> => {
  const { person, rooms, now } = turn;
  return saveNotices(
    rooms.database,
    { preference: preferenceKeyOf(person), accountId: person.accountId, patronId: person.patron?.id ?? null, on },
    { key: turn.nextKey(), now },
  );
};

export const stop = dialogue('notice.stop', { personal: true }).begin(async (turn) => {
  await save(turn, false);
  return turn.say((w) => w.stopped);
});

export const resume = dialogue('notice.resume', { personal: true }).begin(async (turn) => {
  await save(turn, true);
  return turn.say((w) => (turn.person.patron ? w.resumed : w.resumedWithoutCard));
});
