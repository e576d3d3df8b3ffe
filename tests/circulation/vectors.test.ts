import { expect, it } from 'vitest';
import { saveCalendarDays, savePolicy } from '#circulation/library-rules-writing.ts';
import type { PolicyChanges } from '#circulation/library-settings.ts';
import type { DueMode } from '#domain/policy.ts';
import { day, daysFrom, holidays2026 } from '#tests/domain/calendar-2026.ts';
import { describeOnEachDatabase, describeOnSqlite, type OpenDatabase } from '#tests/support/databases.ts';
import { copyCode, type SmallLibrary, smallLibrary } from './small-library.ts';

// The test vectors of the specification, through the operations: Sundays and the 25 days of the joint decree are closed.

const loans = [
  ['2026-03-13', 7, '2026-03-20', '2026-03-25', '2026-03-28'],
  ['2026-03-11', 7, '2026-03-18', '2026-03-25', '2026-03-26'],
  ['2026-03-10', 14, '2026-03-24', '2026-03-25', '2026-04-02'],
  ['2026-05-20', 7, '2026-05-27', '2026-05-29', '2026-05-30'],
  ['2026-02-09', 7, '2026-02-16', '2026-02-18', '2026-02-19'],
  ['2026-08-10', 7, '2026-08-17', '2026-08-18', '2026-08-19'],
  ['2026-06-06', 7, '2026-06-13', '2026-06-13', '2026-06-15'],
  ['2026-12-17', 7, '2026-12-24', '2026-12-26', '2026-12-28'],
] as const;

const modes: readonly DueMode[] = ['calendar', 'pushNextOpen', 'skipClosed'];

interface LoanCase {
  readonly lent: string;
  readonly days: number;
  readonly mode: DueMode;
  readonly due: string;
}

const loanCases: readonly LoanCase[] = loans.flatMap(([lent, days, ...dues]) =>
  modes.map((mode, at) => ({ lent, days, mode, due: dues[at] ?? '' })),
);

/** One library for all cases of a suite: each begins with a book on the shelf and a reader of its own. */
const libraryOf = (open: OpenDatabase): (() => Promise<SmallLibrary>) => {
  let opened: Promise<SmallLibrary> | undefined;
  const prepare = async (): Promise<SmallLibrary> => {
    const library = await smallLibrary(await open());
    const closed = holidays2026.map(({ reason, ...on }) => ({ day: on.day, reason, kind: 'closed' as const }));
    await saveCalendarDays(library.database, closed, library.clock.now());
    await library.addTitle('T', ['main']);
    return library;
  };
  return () => (opened ??= prepare());
};

const under = async ({ database, clock }: SmallLibrary, policy: PolicyChanges): Promise<void> => savePolicy(database, policy, clock.now());

let readers = 0;
const newReader = async (library: SmallLibrary): Promise<string> => {
  const reader = `r${(readers += 1)}`;
  await library.addPatrons(reader);
  return reader;
};

const suspensionOf = async ({ database }: SmallLibrary, reader: string): Promise<string | null> =>
  (await database.models.patron.findUniqueOrThrow({ where: { id: reader } })).suspendedUntil;

describeOnEachDatabase('the calendar of 2026', (open) => {
  const library = libraryOf(open);

  it('has 74 closed days', async () => {
    const calendar = (await (await library()).circulation.rules.current()).calendarOf('main');
    expect(daysFrom('2026-01-01', '2026-12-31').filter((each) => !calendar.isOpen(each))).toHaveLength(74);
  });

  it.each(loanCases)('a loan of $lent for $days days is due on $due ($mode)', async ({ lent, days, mode, due }) => {
    const { clock, lend, takeBack } = await library();
    const reader = await newReader(await library());
    clock.set(`${lent}T09:00`);
    await under(await library(), { loan_days: days, due_mode: mode });
    expect(await lend(reader, 'T')).toMatchObject({ ok: true, value: { due } });
    expect(await (await library()).loanOf(reader, 'T')).toMatchObject({ dueOn: due });
    expect(await takeBack('T-1')).toMatchObject({ value: { openDaysLate: 0 } });
  });

  it.each([
    ['2026-03-10', '2026-03-17', '2026-03-25', 1, 8],
    ['2026-03-07', '2026-03-14', '2026-03-16', 1, 2],
  ])('a loan of %s, due %s and back on %s, is late by %i open days, or by %i days', async (lent, due, back, open, calendar) => {
    const stage = await library();
    for (const [count, days] of [['open', open] as const, ['calendar', calendar] as const]) {
      const reader = await newReader(stage);
      stage.clock.set(`${lent}T09:00`);
      await under(stage, { loan_days: 7, due_mode: 'pushNextOpen', late_days: count });
      expect(await stage.lend(reader, 'T')).toMatchObject({ value: { due } });
      stage.clock.set(`${back}T10:00`);
      expect(await stage.takeBack('T-1')).toMatchObject({ value: { openDaysLate: open } });
      const until = daysFrom(back, '2026-04-30')[days]?.toString();
      expect(await suspensionOf(stage, reader)).toBe(until);
    }
  });

  it.each([
    ['2026-03-17', '2026-03-27'],
    ['2026-03-14', '2026-03-25'],
    ['2026-05-26', '2026-06-02'],
  ])('a hold that is ready on %s is kept until %s', async (ready, deadline) => {
    const { circulation, clock, key, place, holdOf, lend, takeBack } = await library();
    const reader = await newReader(await library());
    clock.set(`${ready}T09:00`);
    await place(reader, 'T');
    expect(await circulation.confirmCapture({ copyCode: copyCode('T-1') }, key())).toMatchObject({ value: { status: 'ready', deadline } });
    clock.set(`${deadline}T15:59`);
    expect(await circulation.expireHolds()).toEqual([]);
    expect(await holdOf(reader, 'T')).toMatchObject({ status: 'ready', deadlineOn: deadline });
    await lend(reader, 'T');
    await takeBack('T-1');
  });
});

describeOnSqlite('every open day of 2026', (open) => {
  it.each([
    [7, '2026-12-24', 286, 21],
    [14, '2026-12-17', 281, 18],
  ])(
    'a loan for %i days, lent until %s on %i days, would be due on a closed day %i times',
    async (days, last, openDays, closed) => {
      const library = await libraryOf(open)();
      const calendar = (await library.circulation.rules.current()).calendarOf('main');
      const lendingDays = daysFrom('2026-01-01', last).filter((each) => calendar.isOpen(each));
      expect(lendingDays).toHaveLength(openDays);
      await library.addTitle(
        'Y',
        lendingDays.map(() => 'main'),
      );
      const reader = await newReader(library);
      await under(library, { loan_days: days, due_mode: 'calendar', max_loans: { adult: 400 } });
      for (const lentOn of lendingDays) {
        library.clock.set(`${lentOn}T09:00`);
        expect(await library.lend(reader, 'Y')).toMatchObject({ ok: true, value: { due: lentOn.add({ days }).toString() } });
      }
      const rows = await library.database.models.loan.findMany();
      const naive = rows.filter(({ dueOn }) => !calendar.isOpen(day(dueOn)));
      expect(naive).toHaveLength(closed);
    },
    60_000,
  );
});
