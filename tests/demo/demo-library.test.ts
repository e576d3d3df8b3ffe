import { beforeAll, describe, expect, test } from 'vitest';
import { createCirculation } from '#circulation/circulation.ts';
import { readIsbn } from '#circulation/import/isbn.ts';
import { createLibraryRules } from '#circulation/library-rules.ts';
import type { Database } from '#database/database.ts';
import { fillDemoLibrary } from '#prisma/demo-library.ts';
import { readHolidays, readSeasons } from '#prisma/calendar/holidays.ts';
import { demoMembers } from '#prisma/demo/people.ts';
import { readDemoTitles } from '#prisma/demo/titles.ts';
import { dayOf, momentOf, Temporal } from '#shared/day.ts';
import type { PatronId, TitleId } from '#shared/ids.ts';
import { describeOnEachDatabase, describeOnSqlite, type OpenDatabase } from '#tests/support/databases.ts';

const at = (day: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(day).toPlainDateTime('09:30'));
// as: the demo library's own id of the reader who may be tried by anybody
const guest = 'guest' as PatronId;

const filled = async (open: OpenDatabase, day: string) => {
  const database = await open();
  const now = at(day);
  await fillDemoLibrary(database, { now, today: dayOf(now) });
  return { database, circulation: createCirculation({ database, clock: { now: () => now } }) };
};

const sums = async ({ sql }: Database): Promise<readonly number[]> => {
  const tables = ['Title', 'Copy', 'Patron', 'Loan', 'Hold', 'CalendarDay', 'CirculationRule'];
  return Promise.all(tables.map(async (table) => Number((await sql.all<{ n: number }>(`SELECT COUNT(*) AS n FROM "${table}"`))[0]?.n)));
};

describe('titles.tsv', async () => {
  const titles = await readDemoTitles();

  test('holds at least 320 titles, each with an id of its own', () => {
    expect(titles.length).toBeGreaterThanOrEqual(320);
    expect(new Set(titles.map(({ id }) => id)).size).toBe(titles.length);
  });

  test('every row is whole', () => {
    const audiences = ['all', 'child', 'teen', 'adult', 'adult_only'];
    const broken = titles.filter(
      (title) =>
        title.subjects.length === 0 ||
        !audiences.includes(title.audience) ||
        !(title.copies >= 1) ||
        !/^(R )?\d{3}/.test(title.callNumber) ||
        (title.year !== null && !(title.year > 1900 && title.year < 2026)),
    );
    expect(broken).toEqual([]);
  });

  test('every ISBN has a sound check digit', () => {
    expect(titles.filter(({ isbn }) => isbn !== null && readIsbn(isbn).kind !== 'sound')).toEqual([]);
  });

  test('a third has a synopsis, and local authors are marked as invented', () => {
    expect(titles.filter(({ synopsis }) => synopsis !== null).length).toBeGreaterThanOrEqual(titles.length / 3);
    const local = titles.filter(({ localAuthor }) => localAuthor);
    expect(local.length).toBeGreaterThan(5);
    expect(local.filter(({ author }) => !author.includes('(penulis contoh)'))).toEqual([]);
  });
});

describe('the official calendar', () => {
  test('2026 has 17 fixed holidays and 8 days of cuti bersama, 2027 has 5 that are fixed', async () => {
    const holidays = await readHolidays();
    const of = (year: string) => holidays.filter(({ day }) => day.startsWith(year));
    expect([of('2026').length, of('2026').filter(({ tentative }) => tentative).length]).toEqual([25, 8]);
    expect([of('2027').length, of('2027').filter(({ tentative }) => !tentative).length]).toEqual([26, 5]);
  });

  test('Ramadan ends the day before Idul Fitri', async () => {
    const holidays = await readHolidays();
    for (const { to } of await readSeasons()) {
      const next = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
      expect(holidays.find(({ day }) => day === next)?.name).toContain('Idul Fitri');
    }
  });
});

