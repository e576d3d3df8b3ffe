import { expect } from 'vitest';
import { type ActName, copyCodes, titles } from './events.ts';
import type { CopyRow, HoldRow, LibraryRows, LoanRow } from './rows.ts';

const livingHolds = ({ holds }: LibraryRows): readonly HoldRow[] => holds.filter((hold) => hold.liveMark === 1);
const openLoans = ({ loans }: LibraryRows): readonly LoanRow[] => loans.filter((loan) => loan.openMark === 1);

/** What a loan of a copy in this state looks like; a lost copy may have none. */
const loanStatusOf: Readonly<Record<string, readonly string[]>> = {
  on_loan: ['open'],
  claimed_returned: ['claimed_returned'],
  lost: ['lost'],
};

const holdStatusOf: Readonly<Record<string, string>> = { allocated: 'allocated', in_transit: 'in_transit', on_hold_shelf: 'ready' };

const expectOneHand = (rows: LibraryRows, { code, status }: CopyRow): void => {
  const loans = openLoans(rows).filter((loan) => loan.copyCode === code);
  const holds = livingHolds(rows).filter((hold) => hold.copyCode === code);
  const lent = loans.map((loan) => loan.status);
  expect(lent, `loans of ${code}, which is ${status}`).toEqual(status === 'lost' && lent.length === 0 ? [] : (loanStatusOf[status] ?? []));
  const held = holdStatusOf[status];
  expect(
    holds.map((hold) => hold.status),
    `holds of ${code}, which is ${status}`,
  ).toEqual(held === undefined ? [] : [held]);
};

const withCopy: ReadonlySet<string> = new Set(['allocated', 'in_transit', 'ready']);

/** Places count from 1 without gaps, in the order of asking; whoever is ready or gone has none. */
const expectQueue = (rows: LibraryRows, title: string): void => {
  const queue = livingHolds(rows).filter((hold) => hold.titleId === title && hold.status !== 'ready');
  expect(
    queue.map((hold) => hold.position),
    `places in the queue of ${title}`,
  ).toEqual(queue.map((_, index) => index + 1));
  const free = rows.copies.filter((copy) => copy.titleId === title && copy.status === 'available' && copy.branchId !== 'van');
  if (free.length > 0) expect(queue.filter((hold) => hold.status === 'waiting')).toEqual([]);
};

const expectHold = ({ status, position, copyCode, deadlineOn, suspendedUntil, liveMark }: HoldRow): void => {
  const lives = liveMark === 1;
  if (!lives || status === 'ready') expect(position).toBeNull();
  if (lives) expect(copyCode !== null, `a copy of a hold that is ${status}`).toBe(withCopy.has(status));
  if (lives && status === 'ready') expect(deadlineOn).not.toBeNull();
  if (suspendedUntil !== null && lives) expect(status).toBe('suspended');
};

/** Whatever happened: each copy in one hand, each queue in order, each hold in a state that says what it is. */
export const expectOrder = (rows: LibraryRows): void => {
  expect(rows.copies.map(({ code }) => code)).toEqual([...copyCodes].sort());
  for (const copy of rows.copies) expectOneHand(rows, copy);
  for (const title of titles) expectQueue(rows, title);
  for (const hold of rows.holds) expectHold(hold);
  for (const loan of rows.loans) expect(loan.status === 'returned').toBe(loan.openMark === null);
};

/** How a hold may end by an act, or by time. */
const endsBy = (act: ActName): readonly string[] => {
  switch (act) {
    case 'cancel':
      return ['cancelled'];
    case 'lend':
    case 'lendCopy':
      return ['filled'];
    case 'lost':
    case 'damaged':
    case 'reportLost':
    case 'replace':
      return ['unfillable'];
    case 'wait':
    case 'evening':
      return ['expired'];
    case 'undo':
      // taking back "found" leaves a title without any copy
      return ['unfillable'];
    default:
      return [];
  }
};

/** Only a renewal and a closure move a date, and only forward; taking an act back may bring an older loan to life again. */
const expectLaterOnly = (act: ActName, before: string | null, now: string | null): void => {
  if (before === null || now === null || before === now) return;
  expect(['renew', 'close']).toContain(act);
  expect(now > before, `${before} moved to ${now} by ${act}`).toBe(true);
};

/** What one act may do to what was there before it. */
export const expectFairStep = (act: ActName, before: LibraryRows, now: LibraryRows): void => {
  const holds = new Map(now.holds.map((hold) => [hold.id, hold]));
  for (const was of before.holds) {
    const is = holds.get(was.id);
    expect(is?.placedAt, `hold ${was.id} after ${act}`).toBe(was.placedAt);
    if (was.liveMark === 1 && is?.liveMark !== 1) expect(endsBy(act)).toContain(is?.status);
    if (was.status === 'ready' && is?.status === 'ready') expectLaterOnly(act, was.deadlineOn, is.deadlineOn);
  }
  const loans = new Map(now.loans.map((loan) => [loan.id, loan]));
  for (const was of before.loans) {
    const is = loans.get(was.id);
    if (act !== 'undo') expect(is, `loan ${was.id} after ${act}`).toBeDefined();
    expectLaterOnly(act, was.dueOn, is?.dueOn ?? null);
  }
};
