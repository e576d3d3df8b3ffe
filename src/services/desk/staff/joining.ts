import { textOf } from '#conversation/titles.ts';
import { acceptInvitation } from '#staff/invitations.ts';
import { becomeDemoStaff, isDemo, leaveDemoStaff } from '../operations.ts';
import { dialogue } from './access.ts';

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
