import { expect, it } from 'vitest';
import { saveLendingRules, savePolicy } from '#circulation/library-rules-writing.ts';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { copyCode, patronId, smallLibrary, titleId } from './small-library.ts';

const request = (patron: string, title: string, pickup = 'main') => ({
  patronId: patronId(patron),
  titleId: titleId(title),
  pickupPlace: pickup,
});

describeOnEachDatabase('a hold', (open) => {
  it('is allocated at once when a copy is free, preferring the one at the pickup place', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['east', 'main']);
    expect(await library.circulation.previewHold(request('siti', 'T'))).toMatchObject({
      ok: true,
      value: { status: 'allocated', position: 1, copyCode: 'T-2', pickupName: 'Pusat', expected: null },
    });
    expect(await library.copyStatus('T-2')).toBe('available');
    expect(await library.place('siti', 'T')).toMatchObject({ ok: true, value: { status: 'allocated', position: 1, copyCode: 'T-2' } });
    expect(await library.copyStatus('T-2')).toBe('allocated');
    expect(await library.circulation.pullList()).toEqual([
      expect.objectContaining({ copyCode: 'T-2', title: 'Judul T', branchName: 'Pusat', pickupName: 'Pusat' }),
    ]);
  });

  it('waits in line when none is free, and says for how long and why', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('T', ['main']);
    await library.lend('ani', 'T');
    await library.place('siti', 'T');
    const answer = await library.place('budi', 'T');
    expect(answer).toMatchObject({
      ok: true,
      value: { status: 'waiting', position: 2, copyCode: null, expected: { from: '2026-06-23', to: '2026-06-29' } },
    });
    expect(answer.because).toEqual([
      { kind: 'holds-before', count: 1 },
      { kind: 'copies', usable: 1, free: 0 },
      { kind: 'earliest-due', on: '2026-06-16', isLate: false },
      { kind: 'rule', ruleId: 'general', label: 'aturan umum', field: 'loanDays', value: 7 },
    ]);
    expect(await library.queue('T')).toEqual(['siti', 'budi']);
  });

  it.each<[string, string, object]>([
    ['an unknown title', 'X', { reason: 'title-not-found' }],
    ['a title without copies', 'EMPTY', { reason: 'no-copies' }],
    ['a reference book', 'REF', { reason: 'not-holdable' }],
    ['a title of the van', 'VAN', { reason: 'pickup-invalid' }],
  ])('is refused for %s', async (_, title, refusal) => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('EMPTY', []);
    await library.addTitle('REF', ['main'], { reference: true });
    await library.addTitle('VAN', ['van']);
    expect(await library.place('siti', title)).toMatchObject({ ok: false, refusal });
    expect(await library.circulation.previewHold(request('siti', title))).toMatchObject({ ok: false, refusal });
  });

  it('is refused a second time, beyond the limit, and for a book one has', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    for (const title of ['A', 'B', 'C', 'D']) await library.addTitle(title, ['main']);
    await library.lend('siti', 'D');
    await library.place('siti', 'A');
    expect(await library.place('siti', 'A')).toMatchObject({ refusal: { reason: 'duplicate-hold', position: 1, ready: false } });
    expect(await library.place('siti', 'D')).toMatchObject({ refusal: { reason: 'already-yours', due: '2026-06-16' } });
    await library.place('siti', 'B');
    expect(await library.place('siti', 'C')).toMatchObject({
      refusal: { reason: 'hold-limit', limit: 2, have: 2 },
      because: [{ kind: 'rule', field: 'maxHolds', value: 2 }],
    });
  });

  it('obeys a rule the moment it is saved', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('A', ['main']);
    await savePolicy(library.database, { max_holds: 0 }, library.clock.now());
    expect(await library.place('siti', 'A')).toMatchObject({ refusal: { reason: 'hold-limit', limit: 0, have: 0 } });
    await saveLendingRules(
      library.database,
      [{ id: 'R1', label: 'Pusat boleh satu', branchId: 'main', changes: { max_holds: 1 } }],
      library.clock.now(),
    );
    expect(await library.place('siti', 'A')).toMatchObject({ ok: true });
  });

  it('is made once however often its key comes', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('A', ['main']);
    const first = await library.circulation.placeHold(request('siti', 'A'), { key: 'tap' });
    const second = await library.circulation.placeHold(request('siti', 'A'), { key: 'tap' });
    expect(second).toEqual(first);
    expect(await library.database.models.hold.count()).toBe(1);
  });

  it('keeps a refusal under its key too', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    const first = await library.circulation.placeHold(request('siti', 'A'), { key: 'tap' });
    await library.addTitle('A', ['main']);
    expect(await library.circulation.placeHold(request('siti', 'A'), { key: 'tap' })).toEqual(first);
  });
});

