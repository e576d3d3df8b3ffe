import { expect, it } from 'vitest';
import type { Database } from '#database/database.ts';
import { insertPending, type OutboxDraft, type OutboxKind } from '#delivery/outbox.ts';
import { createSender, type Sender } from '#delivery/sender.ts';
import type { ChatChannel, Outbound, Pace, Platform, SendResult } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import { momentText, Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { deferred, type Deferred } from '#tests/support/deferred.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';

// as: the tests' own platform
const platform = 'p' as Platform;
const anyPace: Pace = { perSecond: 1_000_000, chatGapMs: 0, groupPerMinute: 1_000_000 };

/** A platform whose every send waits until the test says how it ended. */
class SlowChannel implements ChatChannel {
  readonly platform = platform;
  readonly capabilities = {
    buttons: true,
    edits: true,
    ephemeral: false,
    startPrivate: true,
    images: true,
    files: true,
    places: true,
    maxChoices: 8,
    maxText: 4000,
  };
  readonly pace: Pace;
  readonly listensAlone = false;
  readonly begun: string[] = [];
  readonly #ends = new Map<string, Deferred<SendResult>>();
  answersAtOnce = false;

  constructor(pace: Pace = anyPace) {
    this.pace = pace;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  health() {
    return { ok: true };
  }
  async fetchFile(): Promise<null> {
    return null;
  }
  deepLink(payload: string): string {
    return payload;
  }
  send({ dedupeKey }: Outbound): Promise<SendResult> {
    this.begun.push(dedupeKey);
    if (this.answersAtOnce) return Promise.resolve({ ok: true, messageIds: [dedupeKey] });
    const end = deferred<SendResult>();
    this.#ends.set(dedupeKey, end);
    return end.promise;
  }
  ends(key: string, result: SendResult = { ok: true, messageIds: [key] }): void {
    this.#ends.get(key)?.resolve(result);
  }
}

const draft = (key: string, chatId: string, kind: OutboxKind, more: Partial<OutboxDraft> = {}): OutboxDraft => {
  const to = { platform, chatId, kind: 'direct' as const };
  const message: Outbound = { to, blocks: [{ b: 'text', text: [key] }], urgency: kind, dedupeKey: key, lang: 'id' };
  return {
    dedupeKey: key,
    to,
    payload: { type: 'message', message },
    kind,
    accountId: null,
    notBefore: '2026-03-03T01:00:00.000Z',
    expiresAt: null,
    ...more,
  };
};

interface Scene {
  readonly sender: Sender;
  readonly channel: SlowChannel;
  readonly clock: Clock & { moveTo(moment: string): void };
  put(...drafts: OutboxDraft[]): Promise<void>;
  statuses(): Promise<Readonly<Record<string, string>>>;
}

const clockFrom = (start: string): Scene['clock'] => {
  let now = Temporal.Instant.from(start);
  return { now: () => now, moveTo: (moment) => void (now = Temporal.Instant.from(moment)) };
};

const setUp = async (database: Database, { pace = anyPace, paced = false, owner = 'o1' } = {}): Promise<Scene> => {
  // the process lives for the first seconds of each test
  await database.sql.run(`INSERT INTO "Lease" ("name", "owner", "fence", "until") VALUES (?, ?, 1, '2026-03-03T02:00:20.000Z')`, [
    `process:${owner}`,
    owner,
  ]);
  const channel = new SlowChannel(pace);
  const clock = clockFrom('2026-03-03T02:00:00Z');
  const compose = async ({ payload }: { readonly payload: OutboxDraft['payload'] }) =>
    payload.type === 'message' ? payload.message : null;
  const sender = createSender({
    database,
    channels: [channel],
    clock,
    log: createRecordingLog(),
    owner,
    leaseSeconds: 30,
    isAlive: () => true,
    paced,
    compose,
  });
  return {
    sender,
    channel,
    clock,
    put: (...drafts) => database.sql.transaction((sql) => insertPending(sql, drafts, momentText(clock.now()))),
    statuses: async () =>
      Object.fromEntries(
        (await database.sql.all<{ dedupeKey: string; status: string }>(`SELECT "dedupeKey", "status" FROM "OutboxMessage"`)).map((row) => [
          row.dedupeKey,
          row.status,
        ]),
      ),
  };
};

describeOnEachDatabase('the sender', (open) => {
  it('sends one after the other to one chat, and to others meanwhile', async () => {
    const { sender, channel, put } = await setUp(await open());
    await put(draft('a1', 'a', 'reply'), draft('a2', 'a', 'reply'), draft('b1', 'b', 'reply'));
    await sender.claim();
    await expect.poll(() => channel.begun).toEqual(['a1', 'b1']);
    channel.ends('a1');
    await expect.poll(() => channel.begun).toEqual(['a1', 'b1', 'a2']);
    channel.ends('a2');
    channel.ends('b1');
    await sender.settled();
  });

  it('sends replies before notices, and broadcasts last', async () => {
    const { sender, channel, put } = await setUp(await open());
    channel.answersAtOnce = true;
    await put(draft('broadcast', 'a', 'broadcast'), draft('notice', 'a', 'notice'), draft('reply', 'a', 'reply'));
    await sender.claim();
    await sender.settled();
    await expect.poll(() => channel.begun).toEqual(['reply', 'notice', 'broadcast']);
  });

  it('sends each row once, however often it is claimed, and by whomever', async () => {
    const database = await open();
    const one = await setUp(database);
    const other = await setUp(database, { owner: 'o2' });
    one.channel.answersAtOnce = other.channel.answersAtOnce = true;
    await one.put(...Array.from({ length: 40 }, (_, at) => draft(`k${at}`, `chat${at % 7}`, 'notice')));
    await Promise.all([one.sender.claim(), other.sender.claim(), one.sender.claim(), other.sender.claim()]);
    await expect.poll(async () => Object.values(await one.statuses()).filter((status) => status === 'SENT').length).toBe(40);
    expect(new Set([...one.channel.begun, ...other.channel.begun]).size).toBe(40);
    expect(one.channel.begun.length + other.channel.begun.length).toBe(40);
  });

  it('leaves what is not due, what is too old and what nobody wants any more', async () => {
    const database = await open();
    const { sender, channel, put, statuses, clock } = await setUp(database);
    channel.answersAtOnce = true;
    await database.sql.run(
      `INSERT INTO "Account" ("id", "platform", "accountId", "state", "createdAt") VALUES ('p:1', 'p', '1', 'blocked', '')`,
    );
    await put(
      draft('later', 'a', 'notice', { notBefore: '2026-03-03T03:00:00.000Z' }),
      draft('old', 'b', 'notice', { expiresAt: '2026-03-03T01:30:00.000Z' }),
      draft('blocked', 'c', 'notice', { accountId: 'p:1' }),
      draft('asked for', 'c', 'reply', { accountId: 'p:1' }),
    );
    await sender.claim();
    await sender.settled();
    await expect.poll(statuses).toEqual({ later: 'PENDING', old: 'SKIPPED', blocked: 'PENDING', 'asked for': 'SENT' });
    clock.moveTo('2026-03-03T03:00:00Z');
    await sender.claim();
    await sender.settled();
    await expect.poll(() => channel.begun).toEqual(['asked for', 'later']);
  });

  it('takes over what a dead sender held: says it again, but no broadcast', async () => {
    const database = await open();
    const dead = await setUp(database);
    await dead.put(draft('notice', 'a', 'notice'), draft('broadcast', 'b', 'broadcast'));
    await dead.sender.claim();
    const next = await setUp(database, { owner: 'o2' });
    next.channel.answersAtOnce = true;
    await next.sender.claim();
    expect(next.channel.begun).toEqual([]);
    next.clock.moveTo('2026-03-03T02:00:31Z');
    await next.sender.claim();
    await next.sender.settled();
    await expect.poll(next.statuses).toEqual({ notice: 'SENT', broadcast: 'UNKNOWN' });
  });

  it('withdraws everything else for a person who blocked us', async () => {
    const database = await open();
    const { sender, channel, put, statuses } = await setUp(database);
    await database.sql.run(
      `INSERT INTO "Account" ("id", "platform", "accountId", "state", "createdAt") VALUES ('p:1', 'p', '1', 'active', '')`,
    );
    await put(
      draft('now', 'a', 'notice', { accountId: 'p:1' }),
      draft('tomorrow', 'a', 'notice', { accountId: 'p:1', notBefore: '2026-03-04T02:00:00.000Z' }),
    );
    await sender.claim();
    await expect.poll(() => channel.begun).toEqual(['now']);
    channel.ends('now', { ok: false, kind: 'blocked', detail: 'blocked by the user' });
    await sender.settled();
    expect(await statuses()).toEqual({ now: 'SKIPPED', tomorrow: 'SKIPPED' });
    expect(await database.sql.all(`SELECT "state" FROM "Account"`)).toEqual([{ state: 'blocked' }]);
  });

  it('holds everything back while the platform asks for silence', async () => {
    const { sender, channel, put, clock } = await setUp(await open(), { paced: true });
    await put(draft('a', 'a', 'reply'));
    await sender.claim();
    await expect.poll(() => channel.begun).toEqual(['a']);
    channel.ends('a', { ok: false, kind: 'rate', retryAfterMs: 60_000, detail: 'retry after 60' });
    await sender.settled();
    channel.answersAtOnce = true;
    await put(draft('b', 'b', 'reply'));
    await sender.claim();
    await sender.settled();
    expect(channel.begun).toEqual(['a']);
    clock.moveTo('2026-03-03T02:01:01Z');
    await sender.claim();
    await expect.poll(() => [...channel.begun].sort()).toEqual(['a', 'a', 'b']);
    await sender.settled();
  });
});
