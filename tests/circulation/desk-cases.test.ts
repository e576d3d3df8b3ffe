import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

/** Siti and Rini have T since 9 June; Budi waits for it. */
const lent = async (library: SmallLibrary) => {
  await library.addPatrons('siti', 'budi', 'rini');
  await library.addTitle('T', ['main', 'main']);
  await library.lend('siti', 'T');
  await library.lend('rini', 'T');
  await library.place('budi', 'T');
  return { patronId: patronId('siti'), loanId: (await library.loanOf('siti', 'T')).id };
};

describeOnEachDatabase('a loan that is reported', (open) => {
  it('is claimed to be returned once per key, and not again', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    const first = await library.circulation.claimReturned(loan, { key: 'tap' });
    expect(first).toMatchObject({ ok: true, value: { title: 'Judul T', copyCode: 'T-1', on: '2026-06-09' } });
    expect(await library.circulation.claimReturned(loan, { key: 'tap' })).toEqual(first);
    expect(await library.circulation.claimReturned(loan, library.key())).toMatchObject({ refusal: { reason: 'claimed-returned' } });
    expect(await library.loanOf('siti', 'T')).toMatchObject({ status: 'claimed_returned', caseOn: '2026-06-09' });
    expect(await library.copyStatus('T-1')).toBe('claimed_returned');
  });

  it('is lost: it cannot be renewed, and its copy serves nobody', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    expect(await library.circulation.reportLost(loan, library.key())).toMatchObject({ ok: true });
    expect(await library.circulation.renew(loan, library.key())).toMatchObject({ refusal: { reason: 'item-lost' } });
    expect(await library.copyStatus('T-1')).toBe('lost');
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'waiting', position: 1 });
  });

  it('may turn out to have been brought back after all', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    await library.circulation.reportLost(loan, library.key());
    expect(await library.circulation.claimReturned(loan, library.key())).toMatchObject({ ok: true });
    expect(await library.copyStatus('T-1')).toBe('claimed_returned');
  });

  it('is closed without a sanction when the book is found, and the next reader gets it', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    await library.circulation.claimReturned(loan, library.key());
    library.clock.set('2026-07-14T10:00');
    expect(await library.takeBack('T-1')).toMatchObject({ ok: true, value: { nextState: 'on_hold_shelf' } });
    expect(await library.database.models.patron.findUniqueOrThrow({ where: { id: 'siti' } })).toMatchObject({ suspendedUntil: null });
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'ready' });
  });

  it('is nobody else’s to report', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    expect(await library.circulation.reportLost({ ...loan, patronId: patronId('budi') }, library.key())).toMatchObject({
      refusal: { reason: 'not-yours' },
    });
    await library.takeBack('T-1');
    expect(await library.circulation.reportLost(loan, library.key())).toMatchObject({ refusal: { reason: 'loan-not-found' } });
  });
});

const judge = (library: SmallLibrary, code: string, verdict: 'lost' | 'damaged' | 'found') =>
  library.circulation.judgeCopy({ copyCode: copyCode(code), verdict }, library.key());

describeOnEachDatabase('a copy that staff judge', (open) => {
  it('is lost with its reader until it is found; the one who waits is served by it', async () => {
    const library = await smallLibrary(await open());
    await lent(library);
    expect(await judge(library, 'T-1', 'lost')).toMatchObject({ ok: true, value: { state: 'lost', loanOf: 'siti', heldFor: null } });
    expect(await judge(library, 'T-1', 'lost')).toMatchObject({ refusal: { reason: 'copy-not-available', state: 'lost' } });
    expect(await judge(library, 'T-1', 'found')).toMatchObject({ ok: true, value: { state: 'on_hold_shelf', heldFor: 'budi' } });
    expect(await library.loanOf('siti', 'T')).toMatchObject({ status: 'returned' });
  });

  it('is damaged: its reader is free of it, the hold it was kept for gets the next copy', async () => {
    const library = await smallLibrary(await open());
    await library.addPatrons('siti');
    await library.addTitle('T', ['main', 'east']);
    await library.place('siti', 'T');
    expect(await judge(library, 'T-1', 'damaged')).toMatchObject({ ok: true, value: { state: 'damaged', loanOf: null } });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ status: 'allocated', copyCode: 'T-2', position: 1 });
    expect(await judge(library, 'T-1', 'found')).toMatchObject({ ok: true, value: { state: 'available' } });
    expect(await judge(library, 'T-1', 'found')).toMatchObject({ refusal: { reason: 'copy-not-available', state: 'available' } });
    expect(await judge(library, 'X-1', 'found')).toMatchObject({ refusal: { reason: 'copy-not-found' } });
  });
});

describeOnEachDatabase('a lost book', (open) => {
  it('is replaced by another copy, which goes to the reader who waits', async () => {
    const library = await smallLibrary(await open());
    const loan = await lent(library);
    await library.circulation.reportLost(loan, library.key());
    const taken = { copyCode: copyCode('T-1'), newCode: 'T-1' };
    expect(await library.circulation.acceptReplacement(taken, library.key())).toMatchObject({ refusal: { reason: 'code-taken' } });
    expect(await library.circulation.acceptReplacement({ ...taken, newCode: 'T-9' }, library.key())).toMatchObject({ ok: true });
    expect(await library.loanOf('siti', 'T')).toMatchObject({ status: 'returned' });
    expect(await library.copyStatus('T-1')).toBe('lost');
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'allocated', copyCode: 'T-9' });
  });

  it('is paid for, and its loan ends', async () => {
    const library = await smallLibrary(await open());
    const { patronId: siti } = await lent(library);
    await library.circulation.chargeLost({ copyCode: copyCode('T-1'), amount: 60_000 }, library.key());
    await library.circulation.chargeLost({ copyCode: copyCode('T-1'), amount: 65_000 }, library.key());
    const [fine] = await library.circulation.finesOf(siti);
    expect(fine).toMatchObject({ amount: 65_000, status: 'open' });
    const paid = await library.circulation.settleFines({ patronId: siti, fineIds: [fine?.id ?? ''], how: 'paid' }, library.key());
    expect(paid).toMatchObject({ ok: true, value: { amount: 65_000, titles: ['Judul T'] } });
    expect(await library.loanOf('siti', 'T')).toMatchObject({ status: 'returned' });
    expect(await library.circulation.finesOf(siti)).toMatchObject([{ status: 'paid' }]);
  });

  it('is not paid for when it comes back after all', async () => {
    const library = await smallLibrary(await open());
    const { patronId: siti } = await lent(library);
    await library.circulation.chargeLost({ copyCode: copyCode('T-1'), amount: 60_000 }, library.key());
    await library.takeBack('T-1');
    expect(await library.circulation.finesOf(siti)).toMatchObject([{ status: 'waived' }]);
  });
});
