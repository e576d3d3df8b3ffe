import { expect, it } from 'vitest';
import { saveCalendarDays, savePolicy } from '#circulation/library-rules-writing.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

const renewalOf = async (library: SmallLibrary, patron: string, title: string) => ({
  patronId: patronId(patron),
  loanId: (await library.loanOf(patron, title)).id,
});

/** Siti has T since 9 June, due on the 16th. */
const lent = async (library: SmallLibrary) => {
  await library.addPatrons('siti', 'budi');
  await library.addTitle('T', ['main']);
  await library.lend('siti', 'T');
  return library;
};

describeOnEachDatabase('a renewal', (open) => {
  it('adds a week to the due date, once per key', async () => {
    const library = await lent(await smallLibrary(await open()));
    library.clock.set('2026-06-14T10:00');
    const request = await renewalOf(library, 'siti', 'T');
    expect(await library.circulation.previewRenewal(request)).toMatchObject({
      ok: true,
      value: { oldDue: '2026-06-16', newDue: '2026-06-23', renewalsLeft: 0 },
    });
    const first = await library.circulation.renew(request, { key: 'tap' });
    expect(first).toMatchObject({ ok: true, value: { title: 'Judul T', oldDue: '2026-06-16', newDue: '2026-06-23', renewalsLeft: 0 } });
    expect(await library.circulation.renew(request, { key: 'tap' })).toEqual(first);
    expect(await library.loanOf('siti', 'T')).toMatchObject({ dueOn: '2026-06-23', renewals: 1 });
  });

  it('is refused while another reader waits, and allowed while a copy stands ready for them', async () => {
    const library = await lent(await smallLibrary(await open()));
    await library.place('budi', 'T');
    library.clock.set('2026-06-14T10:00');
    const request = await renewalOf(library, 'siti', 'T');
    expect(await library.circulation.renew(request, library.key())).toMatchObject({
      refusal: { reason: 'hold-waiting', waiting: 1, otherCopies: 0 },
    });
    await library.database.models.copy.create({
      data: { code: 'T-9', titleId: 'T', branchId: 'main', homeBranchId: 'main', updatedAt: '2026-06-09T02:00:00.000Z' },
    });
    expect(await library.circulation.renew(request, library.key())).toMatchObject({ ok: true });
  });

  it('is refused too soon, for a stranger, and for what was returned', async () => {
    const library = await lent(await smallLibrary(await open()));
    const request = await renewalOf(library, 'siti', 'T');
    expect(await library.circulation.renew(request, library.key())).toMatchObject({
      refusal: { reason: 'too-soon', firstDay: '2026-06-13' },
    });
    expect(await library.circulation.renew({ ...request, patronId: patronId('budi') }, library.key())).toMatchObject({
      refusal: { reason: 'not-yours' },
    });
    await library.takeBack('T');
    expect(await library.circulation.renew(request, library.key())).toMatchObject({ refusal: { reason: 'loan-not-found' } });
  });

  it('is refused for another late book where the library blocks all', async () => {
    const library = await lent(await smallLibrary(await open()));
    await library.addTitle('U', ['main']);
    library.clock.set('2026-06-11T10:00');
    await library.lend('siti', 'U');
    library.clock.set('2026-06-18T10:00');
    const request = await renewalOf(library, 'siti', 'U');
    expect(await library.circulation.previewRenewal(request)).toMatchObject({ ok: true });
    await savePolicy(library.database, { overdue_renewal: 'block-all' }, library.clock.now());
    expect(await library.circulation.renew(request, library.key())).toMatchObject({
      refusal: { reason: 'overdue', openDaysLate: 2, allowed: 0, due: '2026-06-16' },
    });
  });

  it('names the closed days that moved its date', async () => {
    const library = await lent(await smallLibrary(await open()));
    await saveCalendarDays(
      library.database,
      [{ day: '2026-06-23', kind: 'closed', reason: 'Rapat', tentative: true }],
      library.clock.now(),
    );
    library.clock.set('2026-06-16T10:00');
    const answer = await library.circulation.renew(await renewalOf(library, 'siti', 'T'), library.key());
    expect(answer).toMatchObject({ value: { newDue: '2026-06-24' } });
    expect(answer.because).toContainEqual({
      kind: 'closed-days',
      from: '2026-06-23',
      to: '2026-06-24',
      days: [{ day: '2026-06-23', reason: 'Rapat', tentative: true }],
    });
  });
});

