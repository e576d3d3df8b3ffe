import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadWorld } from '#adapters/chat/rehearsal/load/load-world.ts';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import { createWorldStore } from '#adapters/chat/rehearsal/world-store.ts';
import { createLibraryRules } from '#circulation/library-rules.ts';
import { conversationPolicyOf, defaultConversationPolicy, libraryCardOf } from '#conversation/settings.ts';
import type { Database } from '#database/database.ts';
import { hashLinkCode } from '#staff/link-codes.ts';
import { Temporal } from '#shared/day.ts';
import { bigWorld } from './big-world.ts';

describe('a loaded world', () => {
  const store = createWorldStore();
  let database: Database;

  beforeAll(async () => {
    const read = readWorld(bigWorld);
    if (!read.ok) throw new Error(read.error);
    database = await store.fresh();
    await loadWorld(database, read.world);
  });

  afterAll(async () => {
    await database.close();
    store.remove();
  });

  it('has the policy of conversations and the card of the library', async () => {
    expect(await conversationPolicyOf(database)).toEqual({
      staff_hours: 'mon-thu 08:00-15:00',
      reminders: { days_before: [3, 1], quiet: '21:00-06:00' },
      session_timeout_min: 10,
      form_timeout_hours: 12,
      visit_max: 40,
      visit_days: ['wed', 'thu'],
      room_slot_min: 90,
      offer_hours: 6,
      van_pickup_cutoff: '13:00',
      link_tries: 3,
      download_link_hours: 48,
      broadcast_undo_min: 10,
      broadcast_second_person_above: 100,
    });
    expect(await libraryCardOf(database)).toEqual(bigWorld.library);
  });

  it('lends by its own rules', async () => {
    const rules = await createLibraryRules(database).current();
    const { terms } = rules.effective({ branchId: 'main', patronType: 'child', material: 'book', on: '2026-03-03' });
    expect(terms).toMatchObject({
      loanDays: 14,
      maxLoans: 1,
      maxHolds: 4,
      maxRenewals: 2,
      renewDays: 5,
      renewFrom: 'today',
      renewWindowDays: null,
      dueMode: 'skipClosed',
      holdPickupDays: 2,
      finePerDay: 500,
      lateDays: 'calendar',
      blockAtFine: 5000,
    });
    expect(rules.policy.hold_ready_grace_min).toBe(30);
  });

  it('is open in its own hours', async () => {
    const calendar = (await createLibraryRules(database).current()).calendarOf('main');
    const hoursOn = (day: string) => calendar.entryOn(Temporal.PlainDate.from(day)).hours;
    expect(['2026-03-20', '2026-03-17', '2026-03-06', '2026-03-27'].map(hoursOn)).toMatchObject([
      [],
      [{ opens: '08:00', closes: '12:00' }],
      [{ opens: '08:00', closes: '14:00' }],
      [
        { opens: '08:00', closes: '11:30' },
        { opens: '13:30', closes: '16:30' },
      ],
    ]);
  });

  it('knows accounts by platform, and staff only by their own account', async () => {
    const accounts = await database.models.account.findMany({ include: { links: true }, orderBy: { id: 'asc' } });
    expect(accounts.map(({ id, chatId, links }) => [id, chatId, links.map(({ patronId }) => patronId)])).toEqual([
      ['rehearsal:P2', 'private:P2', ['P2']],
      ['rehearsal:P4', 'private:P4', ['P4']],
      ['rehearsal:S1', 'private:S1', []],
      ['rehearsal:S2', 'private:S2', []],
      ['rehearsal:U1', 'private:U1', ['P1']],
      ['rehearsal:X1', 'private:X1', []],
      ['telegram:T1', 'private:T1@telegram', ['P1']],
    ]);
    expect(await database.models.staffAccount.findMany({ orderBy: { accountId: 'asc' } })).toEqual([
      { accountId: 'rehearsal:S1', staffId: 'S1' },
      { accountId: 'rehearsal:S2', staffId: 'S2' },
    ]);
  });

  it('keeps preferences nobody asked for unsaid', async () => {
    expect(await database.models.preference.findUnique({ where: { id: 'patron:P2' } })).toMatchObject({
      language: null,
      notices: false,
      noEmoji: null,
    });
    expect(await database.models.preference.findUnique({ where: { id: 'group:rehearsal:PKK' } })).toMatchObject({
      language: 'en',
      notices: false,
    });
  });

  it('keeps desk codes hashed, for their card', async () => {
    expect(await database.models.linkCode.findMany()).toMatchObject([{ card: 'K-73', codeHash: hashLinkCode('BUKA-1234'), usedAt: null }]);
  });

  it('has consents of those who gave them', async () => {
    const subjects = (await database.models.consent.findMany({ where: { purpose: 'reminders' } })).map(({ subject }) => subject);
    expect(subjects.toSorted()).toEqual(['P1', 'P2', 'P4', 'rehearsal:P2', 'rehearsal:P4', 'rehearsal:U1', 'telegram:T1']);
  });

  it('gives a fine to the open loan it stands for', async () => {
    const fines = await database.models.fine.findMany({ orderBy: { id: 'asc' } });
    const loan = await database.models.loan.findFirst({ where: { copyCode: 'T2-1' } });
    expect(fines).toMatchObject([
      { loanId: loan?.id, asOf: '2026-03-02' },
      { loanId: null, asOf: '2026-03-03' },
    ]);
  });

  it('sends and allocates nothing', async () => {
    expect(await database.models.outboxMessage.count()).toBe(0);
    expect(await database.models.operationOutcome.count()).toBe(0);
  });

  it('goes by the defaults of the house where nothing was decided', async () => {
    const empty = await store.fresh();
    expect(await conversationPolicyOf(empty)).toEqual(defaultConversationPolicy);
    await empty.close();
  });
});
