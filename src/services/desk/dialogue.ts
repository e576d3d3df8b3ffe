import { dialoguesWith } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { receiptsOn, setReceipts } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { DeskWords } from './words/id.ts';

const dialogue = dialoguesWith<DeskWords>({ id, en });

const switchingOn = /^(?:on|ya|nyala|nyalakan|aktif|aktifkan|kirim\p{L}*|mulai|yes)\b/iu;
const switchingOff = /^(?:off|tidak|jangan|mati|matikan|stop|berhenti|no)\b/iu;

/** "/struk on": a receipt in chat after each act at the desk, for the patron who wants it (DOMAIN §3). */
export const receipts = dialogue('desk.receipts', { needs: 'patron' }).begin(async (turn) => {
  const { patron, noticesOff } = turn.person;
  if (!patron) throw new Error('a dialogue for patrons began without one');
  const said = textOf(turn.slots.args) ?? '';
  const { database } = turn.rooms;
  if (!switchingOn.test(said) && !switchingOff.test(said)) {
    const on = await receiptsOn(database, patron.id);
    return turn.say((w) => w.receiptsAre(on));
  }
  const on = switchingOn.test(said);
  await setReceipts(database, { patronId: patron.id, on }, { key: turn.nextKey(), now: turn.now });
  return turn.say((w) => [w.receiptsSet(on), ...(on && noticesOff ? [w.receiptsSilent] : [])]);
});