test('every card of the demo library is marked, and guardians are grown up', () => {
  const members = demoMembers(2026);
  expect(members.filter(({ card }) => !card.startsWith('DEMO-'))).toEqual([]);
  const types = new Map(members.map(({ id, type }) => [id, type]));
  expect(members.filter(({ type }) => type === 'child').map(({ guardianId }) => types.get(guardianId ?? ''))).toEqual([
    'adult',
    'adult',
    'adult',
  ]);
});

describeOnEachDatabase('the demo library', (open) => {
  let database: Database;
  let circulation: ReturnType<typeof createCirculation>;
  beforeAll(async () => {
    ({ database, circulation } = await filled(open, '2026-11-24'));
  });

  test('shows loans and holds in every state', async () => {
    const statesOf = async (table: string) =>
      (await database.sql.all<{ status: string }>(`SELECT DISTINCT "status" FROM "${table}" ORDER BY 1`))
        .map(({ status }) => status)
        .toSorted();
    expect(await statesOf('Loan')).toEqual(['claimed_returned', 'lost', 'open', 'returned']);
    expect(await statesOf('Hold')).toEqual([
      'allocated',
      'cancelled',
      'expired',
      'filled',
      'in_transit',
      'ready',
      'suspended',
      'unfillable',
      'waiting',
    ]);
    expect(await statesOf('Copy')).toEqual([
      'allocated',
      'available',
      'claimed_returned',
      'damaged',
      'in_transit',
      'lost',
      'missing',
      'on_hold_shelf',
      'on_loan',
      'releasing',
    ]);
  });

  test('books can be fetched at two branches and at three stops of the vans', async () => {
    expect((await circulation.pickupPlaces()).map(({ id }) => id)).toEqual([
      'main',
      'cambai',
      'stop-karang-raja',
      'stop-sindur',
      'stop-tanjung-raman',
    ]);
  });

  test('once filled it is left alone', async () => {
    const before = await sums(database);
    await fillDemoLibrary(database, { now: at('2027-05-05'), today: Temporal.PlainDate.from('2027-05-05') });
    expect(await sums(database)).toEqual(before);
  });

  test('a filling that was broken off is finished as it began', async () => {
    const broken = await open();
    const now = at('2026-11-24');
    const valueJson = JSON.stringify({ since: now.toString({ fractionalSecondDigits: 3 }), today: '2026-11-24' });
    await broken.models.setting.create({ data: { key: 'demo.filling', valueJson, updatedAt: valueJson } });
    await broken.models.branch.create({ data: { id: 'main', name: 'Perpustakaan Kota Prabumulih', kind: 'branch' } });
    await fillDemoLibrary(broken, { now: at('2026-12-01'), today: Temporal.PlainDate.from('2026-12-01') });
    expect(await sums(broken)).toEqual(await sums(database));
    const dueOn = async ({ sql }: Database) => sql.all(`SELECT "dueOn" FROM "Loan" WHERE "patronId" = 'guest' ORDER BY "id"`);
    expect(await dueOn(broken)).toEqual(await dueOn(database));
    expect(await broken.models.setting.count({ where: { key: 'demo.filling' } })).toBe(0);
  });

  test('the guest has one hold that waits as second and one that is ready', async () => {
    const holds = await circulation.holdsOf(guest);
    expect(holds.map(({ title, status, position }) => [title.split(':')[0], status, position])).toEqual([
      ['Filosofi Teras', 'ready', null],
      ['Atomic Habits', 'waiting', 2],
    ]);
  });

  test('the desk hands a free copy out and takes a lent one back', async () => {
    const out = await circulation.checkOut({ copyOrTitle: 'negeri-5-menara', card: 'DEMO-0020' }, { key: 'desk-1' });
    expect(out).toMatchObject({ ok: true, value: { title: 'Negeri 5 Menara' } });
    const back = await circulation.checkIn({ copyOrTitle: 'laut-bercerita', card: 'DEMO-0001' }, { key: 'desk-2' });
    expect(back).toMatchObject({ ok: true, value: { heldFor: 'demo-15', nextState: 'on_hold_shelf' } });
  });
});

