import { expect, it } from 'vitest';
import { createJournal, type Journal, type TurnEnd } from '#conversation/journal.ts';
import type { Database } from '#database/database.ts';
import type { OutboxDraft } from '#delivery/outbox.ts';
import type { Inbound, Platform } from '#ports/chat-channel.ts';
import { momentText, Temporal } from '#shared/day.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';

// as: the tests' own platform
const platform = 'p' as Platform;
const now = Temporal.Instant.from('2026-03-03T02:00:00Z');
const to = { platform, chatId: 'c', kind: 'direct' as const };

const event = (eventId: string): Inbound => ({
  eventId,
  at: now,
  conversation: to,
  sender: { platform, accountId: '1' },
  addressed: true,
  type: 'text',
  text: `halo ${eventId}`,
});

const reply = (dedupeKey: string): OutboxDraft => ({
  dedupeKey,
  to,
  kind: 'reply',
  accountId: 'p:1',
  notBefore: '2026-03-03T02:00:00.000Z',
  expiresAt: null,
  payload: { type: 'message', message: { to, blocks: [{ b: 'text', text: [dedupeKey] }], urgency: 'reply', dedupeKey, lang: 'id' } },
});

const end = (inboxId: number, key: string, expectedRev: number, replies = [reply(`r${inboxId}`)]): TurnEnd => ({
  inboxIds: [inboxId],
  state: { key, text: `{"v":1,"misses":${inboxId}}`, expectedRev, expiresAt: '2026-04-03T02:00:00.000Z' },
  replies,
});

/** `heir`: another process, which finds the first one dead. */
const journalOn = (database: Database, owner: 'first' | 'heir' = 'first'): Journal =>
  createJournal({ database, owner, now: () => now, leaseSeconds: 30 });

describeOnEachDatabase('the journal', (open) => {
  it('takes an event in once, also when it comes twice at the same time', async () => {
    const journal = journalOn(await open());
    const taken = await Promise.all([event('1'), event('1'), event('2')].map((one) => journal.takeIn(one, 'k')));
    expect(taken.map((one) => one?.event.eventId)).toEqual(['1', undefined, '2']);
    expect(await journal.takeIn(event('1'), 'k')).toBeNull();
  });

  it('gives back what was never answered, as it was, oldest first', async () => {
    const database = await open();
    const journal = journalOn(database);
    const first = await journal.takeIn(event('1'), 'k');
    for (const id of ['2', '3']) await journal.takeIn(event(id), 'k');
    await journal.endTurn(end(first?.id ?? 0, 'k', 0));
    expect((await journalOn(database, 'heir').unanswered()).map((one) => one.event)).toEqual([event('2'), event('3')]);
  });

  it('leaves to a living process what it took in, and takes a dead one over once', async () => {
    const database = await open();
    await journalOn(database).takeIn(event('1'), 'k');
    await database.sql.run(`INSERT INTO "Lease" ("name", "owner", "fence", "until") VALUES ('process:first', 'first', 1, ?)`, [
      momentText(now.add({ seconds: 5 })),
    ]);
    expect(await journalOn(database, 'heir').unanswered()).toEqual([]);
    await database.sql.run(`DELETE FROM "Lease"`);
    expect(await journalOn(database, 'heir').unanswered()).toHaveLength(1);
    expect(await journalOn(database, 'heir').unanswered()).toEqual([]);
  });

  it('forgets the words of what was answered', async () => {
    const database = await open();
    const journal = journalOn(database);
    const taken = await journal.takeIn(event('1'), 'k');
    await journal.endTurn(end(taken?.id ?? 0, 'k', 0));
    expect(await database.sql.all(`SELECT "status", "eventJson" FROM "InboxMessage"`)).toEqual([{ status: 'done', eventJson: '{}' }]);
  });

  it('writes nothing of a turn that read an older state', async () => {
    const database = await open();
    const journal = journalOn(database);
    const one = await journal.takeIn(event('1'), 'k');
    const two = await journal.takeIn(event('2'), 'k');
    expect(await journal.endTurn(end(one?.id ?? 0, 'k', 0))).toMatchObject({ saved: true });
    expect(await journal.endTurn(end(two?.id ?? 0, 'k', 0))).toEqual({ saved: false });
    expect((await journalOn(database, 'heir').unanswered()).map(({ event: { eventId } }) => eventId)).toEqual(['2']);
    expect(await database.sql.all(`SELECT "dedupeKey" FROM "OutboxMessage"`)).toEqual([{ dedupeKey: `r${one?.id}` }]);
    expect(await journal.endTurn(end(two?.id ?? 0, 'k', 1))).toMatchObject({ saved: true });
    expect(await journal.stateOf('k')).toMatchObject({ rev: 2 });
  });

  it('says an answer once, although its turn ends twice', async () => {
    const journal = journalOn(await open());
    const taken = await journal.takeIn(event('1'), 'k');
    const first = await journal.endTurn(end(taken?.id ?? 0, 'k', 0));
    const again = await journal.endTurn(end(taken?.id ?? 0, 'k', 1));
    expect(first.saved && first.rows.map(({ dedupeKey }) => dedupeKey)).toEqual([`r${taken?.id}`]);
    expect(again.saved && again.rows).toEqual([]);
  });

  it('ends many turns together, each with its own rows', async () => {
    const database = await open();
    const journal = journalOn(database);
    const taken = await Promise.all(Array.from({ length: 60 }, (_, at) => journal.takeIn(event(String(at)), `k${at}`)));
    const ended = await Promise.all(taken.map((one, at) => journal.endTurn(end(one?.id ?? 0, `k${at}`, 0))));
    expect(ended.map((one) => one.saved && one.rows.map(({ dedupeKey }) => dedupeKey))).toEqual(taken.map((one) => [`r${one?.id}`]));
    expect(await journalOn(database, 'heir').unanswered()).toEqual([]);
  });

  it('lets no bad item sink the others of its group', async () => {
    const database = await open();
    const journal = journalOn(database);
    const taken = await Promise.all(['1', '2', '3'].map((id) => journal.takeIn(event(id), `k${id}`)));
    const [one, two, three] = taken.map((each) => each?.id ?? 0);
    // as: no text at all, which the column refuses
    const broken = { ...end(two ?? 0, 'k2', 0), state: { key: 'k2', text: null as unknown as string, expectedRev: 0, expiresAt: '' } };
    const results = await Promise.allSettled([
      journal.endTurn(end(one ?? 0, 'k1', 0)),
      journal.endTurn(broken),
      journal.endTurn(end(three ?? 0, 'k3', 0)),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await journalOn(database, 'heir').unanswered()).map(({ event: { eventId } }) => eventId)).toEqual(['2']);
  });
});
