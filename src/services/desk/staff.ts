import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { Desk } from '#ports/library-system.ts';
import type { CopyCode } from '#shared/ids.ts';
import { acceptInvitation } from '#staff/invitations.ts';
import { audited, becomeDemoStaff, isDemo, issueLinkCode, leaveDemoStaff } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { DeskWords } from './words/id.ts';

const dialogue = dialoguesWith<DeskWords>({ id, en });
type DeskTurn = Turn<DeskWords>;

/** Commands keep what was typed as it is; recognised slots come in small letters. */
const typedIn = (turn: DeskTurn, ...slots: readonly string[]): readonly string[] => {
  const args = textOf(turn.slots.args);
  return args ? args.split(/\s+/) : slots.flatMap((slot) => asTyped(turn.text, textOf(turn.slots[slot])));
};

const asTyped = (text: string, value: string | undefined): readonly string[] => {
  if (value === undefined) return [];
  const at = text.toLowerCase().indexOf(value);
  return [at < 0 ? value : text.slice(at, at + value.length)];
};

const withDesk = (turn: DeskTurn): Desk => {
  if (!turn.rooms.desk) throw new Error('desk acts need a system of our own');
  return turn.rooms.desk;
};

export const checkOut = dialogue('staff.checkout', { needs: 'staff', personal: true }).begin(async (turn) => {
  const [copyOrTitle, card] = typedIn(turn, 'item', 'member');
  if (!copyOrTitle || !card) return turn.stop((w) => w.howToCheckOut);
  const key = turn.nextKey();
  const decision = await withDesk(turn).checkOut({ copyOrTitle, card }, { key });
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
  const { title, copyCode, due } = decision.value;
  await audited(turn.rooms.database, { actor: turn.person.accountId, action: 'checkout', subject: copyCode }, { key, now: turn.now });
  return turn.say((w, f) => w.checkedOut(title, copyCode, due, f), { because: decision.because });
});

export const checkIn = dialogue('staff.checkin', { needs: 'staff', personal: true }).begin(async (turn) => {
  const [copyOrTitle, ...rest] = typedIn(turn, 'item', 'member').filter((word) => !['dari', 'from'].includes(word.toLowerCase()));
  if (!copyOrTitle) return turn.stop((w) => w.howToCheckIn);
  const [card] = rest;
  const key = turn.nextKey();
  const decision = await withDesk(turn).checkIn({ copyOrTitle, ...(card ? { card } : {}) }, { key });
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
  const { title, copyCode, openDaysLate, nextState, heldFor } = decision.value;
  await audited(turn.rooms.database, { actor: turn.person.accountId, action: 'checkin', subject: copyCode }, { key, now: turn.now });
  return turn.say((w) => [w.checkedIn(title, copyCode, openDaysLate, nextState), ...(heldFor ? [w.forHold] : [])]);
});

export const pullList = dialogue('staff.holds_picklist', { needs: 'staff', personal: true }).begin(async (turn) => {
  const lines = await withDesk(turn).pullList();
  return turn.say((w) => (lines.length > 0 ? w.pullList(lines) : w.nothingToPull));
});

export const capture = dialogue('staff.capture', { needs: 'staff', personal: true }).begin(async (turn) => {
  const [code] = typedIn(turn, 'item');
  if (!code) return turn.stop((w) => w.howToCapture);
  // as: a code that is no copy's is refused by the desk
  const decision = await withDesk(turn).confirmCapture({ copyCode: code as CopyCode }, { key: turn.nextKey() });
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal), { because: decision.because });
  const { title, status, deadline } = decision.value;
  return turn.say((w, f) => w.captured(title, status === 'ready', deadline, f));
});

export const linkCode = dialogue('staff.link_code', { needs: 'staff', personal: true }).begin(async (turn) => {
  const [card] = typedIn(turn, 'member');
  if (!card) return turn.stop((w) => w.howToIssueCode);
  const issued = await issueLinkCode(turn.rooms.database, { card, actor: turn.person.accountId }, { key: turn.nextKey(), now: turn.now });
  return issued ? turn.say((w) => w.codeIssued(card, issued.code)) : turn.stop(() => turn.explain({ reason: 'patron-not-found' }));
});

/** "/sebagai petugas": the guest of the demo library tries the desk; nowhere else. */
export const actAs = dialogue('staff.act_as', { personal: true }).begin(async (turn) => {
  const { database } = turn.rooms;
  if (!(await isDemo(database))) return turn.stop((w) => w.onlyInDemo);
  const keyed = { key: turn.nextKey(), now: turn.now };
  if (textOf(turn.slots.args)?.toLowerCase() === 'petugas') {
    await becomeDemoStaff(database, turn.person.accountId, keyed);
    return turn.say((w) => w.nowLibrarian);
  }
  await leaveDemoStaff(database, turn.person.accountId, keyed);
  return turn.say((w) => w.nowReader);
});

export const join = dialogue('staff.join', { personal: true }).begin(async (turn) => {
  const code = textOf(turn.slots.args);
  if (!code) return turn.stop((w) => w.howToJoin);
  const name = turn.event.sender?.displayName ?? turn.person.accountId;
  const joined = await acceptInvitation(
    turn.rooms.database,
    { accountId: turn.person.accountId, name, code },
    { key: turn.nextKey(), now: turn.now },
  );
  return joined.accepted ? turn.say((w) => w.joined(joined.role)) : turn.stop((w) => w.badInvitation);
});
