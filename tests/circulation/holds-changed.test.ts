import { expect, it } from 'vitest';
import { saveCalendarDays, savePolicy } from '#circulation/library-rules-writing.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

/** Ani has the only copy of T; Siti and Budi wait for it. */
const waiting = async (library: SmallLibrary): Promise<SmallLibrary> => {
  await library.addPatrons('ani', 'siti', 'budi');
  await library.addTitle('T', ['main']);
  await library.lend('ani', 'T');
  await library.place('siti', 'T');
  await library.place('budi', 'T');
  return library;
};

const ownHold = async (library: SmallLibrary, patron: string) => ({
  patronId: patronId(patron),
  holdId: (await library.holdOf(patron, 'T')).id,
});

describeOnEachDatabase('a suspended hold', (open) => {
  it('is passed over, keeps its place, and waits again on its day', async () => {
    const library = await waiting(await smallLibrary(await open()));
    const siti = await ownHold(library, 'siti');
    expect(await library.circulation.suspendHold({ ...siti, until: '2026-06-20' }, library.key())).toMatchObject({
      ok: true,
      value: { title: 'Judul T', until: '2026-06-20', position: 1 },
    });
    await library.takeBack('T-1');
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'ready' });
    library.clock.set('2026-06-20T00:05');
    expect(await library.circulation.resumeHolds()).toBe(1);
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('lets its copy go at once when it was only set aside', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('T', ['main']);
    await library.place('siti', 'T');
    await library.place('budi', 'T');
    await library.circulation.suspendHold({ ...(await ownHold(library, 'siti')), until: '2026-06-20' }, library.key());
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'allocated', copyCode: 'T-1' });
  });

  it.each<[string, string, object]>([
    ['today', '2026-06-09', { reason: 'suspension-limit', days: 90, latest: '2026-09-07' }],
    ['the ninety-first day', '2026-09-08', { reason: 'suspension-limit', days: 90, latest: '2026-09-07' }],
  ])('is refused until %s', async (_name, until, refusal) => {
    const library = await waiting(await smallLibrary(await open()));
    const siti = await ownHold(library, 'siti');
    expect(await library.circulation.suspendHold({ ...siti, until }, library.key())).toMatchObject({ ok: false, refusal });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'waiting' });
  });

  it('is refused once the book is ready', async () => {
    const library = await waiting(await smallLibrary(await open()));
    await library.takeBack('T-1');
    const siti = await ownHold(library, 'siti');
    expect(await library.circulation.suspendHold({ ...siti, until: '2026-06-20' }, library.key())).toMatchObject({
      refusal: { reason: 'hold-found', state: 'ready', pickupName: 'Pusat', deadline: '2026-06-12' },
    });
  });

  it('without a date lapses a week after the ninetieth day', async () => {
    const library = await waiting(await smallLibrary(await open()));
    await library.circulation.suspendHold({ ...(await ownHold(library, 'siti')), until: null }, library.key());
    library.clock.set('2026-09-14T10:00');
    expect(await library.circulation.longSuspended('2026-09-21')).toMatchObject([{ patronId: 'siti', deadlineOn: '2026-09-14' }]);
    expect(await library.circulation.lapseSuspensions()).toBe(0);
    library.clock.set('2026-09-15T00:05');
    expect(await library.circulation.lapseSuspensions()).toBe(1);
    expect(await library.circulation.lapseSuspensions()).toBe(0);
    expect(await library.queue('T')).toEqual(['budi']);
  });
});

describeOnEachDatabase('the pickup place of a hold', (open) => {
  it('changes without a change of place in the queue', async () => {
    const library = await waiting(await smallLibrary(await open()));
    const budi = await ownHold(library, 'budi');
    const change = { ...budi, pickupPlace: 'east' };
    expect(await library.circulation.previewPickupChange(change)).toMatchObject({ ok: true, value: { pickupName: 'Cambai' } });
    expect(await library.circulation.changePickup(change, library.key())).toMatchObject({ ok: true, value: { pickupName: 'Cambai' } });
    expect(await library.queue('T')).toEqual(['siti', 'budi']);
    expect((await library.circulation.holdsOf(patronId('budi')))[0]).toMatchObject({ pickupPlace: 'east', pickupName: 'Cambai' });
  });

  it('keeps a copy that may go there, which then travels', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.place('siti', 'T');
    await library.circulation.changePickup({ ...(await ownHold(library, 'siti')), pickupPlace: 'east' }, library.key());
    expect(await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key())).toMatchObject({
      value: { status: 'in_transit' },
    });
  });

  it.each<[string, string]>([
    ['a van', 'van'],
    ['a place that is none', 'nowhere'],
  ])('cannot be %s', async (_name, pickupPlace) => {
    const library = await waiting(await smallLibrary(await open()));
    const siti = await ownHold(library, 'siti');
    expect(await library.circulation.changePickup({ ...siti, pickupPlace }, library.key())).toMatchObject({
      refusal: { reason: 'pickup-invalid' },
    });
  });
});

