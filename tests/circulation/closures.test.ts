import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CalendarChange } from '#circulation/library-rules-writing.ts';
import { saveLendingRules } from '#circulation/library-rules-writing.ts';
import type { UntoldMove } from '#circulation/closures.ts';
import { Temporal } from '#shared/day.ts';
import { describeOnEachDatabase, describeOnSqlite } from '#tests/support/databases.ts';
import { type SmallLibrary, smallLibrary } from './small-library.ts';

const closing = (...days: readonly string[]): CalendarChange => ({ days: days.map((day) => ({ day, kind: 'closed', reason: 'Banjir' })) });

const close = async ({ circulation }: SmallLibrary, change: CalendarChange, key = 'flood') => {
  const { closed } = await circulation.changeCalendar(change, { key });
  return circulation.moveDatesPastClosures(closed, { key });
};

/** What the clockwork does, without telling anybody: the loans of each page, in order. */
const tellAll = async ({ circulation }: SmallLibrary): Promise<readonly UntoldMove['loans'][]> => {
  const pages: UntoldMove['loans'][] = [];
  for (let move = await circulation.untoldMove(); move !== null; move = await circulation.untoldMove()) {
    pages.push(move.loans);
    await circulation.moveTold(move);
  }
  return pages;
};

/** Tuesday 9 June: budi has a loan due on the 16th, siti a book ready until the 12th. */
const withDates = async (library: SmallLibrary): Promise<SmallLibrary> => {
  await library.addPatrons('budi', 'siti');
  await library.addTitle('L', ['main']);
  await library.addTitle('T', ['main']);
  await library.lend('budi', 'L');
  await library.place('siti', 'T');
  await library.circulation.confirmCapture({ copyCode: (await library.holdOf('siti', 'T')).copyCode as never }, library.key());
  return library;
};

