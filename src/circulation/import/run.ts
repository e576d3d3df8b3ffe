import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#database/database.ts';
import type { SqlStatements, SqlValue } from '#database/sql.ts';
import { insertRows } from './multi-row.ts';
import type { Notes } from './notes.ts';
import type { Places } from './places.ts';
import type { Counts } from './report.ts';

/** One import under way. */
export interface Run {
  readonly database: Database;
  readonly dryRun: boolean;
  /** the moment of the import, as stored, and its day */
  readonly at: string;
  readonly today: string;
  readonly notes: Notes;
  readonly counts: Counts;
  readonly places: Places;
  /** which title each code of this file belongs to */
  readonly codes: Map<string, string>;
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

const copyColumns = ['code', 'titleId', 'branchId', 'homeBranchId', 'status', 'material', 'updatedAt'];

export const insertCopies = async (run: Run, sql: SqlStatements, copies: readonly NewCopy[]): Promise<void> => {
  const rows = copies.map(({ code, titleId, branchId, status, material }): SqlValue[] => [
    code,
    titleId,
    branchId,
    branchId,
    status,
    material,
    run.at,
  ]);
  await insertRows(sql, { name: 'Copy', columns: copyColumns }, rows);
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
  const alike = new Map<string, CopyChange[]>();
  for (const change of changes) {
    const key = JSON.stringify([change.homeBranchId, change.material, change.status]);
    alike.set(key, [...(alike.get(key) ?? []), change]);
  }
  for (const group of alike.values()) {
    const [first] = group;
    if (first === undefined) continue;
    await sql.run(
      `UPDATE "Copy" SET "branchId" = CASE WHEN "status" = 'available' THEN ? ELSE "branchId" END,
        "status" = CASE WHEN "status" = 'available' THEN ? ELSE "status" END, "homeBranchId" = ?, "material" = ?, "updatedAt" = ?
       WHERE "code" IN (${group.map(() => '?').join(',')})`,
      [first.homeBranchId, first.status, first.homeBranchId, first.material, run.at, ...group.map(({ code }) => code)],
    );
  }
};

const longestStretch = 50;

/** Does something for each entry and lets others run in between (PERFORMANCE 8). */
export const forEachInTurns = async <Entry>(entries: readonly Entry[], work: (entry: Entry) => void): Promise<void> => {
  for (let from = 0; from < entries.length; from += longestStretch) {
    for (const entry of entries.slice(from, from + longestStretch)) work(entry);
    await nextTurn();
  }
};
