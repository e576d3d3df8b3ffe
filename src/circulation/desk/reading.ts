import type { CopyCode, HoldId, LoanId, PatronId, TitleId } from '#shared/ids.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import { type CirculationParts, look, occasion } from '../context.ts';
import { patronRecord } from '../patrons.ts';
import { keptSubject, type ActSubject } from './acts.ts';
import { memberByCard, nextCard } from './members.ts';
import { keptChanges, type RowChange } from './rows.ts';
import { undoHours } from './undoing.ts';

// What the desk looks at. All of it follows from the state; no list of work is stored anywhere.

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

export interface CopyRecord {
  readonly copyCode: CopyCode;
  readonly titleId: TitleId;
  readonly title: string;
  readonly branchName: string;
  readonly state: string;
  /** the card it is out on */
  readonly card: string | null;
  /** the card it is kept for */
  readonly keptFor: string | null;
}

const copiesText = `
  SELECT c."code" AS "copyCode", c."titleId", t."title", b."name" AS "branchName", c."status" AS "state", lp."card" AS "card", hp."card" AS "keptFor"
  FROM "Copy" c JOIN "Title" t ON t."id" = c."titleId" JOIN "Branch" b ON b."id" = c."branchId"
  LEFT JOIN "Loan" l ON l."copyCode" = c."code" AND l."openMark" = 1 LEFT JOIN "Patron" lp ON lp."id" = l."patronId"
  LEFT JOIN "Hold" h ON h."copyCode" = c."code" AND h."liveMark" = 1 LEFT JOIN "Patron" hp ON hp."id" = h."patronId"`;

/** What words of a message are: codes of copies, numbers of cards, ids of titles; as they are written in the catalogue. */
export interface Recognised {
  readonly copies: ReadonlyMap<string, CopyRecord>;
  readonly cards: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, TitleId>;
}

/** Small letters and capitals are the same for codes and cards; the id of a title counts only as it is written. */
export const recognise = async ({ database: { sql } }: CirculationParts, words: readonly string[]): Promise<Recognised> => {
  if (words.length === 0) return { copies: new Map(), cards: new Map(), titles: new Map() };
  const spellings = [...new Set(words.flatMap((word) => [word, word.toUpperCase()]))];
  const copies = await sql.all<CopyRecord>(`${copiesText} WHERE c."code" IN (${marks(spellings)})`, spellings);
  const cards = await sql.all<{ readonly card: string }>(
    `SELECT "card" FROM "Patron" WHERE "card" IN (${marks(spellings)}) AND "status" <> 'deleted'`,
    spellings,
  );
  const titles = await sql.all<{ readonly id: TitleId }>(`SELECT "id" FROM "Title" WHERE "id" IN (${marks(words)})`, words);
  return {
    copies: new Map(copies.map((copy) => [copy.copyCode.toUpperCase(), copy])),
    cards: new Map(cards.map(({ card }) => [card.toUpperCase(), card])),
    titles: new Map(titles.map(({ id }) => [id, id])),
  };
};

/** Copies of these titles that are out on loan. */
export const copiesOut = ({ database: { sql } }: CirculationParts, titleIds: readonly string[]): Promise<readonly CopyRecord[]> =>
  titleIds.length === 0
    ? Promise.resolve([])
    : sql.all<CopyRecord>(`${copiesText} WHERE c."titleId" IN (${marks(titleIds)}) AND l."id" IS NOT NULL ORDER BY c."code"`, titleIds);

/** Copies in one of these states, by place and code. */
export const copiesIn = ({ database: { sql } }: CirculationParts, states: readonly string[]): Promise<readonly CopyRecord[]> =>
  sql.all<CopyRecord>(`${copiesText} WHERE c."status" IN (${marks(states)}) ORDER BY b."sortOrder", t."title", c."code" LIMIT 500`, states);

export interface CaseLoan {
  readonly loanId: LoanId;
  readonly copyCode: CopyCode;
  readonly title: string;
  readonly card: string;
  readonly status: 'open' | 'lost' | 'claimed_returned';
  readonly dueOn: string;
  readonly caseOn: string | null;
}

/** Calendar days after which a loan is asked about: "dianggap hilang?" (LONG_OVERDUE of DOMAIN §3). */
const longOverdueDays = 90;

