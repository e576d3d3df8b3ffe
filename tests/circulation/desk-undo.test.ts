import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '#tests/support/databases.ts';
import type { StaffId } from '#shared/ids.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

// as: made-up ids of the tests
const tuti = 'tuti' as StaffId;
const other = 'rudi' as StaffId;

const by = (library: SmallLibrary, staffId: StaffId = tuti) => ({ ...library.key(), staffId });
const undo = (library: SmallLibrary, staffId: StaffId = tuti) => library.circulation.undoLast({ staffId }, library.key());

const withReaders = async (library: SmallLibrary) => {
  await library.addPatrons('siti', 'budi', 'rini', 'adi');
  await library.addTitle('T', ['main']);
  return library;
};

/** Every row that acts of the desk can touch. */
const everything = async ({ database: { models } }: SmallLibrary) => ({
  loans: await models.loan.findMany({ orderBy: { id: 'asc' } }),
  holds: await models.hold.findMany({ orderBy: { id: 'asc' } }),
  copies: await models.copy.findMany({ orderBy: { code: 'asc' } }),
  fines: await models.fine.findMany({ orderBy: { id: 'asc' } }),
  patrons: await models.patron.findMany({ orderBy: { id: 'asc' } }),
});

describeOnEachDatabase('taking back the last act', (open) => {
  it('gives a book that was taken back to its reader again, and the next reader waits again', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.lend('siti', 'T');
    await library.place('budi', 'T');
    await library.place('rini', 'T');
    library.clock.set('2026-07-01T10:00');
    const before = await everything(library);
    await library.circulation.checkIn({ copyOrTitle: 'T-1' }, by(library));
    expect(await library.holdOf('budi', 'T')).toMatchObject({ status: 'ready' });
    expect(await undo(library)).toMatchObject({
      ok: true,
      value: { operation: 'check-in', title: 'Judul T', copyCode: 'T-1', patronId: 'siti', copyState: 'on_loan' },
    });
    expect(await everything(library)).toEqual(before);
  });

  it('puts a reserved book back on the hold shelf for its reader', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.place('siti', 'T');
    await library.place('budi', 'T');
    await library.circulation.confirmCapture({ copyCode: copyCode('T-1') }, by(library));
    const before = await everything(library);
    await library.circulation.checkOut({ copyOrTitle: 'T-1', card: 'K-siti' }, by(library));
    expect(await undo(library)).toMatchObject({ ok: true, value: { operation: 'check-out', copyState: 'on_hold_shelf' } });
    expect(await everything(library)).toEqual(before);
    expect(await undo(library)).toMatchObject({ ok: true, value: { operation: 'confirm-capture', copyState: 'allocated' } });
    expect(await undo(library)).toMatchObject({ refusal: { reason: 'nothing-to-undo' } });
  });

  it('finds a copy again that was reported missing by mistake, also after it was given to another', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.addTitle('U', ['main', 'east']);
    await library.place('siti', 'U');
    const before = await everything(library);
    await library.circulation.reportMissing({ copyCode: copyCode('U-1') }, by(library));
    expect(await library.holdOf('siti', 'U')).toMatchObject({ status: 'allocated', copyCode: 'U-2' });
    expect(await undo(library)).toMatchObject({ ok: true, value: { copyState: 'allocated' } });
    expect(await everything(library)).toEqual(before);
  });

  it('does not mind who joined or left the queue meanwhile', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.lend('siti', 'T');
    await library.place('budi', 'T');
    await library.place('rini', 'T');
    await library.circulation.checkIn({ copyOrTitle: 'T-1' }, by(library));
    await library.place('adi', 'T');
    const { id } = await library.holdOf('rini', 'T');
    await library.circulation.cancelHold({ patronId: patronId('rini'), holdId: id }, library.key());
    expect(await undo(library)).toMatchObject({ ok: true, value: { copyState: 'on_loan' } });
    expect(await library.queue('T')).toEqual(['budi', 'adi']);
    expect(await library.holdOf('rini', 'T')).toMatchObject({ status: 'cancelled', position: null });
  });

  it('refuses what was built on: a renewed loan, a new reservation of the same reader', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.circulation.checkOut({ copyOrTitle: 'T', card: 'K-siti' }, by(library));
    const { id } = await library.loanOf('siti', 'T');
    await library.database.models.loan.update({ where: { id }, data: { dueOn: '2026-06-23', renewals: 1 } });
    expect(await undo(library)).toMatchObject({ refusal: { reason: 'changed-since', what: 'loan' } });
    await library.place('budi', 'T');
    await library.takeBack('T');
    await library.circulation.checkOut({ copyOrTitle: 'T', card: 'K-budi' }, by(library));
    await library.database.models.hold.create({
      data: { id: 'new', patronId: 'budi', titleId: 'T', placedAt: '2026-06-09T03:00:00.000Z', liveMark: 1 },
    });
    expect(await undo(library)).toMatchObject({ refusal: { reason: 'changed-since', what: 'hold' } });
  });

  it('is for one’s own acts of the last day, each once, a repeated key answering the same', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.addTitle('U', ['main']);
    await library.circulation.checkOut({ copyOrTitle: 'T', card: 'K-siti' }, by(library));
    await library.circulation.checkOut({ copyOrTitle: 'U', card: 'K-siti' }, by(library));
    await library.lend('budi', 'U');
    expect(await undo(library, other)).toMatchObject({ refusal: { reason: 'nothing-to-undo' } });
    const first = await library.circulation.undoLast({ staffId: tuti }, { key: 'tap' });
    expect(first).toMatchObject({ ok: true, value: { copyCode: 'U-1', copyState: 'available' } });
    expect(await library.circulation.undoLast({ staffId: tuti }, { key: 'tap' })).toEqual(first);
    library.clock.set('2026-06-10T09:01');
    expect(await undo(library)).toMatchObject({ refusal: { reason: 'nothing-to-undo' } });
    expect(await library.loanOf('siti', 'T')).toMatchObject({ status: 'open' });
  });

  it('takes a suspension for lateness back with the return that caused it', async () => {
    const library = await withReaders(await smallLibrary(await open()));
    await library.lend('siti', 'T');
    library.clock.set('2026-07-01T10:00');
    await library.circulation.checkIn({ copyOrTitle: 'T' }, by(library));
    const suspended = async () => (await library.database.models.patron.findUniqueOrThrow({ where: { id: 'siti' } })).suspendedUntil;
    expect(await suspended()).not.toBeNull();
    await undo(library);
    expect(await suspended()).toBeNull();
  });
});