describeOnEachDatabase('a hold that no copy is left for', (open) => {
  it('ends when the last copy is lost, not while one is only missing', async () => {
    const library = await waiting(await smallLibrary(await open()));
    const { id: loanId } = await library.loanOf('ani', 'T');
    await library.circulation.reportLost({ patronId: patronId('ani'), loanId }, library.key());
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'unfillable', position: null });
    expect(await library.queue('T')).toEqual([]);

    await library.addTitle('M', ['main']);
    await library.place('siti', 'M');
    await library.circulation.reportMissing({ copyCode: copyCode('M-1') }, library.key());
    expect(await library.holdOf('siti', 'M')).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('ends also when copies left the catalogue without an act on the queue', async () => {
    const library = await waiting(await smallLibrary(await open()));
    await library.database.models.copy.updateMany({ data: { status: 'damaged' } });
    await library.circulation.endHopelessHolds();
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'unfillable' });
  });
});

describeOnEachDatabase('a hold for a visit of the van', (open) => {
  const visit = (id: string, startAt: string, endAt: string) => ({ id, stopId: 'S1', startAt, endAt });

  it('goes to the next visit when its own is cancelled, once', async () => {
    const library = await smallLibrary(await open());
    const { models } = library.database;
    await models.vanStop.create({ data: { id: 'S1', name: 'Kantor lurah', lat: -3.4, lon: 104.2 } });
    await models.vanVisit.createMany({
      data: [
        visit('V1', '2026-06-12T01:00:00.000Z', '2026-06-12T03:00:00.000Z'),
        visit('V2', '2026-06-19T01:00:00.000Z', '2026-06-19T03:00:00.000Z'),
      ],
    });
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.place('siti', 'T', 'S1');
    expect(await library.circulation.strandedHolds()).toEqual([]);
    await models.vanVisit.update({ where: { id: 'V1' }, data: { status: 'cancelled' } });
    const stranded = await library.circulation.strandedHolds();
    expect(stranded).toMatchObject([{ patronId: 'siti', visitStart: '2026-06-12T01:00:00.000Z' }]);
    await library.circulation.moveStrandedHolds(stranded);
    expect((await library.circulation.holdsOf(patronId('siti')))[0]).toMatchObject({ visitStart: '2026-06-19T01:00:00.000Z' });
    expect(await library.circulation.strandedHolds()).toEqual([]);
  });
});

describeOnEachDatabase('why', (open) => {
  it('a loan is due on its day names the rule and the closed days', async () => {
    const library = await smallLibrary(await open());
    await saveCalendarDays(library.database, [{ day: '2026-06-16', kind: 'closed', reason: 'Tahun Baru Islam' }], library.clock.now());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.lend('siti', 'T');
    const { id: loanId } = await library.loanOf('siti', 'T');
    const explained = await library.circulation.explainDue({ patronId: patronId('siti'), loanId });
    expect(explained).toMatchObject({ title: 'Judul T', dueOn: '2026-06-17' });
    expect(explained?.because).toMatchObject([
      { kind: 'rule', field: 'loanDays', value: 7 },
      { kind: 'counted-from', on: '2026-06-09' },
      { kind: 'rule', field: 'dueMode' },
      { kind: 'closed-days', from: '2026-06-16', to: '2026-06-17' },
    ]);
    expect(await library.circulation.explainDue({ patronId: patronId('budi'), loanId })).toBeNull();
  });

  it('a hold stands where it does, and is kept until its day', async () => {
    const library = await waiting(await smallLibrary(await open()));
    const [budi] = await library.circulation.explainHolds(patronId('budi'));
    expect(budi).toMatchObject({ status: 'waiting', position: 2, expected: { from: '2026-06-23' } });
    expect(budi?.because).toMatchObject([
      { kind: 'holds-before', count: 1 },
      { kind: 'copies', usable: 1, free: 0 },
      { kind: 'earliest-due', on: '2026-06-16', isLate: false },
      { kind: 'rule', field: 'loanDays' },
    ]);
    await library.takeBack('T-1');
    const [siti] = await library.circulation.explainHolds(patronId('siti'));
    expect(siti?.because).toMatchObject([
      { kind: 'ready-since', on: '2026-06-09' },
      { kind: 'rule', field: 'holdPickupDays', value: 3 },
    ]);
  });

  it('a sum is owed names the days and the rate', async () => {
    const library = await smallLibrary(await open());
    await savePolicy(library.database, { fine_per_day: 500 }, library.clock.now());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main']);
    await library.lend('siti', 'T');
    library.clock.set('2026-06-18T09:00');
    const running = [
      {
        title: 'Judul T',
        amount: 1000,
        because: [
          { kind: 'open-days-late', days: 2 },
          { kind: 'rule', field: 'finePerDay' },
        ],
      },
    ];
    expect(await library.circulation.explainFines(patronId('siti'))).toMatchObject(running);
    await library.takeBack('T-1');
    library.clock.set('2026-06-25T09:00');
    expect(await library.circulation.explainFines(patronId('siti'))).toMatchObject(running);
  });
});

describeOnEachDatabase('a day that has passed without a job', (open) => {
  it('is judged for the reader who looks', async () => {
    const library = await waiting(await smallLibrary(await open()));
    await library.takeBack('T-1');
    library.clock.set('2026-06-15T09:00');
    await library.circulation.judgeHoldsOf(patronId('siti'));
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'expired' });
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'allocated' });
  });
});
