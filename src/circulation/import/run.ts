import type { Database } from '#database/database.ts';
import type { SqlStatements, SqlTransaction } from '#database/sql.ts';
import type { Occasion } from '#circulation/context.ts';
import { insertAlike } from './multi-row.ts';
import type { Notes } from './notes.ts';
import type { Places } from './places.ts';
import type { Counts } from './report.ts';

// One transaction each: short enough for people who talk meanwhile, and far from its limit of two seconds on a slow machine.
export const batchSize = 800;

/** One import under way. */
export interface Run {
  readonly database: Database;
  readonly dryRun: boolean;
  /** goes again over records that a broken-off import had written: what they are is learnt, nothing is counted or written */
  isReplay: boolean;
  /** the moment of the import, as stored, and its day */
  readonly at: string;
  readonly today: string;
  readonly notes: Notes;
  readonly counts: Counts;
  readonly places: Places;
  /** when and under which rules copies move and queues are settled */
  readonly occasion: Occasion;
  /** the loans that the file ends, as people name them */
  readonly closing: string[];
  /** which title each code of this file belongs to; copies without titles are kept as '' */
  readonly codes: Map<string, string>;
}

/** Writes what a comparison found; it may run twice, when its transaction meets another. */
export type Write = (sql: SqlTransaction) => Promise<void>;

/** One kind of record on its way into the library. */
export interface Importer<Entry> {
  /** whether a batch may be compared before the one ahead of it is written: nothing of the file meets twice in the database */
  readonly mayRunAhead: boolean;
  /** Compares a batch with the library, counts, and answers what to write. */
  compare(entries: readonly Entry[]): Promise<Write>;
  /** what is left when the file is read to its end */
  finish(): Iterable<Write> | AsyncIterable<Write>;
}

export interface NewCopy {
  readonly code: string;
  readonly titleId: string;
  readonly branchId: string;
  readonly status: string;
  readonly material: string;
}

export interface CopyRow extends NewCopy {
  readonly homeBranchId: string;
}

const groupsBy = <T>(list: readonly T[], keyOf: (entry: T) => readonly string[]): Iterable<readonly [T, ...T[]]> => {
  const groups = new Map<string, [T, ...T[]]>();
  for (const entry of list) {
    const key = JSON.stringify(keyOf(entry));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return groups.values();
};

/** Copies that stand alike share one statement. */
export const insertCopies = async (run: Run, sql: SqlStatements, copies: readonly NewCopy[]): Promise<void> => {
  for (const group of groupsBy(copies, ({ branchId, status, material }) => [branchId, status, material])) {
    const [{ branchId, status, material }] = group;
    const shared = { branchId, homeBranchId: branchId, status, material, updatedAt: run.at };
    const rows = group.map(({ code, titleId }) => [code, titleId]);
    await insertAlike(sql, { name: 'Copy', columns: ['code', 'titleId'], shared }, rows);
  }
};

/** What an import may change of a copy that is there. A copy that is out, or promised, stays where it is. */
export interface CopyChange {
  readonly code: string;
  readonly homeBranchId: string;
  readonly material: string;
  readonly status: 'available' | 'missing' | 'damaged';
}

/** Copies that change alike share one statement. */
export const updateCopies = async (run: Run, sql: SqlStatements, changes: readonly CopyChange[]): Promise<void> => {
  for (const group of groupsBy(changes, ({ homeBranchId, material, status }) => [homeBranchId, material, status])) {
    const [first] = group;
    await sql.run(
      `UPDATE "Copy" SET "branchId" = CASE WHEN "status" = 'available' THEN ? ELSE "branchId" END,
        "status" = CASE WHEN "status" = 'available' THEN ? ELSE "status" END, "homeBranchId" = ?, "material" = ?, "updatedAt" = ?
       WHERE "code" IN (${group.map(() => '?').join(',')})`,
      [first.homeBranchId, first.status, first.homeBranchId, first.material, run.at, ...group.map(({ code }) => code)],
    );
  }
};

/** A title is as old as its oldest copy, not as the import: else all of them would be new arrivals. */
export const noteEarliest = (days: Map<string, string>, titleId: string, day: string | null): void => {
  const earliest = days.get(titleId);
  if (day !== null && (earliest === undefined || day < earliest)) days.set(titleId, day);
};
