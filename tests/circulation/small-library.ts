import { type Circulation, createCirculation } from '#circulation/circulation.ts';
import type { Database } from '#database/database.ts';
import { type Temporal, LIBRARY_ZONE, momentText, Temporal as Time } from '#shared/day.ts';
import type { CopyCode, HoldId, LoanId, PatronId, TitleId } from '#shared/ids.ts';

/** A clock that stands until a test moves it; times are the library's wall clock. */
export interface StandingClock {
  now(): Temporal.Instant;
  set(local: string): void;
}

export const standingClock = (local: string): StandingClock => {
  const read = (text: string) => Time.PlainDateTime.from(text).toZonedDateTime(LIBRARY_ZONE).toInstant();
  let now = read(local);
  return { now: () => now, set: (text) => void (now = read(text)) };
};

// as: made-up ids of the tests
export const patronId = (id: string) => id as PatronId;
export const titleId = (id: string) => id as TitleId;
export const copyCode = (code: string) => code as CopyCode;

export interface SmallLibrary {
  readonly circulation: Circulation;
  readonly database: Database;
  readonly clock: StandingClock;
  addPatrons(...ids: readonly string[]): Promise<void>;
  /** copies stand in the branches named, one each */
  addTitle(id: string, branches: readonly string[], change?: { readonly audience?: string; readonly reference?: boolean }): Promise<void>;
  /** a key nobody used */
  key(): { readonly key: string };
  place(patron: string, title: string, pickup?: string): ReturnType<Circulation['placeHold']>;
  lend(patron: string, copyOrTitle: string): ReturnType<Circulation['checkOut']>;
  takeBack(copyOrTitle: string): ReturnType<Circulation['checkIn']>;
  holdOf(
    patron: string,
    title: string,
  ): Promise<{
    readonly id: HoldId;
    readonly status: string;
    readonly position: number | null;
    readonly copyCode: string | null;
    readonly deadlineOn: string | null;
  }>;
  loanOf(
    patron: string,
    title: string,
  ): Promise<{ readonly id: LoanId; readonly dueOn: string; readonly renewals: number; readonly status: string }>;
  copyStatus(code: string): Promise<string>;
  /** names of those in the queue of a title, first reader first */
  queue(title: string): Promise<readonly string[]>;
}

const branches = [
  { id: 'main', name: 'Pusat', kind: 'branch', sortOrder: 0 },
  { id: 'east', name: 'Cambai', kind: 'branch', sortOrder: 1 },
  { id: 'van', name: 'Mobil Pintar', kind: 'van', sortOrder: 2 },
];

const patronRow = (id: string) => ({ id, name: `Pembaca ${id}`, card: `K-${id}`, joinedOn: '2026-01-02' });

/** Two branches and a van, no holidays, Tuesday 9 June 2026 at nine: nothing else until a test adds it. */
export const smallLibrary = async (database: Database, local = '2026-06-09T09:00'): Promise<SmallLibrary> => {
  const clock = standingClock(local);
  const circulation = createCirculation({ database, clock });
  const { models } = database;
  let keys = 0;
  const key = () => ({ key: `test-${(keys += 1)}` });
  await models.branch.createMany({ data: branches });
  return {
    circulation,
    database,
    clock,
    key,
    addPatrons: async (...ids) => void (await models.patron.createMany({ data: ids.map(patronRow) })),
    addTitle: async (id, places, change = {}) => {
      await models.title.create({ data: { id, title: `Judul ${id}`, addedOn: '2026-01-02', sourceKey: id, ...change } });
      const at = momentText(clock.now());
      await models.copy.createMany({
        data: places.map((branchId, index) => ({
          code: `${id}-${index + 1}`,
          titleId: id,
          branchId,
          homeBranchId: branchId,
          updatedAt: at,
        })),
      });
    },
    place: (patron, title, pickup = 'main') =>
      circulation.placeHold({ patronId: patronId(patron), titleId: titleId(title), pickupPlace: pickup }, key()),
    lend: (patron, copyOrTitle) => circulation.checkOut({ copyOrTitle, card: `K-${patron}` }, key()),
    takeBack: (copyOrTitle) => circulation.checkIn({ copyOrTitle }, key()),
    holdOf: async (patron, title) => {
      const hold = await models.hold.findFirstOrThrow({ where: { patronId: patron, titleId: title }, orderBy: { placedAt: 'desc' } });
      // as: the id of a hold
      return { ...hold, id: hold.id as HoldId };
    },
    loanOf: async (patron, title) => {
      const loan = await models.loan.findFirstOrThrow({ where: { patronId: patron, titleId: title }, orderBy: { loanedOn: 'desc' } });
      // as: the id of a loan
      return { ...loan, id: loan.id as LoanId };
    },
    copyStatus: async (code) => (await models.copy.findUniqueOrThrow({ where: { code } })).status,
    queue: async (title) =>
      (await models.hold.findMany({ where: { titleId: title, position: { not: null } }, orderBy: { position: 'asc' } })).map(
        (hold) => hold.patronId,
      ),
  };
};
