import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import { patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

/** Siti has T since 9 June; Budi waits for it. */
const lent = async (library: SmallLibrary) => {
  await library.addPatrons('siti', 'budi');
  await library.addTitle('T', ['main']);
  await library.lend('siti', 'T');
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
