import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import type { StaffRole } from '#conversation/person.ts';
import type { Memory } from '#conversation/state.ts';
import type { Decision, Desk, DeskKeyed } from '#ports/library-system.ts';
import type { StaffId } from '#shared/ids.ts';
import { auditOnce } from '#staff/audited.ts';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import type { DeskWords } from '../words/id.ts';

export type DeskTurn = Turn<DeskWords>;

export const dialogue = dialoguesWith<DeskWords>({ id, en });

const everybody: ReadonlySet<StaffRole> = new Set<StaffRole>(['librarian', 'head', 'admin']);
const withDrivers: ReadonlySet<StaffRole> = new Set<StaffRole>([...everybody, 'driver']);

/** Who may: drivers hand out and take back on the van, the rest of the desk is for librarians and their heads. */
interface DeskOptions {
  readonly drivers?: boolean;
}

/** A dialogue of the desk: for staff, in private, and only in a role that may. */
export const deskDialogue = (intent: string, { drivers = false }: DeskOptions = {}) => ({
  begin: (begin: (turn: DeskTurn) => Reply | Promise<Reply>) =>
    dialogue(intent, { needs: 'staff', personal: true }).begin((turn) => {
      const role = turn.person.staff?.role;
      const may = role !== undefined && (drivers ? withDrivers : everybody).has(role);
      return may ? begin(turn) : turn.stop((w) => w.notInYourRole);
    }),
});

export const withDesk = (turn: DeskTurn): Desk => {
  if (!turn.rooms.desk) throw new Error('desk acts need a system of our own');
  return turn.rooms.desk;
};

/** The member of staff who writes; the conversation lets nobody else in. */
export const staffOf = (turn: DeskTurn): StaffId => {
  if (!turn.person.staff) throw new Error('a dialogue for staff began without one');
  return turn.person.staff.id;
};

/** Does an act of the desk in the name of who writes, and records it (UU PDP: ids only). */
export const perform = async <Value>(
  turn: DeskTurn,
  action: string,
  act: (keyed: DeskKeyed) => Promise<Decision<Value>>,
  subject: (value: Value) => string,
): Promise<Decision<Value>> => {
  const key = turn.nextKey();
  const decision = await act({ key, staffId: staffOf(turn) });
  if (decision.ok)
    await auditOnce(
      turn.rooms.database,
      { action, subject: subject(decision.value) },
      { key, now: turn.now, actor: turn.person.accountId },
    );
  return decision;
};

/** What was typed, the command's own name included: "/lunas" alone says what is wished, but not for whom. */
export const saidIn = ({ event, text }: DeskTurn): string => (event.type === 'command' ? `${event.name} ${text}` : text);

/** What a step remembers: plain data, without what is not known yet. */
export const remembering = (known: Readonly<Record<string, string | number | null | undefined | readonly string[]>>): Memory =>
  // as: what is left of these values is what the type of a memory allows
  Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) as Memory;
