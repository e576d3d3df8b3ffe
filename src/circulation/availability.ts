import type { Sql } from '#database/database.ts';
import type { Availability, PlaceAvailability } from '#ports/library-system.ts';
import type { BranchId, TitleId } from '#shared/ids.ts';

interface PlaceRow {
  readonly titleId: string;
  readonly branchId: string;
  readonly branchName: string;
  readonly kind: string;
  readonly copies: number;
  readonly available: number;
}

interface LoanRow {
  readonly titleId: string;
  readonly onLoan: number;
  readonly earliestDue: string;
}

interface QueueRow {
  readonly titleId: string;
  readonly queue: number;
}

const titlesAtOnce = 400;

// Lost, damaged and missing copies are not counted: nobody can have them.
const placesText = (marks: string) => `
  SELECT c."titleId", c."branchId", b."name" AS "branchName", b."kind", CAST(COUNT(*) AS INTEGER) AS "copies",
         CAST(SUM(CASE WHEN c."status" = 'available' THEN 1 ELSE 0 END) AS INTEGER) AS "available"
  FROM "Copy" c JOIN "Branch" b ON b."id" = c."branchId"
  WHERE c."titleId" IN (${marks}) AND c."status" NOT IN ('lost', 'damaged', 'missing')
  GROUP BY c."titleId", c."branchId", b."name", b."kind", b."sortOrder"
  ORDER BY b."sortOrder", b."name"`;

const loansText = (marks: string) => `
  SELECT c."titleId", CAST(COUNT(*) AS INTEGER) AS "onLoan", MIN(l."dueOn") AS "earliestDue"
  FROM "Copy" c JOIN "Loan" l ON l."copyCode" = c."code" AND l."openMark" = 1
  WHERE c."titleId" IN (${marks}) AND l."status" = 'open'
  GROUP BY c."titleId"`;

const queueText = (marks: string) => `
  SELECT "titleId", CAST(COUNT(*) AS INTEGER) AS "queue" FROM "Hold"
  WHERE "titleId" IN (${marks}) AND "status" IN ('waiting', 'suspended') GROUP BY "titleId"`;

const placeFrom = (row: PlaceRow): PlaceAvailability => ({
  // as: the id of a branch
  branchId: row.branchId as BranchId,
  branchName: row.branchName,
  kind: row.kind === 'van' ? 'van' : 'branch',
  copies: row.copies,
  available: row.available,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const availabilityFrom = (places: readonly PlaceAvailability[], loan: LoanRow | undefined, queue: QueueRow | undefined): Availability => {
  const available = sum(places.map((place) => place.available));
  return {
    places,
    copies: sum(places.map((place) => place.copies)),
    available,
    onLoan: loan?.onLoan ?? 0,
    earliestDue: available > 0 ? null : (loan?.earliestDue ?? null),
    queue: queue?.queue ?? 0,
  };
};

const readPart = async (sql: Sql, ids: readonly TitleId[]): Promise<readonly (readonly [TitleId, Availability])[]> => {
  const marks = ids.map(() => '?').join(', ');
  const [places, loans, queues] = await Promise.all([
    sql.all<PlaceRow>(placesText(marks), ids),
    sql.all<LoanRow>(loansText(marks), ids),
    sql.all<QueueRow>(queueText(marks), ids),
  ]);
  const loanOf = new Map(loans.map((row) => [row.titleId, row]));
  const queueOf = new Map(queues.map((row) => [row.titleId, row]));
  return ids.map((id) => [
    id,
    availabilityFrom(places.filter((row) => row.titleId === id).map(placeFrom), loanOf.get(id), queueOf.get(id)),
  ]);
};

/** Where the copies of these titles are, with an entry for every id; one without copies has none available. */
export const readAvailability = async (sql: Sql, ids: readonly TitleId[]): Promise<ReadonlyMap<TitleId, Availability>> => {
  const found = new Map<TitleId, Availability>();
  for (let start = 0; start < ids.length; start += titlesAtOnce) {
    for (const [id, availability] of await readPart(sql, ids.slice(start, start + titlesAtOnce))) found.set(id, availability);
  }
  return found;
};
