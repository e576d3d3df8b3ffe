import type { SqlTransaction, SqlValue } from '#database/database.ts';
import type { Conversation, Outbound } from '#ports/chat-channel.ts';

export type OutboxKind = 'reply' | 'notice' | 'broadcast';

/** replies go first, broadcasts last (RELIABILITY §5) */
const priorities: Readonly<Record<OutboxKind, number>> = { reply: 0, notice: 5, broadcast: 9 };

/** A message that is to leave, before it has a row. */
export interface OutboxDraft {
  /** makes "once" true: a second draft with the same key is dropped */
  readonly dedupeKey: string;
  readonly to: Conversation;
  readonly payload: OutboxPayload;
  readonly kind: OutboxKind;
  readonly accountId: string | null;
  /** ISO text, UTC */
  readonly notBefore: string;
  readonly expiresAt: string | null;
}

/** A reply is kept as it was said; a notice as what it is about, and worded when it is sent. */
export type OutboxPayload =
  | { readonly type: 'message'; readonly message: Outbound }
  | {
      readonly type: 'notice';
      readonly notice: string;
      readonly recipient: string;
      readonly subjects: readonly unknown[];
      readonly to: Conversation;
    };

export interface OutboxRow extends Omit<OutboxDraft, 'to'> {
  readonly id: number;
  readonly platform: string;
  readonly chatId: string;
  readonly attempts: number;
  readonly priority: number;
}

interface StoredRow {
  readonly id: number;
  readonly dedupeKey: string;
  readonly platform: string;
  readonly chatId: string;
  readonly payloadJson: string;
  readonly kind: string;
  readonly accountId: string | null;
  readonly notBefore: string;
  readonly expiresAt: string | null;
  readonly attempts: number;
  readonly priority: number;
}

const columns =
  '"dedupeKey", "platform", "chatId", "payloadJson", "status", "priority", "kind", "accountId", "notBefore", "expiresAt", "attempts", "leaseId", "leasedUntil", "createdAt"';

/** Inserts drafts as rows leased to `owner` until `leasedUntil`; answers the rows that are new, to be sent by this process. */
export const insertLeased = async (
  sql: SqlTransaction,
  drafts: readonly OutboxDraft[],
  lease: { readonly owner: string; readonly until: string; readonly now: string },
): Promise<readonly OutboxRow[]> => {
  if (drafts.length === 0) return [];
  const values: SqlValue[] = drafts.flatMap((draft) => [
    draft.dedupeKey,
    draft.to.platform,
    draft.to.chatId,
    writePayload(draft.payload),
    'LEASED',
    priorities[draft.kind],
    draft.kind,
    draft.accountId,
    draft.notBefore,
    draft.expiresAt,
    0,
    lease.owner,
    lease.until,
    lease.now,
  ]);
  const places = drafts.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  const inserted = await sql.all<{ id: number; dedupeKey: string }>(
    `INSERT INTO "OutboxMessage" (${columns}) VALUES ${places} ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id", "dedupeKey"`,
    values,
  );
  const ids = new Map(inserted.map(({ id, dedupeKey }) => [dedupeKey, Number(id)]));
  return drafts.flatMap((draft) => {
    const id = ids.get(draft.dedupeKey);
    return id === undefined ? [] : [rowOf(draft, id)];
  });
};

const rowOf = ({ to, ...draft }: OutboxDraft, id: number): OutboxRow => ({
  ...draft,
  id,
  platform: to.platform,
  chatId: to.chatId,
  attempts: 0,
  priority: priorities[draft.kind],
});

