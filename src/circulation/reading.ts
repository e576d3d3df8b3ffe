import { z } from 'zod';
import { daysLate } from '#domain/circulation/due-date.ts';
import type { Desk, FineRecord, HoldRecord, LoanRecord, PatronRecord, TitleRecord } from '#ports/library-system.ts';
import type { BranchId, CopyCode, HoldId, LoanId, PatronId, TitleId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type CirculationParts, look, occasion } from './context.ts';
import { findPatron, patronRecord, readFines } from './patrons.ts';

// Own-data reads. Rows come through the raw door: these run on every other turn (PERFORMANCE finding 3).

interface TitleRow {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly subjectsJson: string;
  readonly isbn: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly synopsis: string | null;
  readonly language: string;
  readonly format: string;
  readonly audience: string;
  readonly localAuthor: number;
  readonly reference: number;
  readonly callNumber: string | null;
  readonly shelf: string | null;
  readonly digitalJson: string | null;
  readonly addedOn: string;
}

const subjectsShape = z.array(z.string());
const digitalShape = z.object({
  formats: z.array(z.string()),
  access: z.enum(['link', 'file']),
  concurrent: z.int().nullable().default(null),
});

const titleFrom = ({ subjectsJson, digitalJson, ...row }: TitleRow): TitleRecord => ({
  ...row,
  // as: the id of a title; the schema lists the formats and audiences
  id: row.id as TitleId,
  format: row.format as TitleRecord['format'],
  audience: row.audience as TitleRecord['audience'],
  subjects: subjectsShape.parse(JSON.parse(subjectsJson)),
  localAuthor: row.localAuthor === 1,
  reference: row.reference === 1,
  digital: digitalJson === null ? null : digitalShape.parse(JSON.parse(digitalJson)),
});

const titleColumns = [
  'id',
  'title',
  'author',
  'subjectsJson',
  'isbn',
  'publisher',
  'year',
  'synopsis',
  'language',
  'format',
  'audience',
  'localAuthor',
  'reference',
  'callNumber',
  'shelf',
  'digitalJson',
  'addedOn',
]
  .map((name) => `"${name}"`)
  .join(', ');

const titlesAtOnce = 400;

/** In the order asked for; ids that are no titles are left out. */
export const readTitles = async ({ database }: CirculationParts, ids: readonly TitleId[]): Promise<readonly TitleRecord[]> => {
  const found = new Map<string, TitleRecord>();
  for (let start = 0; start < ids.length; start += titlesAtOnce) {
    const part = ids.slice(start, start + titlesAtOnce);
    const rows = await database.sql.all<TitleRow>(
      `SELECT ${titleColumns} FROM "Title" WHERE "id" IN (${part.map(() => '?').join(', ')})`,
      part,
    );
    for (const row of rows) found.set(row.id, titleFrom(row));
  }
  return ids.flatMap((id) => found.get(id) ?? []);
};

export const readPatron = async (parts: CirculationParts, id: PatronId): Promise<PatronRecord | null> => {
  const at = await look(parts);
  const row = await findPatron(at, id);
  return row === null || row.status === 'deleted' ? null : patronRecord(row, at.today.toString());
};

/** R12: the children whom this patron answers for, by name. */
export const childrenOf = ({ database }: CirculationParts, guardian: PatronId): Promise<readonly Pick<PatronRecord, 'id' | 'name'>[]> =>
  database.sql.all<Pick<PatronRecord, 'id' | 'name'>>(
    `SELECT "id", "name" FROM "Patron" WHERE "guardianId" = ? AND "type" <> 'adult' AND "status" <> 'deleted' ORDER BY "name", "id"`,
    [guardian],
  );

export const readFinesOf = async (parts: CirculationParts, id: PatronId): Promise<readonly FineRecord[]> => {
  const at = await look(parts);
  const row = await findPatron(at, id);
  return row === null ? [] : readFines(at, row);
};

interface LoanRow {
  readonly id: LoanId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly copyCode: CopyCode;
  readonly branchId: BranchId;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: LoanRecord['status'];
}

export const readLoans = async (parts: CirculationParts, patron: PatronId): Promise<readonly LoanRecord[]> => {
  const { rules, today } = await occasion(parts);
  const rows = await parts.database.sql.all<LoanRow>(
    `SELECT l."id", l."titleId", t."title", t."author", l."copyCode", l."branchId", l."loanedOn", l."dueOn", l."renewals", l."status"
     FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId"
     WHERE l."patronId" = ? AND l."openMark" = 1 ORDER BY l."dueOn", l."id"`,
    [patron],
  );
  return rows.map((row) => ({ ...row, openDaysLate: daysLate(Temporal.PlainDate.from(row.dueOn), today, rules.calendarOf(row.branchId)) }));
};

interface HoldRow {
  readonly id: HoldId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly status: HoldRecord['status'];
  readonly position: number | null;
  readonly pickupPlace: string;
  readonly pickupName: string;
  readonly copyCode: CopyCode | null;
  readonly deadlineOn: string | null;
  readonly placedAt: string;
  readonly suspendedUntil: string | null;
  readonly visitStart: string | null;
}

const placeNameText = 'COALESCE(b."name", s."name", h."pickupPlace")';
const placeJoins = 'LEFT JOIN "Branch" b ON b."id" = h."pickupPlace" LEFT JOIN "VanStop" s ON s."id" = h."pickupPlace"';

export const readHolds = ({ database }: CirculationParts, patron: PatronId): Promise<readonly HoldRecord[]> =>
  database.sql.all<HoldRow>(
    `SELECT h."id", h."titleId", t."title", t."author", h."status", h."position", h."pickupPlace", ${placeNameText} AS "pickupName",
            h."copyCode", h."deadlineOn", h."placedAt", h."suspendedUntil", h."visitStart"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" ${placeJoins}
     WHERE h."patronId" = ? AND h."liveMark" = 1 ORDER BY h."placedAt", h."id"`,
    [patron],
  );

type PullListRow = Awaited<ReturnType<Desk['pullList']>>[number];

/** In the order in which staff walk: by place, then shelf. */
export const readPullList = ({ database }: CirculationParts): ReturnType<Desk['pullList']> =>
  database.sql.all<PullListRow>(
    `SELECT h."id" AS "holdId", t."title", t."author", h."copyCode", t."shelf", cb."name" AS "branchName", ${placeNameText} AS "pickupName"
     FROM "Hold" h JOIN "Title" t ON t."id" = h."titleId" JOIN "Copy" c ON c."code" = h."copyCode" JOIN "Branch" cb ON cb."id" = c."branchId" ${placeJoins}
     WHERE h."status" = 'allocated' AND h."liveMark" = 1 ORDER BY cb."sortOrder", t."shelf", t."title", h."placedAt"`,
  );