describeOnEachDatabase('the desk', (open) => {
  it('lends until the limit and lists what is out by due date', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    for (const title of ['A', 'B', 'C']) await library.addTitle(title, ['main']);
    await library.lend('siti', 'A-1');
    library.clock.set('2026-06-10T09:00');
    await library.lend('siti', 'B');
    expect(await library.lend('siti', 'C')).toMatchObject({
      refusal: { reason: 'loan-limit', limit: 2, have: 2 },
      because: [{ field: 'maxLoans' }],
    });
    library.clock.set('2026-06-18T09:00');
    expect(await library.circulation.loansOf(patronId('siti'))).toMatchObject([
      { title: 'Judul A', dueOn: '2026-06-16', openDaysLate: 2, copyCode: 'A-1' },
      { title: 'Judul B', dueOn: '2026-06-17', openDaysLate: 1 },
    ]);
  });

  it.each([
    ['an unknown card', 'nobody', 'A', { reason: 'patron-not-found' }],
    ['an unknown book', 'siti', 'X', { reason: 'copy-not-found' }],
    ['a reference book', 'siti', 'REF', { reason: 'copy-not-available', state: 'reference' }],
    ['a book kept for another', 'siti', 'A', { reason: 'reserved-for-another' }],
    ['a book that is out', 'siti', 'B', { reason: 'copy-not-available', state: 'on_loan' }],
  ])('does not lend %s', async (_, patron, title, refusal) => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('A', ['main']);
    await library.addTitle('B', ['main']);
    await library.addTitle('REF', ['main'], { reference: true });
    await library.place('budi', 'A');
    await library.lend('budi', 'B');
    expect(await library.lend(patron, title)).toMatchObject({ ok: false, refusal });
  });

  it('fills a hold with whatever copy its reader takes, and lets go of the one set aside', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main', 'main']);
    await library.addTitle('U', ['main', 'main']);
    await library.place('siti', 'T');
    await library.place('siti', 'U');
    await library.circulation.confirmCapture({ copyCode: copyCode('U-1') }, library.key());
    expect(await library.lend('siti', 'T-2')).toMatchObject({ ok: true, value: { copyCode: 'T-2' } });
    expect(await library.lend('siti', 'U-2')).toMatchObject({ ok: true, value: { copyCode: 'U-2' } });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'filled', copyCode: 'T-2' });
    expect([await library.copyStatus('T-1'), await library.copyStatus('U-1')]).toEqual(['available', 'releasing']);
  });

  it('keeps a copy for its reader, and hands that one out when the title is named', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('T', ['main', 'main']);
    await library.place('siti', 'T');
    await library.lend('ani', 'T-2');
    await library.place('budi', 'T');
    await library.takeBack('T-2');
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'ready', copyCode: 'T-2' });
    expect(await library.lend('siti', 'T-2')).toMatchObject({ refusal: { reason: 'reserved-for-another' } });
    expect(await library.lend('budi', 'T')).toMatchObject({ value: { copyCode: 'T-2' } });
    expect(await library.lend('siti', 'T')).toMatchObject({ value: { copyCode: 'T-1' } });
  });

  it('takes back by title when one copy is out, and asks for the card when several are', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('T', ['main', 'main']);
    await library.lend('siti', 'T');
    await library.lend('budi', 'T');
    expect(await library.takeBack('T')).toMatchObject({ refusal: { reason: 'which-copy', copies: ['T-1', 'T-2'] } });
    expect(await library.circulation.checkIn({ copyOrTitle: 'T', card: 'K-budi' }, library.key())).toMatchObject({
      ok: true,
      value: { copyCode: 'T-2', nextState: 'available', heldFor: null },
    });
    expect(await library.takeBack('T')).toMatchObject({ ok: true, value: { copyCode: 'T-1' } });
    expect(await library.takeBack('T-1')).toMatchObject({ refusal: { reason: 'copy-not-available', state: 'available' } });
    expect(await library.takeBack('X')).toMatchObject({ refusal: { reason: 'copy-not-found' } });
  });

  it('hands a returned book to the first reader: on the hold shelf here, on its way elsewhere', async () => {
    const library = await lent(await smallLibrary(await open()));
    await library.addPatrons('ani');
    await library.place('budi', 'T', 'east');
    await library.place('ani', 'T');
    expect(await library.takeBack('T')).toMatchObject({ value: { nextState: 'in_transit', heldFor: 'budi' } });
    expect(await library.takeBack('T')).toMatchObject({ value: { nextState: 'on_hold_shelf', heldFor: 'budi' } });
    expect(await library.lend('budi', 'T')).toMatchObject({ ok: true });
    expect(await library.queue('T')).toEqual(['ani']);
  });
});

