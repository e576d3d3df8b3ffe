import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeOnSqlite } from '#tests/support/databases.ts';
import { copyCode, patronId, type SmallLibrary, smallLibrary } from './small-library.ts';

// Whatever happens in whatever order: the books and the queues stay in order.

const people = ['a', 'b', 'c', 'd'];
const copies = ['T-1', 'T-2', 'U-1'];

const person = fc.constantFrom(...people);
const title = fc.constantFrom('T', 'U');
const copy = fc.constantFrom(...copies);
const place = fc.constantFrom('main', 'east');

const event = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('place'), person, title, place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('cancel'), person, title }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('suspend'), person, title }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('capture'), copy }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('lend'), person, title }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('lendCopy'), person, copy }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('takeBack'), copy }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('missing'), copy }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('days'), count: fc.integer({ min: 1, max: 5 }) }) },
);
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

const ownHold = async (library: SmallLibrary, reader: string, wanted: string) => {
  const hold = await library.database.models.hold.findFirst({ where: { patronId: reader, titleId: wanted, liveMark: 1 } });
  return hold === null ? null : library.holdOf(reader, wanted);
};

const moveOn = async (library: SmallLibrary, days: number): Promise<void> => {
  const local = library.clock.now().toZonedDateTimeISO('Asia/Jakarta').toPlainDateTime().add({ days });
  library.clock.set(local.toString());
  await library.circulation.expireHolds();
  await library.circulation.resumeHolds();
};

const happen = async (library: SmallLibrary, what: Event): Promise<void> => {
  const { circulation } = library;
  if ('place' in what) await library.place(what.person, what.title, what.place);
  else if ('count' in what) await moveOn(library, what.count);
  else if (what.kind === 'capture' && 'copy' in what) await circulation.confirmCapture({ copyCode: copyCode(what.copy) }, library.key());
  else if (what.kind === 'missing' && 'copy' in what) await circulation.reportMissing({ copyCode: copyCode(what.copy) }, library.key());
  else if (what.kind === 'takeBack' && 'copy' in what) await library.takeBack(what.copy);
  else if (what.kind === 'lendCopy' && 'copy' in what && 'person' in what) await library.lend(what.person, what.copy);
  else if (what.kind === 'lend' && 'title' in what) await library.lend(what.person, what.title);
  else if ('title' in what) await giveUp(library, what.person, what.title, what.kind === 'suspend');
};

const giveUp = async (library: SmallLibrary, reader: string, wanted: string, forAWhile: boolean): Promise<void> => {
  const hold = await ownHold(library, reader, wanted);
  if (hold === null) return;
  const own = { patronId: patronId(reader), holdId: hold.id };
  const until = library.clock.now().toZonedDateTimeISO('Asia/Jakarta').toPlainDate().add({ days: 3 }).toString();
  if (forAWhile) await library.circulation.suspendHold({ ...own, until }, library.key());
  else await library.circulation.cancelHold(own, library.key());
};

const holdStatusOf: Readonly<Record<string, string>> = { allocated: 'allocated', in_transit: 'in_transit', on_hold_shelf: 'ready' };

const expectOrder = async ({ database: { models } }: SmallLibrary): Promise<void> => {
  const shelf = await models.copy.findMany();
  const loans = await models.loan.findMany({ where: { openMark: 1 } });
  const holds = await models.hold.findMany({ where: { liveMark: 1 }, orderBy: [{ placedAt: 'asc' }, { id: 'asc' }] });
  expect(shelf.map(({ code }) => code).sort()).toEqual(copies);
  for (const { code, status } of shelf) {
    expect(loans.filter((loan) => loan.copyCode === code)).toHaveLength(status === 'on_loan' ? 1 : 0);
    expect(holds.filter((hold) => hold.copyCode === code).map((hold) => hold.status)).toEqual(
      holdStatusOf[status] === undefined ? [] : [holdStatusOf[status]],
    );
  }
  for (const wanted of ['T', 'U']) {
    const queue = holds.filter((hold) => hold.titleId === wanted && hold.status !== 'ready');
    expect(queue.map((hold) => hold.position)).toEqual(queue.map((_, index) => index + 1));
    const isFree = shelf.some((each) => each.titleId === wanted && each.status === 'available');
    if (isFree) expect(queue.filter((hold) => hold.status === 'waiting')).toEqual([]);
  }
  for (const reader of people) {
    expect(loans.filter((loan) => loan.patronId === reader).length).toBeLessThanOrEqual(2);
    expect(holds.filter((hold) => hold.patronId === reader).length).toBeLessThanOrEqual(2);
  }
};

/** Living holds of before that still live stand in the same order, and none has vanished. */
const expectNobodyOvertaken = async ({ database: { models } }: SmallLibrary, before: readonly string[]): Promise<readonly string[]> => {
  const rows = await models.hold.findMany({ orderBy: [{ placedAt: 'asc' }, { id: 'asc' }] });
  const now = rows.map((row) => row.id);
  expect(now.filter((id) => before.includes(id))).toEqual(before);
  return now;
};

describeOnSqlite('any history of a library', (open) => {
  it('leaves each copy in one hand, each queue in order, and no hold lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 10, maxLength: 30 }), async (events) => {
        const library = await smallLibrary(await open());
        await library.addPatrons(...people);
        await library.addTitle('T', ['main', 'east']);
        await library.addTitle('U', ['main']);
        let holds: readonly string[] = [];
        for (const each of events) {
          await happen(library, each);
          await expectOrder(library);
          holds = await expectNobodyOvertaken(library, holds);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