describeOnEachDatabase('a closure announced later', (open) => {
  it('shows what it would move and changes nothing', async () => {
    const library = await withDates(await smallLibrary(await open()));
    expect(await library.circulation.previewCalendarChange(closing('2026-06-11', '2026-06-16'))).toEqual({
      closed: ['east', 'main', 'van']
        .map((branchId) => ({ branchId, days: ['2026-06-11', '2026-06-16'] }))
        .sort((a, b) => (a.branchId === 'main' ? -1 : b.branchId === 'main' ? 1 : 0)),
      loans: [{ from: '2026-06-16', to: '2026-06-17', count: 1 }],
      holds: [{ from: '2026-06-12', to: '2026-06-13', count: 1 }],
      told: 0,
    });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-16' });
    expect((await library.circulation.rules.current()).calendarOf('main').isOpen(Temporal.PlainDate.from('2026-06-11'))).toBe(true);
  });

  it('moves loans and kept holds forward, once per key', async () => {
    const library = await withDates(await smallLibrary(await open()));
    expect(await close(library, closing('2026-06-11', '2026-06-16'))).toEqual({ loans: 1, holds: 1 });
    expect(await close(library, closing('2026-06-11', '2026-06-16'))).toEqual({ loans: 1, holds: 1 });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-17' });
    expect(await library.holdOf('siti', 'T')).toMatchObject({ deadlineOn: '2026-06-13' });
  });

  it('that was cut off in the middle is finished by the next run of the jobs', async () => {
    const library = await withDates(await smallLibrary(await open()));
    await library.circulation.changeCalendar(closing('2026-06-16'), { key: 'flood' });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-16' });
    const pages = await tellAll(library);
    expect(pages.flat()).toMatchObject([{ patronId: 'budi', from: '2026-06-16', to: '2026-06-17' }]);
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-17' });
    expect(await tellAll(library)).toEqual([]);
  });

  it('names each moved loan once, whoever moved it first', async () => {
    const library = await withDates(await smallLibrary(await open()));
    await close(library, closing('2026-06-16'));
    const move = await library.circulation.untoldMove();
    expect(move?.loans).toHaveLength(1);
    // told, but cut off before it was noted: it is told again under the same notice key
    expect((await library.circulation.untoldMove())?.loans).toEqual(move?.loans);
    expect((await tellAll(library)).flat()).toHaveLength(1);
  });

  it('of one branch leaves the others alone', async () => {
    const library = await withDates(await smallLibrary(await open()));
    const east: CalendarChange = { days: [{ branchId: 'east', day: '2026-06-16', kind: 'closed', reason: 'Banjir' }] };
    expect(await close(library, east)).toEqual({ loans: 0, holds: 0 });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-16' });
  });

  it('moves nothing where the rule counts plain days', async () => {
    const library = await withDates(await smallLibrary(await open()));
    await saveLendingRules(
      library.database,
      [{ id: 'plain', label: 'Hari kalender', changes: { due_mode: 'calendar' } }],
      library.clock.now(),
    );
    expect(await close(library, closing('2026-06-16'))).toEqual({ loans: 0, holds: 0 });
  });

  it('of every Tuesday from now on moves what is due on one', async () => {
    const library = await withDates(await smallLibrary(await open()));
    expect(await close(library, { week: { tue: 'closed' } })).toMatchObject({ loans: 1 });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-17' });
  });

  it('that is taken back moves nothing back', async () => {
    const library = await withDates(await smallLibrary(await open()));
    await close(library, closing('2026-06-16'));
    expect(await close(library, { freedDays: [{ day: '2026-06-16' }] }, 'after all')).toEqual({ loans: 0, holds: 0 });
    expect(await library.loanOf('budi', 'L')).toMatchObject({ dueOn: '2026-06-17' });
  });

  it('moves page by page, a reader never on two of them', async () => {
    const library = await smallLibrary(await open());
    const readers = Array.from({ length: 250 }, (_, at) => `r${String(at).padStart(3, '0')}`);
    await library.addPatrons(...readers);
    await library.addTitle(
      'L',
      [...readers, ...readers].map(() => 'main'),
    );
    await library.database.models.loan.createMany({
      data: [...readers, ...readers].map((reader, at) => ({
        ...{ id: `l${String(at).padStart(3, '0')}`, patronId: reader, titleId: 'L', copyCode: `L-${at + 1}`, branchId: 'main' },
        ...{ loanedOn: '2026-06-09', dueOn: at < 250 ? '2026-06-16' : '2026-06-17', openMark: 1 },
      })),
    });
    expect(await close(library, closing('2026-06-16', '2026-06-17'))).toEqual({ loans: 500, holds: 0 });
    expect((await tellAll(library)).map((page) => page.length)).toEqual([100, 100, 100, 100, 100, 0]);
    expect(await library.database.models.loan.count({ where: { dueOn: '2026-06-18' } })).toBe(500);
  });
});

describeOnSqlite('closures one after the other', (open) => {
  it('never move a date back, end on open days, and make nobody later', async () => {
    const day = fc.integer({ min: 0, max: 20 }).map((at) => Temporal.PlainDate.from('2026-06-09').add({ days: at }).toString());
    const closures = fc.array(fc.array(day, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(closures, async (announced) => {
        const library = await withDates(await smallLibrary(await open()));
        for (const [at, days] of announced.entries()) {
          const before = { loan: await library.loanOf('budi', 'L'), hold: await library.holdOf('siti', 'T') };
          const late = (await library.circulation.loansOf('budi' as never))[0]?.openDaysLate;
          await close(library, closing(...days), `closure ${at}`);
          const { calendarOf } = await library.circulation.rules.current();
          const after = { loan: await library.loanOf('budi', 'L'), hold: await library.holdOf('siti', 'T') };
          expect(after.loan.dueOn >= before.loan.dueOn).toBe(true);
          expect((after.hold.deadlineOn ?? '') >= (before.hold.deadlineOn ?? '')).toBe(true);
          expect(calendarOf('main').isOpen(Temporal.PlainDate.from(after.loan.dueOn))).toBe(true);
          expect(calendarOf('main').isOpen(Temporal.PlainDate.from(after.hold.deadlineOn ?? ''))).toBe(true);
          expect((await library.circulation.loansOf('budi' as never))[0]?.openDaysLate).toBeLessThanOrEqual(late ?? 0);
        }
      }),
      { numRuns: 15 },
    );
  });
});
