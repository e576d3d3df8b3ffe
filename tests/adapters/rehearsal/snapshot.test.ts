import { describe, expect, it } from 'vitest';
import { bigWorld } from './big-world.ts';
import { collectionFields, preferenceFields } from './collection-fields.ts';
import { echoProgram } from './echo-program.ts';
import { rehearse } from './rehearsing.ts';

type Collections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

const snapshotOf = async (world: unknown): Promise<Collections> => {
  const [loaded, answer] = await rehearse(echoProgram, [{ op: 'load', world }, { op: 'snapshot' }]);
  expect(loaded).toEqual({ ok: true });
  // as: the shape is what these tests are about
  return (answer as { collections: Collections }).collections;
};

describe('the snapshot', () => {
  it('has the 22 collections, all empty in an empty world', async () => {
    const collections = await snapshotOf({ clock: '2026-03-03T09:00:00+07:00' });
    expect(Object.keys(collections).toSorted()).toEqual(Object.keys(collectionFields).toSorted());
    expect(Object.values(collections).every((rows) => rows.length === 0)).toBe(true);
  });

  it('says of a loaded world what the world says', async () => {
    const collections = await snapshotOf(bigWorld);
    expect(collections['patrons']).toEqual([
      {
        id: 'P1',
        name: 'Wulan',
        card: 'K-71',
        type: 'adult',
        guardian: null,
        linked: ['private:U1', 'private:T1@telegram'],
        status: 'active',
      },
      { id: 'P2', name: 'Bagus', card: 'K-72', type: 'child', guardian: 'P1', linked: ['private:P2'], status: 'active' },
      { id: 'P3', name: 'Rini', card: 'K-73', type: 'teen', guardian: null, linked: [], status: 'suspended' },
      { id: 'P4', name: 'Danu', card: 'K-74', type: 'adult', guardian: null, linked: ['private:P4'], status: 'active' },
    ]);
    expect(collections['loans']).toEqual([
      { patron: 'P1', item: 'T1', copy: 'T1-1', due: '2026-03-05', renewals: 0, status: 'open' },
      { patron: 'P2', item: 'T2', copy: 'T2-1', due: '2026-02-25', renewals: 1, status: 'open' },
    ]);
    expect(collections['fines']).toEqual([
      { patron: 'P2', item: 'T2', amount: 1500, status: 'open' },
      { patron: 'P4', item: null, amount: 4000, status: 'open' },
    ]);
    expect(collections['surveys']).toEqual([{ id: 'V1', title: 'Kepuasan', status: 'open' }]);
    expect(collections['van_subscriptions']).toEqual([
      { chat: 'PKK', stop: 'H1' },
      { chat: 'private:T1@telegram', stop: 'H2' },
    ]);
  });

  it('keeps holds with their places and copies, and copies in the state of their loan or hold', async () => {
    const { holds = [], copies = [] } = await snapshotOf(bigWorld);
    const none = { position: null, visit: null, copy: null, deadline: null };
    expect(holds).toHaveLength(8);
    expect(holds).toEqual(
      expect.arrayContaining([
        { ...none, patron: 'P2', item: 'T4', status: 'waiting', position: 2, pickup: 'main' },
        { ...none, patron: 'P1', item: 'T4', status: 'waiting', position: 1, pickup: 'main' },
        { ...none, patron: 'P4', item: 'T4', status: 'suspended', position: 3, pickup: 'main' },
        { ...none, patron: 'P4', item: 'T1', status: 'ready', pickup: 'east', copy: 'T1-2', deadline: '2026-03-06' },
        { ...none, patron: 'P1', item: 'T2', status: 'allocated', position: 1, pickup: 'main', copy: 'T2-2' },
        {
          ...none,
          patron: 'P3',
          item: 'T4',
          status: 'in_transit',
          position: 4,
          pickup: 'H1',
          copy: 'T4-2',
          visit: '2026-03-04T09:00:00+07:00',
        },
        { ...none, patron: 'P3', item: 'T1', status: 'filled', pickup: 'main', copy: 'T1-3' },
        { ...none, patron: 'P3', item: 'T2', status: 'cancelled', pickup: 'main' },
      ]),
    );
    const queue = holds.filter((hold) => hold['item'] === 'T4').map((hold) => hold['position']);
    expect(queue).toEqual([1, 2, 3, 4]);
    expect(copies.map((copy) => [copy['code'], copy['branch'], copy['status']])).toEqual([
      ['T1-1', 'main', 'on_loan'],
      ['T1-2', 'east', 'on_hold_shelf'],
      ['T1-3', 'van', 'available'],
      ['T2-1', 'main', 'on_loan'],
      ['T2-2', 'main', 'allocated'],
      ['T3-1', 'main', 'available'],
      ['T4-1', 'main', 'available'],
      ['T4-2', 'main', 'in_transit'],
      ['T4-3', 'main', 'available'],
      ['T4-4', 'main', 'available'],
    ]);
  });

  it("shows moments in the library's time, and people by their ids", async () => {
    const collections = await snapshotOf(bigWorld);
    expect(collections['events']).toEqual([
      { id: 'E2', title: 'Bedah Buku', start: '2026-03-01T09:00:00+07:00', end: null, place: 'Aula', capacity: 5, status: 'finished' },
      {
        id: 'E1',
        title: 'Kelas Menulis',
        start: '2026-03-07T09:00:00+07:00',
        end: '2026-03-07T11:00:00+07:00',
        place: 'Aula',
        capacity: 20,
        status: 'open',
      },
    ]);
    expect(collections['signups']).toEqual([
      { patron: 'P1', event: 'E1', seats: 1, status: 'confirmed', position: null, offer_until: null },
      { patron: 'P2', event: 'E1', seats: 1, status: 'confirmed', position: null, offer_until: null },
      { patron: 'P4', event: 'E1', seats: 1, status: 'waitlist', position: 1, offer_until: null },
      { patron: 'P3', event: 'E1', seats: 1, status: 'waitlist', position: 2, offer_until: null },
    ]);
    expect(collections['van_visits']).toMatchObject([
      { stop: 'H2', status: 'done', delay_min: 0 },
      { stop: 'H1', start: '2026-03-04T09:00:00+07:00', end: '2026-03-04T11:00:00+07:00', delay_min: 15, status: 'planned' },
    ]);
    expect(collections['room_bookings']).toMatchObject([
      { room: 'Ruang Diskusi', by: 'P1', count: 6, status: 'booked' },
      { by: 'X1', count: null },
    ]);
  });

  it('has a row of preferences for every reader, with only what was asked for, and one for each group that asked', async () => {
    const { preferences: rows = [] } = await snapshotOf(bigWorld);
    const usual = { language: 'id', notices: true, ...Object.fromEntries(preferenceFields.slice(2).map((name) => [name, false])) };
    expect(rows).toEqual([
      { patron: 'P1', ...usual, language: 'en', no_emoji: true },
      { patron: 'P2', ...usual, notices: false },
      { patron: 'P3', ...usual },
      { patron: 'P4', ...usual },
      { chat: 'PKK', ...usual, language: 'en', notices: false },
    ]);
  });

  it('is the same after a message that changes nothing', async () => {
    const greet = { op: 'send', message: { id: 'a', chat: 'private:U1', from: 'U1', text: 'halo' } };
    const [, before, , after] = await rehearse(echoProgram, [
      { op: 'load', world: bigWorld },
      { op: 'snapshot' },
      greet,
      { op: 'snapshot' },
    ]);
    expect(after).toEqual(before);
  });
});
