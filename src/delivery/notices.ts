import { createHash } from 'node:crypto';
import type { Database, SqlTransaction, SqlValue } from '#database/database.ts';
import { insertPending } from '#delivery/outbox.ts';
import type { OutboxDraft } from '#delivery/outbox.ts';
import { endOfQuiet } from '#delivery/quiet-hours.ts';
import type { Platform } from '#ports/chat-channel.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

export interface NoticeDraft {
  /** kind : subject : date : recipient, never used twice (DOMAIN §3) */
  readonly key: string;
  readonly kind: string;
  readonly patronId: string;
  /** what it is about, serialisable; looked at again when it is sent */
  readonly subject: unknown;
  /** may it wait for the end of the quiet hours */
  readonly waits: boolean;
  /** after this moment it is too old to send */
  readonly expiresAt: Temporal.Instant;
}

interface Address {
  readonly patronId: string;
  readonly accountId: string;
  readonly platform: string;
  readonly chatId: string;
}

/**
 * Hands notices to the outbox: each key once for all time; what concerns one person and kind leaves as one message, on the
 * chat linked last that can be reached. People who switched notices off, and drafts nobody can be reached for, are passed over
 * without using up the key.
 */
export const handOver = async (
  database: Database,
  drafts: readonly NoticeDraft[],
  when: { readonly now: Temporal.Instant; readonly quiet: string },
): Promise<void> => {
  const addresses = await addressesOf(database, [...new Set(drafts.map(({ patronId }) => patronId))]);
  const reachable = drafts.filter(({ patronId }) => addresses.has(patronId));
  if (reachable.length === 0) return;
  await database.sql.transaction(async (sql) => {
    const fresh = await insertKeys(sql, reachable, momentText(when.now));
    const messages = grouped(reachable.filter(({ key }) => fresh.has(key)));
    await insertPending(
      sql,
      messages.flatMap((group) => messageFor(group, addresses, when)),
      momentText(when.now),
    );
  });
};

const insertKeys = async (sql: SqlTransaction, drafts: readonly NoticeDraft[], moment: string): Promise<ReadonlySet<string>> => {
  const values = drafts.flatMap(({ key, kind, patronId }): SqlValue[] => [key, kind, patronId, moment]);
  const rows = await sql.all<{ key: string }>(
    `INSERT INTO "NoticeSent" ("key", "kind", "recipient", "at") VALUES ${drafts.map(() => '(?, ?, ?, ?)').join(', ')} ON CONFLICT ("key") DO NOTHING RETURNING "key"`,
    values,
  );
  return new Set(rows.map(({ key }) => key));
};

const grouped = (drafts: readonly NoticeDraft[]): readonly (readonly NoticeDraft[])[] => {
  const groups = new Map<string, NoticeDraft[]>();
  for (const draft of drafts) {
    const name = `${draft.patronId} ${draft.kind} ${draft.waits}`;
    groups.set(name, [...(groups.get(name) ?? []), draft]);
  }
  return [...groups.values()];
};

const messageFor = (
  group: readonly NoticeDraft[],
  addresses: ReadonlyMap<string, Address>,
  { now, quiet }: { readonly now: Temporal.Instant; readonly quiet: string },
): readonly OutboxDraft[] => {
  const [first] = group;
  const address = first && addresses.get(first.patronId);
  if (!first || !address) return [];
  // as: platform names in the Account table come from channels
  const to = { platform: address.platform as Platform, chatId: address.chatId, kind: 'direct' as const };
  const expiresAt =
    group
      .map((draft) => momentText(draft.expiresAt))
      .sort()
      .at(-1) ?? null;
  return [
    {
      dedupeKey: `notice:${createHash('sha256')
        .update(
          group
            .map(({ key }) => key)
            .sort()
            .join('\n'),
        )
        .digest('base64url')
        .slice(0, 24)}`,
      to,
      payload: { type: 'notice', notice: first.kind, recipient: first.patronId, subjects: group.map(({ subject }) => subject), to },
      kind: 'notice',
      accountId: address.accountId,
      notBefore: momentText(first.waits ? endOfQuiet(now, quiet) : now),
      expiresAt,
    },
  ];
};

/** Where each patron is reached: her own chats, else those of the guardian (R12). */
const addressesOf = async (database: Database, patronIds: readonly string[]): Promise<ReadonlyMap<string, Address>> => {
  const found = new Map<string, Address>();
  for (let from = 0; from < patronIds.length; from += 500) {
    const some = patronIds.slice(from, from + 500);
    const rows = await database.sql.all<Address>(addressQuery(some.length), some);
    for (const row of rows) if (!found.has(row.patronId)) found.set(row.patronId, row);
  }
  return found;
};

const addressQuery = (count: number): string => `
  SELECT p."id" AS "patronId", a."id" AS "accountId", a."platform", a."chatId"
  FROM "Patron" p
  JOIN "Link" l ON l."patronId" = p."id" OR (l."patronId" = p."guardianId" AND NOT EXISTS (SELECT 1 FROM "Link" own WHERE own."patronId" = p."id"))
  JOIN "Account" a ON a."id" = l."accountId"
  LEFT JOIN "Preference" pp ON pp."id" = 'patron:' || p."id"
  WHERE p."id" IN (${Array.from({ length: count }, () => '?').join(', ')})
    AND p."status" NOT IN ('deleted', 'pending') AND a."state" = 'active' AND a."chatId" IS NOT NULL
    AND (pp."notices" IS NULL OR pp."notices")
  ORDER BY l."linkedAt" DESC, l."id"`;
