import type { Database, SqlTransaction } from '#database/database.ts';
import { together } from '#database/together.ts';
import type { OutboxRow } from '#delivery/outbox.ts';
import type { SendResult } from '#ports/chat-channel.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

// What became of a row, written in groups. A blocked person is remembered and other rows for him are withdrawn.

export type Outcome =
  | { readonly row: OutboxRow; readonly status: 'SENT'; readonly messageId: string | null }
  | {
      readonly row: OutboxRow;
      readonly status: 'DEFERRED';
      readonly notBefore: string;
      readonly attempts: number;
      readonly chatId?: string;
    }
  | { readonly row: OutboxRow; readonly status: 'UNKNOWN' | 'DEAD' | 'SKIPPED'; readonly detail: string; readonly blocked?: boolean };

const MOST_ATTEMPTS = 8;

/** What a send's result means for its row (RELIABILITY §5). */
export const outcomeOf = (row: OutboxRow, result: SendResult, now: Temporal.Instant): Outcome => {
  if (result.ok) return { row, status: 'SENT', messageId: result.messageIds[0] ?? null };
  const later = (milliseconds: number) => momentText(now.add({ milliseconds: Math.ceil(milliseconds) }));
  // a chat that moved to where it was is no move: else the row would go round for ever
  if (result.movedTo && result.movedTo !== row.chatId)
    return { row, status: 'DEFERRED', notBefore: later(0), attempts: row.attempts, chatId: result.movedTo };
  switch (result.kind) {
    case 'rate':
      return { row, status: 'DEFERRED', notBefore: later(result.retryAfterMs ?? 1000), attempts: row.attempts };
    case 'blocked':
    case 'gone':
      return { row, status: 'SKIPPED', detail: result.detail, blocked: true };
    case 'invalid':
      return { row, status: 'DEAD', detail: result.detail };
    case 'unknown-outcome':
      if (row.kind === 'broadcast') return { row, status: 'UNKNOWN', detail: result.detail };
      return retryOrGiveUp(row, result.detail, later);
    case 'transient':
      return retryOrGiveUp(row, result.detail, later);
  }
};

const retryOrGiveUp = (row: OutboxRow, detail: string, later: (milliseconds: number) => string): Outcome => {
  const attempts = row.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) return { row, status: 'DEAD', detail };
  return { row, status: 'DEFERRED', notBefore: later(500 * 2 ** attempts), attempts };
};

/** Only a message that left counts whoever sent it; what else became of a row is said by the process that still holds it. */
export const createResultWriter = (
  { database, owner }: { readonly database: Database; readonly owner: string },
  now: () => Temporal.Instant,
): ((outcome: Outcome) => Promise<void>) =>
  together<Outcome, void>((outcomes) =>
    database.sql.transaction(async (sql) => {
      await writeSent(sql, outcomes, momentText(now()));
      for (const outcome of outcomes) await writeOther(sql, outcome, owner);
      return outcomes.map(() => undefined);
    }),
  );

const writeSent = async (sql: SqlTransaction, outcomes: readonly Outcome[], moment: string): Promise<void> => {
  const sent = outcomes.flatMap((outcome) => (outcome.status === 'SENT' ? [outcome] : []));
  const replies = sent.filter(({ row }) => row.kind === 'reply').map(({ row }) => row.id);
  if (replies.length > 0)
    await sql.run(`UPDATE "OutboxMessage" SET "status" = 'SENT', "sentAt" = ? WHERE "id" IN (${replies.map(() => '?').join(', ')})`, [
      moment,
      ...replies,
    ]);
  for (const { row, messageId } of sent)
    if (row.kind !== 'reply')
      await sql.run(`UPDATE "OutboxMessage" SET "status" = 'SENT', "sentAt" = ?, "messageId" = ? WHERE "id" = ?`, [
        moment,
        messageId,
        row.id,
      ]);
};

const writeOther = async (sql: SqlTransaction, outcome: Outcome, owner: string): Promise<void> => {
  if (outcome.status === 'SENT') return;
  const { row } = outcome;
  if (outcome.status === 'DEFERRED') {
    await sql.run(
      `UPDATE "OutboxMessage" SET "status" = 'DEFERRED', "notBefore" = ?, "attempts" = ?, "chatId" = ?, "leaseId" = NULL WHERE "id" = ? AND "leaseId" = ?`,
      [outcome.notBefore, outcome.attempts, outcome.chatId ?? row.chatId, row.id, owner],
    );
    return;
  }
  await sql.run(`UPDATE "OutboxMessage" SET "status" = ?, "detail" = ? WHERE "id" = ? AND "leaseId" = ?`, [
    outcome.status,
    outcome.detail.slice(0, 300),
    row.id,
    owner,
  ]);
  if (outcome.blocked && row.accountId) await forgetBlocked(sql, row.accountId);
};

const forgetBlocked = async (sql: SqlTransaction, accountId: string): Promise<void> => {
  await sql.run(`UPDATE "Account" SET "state" = 'blocked' WHERE "id" = ?`, [accountId]);
  await sql.run(
    `UPDATE "OutboxMessage" SET "status" = 'SKIPPED', "detail" = 'blocked' WHERE "accountId" = ? AND "status" IN ('PENDING', 'DEFERRED')`,
    [accountId],
  );
};
