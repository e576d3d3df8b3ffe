import { daysLate } from '#domain/circulation/due-date.ts';
import { decideRenewal, type RenewalCase, type RenewalDecision, type RenewalGranted } from '#domain/circulation/renewal.ts';
import type { LendingTerms } from '#domain/policy.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Decision, Keyed, Renewed, RenewalRequest } from '#ports/library-system.ts';
import type { LoanId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, act, type CirculationParts, granted, look, refused } from './context.ts';
import { lockPatron, lockTitle } from './locks.ts';
import { findPatron, membershipOf, type PatronRow } from './patrons.ts';
import { isVan } from './places.ts';
import { otherUsableCopies, readTitleState, type TitleState, waitingHolds } from './title-state.ts';

interface LoanRow {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
  readonly copyCode: string;
  readonly branchId: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: string;
  readonly material: string;
  /** where the copy belongs now; the loan's branch is the one of checkout */
  readonly copyBranchId: string;
}

interface Renewable {
  readonly loan: LoanRow;
  readonly patron: PatronRow;
  readonly state: TitleState;
}

type Found = { readonly found: Renewable } | { readonly refusal: CirculationRefusal };

const loanText = `
  SELECT l."id", l."patronId", l."titleId", l."copyCode", l."branchId", l."dueOn", l."renewals", l."status", c."material", c."branchId" AS "copyBranchId"
  FROM "Loan" l JOIN "Copy" c ON c."code" = l."copyCode" WHERE l."id" = ?`;

const findLoan = async (at: Act, { patronId, loanId }: RenewalRequest): Promise<Found> => {
  const [loan] = await at.sql.all<LoanRow>(loanText, [loanId]);
  if (loan === undefined || loan.status === 'returned') return { refusal: { reason: 'loan-not-found' } };
  if (loan.patronId !== patronId) return { refusal: { reason: 'not-yours' } };
  const patron = await findPatron(at, patronId);
  if (patron === null) return { refusal: { reason: 'patron-not-found' } };
  await lockTitle(at, loan.titleId);
  const state = await readTitleState(at.sql, loan.titleId);
  return state === null ? { refusal: { reason: 'loan-not-found' } } : { found: { loan, patron, state } };
};

/** Readers who wait, but the one who asks: nobody is blocked by a hold of their own. */
const waitingOthers = ({ state, patron }: Renewable) => waitingHolds(state).filter((hold) => hold.patronId !== patron.id);

interface LateRow {
  readonly branchId: string;
  readonly dueOn: string;
}

/** The reader's other loan that is late the longest; looked up only where the rule blocks all renewals for it (R6). */
const latestOther = async (
  { sql, rules, today }: Act,
  { loan, patron }: Renewable,
  mode: LendingTerms['overdueRenewal'],
): Promise<RenewalCase['latestOther']> => {
  if (mode !== 'block-all') return null;
  const text = `SELECT "branchId", "dueOn" FROM "Loan" WHERE "patronId" = ? AND "status" = 'open' AND "id" <> ? AND "dueOn" < ? ORDER BY "dueOn" LIMIT 1`;
  const [late] = await sql.all<LateRow>(text, [patron.id, loan.id, today.toString()]);
  return late === undefined
    ? null
    : { openDaysLate: daysLate(Temporal.PlainDate.from(late.dueOn), today, rules.calendarOf(late.branchId)), due: late.dueOn };
};

const renewalCase = async (at: Act, renewable: Renewable): Promise<RenewalCase> => {
  const { loan, patron, state } = renewable;
  const copy = { code: loan.copyCode, branchId: loan.copyBranchId, vanBound: isVan(state.places, loan.copyBranchId) };
  const effective = at.rules.effective({
    branchId: loan.branchId,
    patronType: patron.type,
    material: loan.material,
    on: at.today.toString(),
  });
  const status = loan.status === 'lost' || loan.status === 'claimed_returned' ? loan.status : 'open';
  return {
    today: at.today,
    loan: { status, due: Temporal.PlainDate.from(loan.dueOn), renewals: loan.renewals, copy },
    member: await membershipOf(at, patron),
    waiting: waitingOthers(renewable),
    otherCopies: otherUsableCopies(state, loan.copyCode),
    calendar: at.rules.calendarOf(loan.branchId),
    latestOther: await latestOther(at, renewable, effective.terms.overdueRenewal),
    effective,
  };
};

const renewedValue = ({ loan, state }: Renewable, { newDue, renewalsLeft }: RenewalGranted): Omit<Renewed, 'loanId'> => ({
  title: state.title,
  oldDue: loan.dueOn,
  newDue: newDue.toString(),
  renewalsLeft,
});

const decide = async (at: Act, renewable: Renewable): Promise<RenewalDecision> => decideRenewal(await renewalCase(at, renewable));

/** What renew would answer now. */
export const previewRenewal = async (parts: CirculationParts, request: RenewalRequest): Promise<Decision<Omit<Renewed, 'loanId'>>> => {
  const at = await look(parts);
  const loan = await findLoan(at, request);
  if ('refusal' in loan) return refused(loan.refusal);
  const decision = await decide(at, loan.found);
  return decision.ok ? granted(renewedValue(loan.found, decision.value), decision.because) : decision;
};

/** The loan is changed only as it was seen: a second renewal meanwhile changes nothing here. */
const extend = async ({ sql }: Act, { id, dueOn, renewals }: LoanRow, newDue: string): Promise<boolean> => {
  const text = `UPDATE "Loan" SET "dueOn" = ?, "renewals" = ? WHERE "id" = ? AND "status" = 'open' AND "dueOn" = ? AND "renewals" = ?`;
  const { changes } = await sql.run(text, [newDue, renewals + 1, id, dueOn, renewals]);
  return changes === 1;
};

/** R5–R7. */
export const renew = (parts: CirculationParts, request: RenewalRequest, keyed: Keyed): Promise<Decision<Renewed>> =>
  act(parts, 'renew', keyed, async (at) => {
    await lockPatron(at, request.patronId);
    const loan = await findLoan(at, request);
    if ('refusal' in loan) return refused(loan.refusal);
    const { dueOn } = loan.found.loan;
    if (request.ifDueOn !== undefined && request.ifDueOn !== dueOn) return refused({ reason: 'already-renewed', due: dueOn });
    const decision = await decide(at, loan.found);
    if (!decision.ok) return decision;
    const value = renewedValue(loan.found, decision.value);
    if (!(await extend(at, loan.found.loan, value.newDue))) return refused({ reason: 'conflict' });
    // as: the id of a loan that was just read
    return granted({ loanId: loan.found.loan.id as LoanId, ...value }, decision.because);
  });