// Ordinary days, a Sunday, the week of Lebaran, Ramadan, a leap day, a year whose holidays nobody knows yet.
const starts = [
  '2026-11-24',
  '2026-08-16',
  '2026-03-17',
  '2026-03-20',
  '2026-03-25',
  '2027-02-10',
  '2027-03-13',
  '2027-12-26',
  '2028-02-29',
] as const;

describeOnSqlite('whenever it is first started', (open) => {
  describe.each(starts)('on %s', (day) => {
    let database: Database;
    let circulation: ReturnType<typeof createCirculation>;
    beforeAll(async () => {
      ({ database, circulation } = await filled(open, day));
    });

    test('the guest may renew one loan, not one that others wait for, and one not yet', async () => {
      const answers = new Map<string, string>();
      for (const loan of await circulation.loansOf(guest)) {
        const decision = await circulation.previewRenewal({ patronId: guest, loanId: loan.id });
        answers.set(loan.titleId, decision.ok ? 'ok' : decision.refusal.reason);
      }
      expect([...answers].toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
        ['laskar-pelangi', 'ok'],
        ['laut-bercerita', 'hold-waiting'],
        ['sapiens', 'too-soon'],
      ]);
    });

    test('the guest may still place a hold', async () => {
      // as: an id of titles.tsv
      expect(await circulation.previewHold({ patronId: guest, titleId: 'hujan' as TitleId, pickupPlace: 'main' })).toMatchObject({
        ok: true,
      });
    });

    test('open loans fall due, and holds lapse, on open days', async () => {
      const calendar = (await createLibraryRules(database).current()).calendarOf('main');
      const days = await database.sql.all<{ day: string }>(
        `SELECT "dueOn" AS "day" FROM "Loan" UNION SELECT "loanedOn" FROM "Loan" UNION SELECT "deadlineOn" FROM "Hold" WHERE "deadlineOn" IS NOT NULL`,
      );
      expect(days.filter(({ day: text }) => !calendar.isOpen(Temporal.PlainDate.from(text)))).toEqual([]);
    });

    test('copies agree with loans and holds, and nobody waits for a copy that is free', async () => {
      const { sql } = database;
      expect(
        await sql.all(`SELECT c."code" FROM "Copy" c LEFT JOIN "Loan" l ON l."copyCode" = c."code" AND l."openMark" = 1
        WHERE (c."status" IN ('on_loan', 'lost', 'claimed_returned')) <> (l."id" IS NOT NULL)`),
      ).toEqual([]);
      expect(
        await sql.all(`SELECT c."code" FROM "Copy" c LEFT JOIN "Hold" h ON h."copyCode" = c."code" AND h."liveMark" = 1
        WHERE (c."status" IN ('allocated', 'in_transit', 'on_hold_shelf')) <> (h."id" IS NOT NULL)`),
      ).toEqual([]);
      expect(
        await sql.all(`SELECT h."id" FROM "Hold" h JOIN "Copy" c ON c."titleId" = h."titleId" WHERE h."status" = 'waiting'
        AND c."status" = 'available' AND c."branchId" NOT LIKE 'van%'`),
      ).toEqual([]);
    });

    test('nobody has more than the rules allow', async () => {
      expect(await database.sql.all(`SELECT "patronId" FROM "Loan" WHERE "openMark" = 1 GROUP BY "patronId" HAVING COUNT(*) > 4`)).toEqual(
        [],
      );
      expect(await database.sql.all(`SELECT "patronId" FROM "Hold" WHERE "liveMark" = 1 GROUP BY "patronId" HAVING COUNT(*) > 4`)).toEqual(
        [],
      );
    });

    test('no hold lapses and no date moves by the night job of the first day', async () => {
      const before = await database.sql.all('SELECT "id", "status", "position", "deadlineOn" FROM "Hold" ORDER BY "id"');
      await circulation.expireHolds();
      expect(await database.sql.all('SELECT "id", "status", "position", "deadlineOn" FROM "Hold" ORDER BY "id"')).toEqual(before);
    });
  });
});
