import { z } from 'zod';
import type { CaseLoan } from '#circulation/desk/reading.ts';
import type { Reply } from '#conversation/dialogue.ts';
import { deskDialogue, type DeskTurn } from './access.ts';

// What waits for staff, derived from the state each time: nothing here is stored, so nothing is forgotten or done twice.

const kinds = ['claimed', 'lost', 'overdue', 'releasing', 'missing', 'pending'] as const;
export type TaskKind = (typeof kinds)[number];

interface Task {
  readonly label: string;
  /** the copy, or the card of a member who waits */
  readonly code: string;
}

type TaskList = ReadonlyMap<TaskKind, readonly Task[]>;

const kindOf = ({ status }: CaseLoan): TaskKind => (status === 'open' ? 'overdue' : status === 'lost' ? 'lost' : 'claimed');

const readTasks = async (turn: DeskTurn): Promise<TaskList> => {
  const { circulation } = turn.rooms;
  const [loans, copies, members] = await Promise.all([
    circulation.caseLoans(),
    circulation.copiesIn(['releasing', 'missing']),
    circulation.pendingMembers(),
  ]);
  const tasks = new Map<TaskKind, Task[]>(kinds.map((kind) => [kind, []]));
  for (const loan of loans) tasks.get(kindOf(loan))?.push({ code: loan.copyCode, label: turn.words((w, f) => w.caseLine(loan, f)) });
  for (const copy of copies)
    tasks
      .get(copy.state === 'missing' ? 'missing' : 'releasing')
      ?.push({ code: copy.copyCode, label: turn.words((w) => w.copyLine(copy)) });
  for (const { card, name } of members) tasks.get('pending')?.push({ code: card, label: turn.words((w) => w.memberLine(name, card)) });
  return tasks;
};

const pageSize = 8;

const shape = z.object({ kind: z.enum(kinds).optional(), code: z.string().optional(), from: z.number().optional() });

export const tasks = deskDialogue('staff.tasks')
  .begin(async (turn) => overview(turn, await readTasks(turn)))
  .step('kind', shape, async (turn, { kind, from = 0 }) => showKind(turn, kind, from))
  .step('item', shape, (turn, { kind, code, from }) => (code === undefined ? showKind(turn, kind, from ?? 0) : act(turn, kind, code)))
  .step('act', z.object({ intent: z.string(), slot: z.string(), code: z.string() }), (turn, { intent, slot, code }) =>
    turn.continueWith(intent, { [slot]: code }),
  );

const overview = (turn: DeskTurn, found: TaskList): Reply => {
  const some = kinds.filter((kind) => (found.get(kind)?.length ?? 0) > 0);
  if (some.length === 0) return turn.say((w) => w.noTasks);
  const total = some.reduce((sum, kind) => sum + (found.get(kind)?.length ?? 0), 0);
  return turn.list(
    (w) => w.tasks(total),
    some.map((kind) => ({ label: turn.words((w) => w.taskKind(kind, found.get(kind)?.length ?? 0)), value: { kind } })),
    'kind',
  );
};

const showKind = async (turn: DeskTurn, kind: TaskKind | undefined, from: number): Promise<Reply> => {
  const found = await readTasks(turn);
  const all = kind === undefined ? [] : (found.get(kind) ?? []);
  if (kind === undefined || all.length === 0) return overview(turn, found);
  const shown = all.slice(from, from + pageSize);
  const rest = all.length - from - shown.length;
  const more = rest > 0 ? [{ label: turn.words((w) => w.nextPage(rest)), value: { from: from + pageSize }, role: 'more' as const }] : [];
  return turn.list((w) => w.taskIntro[kind], [...shown.map(({ label, code }) => ({ label, value: { code } })), ...more], 'item', {
    memory: { kind },
  });
};

interface Way {
  readonly intent: string;
  readonly slot: string;
  readonly name: 'found' | 'lost' | 'replaced' | 'returned';
}

const judging = (name: 'found' | 'lost' | 'replaced'): Way => ({ intent: 'staff.copy_state', slot: name, name });
const returned: Way = { intent: 'staff.checkin', slot: 'args', name: 'returned' };

/** What can be done about each kind of task, by a number more; the rest has one way only. */
const waysOf: Readonly<Record<Exclude<TaskKind, 'releasing' | 'pending'>, readonly Way[]>> = {
  claimed: [judging('found'), judging('lost')],
  lost: [judging('replaced'), returned],
  overdue: [returned, judging('lost')],
  missing: [judging('found'), judging('lost')],
};

const act = (turn: DeskTurn, kind: TaskKind | undefined, code: string): Reply => {
  if (kind === undefined || kind === 'releasing') return turn.continueWith('staff.checkin', { args: code });
  if (kind === 'pending') return turn.continueWith('staff.register_member', { activate: code });
  return turn.list(
    (w) => w.whatOfIt(code),
    waysOf[kind].map(({ intent, slot, name }) => ({ label: turn.words((w) => w.ways[name]), value: { intent, slot, code } })),
    'act',
  );
};
