import type { Database } from '#database/database.ts';
import { dayOf, momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

/** How long things are kept, in days (RELIABILITY §8); the audit, loans and holds are not among them. */
const keptDays = { inbox: 14, outboxBodies: 90, outcomes: 90, noticeActions: 2, deskActs: 30, importRuns: 90 } as const;

/** Forgets what is no longer needed, once a library day; answers whether this was the time. */
export const forgetOld = async ({ sql }: Pick<Database, 'sql'>, now: Temporal.Instant): Promise<boolean> => {
  const first = await sql.run(
    `INSERT INTO "JobRun" ("job", "occurrence", "status", "at") VALUES ('retention', ?, 'done', ?) ON CONFLICT ("job", "occurrence") DO NOTHING`,
    [dayOf(now).toString(), momentText(now)],
  );
  if (first.changes === 0) return false;
  const before = (days: number): string => momentText(now.subtract({ hours: 24 * days }));
  await sql.run(`DELETE FROM "InboxMessage" WHERE "status" = 'done' AND "doneAt" < ?`, [before(keptDays.inbox)]);
  await sql.run(
    `UPDATE "OutboxMessage" SET "payloadJson" = '{}' WHERE "status" IN ('SENT', 'SKIPPED', 'DEAD', 'CANCELLED') AND "createdAt" < ? AND "payloadJson" <> '{}'`,
    [before(keptDays.outboxBodies)],
  );
  await sql.run(`DELETE FROM "OperationOutcome" WHERE "at" < ?`, [before(keptDays.outcomes)]);
  await sql.run(`DELETE FROM "NoticeAction" WHERE "expiresAt" < ?`, [before(keptDays.noticeActions)]);
  await sql.run(`DELETE FROM "DeskAct" WHERE "at" < ?`, [before(keptDays.deskActs)]);
  await sql.run(`DELETE FROM "ImportRun" WHERE "finishedAt" < ?`, [before(keptDays.importRuns)]);
  await sql.run(`DELETE FROM "ConversationState" WHERE "expiresAt" < ?`, [momentText(now)]);
  return true;
};
