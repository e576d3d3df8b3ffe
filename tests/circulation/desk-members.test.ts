import { expect, it } from 'vitest';
import { savePolicy } from '#circulation/library-rules-writing.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import type { StaffId } from '#shared/ids.ts';
import { patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

// as: a made-up id of the tests
const tuti = 'tuti' as StaffId;

const member = { name: 'Dewi', birthOn: '1990-01-02', card: 'K-0101', guardianId: null, phone: null, address: null };

const patron = (library: SmallLibrary, card: string) => library.database.models.patron.findUniqueOrThrow({ where: { card } });

describeOnEachDatabase('a new member', (open) => {
  it('has a card that works at once, for a year, under a number that is free', async () => {
    const library = await smallLibrary(await open());
    const first = await library.circulation.registerMember(member, { key: 'form', staffId: tuti });
    expect(first).toMatchObject({ ok: true, value: { card: 'K-0101', expiresOn: '2027-06-09' } });
    expect(await library.circulation.registerMember(member, { key: 'form', staffId: tuti })).toEqual(first);
    expect(await patron(library, 'K-0101')).toMatchObject({ name: 'Dewi', type: 'adult', status: 'active', joinedOn: '2026-06-09' });
    expect(await library.circulation.registerMember(member, library.key())).toMatchObject({ refusal: { reason: 'code-taken' } });
    expect(await library.circulation.proposedCard()).toBe('K-0102');
  });

  it('under 18 has a guardian, and a card for that age', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    const child = { ...member, birthOn: '2014-01-02' };
    expect(await library.circulation.registerMember(child, library.key())).toMatchObject({ refusal: { reason: 'guardian-needed' } });
    await library.circulation.registerMember({ ...child, guardianId: patronId('siti') }, library.key());
    expect(await patron(library, 'K-0101')).toMatchObject({ type: 'child', guardianId: 'siti' });
  });

  it('can be taken back until the card is used', async () => {
    const library = await smallLibrary(await open());
    await library.addTitle('T', ['main']);
    await library.circulation.registerMember(member, { ...library.key(), staffId: tuti });
    const { id } = await patron(library, 'K-0101');
    await library.database.models.hold.create({ data: { id: 'h', patronId: id, titleId: 'T', placedAt: '2026-06-09T03:00:00.000Z' } });
    expect(await library.circulation.undoLast({ staffId: tuti }, library.key())).toMatchObject({
      refusal: { reason: 'changed-since', what: 'member' },
    });
    await library.database.models.hold.delete({ where: { id: 'h' } });
    expect(await library.circulation.undoLast({ staffId: tuti }, library.key())).toMatchObject({ ok: true });
    expect(await library.database.models.patron.count()).toBe(0);
  });
});

describeOnEachDatabase('a card', (open) => {
  it('is activated once, and extended from its last day or from today', async () => {
    const library = await smallLibrary(await open());
    await library.database.models.patron.create({ data: { id: 'p', name: 'Dewi', card: 'P-1', status: 'pending' } });
    expect(await library.circulation.extendCard(patronId('p'), library.key())).toMatchObject({ refusal: { reason: 'member-pending' } });
    expect(await library.circulation.activateMember(patronId('p'), library.key())).toMatchObject({ value: { expiresOn: '2027-06-09' } });
    expect(await library.circulation.activateMember(patronId('p'), library.key())).toMatchObject({ refusal: { reason: 'not-pending' } });
    expect(await library.circulation.extendCard(patronId('p'), library.key())).toMatchObject({ value: { expiresOn: '2028-06-09' } });
    library.clock.set('2028-07-01T09:00');
    expect(await library.circulation.extendCard(patronId('p'), library.key())).toMatchObject({ value: { expiresOn: '2029-07-01' } });
    expect(await patron(library, 'P-1')).toMatchObject({ status: 'active', joinedOn: '2026-06-09' });
  });

  it('is freed of its suspension', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    expect(await library.circulation.liftSuspension({ patronId: patronId('siti') }, library.key())).toMatchObject({
      refusal: { reason: 'not-suspended' },
    });
    await library.database.models.patron.update({ where: { id: 'siti' }, data: { suspendedUntil: '2026-06-20' } });
    expect(await library.circulation.liftSuspension({ patronId: patronId('siti') }, library.key())).toMatchObject({
      value: { until: '2026-06-20' },
    });
    expect(await library.circulation.patron(patronId('siti'))).toMatchObject({ status: 'active', suspendedUntil: null });
  });
});

describeOnEachDatabase('a fine', (open) => {
  it('that still runs is paid as of today, or forgiven, and runs no further', async () => {
    const library = await smallLibrary(await open());
    await savePolicy(library.database, { fine_per_day: 500 }, library.clock.now());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.lend('siti', 'T');
    library.clock.set('2026-06-20T09:00');
    const [running] = await library.circulation.finesOf(patronId('siti'));
    const settlement = { patronId: patronId('siti'), fineIds: [running?.id ?? ''], how: 'paid' } as const;
    const amount = running?.amount ?? 0;
    expect(amount).toBeGreaterThan(0);
    expect(await library.circulation.settleFines(settlement, { ...library.key(), staffId: tuti })).toMatchObject({ value: { amount } });
    expect(await library.circulation.settleFines(settlement, library.key())).toMatchObject({ refusal: { reason: 'no-fine' } });
    library.clock.set('2026-06-20T10:00');
    await library.circulation.undoLast({ staffId: tuti }, library.key());
    expect(await library.circulation.settleFines({ ...settlement, how: 'waived' }, library.key())).toMatchObject({ ok: true });
    await library.takeBack('T');
    expect(await library.circulation.finesOf(patronId('siti'))).toMatchObject([{ amount, status: 'waived' }]);
  });
});
