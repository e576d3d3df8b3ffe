import type { Sql, SqlTransaction, SqlValue } from '#database/database.ts';
import { lookedUpTogether, together } from '#database/together.ts';
import type { Database } from '#database/database.ts';
import { insertLeased } from '#delivery/outbox.ts';
import type { OutboxDraft, OutboxRow } from '#delivery/outbox.ts';
import type { Inbound } from '#ports/chat-channel.ts';
import { momentFrom, momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

// The hot path of a message: the row that makes it ours, and the one write that ends its turn. Raw multi-row SQL, everything
// that is ready in one event-loop turn in one transaction (PERFORMANCE findings 2 and 3).

export interface TurnEnd {
  readonly inboxIds: readonly number[];
  readonly state: { readonly key: string; readonly text: string; readonly expectedRev: number; readonly expiresAt: string } | null;
  readonly replies: readonly OutboxDraft[];
}

/** lost: somebody else changed the conversation meanwhile; nothing was written, the turn must run again. */
export type TurnEnded = { readonly saved: true; readonly rows: readonly OutboxRow[] } | { readonly saved: false };

export interface Taken {
  readonly id: number;
  readonly event: Inbound;
}

export interface Journal {
  /** Stores an event; null when it was stored before. Only then may the platform be told that we have it. */
  takeIn(event: Inbound, chainKey: string): Promise<Taken | null>;
  endTurn(end: TurnEnd): Promise<TurnEnded>;
  /** takes over events that were taken in and never answered by a process that lives no more, oldest first */
  unanswered(): Promise<readonly Taken[]>;
  stateOf(key: string): Promise<StoredState | null>;
}

export interface StoredState {
  readonly text: string;
  readonly rev: number;
}

type Job = { readonly do: 'take-in'; readonly event: Inbound; readonly chainKey: string } | { readonly do: 'end'; readonly end: TurnEnd };

type Done = Taken | null | TurnEnded;

export const createJournal = (options: {
  readonly database: Database;
  readonly owner: string;
  readonly now: () => Temporal.Instant;
  readonly leaseSeconds: number;
}): Journal => {
  const { database, owner, now, leaseSeconds } = options;

  const write = (jobs: readonly Job[]): Promise<readonly Done[]> =>
    database.sql.transaction(async (sql) => {
      const moment = momentText(now());
      const lease = { owner, now: moment, until: momentText(now().add({ seconds: leaseSeconds })) };
      const taken = await insertInbox(sql, jobs, { moment, owner });
      const ended = await writeEnds(sql, jobs, lease);
      return jobs.map((job) => (job.do === 'take-in' ? (taken.get(job) ?? null) : (ended.get(job) ?? { saved: false })));
    });
  const enqueue = together(write);
  const lookUp = lookedUpTogether((keys: readonly string[]) => readStates(database.sql, keys));

  return {
    // as (both): `write` answers each kind of job with its own kind of outcome
    takeIn: async (event, chainKey) => (await enqueue({ do: 'take-in', event, chainKey })) as Taken | null,
    endTurn: async (end) => (await enqueue({ do: 'end', end })) as TurnEnded,
    unanswered: async () => {
      const rows = await database.sql.all<{ id: number; eventJson: string }>(
        `UPDATE "InboxMessage" SET "ownerId" = ? WHERE "status" = 'new' AND ("ownerId" IS NULL OR ("ownerId" <> ?
           AND NOT EXISTS (SELECT 1 FROM "Lease" WHERE "name" = 'process:' || "ownerId" AND "until" > ?)))
         RETURNING "id", "eventJson"`,
        [owner, owner, momentText(now())],
      );
      return rows.map(({ id, eventJson }) => ({ id: Number(id), event: readEvent(eventJson) })).sort((one, other) => one.id - other.id);
    },
    stateOf: async (key) => (await lookUp(key)) ?? null,
  };
};

const readStates = async (sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, StoredState>> => {
  const rows = await sql.all<{ readonly key: string; readonly stateJson: string; readonly rev: number }>(
    `SELECT "key", "stateJson", "rev" FROM "ConversationState" WHERE "key" IN (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  return new Map(rows.map(({ key, stateJson, rev }) => [key, { text: stateJson, rev: Number(rev) }]));
};

const insertInbox = async (
  sql: SqlTransaction,
  jobs: readonly Job[],
  { moment, owner }: { readonly moment: string; readonly owner: string },
): Promise<ReadonlyMap<Job, Taken>> => {
  const arriving = jobs.flatMap((job) => (job.do === 'take-in' ? [job] : []));
  if (arriving.length === 0) return new Map();
  const values = arriving.flatMap(({ event, chainKey }): SqlValue[] => [
    event.conversation.platform,
    event.eventId,
    chainKey,
    writeEvent(event),
    'new',
    moment,
    owner,
  ]);
  const rows = await sql.all<{ id: number; platform: string; eventId: string }>(
    `INSERT INTO "InboxMessage" ("platform", "eventId", "chainKey", "eventJson", "status", "receivedAt", "ownerId")
     VALUES ${arriving.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
     ON CONFLICT ("platform", "eventId") DO NOTHING RETURNING "id", "platform", "eventId"`,
    values,
  );
  const ids = new Map(rows.map((row) => [`${row.platform} ${row.eventId}`, Number(row.id)]));
  const taken = new Map<Job, Taken>();
  for (const job of arriving) {
    const name = `${job.event.conversation.platform} ${job.event.eventId}`;
    const id = ids.get(name);
    if (id === undefined) continue;
    taken.set(job, { id, event: job.event });
    // two deliveries of one event in one group: the first one has it
    ids.delete(name);
  }
  return taken;
};

const writeEnds = async (
  sql: SqlTransaction,
  jobs: readonly Job[],
  lease: { readonly owner: string; readonly until: string; readonly now: string },
): Promise<ReadonlyMap<Job, TurnEnded>> => {
  const ends = jobs.flatMap((job) => (job.do === 'end' ? [job] : []));
  if (ends.length === 0) return new Map();
  const kept = await writeStates(
    sql,
    ends.map(({ end }) => end),
    lease.now,
  );
  const saved = ends.filter(({ end }) => end.state === null || kept.has(end.state.key));
  await markDone(
    sql,
    saved.flatMap(({ end }) => end.inboxIds),
    lease.now,
  );
  const rows = await insertLeased(
    sql,
    saved.flatMap(({ end }) => end.replies),
    lease,
  );
  const byKey = new Map(rows.map((row) => [row.dedupeKey, row]));
  return new Map(saved.map((job) => [job, { saved: true, rows: job.end.replies.flatMap(({ dedupeKey }) => byKey.get(dedupeKey) ?? []) }]));
};

/** Compare-and-set on `rev`, many rows at once; answers the keys that were still as the turn had read them. */
const writeStates = async (sql: SqlTransaction, ends: readonly TurnEnd[], moment: string): Promise<ReadonlySet<string>> => {
  const states = ends.flatMap(({ state }) => (state ? [state] : []));
  if (states.length === 0) return new Set();
  const rows = await sql.all<{ key: string }>(
    `INSERT INTO "ConversationState" ("key", "stateJson", "rev", "updatedAt", "expiresAt")
     VALUES ${states.map(() => '(?, ?, CAST(? AS INTEGER), ?, ?)').join(', ')}
     ON CONFLICT ("key") DO UPDATE SET "stateJson" = excluded."stateJson", "rev" = excluded."rev", "updatedAt" = excluded."updatedAt", "expiresAt" = excluded."expiresAt"
     WHERE "ConversationState"."rev" = excluded."rev" - 1 RETURNING "key"`,
    states.flatMap(({ key, text, expectedRev, expiresAt }): SqlValue[] => [key, text, expectedRev + 1, moment, expiresAt]),
  );
  return new Set(rows.map(({ key }) => key));
};

const markDone = async (sql: SqlTransaction, ids: readonly number[], moment: string): Promise<void> => {
  if (ids.length === 0) return;
  await sql.run(
    `UPDATE "InboxMessage" SET "status" = 'done', "doneAt" = ?, "eventJson" = '{}' WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
    [moment, ...ids],
  );
};

const writeEvent = ({ at, ...event }: Inbound): string => JSON.stringify({ ...event, at: momentText(at) });

const readEvent = (text: string): Inbound => {
  // as: written by writeEvent
  const { at, ...event } = JSON.parse(text) as Omit<Inbound, 'at'> & { at: string };
  return { ...event, at: momentFrom(at) } as Inbound;
};
