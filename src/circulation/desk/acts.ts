import { z } from 'zod';
import { placedAfter } from '#domain/circulation/hold-queue.ts';
import type { Decision, DeskKeyed } from '#ports/library-system.ts';
import { momentFrom, momentText } from '#shared/day.ts';
import { newId } from '#shared/ids.ts';
import { type Act, act, type CirculationParts } from '../context.ts';
import { lockPatron, lockTitle } from '../locks.ts';
import { changesBetween, readRows, type RowChange, type Touched } from './rows.ts';

// Every act of the desk runs through here: what it changed is kept beside it, so that one mechanism takes any of them back.

/** What an act was about, to be named in the log, in a receipt, and when it is taken back. */
export interface ActSubject {
  readonly title: string | null;
  readonly copyCode: string | null;
  readonly patronId: string | null;
  /** the due date of a loan that began */
  readonly due?: string;
}

const subjectShape = z.object({
  title: z.string().nullable(),
  copyCode: z.string().nullable(),
  patronId: z.string().nullable(),
  due: z.string().optional(),
  touched: z.object({ patronIds: z.array(z.string()), titleIds: z.array(z.string()) }),
});

export interface KeptSubject extends ActSubject {
  readonly touched: Touched;
}

/** The record of an act, as it was kept. */
export const keptSubject = (titleJson: string): KeptSubject => {
  const { due, ...subject } = subjectShape.parse(JSON.parse(titleJson));
  return due === undefined ? subject : { ...subject, due };
};

export interface DeskWork<Value> {
  /** the rows it can touch; more is harmless, less would be lost to "urungkan" */
  readonly touches: (at: Act) => Promise<Touched>;
  readonly work: (at: Act) => Promise<Decision<Value>>;
  readonly about: (value: Value) => ActSubject;
}

interface LastRow {
  readonly at: string | null;
}

/** Behind the act before it, also when the clock stood still: the last one is the one to be taken back. */
const momentOfAct = async ({ sql, now }: Act, staffId: string): Promise<string> => {
  const [last] = await sql.all<LastRow>('SELECT MAX("at") AS "at" FROM "DeskAct" WHERE "staffId" = ?', [staffId]);
  return momentText(placedAfter(now, last?.at ? momentFrom(last.at) : null));
};

interface Done {
  readonly staffId: string;
  readonly operation: string;
  readonly changes: readonly RowChange[];
  readonly subject: KeptSubject;
}

const keep = async (at: Act, { staffId, operation, changes, subject }: Done): Promise<void> => {
  await at.sql.run('INSERT INTO "DeskAct" ("id", "staffId", "operation", "changesJson", "titleJson", "at") VALUES (?, ?, ?, ?, ?, ?)', [
    newId(),
    staffId,
    operation,
    JSON.stringify(changes),
    JSON.stringify(subject),
    await momentOfAct(at, staffId),
  ]);
};

/** Patrons before titles, each in the order of ids. */
export const lockAll = async (at: Act, { patronIds, titleIds }: Touched): Promise<void> => {
  for (const id of [...new Set(patronIds)].sort()) await lockPatron(at, id);
  for (const id of [...new Set(titleIds)].sort()) await lockTitle(at, id);
};

/** Runs an act of the desk once per key. Done for a member of staff, it can be taken back. */
export const deskAct = <Value>(
  parts: CirculationParts,
  operation: string,
  keyed: DeskKeyed,
  { touches, work, about }: DeskWork<Value>,
): Promise<Decision<Value>> =>
  act(parts, operation, keyed, async (at) => {
    const touched = await touches(at);
    await lockAll(at, touched);
    const before = keyed.staffId === undefined ? null : await readRows(at, touched);
    const decision = await work(at);
    if (!decision.ok || before === null || keyed.staffId === undefined) return decision;
    const changes = changesBetween(before, await readRows(at, touched, before));
    if (changes.length > 0) await keep(at, { staffId: keyed.staffId, operation, changes, subject: { ...about(decision.value), touched } });
    return decision;
  });