/** Loans that need somebody: claimed to be returned, lost, or overdue for three months; the oldest first. */
export const caseLoans = async (parts: CirculationParts): Promise<readonly CaseLoan[]> => {
  const { today } = await occasion(parts);
  return parts.database.sql.all<CaseLoan>(
    `SELECT l."id" AS "loanId", l."copyCode", t."title", p."card", l."status", l."dueOn", l."caseOn"
     FROM "Loan" l JOIN "Title" t ON t."id" = l."titleId" JOIN "Patron" p ON p."id" = l."patronId"
     WHERE l."openMark" = 1 AND (l."status" IN ('lost', 'claimed_returned') OR l."dueOn" <= ?) ORDER BY l."caseOn", l."dueOn", l."id" LIMIT 500`,
    [today.subtract({ days: longOverdueDays }).toString()],
  );
};

export interface PendingMember {
  readonly patronId: PatronId;
  readonly name: string;
  readonly card: string;
}

export const pendingMembers = ({ database: { sql } }: CirculationParts): Promise<readonly PendingMember[]> =>
  sql.all<PendingMember>(
    `SELECT "id" AS "patronId", "name", "card" FROM "Patron" WHERE "status" = 'pending' ORDER BY "joinedOn", "id" LIMIT 500`,
  );

export interface LoggedAct extends ActSubject {
  readonly operation: string;
  readonly at: string;
  readonly undone: boolean;
  /** the next "urungkan" may still reach it */
  readonly undoable: boolean;
}

interface ActRow {
  readonly operation: string;
  readonly titleJson: string;
  readonly at: string;
  readonly undoneAt: string | null;
}

/** What one member of staff did on a library day, newest first. */
export const deskLog = async (
  parts: CirculationParts,
  { staffId, since }: { readonly staffId: string; readonly since: Temporal.Instant },
): Promise<readonly LoggedAct[]> => {
  const { now } = await occasion(parts);
  const rows = await parts.database.sql.all<ActRow>(
    'SELECT "operation", "titleJson", "at", "undoneAt" FROM "DeskAct" WHERE "staffId" = ? AND "at" >= ? ORDER BY "at" DESC LIMIT 500',
    [staffId, momentText(since)],
  );
  const oldest = momentText(now.subtract({ hours: undoHours }));
  return rows.map(({ operation, titleJson, at, undoneAt }) => {
    const { touched: _rows, ...subject } = keptSubject(titleJson);
    return { ...subject, operation, at, undone: undoneAt !== null, undoable: undoneAt === null && at >= oldest };
  });
};

export interface SetBackHold {
  readonly actId: string;
  readonly holdId: HoldId;
  readonly patronId: PatronId;
  /** what was told before this moment is true no more */
  readonly since: string;
}

interface ChangedRow {
  readonly id: string;
  readonly changesJson: string;
  readonly at: string;
  readonly undoneAt: string | null;
}

const told: ReadonlySet<unknown> = new Set(['ready', 'unfillable']);

/** Whether the reader may have been told what is no longer so: by an act that was taken back, or before the copy was lost. */
const isSetBack = ({ table, before, after }: RowChange, undone: boolean): boolean =>
  table === 'Hold' && (undone ? told.has(after.status) : before?.status === 'ready');

/** Holds whose readers were perhaps called for nothing, and that wait again. */
export const holdsSetBack = async ({ database: { sql } }: CirculationParts, since: string): Promise<readonly SetBackHold[]> => {
  const acts = await sql.all<ChangedRow>(
    `SELECT "id", "changesJson", "at", "undoneAt" FROM "DeskAct"
     WHERE "undoneAt" > ? OR ("at" > ? AND "undoneAt" IS NULL AND "operation" IN ('copy-lost', 'copy-damaged', 'report-missing')) LIMIT 500`,
    [since, since],
  );
  const found: SetBackHold[] = [];
  for (const { id: actId, changesJson, at, undoneAt } of acts) {
    for (const { id } of keptChanges(changesJson).filter((change) => isSetBack(change, undoneAt !== null))) {
      const [hold] = await sql.all<{ readonly patronId: PatronId }>(
        `SELECT "patronId" FROM "Hold" WHERE "id" = ? AND "liveMark" = 1 AND "status" <> 'ready'`,
        [id],
      );
      // as: the id of a hold, as it was kept
      if (hold !== undefined) found.push({ actId, holdId: id as HoldId, patronId: hold.patronId, since: undoneAt ?? at });
    }
  }
  return found;
};

export const proposedCard = async (parts: CirculationParts): Promise<string> => nextCard(await look(parts));

export const readMember = async (parts: CirculationParts, card: string) => {
  const at = await look(parts);
  const patron = await memberByCard(at, card);
  return patron === null ? null : patronRecord(patron, at.today.toString());
};
