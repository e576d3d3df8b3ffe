import type { SqlValue } from '#database/database.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import { momentText } from '#shared/day.ts';
import { type Act, act, type CirculationParts, countRows, granted, refused } from '../context.ts';
import { settleQueue } from '../queue-changes.ts';
import { type ActSubject, keptSubject, lockAll } from './acts.ts';
import {
  type DeskTable,
  deskTables,
  isPlace,
  keptChanges,
  keyColumn,
  readRows,
  type Row,
  type RowChange,
  rowName,
  type Rows,
} from './rows.ts';

/** How long an act can be taken back. */
export const undoHours = 24;

export interface Undone extends ActSubject {
  readonly operation: string;
  /** where its copy is now */
  readonly copyState: string | null;
}

interface ActRow {
  readonly id: string;
  readonly operation: string;
  readonly changesJson: string;
  readonly titleJson: string;
}

const lastAct = async ({ sql, now }: Act, staffId: string): Promise<ActRow | null> => {
  const [last] = await sql.all<ActRow>(
    `SELECT "id", "operation", "changesJson", "titleJson" FROM "DeskAct"
     WHERE "staffId" = ? AND "undoneAt" IS NULL AND "at" >= ? ORDER BY "at" DESC LIMIT 1`,
    [staffId, momentText(now.subtract({ hours: undoHours }))],
  );
  return last ?? null;
};

const whatIs = { Loan: 'loan', Copy: 'copy', Hold: 'hold', Fine: 'fine', Patron: 'member' } as const satisfies Record<DeskTable, string>;

const isAsLeft = (after: Row, now: Row | undefined): boolean =>
  now !== undefined && Object.entries(after).every(([column, left]) => isPlace(column) || now[column] === left);

/** What else holds on to a row that the act made, or stands in the place of one that it ended. */
const occupied = async (at: Act, { table, id, before, after }: RowChange, now: Row): Promise<boolean> => {
  if (table === 'Patron' && before === null)
    return (
      (await countRows(at, 'FROM "Link" WHERE "patronId" = ?', [id])) +
        (await countRows(at, 'FROM "Loan" WHERE "patronId" = ?', [id])) +
        (await countRows(at, 'FROM "Hold" WHERE "patronId" = ?', [id])) >
      0
    );
  if (table === 'Hold' && before?.liveMark === 1 && after.liveMark === null) {
    const { patronId = null, titleId = null } = now;
    return (await countRows(at, 'FROM "Hold" WHERE "patronId" = ? AND "titleId" = ? AND "liveMark" = 1', [patronId, titleId])) > 0;
  }
  return false;
};

const changedSince = async (at: Act, changes: readonly RowChange[], rows: Rows): Promise<CirculationRefusal | null> => {
  for (const change of changes) {
    const now = rows.get(rowName(change.table, change.id));
    if (now === undefined || !isAsLeft(change.after, now) || (await occupied(at, change, now)))
      return { reason: 'changed-since', what: whatIs[change.table] };
  }
  return null;
};

const idsOf = (changes: readonly RowChange[], table: DeskTable, made: boolean): readonly string[] =>
  changes.filter((change) => change.table === table && (change.before === null) === made).map(({ id }) => id);

const removeMade = async ({ sql }: Act, changes: readonly RowChange[]): Promise<void> => {
  for (const table of deskTables)
    for (const id of idsOf(changes, table, true)) await sql.run(`DELETE FROM "${table}" WHERE "${keyColumn[table]}" = ?`, [id]);
};

/** Two readers may have exchanged one copy: both let go of it before it is given back. */
const stepAside = async ({ sql }: Act, changes: readonly RowChange[]): Promise<void> => {
  for (const id of idsOf(changes, 'Hold', false))
    await sql.run('UPDATE "Hold" SET "copyCode" = NULL, "liveMark" = NULL WHERE "id" = ?', [id]);
};

/** What stepAside took is written back as well, changed by the act or not. */
const columnsBack = ({ table, before }: RowChange, now: Row | undefined): Row =>
  table === 'Hold' ? { copyCode: now?.copyCode ?? null, liveMark: now?.liveMark ?? null, ...before } : (before ?? {});

const putBack = async (at: Act, changes: readonly RowChange[], rows: Rows): Promise<void> => {
  await removeMade(at, changes);
  await stepAside(at, changes);
  for (const change of changes) {
    if (change.before === null) continue;
    // Names of columns come from the table of rows.ts, through our own record.
    const columns: readonly (readonly [string, SqlValue])[] = Object.entries(
      columnsBack(change, rows.get(rowName(change.table, change.id))),
    );
    const assignments = columns.map(([column]) => `"${column}" = ?`).join(', ');
    await at.sql.run(`UPDATE "${change.table}" SET ${assignments} WHERE "${keyColumn[change.table]}" = ?`, [
      ...columns.map(([, old]) => old),
      change.id,
    ]);
  }
};

const copyState = async ({ sql }: Act, code: string | null): Promise<string | null> => {
  const [copy] = code === null ? [] : await sql.all<{ readonly status: string }>('SELECT "status" FROM "Copy" WHERE "code" = ?', [code]);
  return copy?.status ?? null;
};

const takeBack = async (at: Act, last: ActRow): Promise<Decision<Undone>> => {
  const changes = keptChanges(last.changesJson);
  const { touched, ...subject } = keptSubject(last.titleJson);
  await lockAll(at, touched);
  const rows = await readRows(at, touched, new Map(changes.map(({ table, id, after }) => [rowName(table, id), after])));
  const refusal = await changedSince(at, changes, rows);
  if (refusal !== null) return refused(refusal);
  const { changes: marked } = await at.sql.run('UPDATE "DeskAct" SET "undoneAt" = ? WHERE "id" = ? AND "undoneAt" IS NULL', [
    momentText(at.now),
    last.id,
  ]);
  if (marked !== 1) return refused({ reason: 'nothing-to-undo' });
  await putBack(at, changes, rows);
  for (const titleId of [...touched.titleIds].sort()) await settleQueue(at, titleId);
  return granted({ ...subject, operation: last.operation, copyState: await copyState(at, subject.copyCode) }, []);
};

/** Takes back what this member of staff did last, unless something was built on it since; never the same act twice. */
export const undoLast = (parts: CirculationParts, { staffId }: { readonly staffId: string }, keyed: Keyed): Promise<Decision<Undone>> =>
  act(parts, 'undo', keyed, async (at) => {
    const last = await lastAct(at, staffId);
    return last === null ? refused({ reason: 'nothing-to-undo' }) : takeBack(at, last);
  });
