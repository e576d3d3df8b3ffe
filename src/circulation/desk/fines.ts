import type { Decision, DeskKeyed, FineRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import { momentText } from '#shared/day.ts';
import { type Act, type CirculationParts, granted, refused } from '../context.ts';
import { findPatron, readFines } from '../patrons.ts';
import { newId } from '#shared/ids.ts';
import { deskAct } from './acts.ts';
import { endLoan, openLoans } from './open-loans.ts';

export interface FinesSettled {
  readonly patronId: PatronId;
  readonly how: 'paid' | 'waived';
  readonly titles: readonly string[];
  readonly amount: number;
}

interface Settlement {
  readonly patronId: PatronId;
  readonly fineIds: readonly string[];
  readonly how: FinesSettled['how'];
}

interface StoredFine {
  readonly loanId: string | null;
  readonly kind: string;
}

/** A sum that still runs with an open loan is no row yet: its id says which loan (see readFines). */
const runningLoan = (fineId: string): string | null => (fineId.startsWith('loan:') ? fineId.slice('loan:'.length) : null);

const insertSettled = async (at: Act, { patronId, how }: Settlement, { amount }: FineRecord, loanId: string): Promise<void> => {
  const [loan] = await openLoans(at, 'id', loanId);
  await at.sql.run(
    'INSERT INTO "Fine" ("id", "patronId", "loanId", "titleId", "amount", "status", "asOf", "settledAt") VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [newId(), patronId, loanId, loan?.titleId ?? null, amount, how, at.today.toString(), momentText(at.now)],
  );
};

/** A lost book that was paid for, or forgiven, is nobody's loan any more. */
const endLostLoan = async (at: Act, fineId: string): Promise<void> => {
  const [fine] = await at.sql.all<StoredFine>('SELECT "loanId", "kind" FROM "Fine" WHERE "id" = ?', [fineId]);
  if (fine?.kind === 'lost' && fine.loanId !== null) await endLoan(at, fine.loanId);
};

const settleOne = async (at: Act, settlement: Settlement, fine: FineRecord): Promise<void> => {
  const loanId = runningLoan(fine.id);
  if (loanId !== null) return insertSettled(at, settlement, fine, loanId);
  await at.sql.run('UPDATE "Fine" SET "status" = ?, "amount" = ?, "asOf" = COALESCE("asOf", ?), "settledAt" = ? WHERE "id" = ?', [
    settlement.how,
    fine.amount,
    at.today.toString(),
    momentText(at.now),
    fine.id,
  ]);
  await endLostLoan(at, fine.id);
};

const settle = async (at: Act, settlement: Settlement): Promise<Decision<FinesSettled>> => {
  const patron = await findPatron(at, settlement.patronId);
  if (patron === null) return refused({ reason: 'patron-not-found' });
  const fines = (await readFines(at, patron)).filter((fine) => fine.status === 'open' && settlement.fineIds.includes(fine.id));
  if (fines.length === 0) return refused({ reason: 'no-fine' });
  for (const fine of fines) await settleOne(at, settlement, fine);
  const { patronId, how } = settlement;
  const amount = fines.reduce((sum, fine) => sum + fine.amount, 0);
  return granted({ patronId, how, titles: fines.flatMap(({ title }) => title ?? []), amount }, []);
};

/** The lost book's title is among the rows: its loan may end with the payment. */
const touches = async (at: Act, { patronId }: Settlement) => ({
  patronIds: [patronId],
  titleIds: (
    await at.sql.all<{ readonly titleId: string }>(
      `SELECT DISTINCT l."titleId" FROM "Fine" f JOIN "Loan" l ON l."id" = f."loanId" AND l."openMark" = 1
       WHERE f."patronId" = ? AND f."kind" = 'lost' AND f."status" = 'open'`,
      [patronId],
    )
  ).map(({ titleId }) => titleId),
});

/** Open fines of a card become paid or waived. */
export const settleFines = (parts: CirculationParts, settlement: Settlement, keyed: DeskKeyed): Promise<Decision<FinesSettled>> =>
  deskAct(parts, settlement.how === 'paid' ? 'fine-paid' : 'fine-waived', keyed, {
    touches: (at) => touches(at, settlement),
    work: (at) => settle(at, settlement),
    about: ({ titles, patronId }) => ({ title: titles.join(', ') || null, copyCode: null, patronId }),
  });

export interface SuspensionLifted {
  readonly patronId: PatronId;
  readonly card: string;
  readonly until: string | null;
}

const lift = async (at: Act, patronId: PatronId): Promise<Decision<SuspensionLifted>> => {
  const patron = await findPatron(at, patronId);
  if (patron === null) return refused({ reason: 'patron-not-found' });
  const isSuspended = patron.status === 'suspended' || (patron.suspendedUntil !== null && patron.suspendedUntil >= at.today.toString());
  if (!isSuspended) return refused({ reason: 'not-suspended' });
  await at.sql.run(
    `UPDATE "Patron" SET "suspendedUntil" = NULL, "suspendedBecauseJson" = NULL,
       "status" = CASE WHEN "status" = 'suspended' THEN 'active' ELSE "status" END WHERE "id" = ?`,
    [patronId],
  );
  return granted({ patronId, card: patron.card, until: patron.suspendedUntil }, []);
};

/** R10: the sanction ends before its day. */
export const liftSuspension = (
  parts: CirculationParts,
  { patronId }: { readonly patronId: PatronId },
  keyed: DeskKeyed,
): Promise<Decision<SuspensionLifted>> =>
  deskAct(parts, 'lift-suspension', keyed, {
    touches: async () => ({ patronIds: [patronId], titleIds: [] }),
    work: (at) => lift(at, patronId),
    about: ({ card }) => ({ title: card, copyCode: null, patronId }),
  });