/** Inserts drafts that any process may claim once their time has come. */
export const insertPending = async (sql: SqlTransaction, drafts: readonly OutboxDraft[], now: string): Promise<void> => {
  if (drafts.length === 0) return;
  const values: SqlValue[] = drafts.flatMap((draft) => [
    draft.dedupeKey,
    draft.to.platform,
    draft.to.chatId,
    writePayload(draft.payload),
    'PENDING',
    priorities[draft.kind],
    draft.kind,
    draft.accountId,
    draft.notBefore,
    draft.expiresAt,
    0,
    null,
    null,
    now,
  ]);
  const places = drafts.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
  await sql.run(`INSERT INTO "OutboxMessage" (${columns}) VALUES ${places} ON CONFLICT ("dedupeKey") DO NOTHING`, values);
};

/**
 * Leases rows that may be sent now. Stopped or blocked people and withdrawn broadcasts are passed over in the statement itself,
 * so that an opt-out acts before the next send. A row whose holder died, or held it too long, is taken over: replies and notices are sent again,
 * a broadcast's row becomes UNKNOWN and waits for staff.
 */
export const claimDue = async (
  sql: SqlTransaction,
  { owner, now, until, limit }: { readonly owner: string; readonly now: string; readonly until: string; readonly limit: number },
): Promise<readonly OutboxRow[]> => {
  await sql.run(
    `UPDATE "OutboxMessage" SET "status" = 'UNKNOWN' WHERE "status" = 'LEASED' AND "kind" = 'broadcast' AND ("leasedUntil" < ? OR ("leaseId" <> ?
       AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."name" = 'process:' || "OutboxMessage"."leaseId" AND l."until" > ?)))`,
    [now, owner, now],
  );
  await sql.run(
    `UPDATE "OutboxMessage" SET "status" = 'SKIPPED', "detail" = 'too-old' WHERE "status" IN ('PENDING', 'DEFERRED') AND "expiresAt" < ?`,
    [now],
  );
  const rows = await sql.all<StoredRow>(
    `UPDATE "OutboxMessage" SET "status" = 'LEASED', "leaseId" = ?, "leasedUntil" = ?
     WHERE "id" IN (
       SELECT o."id" FROM "OutboxMessage" o LEFT JOIN "Account" a ON a."id" = o."accountId"
       WHERE (o."status" IN ('PENDING', 'DEFERRED') OR (o."status" = 'LEASED' AND (o."leasedUntil" < ? OR (o."leaseId" <> ?
           AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."name" = 'process:' || o."leaseId" AND l."until" > ?))))) AND o."notBefore" <= ?
         AND (o."kind" = 'reply' OR a."state" IS NULL OR a."state" = 'active')
       ORDER BY o."priority", o."id" LIMIT ?)
       -- asked again of the row itself: on PostgreSQL another process may have leased it since the list was made
       AND ("status" IN ('PENDING', 'DEFERRED') OR ("status" = 'LEASED' AND ("leasedUntil" < ? OR ("leaseId" <> ?
           AND NOT EXISTS (SELECT 1 FROM "Lease" l WHERE l."name" = 'process:' || "leaseId" AND l."until" > ?)))))
     RETURNING *`,
    [owner, until, now, owner, now, now, limit, now, owner, now],
  );
  return rows.map(readRow).sort((one, other) => one.priority - other.priority || one.id - other.id);
};

const readRow = (row: StoredRow): OutboxRow => ({
  id: Number(row.id),
  dedupeKey: row.dedupeKey,
  platform: row.platform,
  chatId: row.chatId,
  payload: readPayload(row.payloadJson),
  // as: written by the inserts above
  kind: row.kind as OutboxKind,
  accountId: row.accountId,
  notBefore: row.notBefore,
  expiresAt: row.expiresAt,
  attempts: Number(row.attempts),
  priority: Number(row.priority),
});

const writePayload = (payload: OutboxPayload): string =>
  JSON.stringify(payload, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  );

const readPayload = (text: string): OutboxPayload =>
  // as: written by writePayload
  JSON.parse(text, (_key, value: unknown) =>
    isBytes(value) ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
  ) as OutboxPayload;

const isBytes = (value: unknown): value is { readonly $bytes: string } =>
  typeof value === 'object' && value !== null && '$bytes' in value && typeof value.$bytes === 'string';