describeOnEachDatabase('a late return', (open) => {
  it('suspends for as many days as the library was open without the book', async () => {
    const library = await lent(await smallLibrary(await open()));
    library.clock.set('2026-06-22T10:00');
    expect(await library.takeBack('T')).toMatchObject({
      value: { openDaysLate: 5 },
      because: [{ kind: 'open-days-late', days: 5, due: '2026-06-16' }],
    });
    expect(await library.circulation.patron(patronId('siti'))).toMatchObject({ status: 'suspended', suspendedUntil: '2026-06-27' });
    expect(await library.place('siti', 'T')).toMatchObject({ refusal: { reason: 'member-suspended', until: '2026-06-27' } });
    library.clock.set('2026-06-28T10:00');
    expect(await library.place('siti', 'T')).toMatchObject({ ok: true });
  });

  it('costs what the library takes a day, shown while it runs and kept when it is back', async () => {
    const library = await lent(await smallLibrary(await open()));
    await savePolicy(library.database, { fine_per_day: 500, block_at_fine: 1000 }, library.clock.now());
    library.clock.set('2026-06-18T10:00');
    expect(await library.circulation.finesOf(patronId('siti'))).toMatchObject([{ title: 'Judul T', amount: 1000, status: 'open' }]);
    expect(await library.circulation.renew(await renewalOf(library, 'siti', 'T'), library.key())).toMatchObject({
      refusal: { reason: 'fines-owed', amount: 1000 },
    });
    await library.takeBack('T');
    library.clock.set('2026-06-30T10:00');
    expect(await library.circulation.finesOf(patronId('siti'))).toMatchObject([{ amount: 1000, status: 'open' }]);
    expect(await library.circulation.patron(patronId('siti'))).toMatchObject({ status: 'active' });
  });

  it('adds to a sum that was settled while the book was out', async () => {
    const library = await lent(await smallLibrary(await open()));
    await savePolicy(library.database, { fine_per_day: 500 }, library.clock.now());
    const { id } = await library.loanOf('siti', 'T');
    await library.database.models.fine.create({
      data: { id: 'F', patronId: 'siti', loanId: id, titleId: 'T', amount: 700, asOf: '2026-06-17' },
    });
    library.clock.set('2026-06-18T10:00');
    expect(await library.circulation.finesOf(patronId('siti'))).toMatchObject([{ id: 'F', amount: 1200 }]);
    await library.takeBack('T');
    expect(await library.database.models.fine.findMany()).toMatchObject([{ id: 'F', amount: 1200, asOf: '2026-06-18' }]);
  });
});

describeOnEachDatabase('a book lent from the van', (open) => {
  const visits = [
    ['2026-06-09T01:00', '2026-06-09T04:00', 'arrived'],
    ['2026-06-12T01:00', '2026-06-12T04:00', 'planned'],
    ['2026-06-17T01:00', '2026-06-17T04:00', 'cancelled'],
    ['2026-06-24T01:00', '2026-06-24T04:00', 'planned'],
  ];

  const atTheStop = async (library: SmallLibrary) => {
    await library.addPatrons('siti');
    await library.addTitle('V', ['van']);
    await library.database.models.vanStop.create({ data: { id: 'S1', name: 'Kantor lurah', lat: -3.4, lon: 104.2 } });
    await library.database.models.vanVisit.createMany({
      data: visits.map(([start, end, status = ''], index) => ({
        id: `V${index}`,
        stopId: 'S1',
        startAt: `${start}:00.000Z`,
        endAt: `${end}:00.000Z`,
        status,
      })),
    });
    return library;
  };

  it('is due on the first visit at the same stop that is a loan period away', async () => {
    const library = await atTheStop(await smallLibrary(await open()));
    expect(await library.lend('siti', 'V')).toMatchObject({ ok: true, value: { due: '2026-06-24' } });
  });

  it('is due on an open day when no such visit is planned, or it stands nowhere', async () => {
    const library = await atTheStop(await smallLibrary(await open(), '2026-06-09T15:00'));
    expect(await library.lend('siti', 'V')).toMatchObject({ ok: true, value: { due: '2026-06-16' } });
  });

  it('can be ordered to a visit until two o’clock of the open day before', async () => {
    const library = await atTheStop(await smallLibrary(await open(), '2026-06-11T14:00'));
    await library.addTitle('T', ['main']);
    expect(await library.circulation.pickupPlaces()).toContainEqual({
      id: 'S1',
      name: 'Kantor lurah',
      kind: 'stop',
      visit: { startAt: '2026-06-12T01:00:00.000Z', orderUntil: '2026-06-11T07:00:00.000Z' },
    });
    expect(await library.place('siti', 'T', 'S1')).toMatchObject({ ok: true, value: { pickupName: 'Kantor lurah', status: 'allocated' } });
    library.clock.set('2026-06-11T14:01');
    await library.place('siti', 'V', 'S1');
    const holds = await library.database.models.hold.findMany({ orderBy: { placedAt: 'asc' } });
    expect(holds.map((hold) => hold.visitStart)).toEqual(['2026-06-12T01:00:00.000Z', '2026-06-24T01:00:00.000Z']);
    expect(await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key())).toMatchObject({
      value: { status: 'in_transit' },
    });
    expect(await library.takeBack('T-1')).toMatchObject({ value: { nextState: 'on_hold_shelf' } });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'ready', deadlineOn: '2026-06-12' });
  });
});
