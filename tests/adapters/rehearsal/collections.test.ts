import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWorld } from '#adapters/chat/rehearsal/load/load-world.ts';
import { snapshot, type Snapshot } from '#adapters/chat/rehearsal/snapshot/snapshot.ts';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import { createWorldStore } from '#adapters/chat/rehearsal/world-store.ts';
import type { Database } from '#database/database.ts';
import { bigWorld } from './big-world.ts';
import { collectionFields, preferenceFields } from './collection-fields.ts';

const at = '2026-03-03T02:00:00.000Z';
const local = '2026-03-03T09:00:00+07:00';

/** What a world cannot say, as the services will write it: people without a card by their account. */
const fillTheRest = async ({ models }: Database): Promise<void> => {
  const stranger = 'rehearsal:X1';
  await models.vanRequest.create({ data: { id: 'r1', place: 'Balai Desa', dateOn: null, contact: 'Ani', byId: stranger } });
  await models.surveyAnswer.createMany({
    data: [
      { id: 'a1', surveyId: 'V1', questionId: 'q1', patronId: 'P1', answerJson: '{"value":4}' },
      { id: 'a2', surveyId: 'V1', questionId: 'q4', answerJson: null, skipped: true },
    ],
  });
  await models.ticket.createMany({
    data: [
      { id: 't1', no: 1, kind: 'complaint', patronId: 'telegram:T1', text: 'Panas', status: 'new', openedAt: at },
      { id: 't2', no: 2, kind: 'handoff', patronId: stranger, text: 'Halo', staffId: 'S1', status: 'open', openedAt: at },
    ],
  });
  await models.broadcast.create({
    data: { id: 'b1', byId: 'S1', text: 'Libur', audience: 'all', recipients: 3, status: 'sent', createdAt: at },
  });
  await models.suggestion.create({ data: { id: 's1', title: 'Pulang', patronId: 'P4' } });
  await models.visitBooking.create({ data: { id: 'v1', byId: stranger, institution: 'SD Contoh', dateOn: '2026-03-11', count: 30 } });
  await models.talkProposal.create({ data: { id: 'p1', title: 'Sungai', byId: stranger, contact: 'Ani', dateOn: '2026-04-01' } });
  await models.download.create({ data: { id: 'd1', patronId: 'P1', titleId: 'T1', format: 'pdf', expiresAt: at } });
  await models.auditEntry.create({ data: { id: 'x1', at, actor: 'rehearsal:S1', action: 'checkout', subject: 'T1-1' } });
  await models.preference.create({ data: { id: `account:${stranger}`, shortReplies: true } });
};

describe('the collections of a snapshot', () => {
  const store = createWorldStore();
  let database: Database;
  let collections: Snapshot;

  beforeAll(async () => {
    const read = readWorld(bigWorld);
    if (!read.ok) throw new Error(read.error);
    database = await store.fresh();
    await loadWorld(database, read.world);
    await fillTheRest(database);
    collections = await snapshot(database);
  });

  afterAll(async () => {
    await database.close();
    store.remove();
  });

  it.each(Object.entries(collectionFields))('%s have exactly their fields', (name, fields) => {
    const rows = Object.entries(collections).find(([key]) => key === name)?.[1] ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const expected = 'chat' in row && name === 'preferences' ? ['chat', ...preferenceFields] : fields;
      expect(Object.keys(row).toSorted()).toEqual([...expected].toSorted());
    }
  });

  it('name people by the ids of the world: readers and staff by theirs, strangers by their account', () => {
    expect(collections.van_requests).toEqual([{ place: 'Balai Desa', date: null, contact: 'Ani', by: 'X1', status: 'new' }]);
    expect(collections.feedback).toEqual([{ no: 1, patron: 'P1', kind: 'complaint', text: 'Panas', status: 'new' }]);
    expect(collections.handoffs).toEqual([{ no: 2, patron: 'X1', staff: 'S1', status: 'open' }]);
    expect(collections.audit).toEqual([{ at: local, actor: 'S1', action: 'checkout', subject: 'T1-1' }]);
    expect(collections.preferences.at(-1)).toMatchObject({ chat: 'PKK' });
    expect(collections.preferences).toContainEqual(expect.objectContaining({ chat: 'private:X1', short_replies: true }));
  });

  it('show answers as they were given, and skipped questions without one', () => {
    expect(collections.survey_answers).toEqual([
      { survey: 'V1', question: 'q1', patron: 'P1', answer: 4, skipped: false },
      { survey: 'V1', question: 'q4', patron: null, answer: null, skipped: true },
    ]);
  });
});