describeOnEachDatabase('cancelling a hold', (open) => {
  it('gives an allocated copy to the next reader in the same act', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('T', ['main']);
    for (const reader of ['siti', 'budi', 'ani']) await library.place(reader, 'T');
    const { id } = await library.holdOf('siti', 'T');
    expect(await library.circulation.cancelHold({ patronId: patronId('siti'), holdId: id }, library.key())).toMatchObject({
      ok: true,
      value: { title: 'Judul T', copyReleased: true },
    });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'cancelled', position: null, copyCode: null });
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'allocated', position: 1, copyCode: 'T-1' });
    expect(await library.holdOf('ani', 'T')).toMatchObject({ status: 'waiting', position: 2 });
  });

  it('of a book on the hold shelf leaves the copy to the staff', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('T', ['main']);
    await library.place('siti', 'T');
    await library.place('budi', 'T');
    await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key());
    const { id } = await library.holdOf('siti', 'T');
    expect(await library.circulation.cancelHold({ patronId: patronId('siti'), holdId: id }, library.key())).toMatchObject({
      value: { copyReleased: false },
    });
    expect(await library.copyStatus('T-1')).toBe('releasing');
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'waiting', position: 1 });
    expect(await library.takeBack('T-1')).toMatchObject({ value: { nextState: 'on_hold_shelf', heldFor: 'budi' } });
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'ready', position: null, deadlineOn: '2026-06-12' });
  });

  it('of somebody else, or twice, finds no hold', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('T', ['main']);
    await library.place('siti', 'T');
    const { id } = await library.holdOf('siti', 'T');
    expect(await library.circulation.cancelHold({ patronId: patronId('budi'), holdId: id }, library.key())).toMatchObject({
      refusal: { reason: 'hold-not-found' },
    });
    await library.circulation.cancelHold({ patronId: patronId('siti'), holdId: id }, library.key());
    expect(await library.circulation.cancelHold({ patronId: patronId('siti'), holdId: id }, library.key())).toMatchObject({
      refusal: { reason: 'hold-not-found' },
    });
    expect(await library.copyStatus('T-1')).toBe('available');
  });
});

describeOnEachDatabase('a reader who leaves', (open) => {
  it('gives up every place at once', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi');
    await library.addTitle('A', ['main']);
    await library.addTitle('B', ['main']);
    for (const title of ['A', 'B']) await library.place('siti', title);
    await library.place('budi', 'A');
    expect(await library.circulation.cancelAllHolds({ patronId: patronId('siti') }, library.key())).toBe(2);
    expect(await library.circulation.holdsOf(patronId('siti'))).toEqual([]);
    expect(await library.holdOf('budi', 'A')).toMatchObject({ status: 'allocated', position: 1 });
    expect(await library.copyStatus('B-1')).toBe('available');
  });
});

describeOnEachDatabase('the way of a book to its reader', (open) => {
  it('leads through the shelf of another branch, the van of the house and the hold shelf', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['east']);
    await library.place('siti', 'T');
    expect(await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, library.key())).toMatchObject({
      value: { status: 'in_transit', deadline: null },
    });
    expect(await library.takeBack('T-1')).toMatchObject({ value: { nextState: 'on_hold_shelf', heldFor: 'siti' } });
    expect(await library.circulation.holdsOf(patronId('siti'))).toEqual([
      expect.objectContaining({ status: 'ready', position: null, pickupName: 'Pusat', copyCode: 'T-1', deadlineOn: '2026-06-12' }),
    ]);
    expect(await library.lend('siti', 'T')).toMatchObject({ ok: true, value: { copyCode: 'T-1', due: '2026-06-16' } });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'filled', copyCode: 'T-1' });
    expect((await library.circulation.availability([titleId('T')])).get(titleId('T'))).toMatchObject({
      copies: 1,
      available: 0,
      onLoan: 1,
      earliestDue: '2026-06-16',
      queue: 0,
      places: [{ branchId: 'main' }],
    });
  });

  it('starts anew with the next copy when the first is not on its shelf', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main', 'east']);
    await library.place('siti', 'T');
    await library.circulation.reportMissing({ copyCode: copyCode('T-1') }, library.key());
    expect(await library.copyStatus('T-1')).toBe('missing');
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'allocated', position: 1, copyCode: 'T-2' });
  });
});

describeOnEachDatabase('a suspended hold', (open) => {
  it('keeps its place, is passed over, and waits again on its day', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti', 'budi', 'ani');
    await library.addTitle('T', ['main']);
    await library.lend('ani', 'T');
    await library.place('siti', 'T');
    await library.place('budi', 'T');
    const { id } = await library.holdOf('siti', 'T');
    expect(
      await library.circulation.suspendHold({ patronId: patronId('siti'), holdId: id, until: '2026-06-20' }, library.key()),
    ).toMatchObject({ ok: true, value: { position: 1 } });
    expect(await library.takeBack('T')).toMatchObject({ value: { heldFor: 'budi' } });
    expect(await library.circulation.resumeHolds()).toBe(0);
    library.clock.set('2026-06-20T00:05');
    expect(await library.circulation.resumeHolds()).toBe(1);
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'waiting', position: 1 });
  });
});
