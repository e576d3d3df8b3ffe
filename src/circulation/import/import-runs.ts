// How far each file has come. The row is written in the same transaction as the records it counts: whatever is killed when,
// they agree.
import { createHash } from 'node:crypto';
import { breath } from '#circulation/search/breath.ts';
import type { Database } from '#database/database.ts';
import type { SqlStatements } from '#database/sql.ts';
import type { Format } from './layout.ts';
import type { Counts } from './report.ts';

const hashedAtOnce = 1024 * 1024;

/** The name of a content: the same file under another name is the same. */
export const contentHash = async (bytes: Uint8Array): Promise<string> => {
  const hash = createHash('sha256');
  const pause = breath();
  for (let from = 0; from < bytes.length; from += hashedAtOnce) {
    hash.update(bytes.subarray(from, from + hashedAtOnce));
    await pause();
  }
  return hash.digest('hex');
};

/** Where a broken-off import of the same content stands. */
export interface Standing {
  readonly rows: number;
  readonly counts: Counts;
}

interface RunRow {
  readonly rows: number;
  readonly countsJson: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
}

// as: only saveProgress writes it
const countsFrom = (json: string): Counts => JSON.parse(json) as Counts;

/** null: never begun, or finished, or another file of this kind came in between and may have changed the same records. */
export const findStanding = async ({ sql }: Database, hash: string, kind: Format): Promise<Standing | null> => {
  const [run] = await sql.all<RunRow>('SELECT "rows", "countsJson", "updatedAt", "finishedAt" FROM "ImportRun" WHERE "id" = ?', [hash]);
  if (run === undefined || run.finishedAt !== null) return null;
  const later = await sql.all('SELECT "id" FROM "ImportRun" WHERE "kind" = ? AND "id" <> ? AND "updatedAt" > ? LIMIT 1', [
    kind,
    hash,
    run.updatedAt,
  ]);
  return later.length > 0 ? null : { rows: run.rows, counts: countsFrom(run.countsJson) };
};

/** The last finished import of this kind, and which file it was. */
export const lastFinished = async ({ sql }: Database, kind: Format): Promise<{ readonly hash: string; readonly counts: Counts } | null> => {
  const [run] = await sql.all<{ readonly id: string; readonly countsJson: string }>(
    'SELECT "id", "countsJson" FROM "ImportRun" WHERE "kind" = ? AND "finishedAt" IS NOT NULL ORDER BY "finishedAt" DESC, "id" LIMIT 1',
    [kind],
  );
  return run === undefined ? null : { hash: run.id, counts: countsFrom(run.countsJson) };
};

export interface Begun {
  readonly hash: string;
  readonly kind: Format;
  readonly fileName: string;
  readonly at: string;
}

/** Begins to count an import from nothing. */
export const beginRun = async ({ sql }: Database, { hash, kind, fileName, at }: Begun, counts: Counts): Promise<void> => {
  await sql.run(
    `INSERT INTO "ImportRun" ("id", "kind", "fileName", "rows", "countsJson", "startedAt", "updatedAt") VALUES (?, ?, ?, 0, ?, ?, ?)
     ON CONFLICT ("id") DO UPDATE SET "kind" = excluded."kind", "fileName" = excluded."fileName", "rows" = 0,
       "countsJson" = excluded."countsJson", "startedAt" = excluded."startedAt", "updatedAt" = excluded."updatedAt", "finishedAt" = NULL`,
    [hash, kind, fileName, JSON.stringify(counts), at, at],
  );
};

export const saveProgress = async (sql: SqlStatements, hash: string, counts: Counts, at: string): Promise<void> => {
  await sql.run('UPDATE "ImportRun" SET "rows" = ?, "countsJson" = ?, "updatedAt" = ? WHERE "id" = ?', [
    counts.read,
    JSON.stringify(counts),
    at,
    hash,
  ]);
};

export const finishRun = async (sql: SqlStatements, hash: string, at: string): Promise<void> => {
  await sql.run('UPDATE "ImportRun" SET "finishedAt" = ? WHERE "id" = ?', [at, hash]);
};
