import type { Event } from '../histories/events.ts';
import { backInLine, end, letGo, settle } from './queue.ts';
import {
  circulatingCopies,
  comesToBranches,
  copyWith,
  dueAfter,
  isSuspended,
  livingHolds,
  type Model,
  type ModelHold,
  type ModelLoan,
  move,
  openDaysLate,
  openLoans,
  ownHold,
  ownLoan,
  plus,
  spareCopies,
  today,
  waitingHolds,
} from './state.ts';

/** What the library should answer: the reason of a refusal, or what must stand in the answer. */
export type Expected = { readonly refused: string } | { readonly value: object };

const renewDays = 7;
const graceDays = 3;
const longestSuspension = 90;
const daysToAnswer = 7;

const placeRefusal = (model: Model, { reader, title }: Event): string | null => {
  const copies = circulatingCopies(model, title);
  if (isSuspended(model, reader)) return 'member-suspended';
  if (copies.length === 0) return 'no-copies';
  if (openLoans(model).some((loan) => loan.reader === reader && loan.title === title && loan.status === 'open')) return 'already-yours';
  if (ownHold(model, reader, title) !== undefined) return 'duplicate-hold';
  const have = model.holds.filter((hold) => hold.reader === reader && livingHolds(model, hold.title).includes(hold)).length;
  if (have >= model.terms.maxHolds) return 'hold-limit';
  return copies.some(comesToBranches) ? null : 'pickup-invalid';
};

export const place = (model: Model, event: Event): Expected => {
  const refused = placeRefusal(model, event);
  if (refused !== null) return { refused };
  const { reader, title, place: at } = event;
  const unset = { position: null, copy: null, readyOn: null, deadline: null, until: null, wasSpared: false };
  const hold: ModelHold = { no: (model.numbers += 1), reader, title, status: 'waiting', place: at, ...unset };
  model.holds.push(hold);
  settle(model, title);
  return { value: { status: hold.status, position: hold.position, copyCode: hold.copy } };
};

/** What a reader does to a hold of theirs; the queue is in order again afterwards. */
const withHold = (model: Model, { reader, title }: Event, work: (hold: ModelHold) => Expected): Expected => {
  const hold = ownHold(model, reader, title);
  if (hold === undefined) return { refused: 'hold-not-found' };
  const expected = work(hold);
  settle(model, title);
  return expected;
};

const isFound = ({ status }: ModelHold): boolean => status === 'ready' || status === 'in_transit';

export const cancel = (model: Model, event: Event): Expected =>
  withHold(model, event, (hold) => {
    const copyReleased = hold.status === 'allocated';
    const awaitsStaff = isFound(hold);
    letGo(model, hold);
    end(hold, 'cancelled');
    return { value: { copyReleased, awaitsStaff } };
  });

export const suspend = (model: Model, event: Event): Expected =>
  withHold(model, event, (hold) => {
    if (isFound(hold)) return { refused: 'hold-found' };
    if (event.days > longestSuspension) return { refused: 'suspension-limit' };
    const { position } = hold;
    letGo(model, hold);
    const until = event.days === 0 ? null : plus(today(model), event.days);
    const deadline = until === null ? plus(today(model), longestSuspension + daysToAnswer) : null;
    backInLine(hold, { status: 'suspended', until, deadline });
    return { value: { until, position } };
  });

export const resume = (model: Model, event: Event): Expected =>
  withHold(model, event, (hold) => {
    if (hold.status === 'suspended') backInLine(hold);
    settle(model, event.title);
    return { value: { status: hold.status, position: hold.position } };
  });

export const moveElsewhere = (model: Model, event: Event): Expected =>
  withHold(model, event, (hold) => {
    if (isFound(hold)) return { refused: 'hold-found' };
    if (!circulatingCopies(model, event.title).some(comesToBranches)) return { refused: 'pickup-invalid' };
    hold.place = event.place;
    return { value: { pickupPlace: event.place } };
  });

/** R5: each reader who waits for this copy must get another one; those who cannot have this one wait for others anyway. */
const waitFor = (model: Model, { copy: code, reader }: ModelLoan): { readonly count: number; readonly areServed: boolean } => {
  const copy = copyWith(model, code);
  if (copy === undefined || !comesToBranches(copy)) return { count: 0, areServed: true };
  const count = waitingHolds(model, copy.title).filter((hold) => hold.reader !== reader).length;
  return { count, areServed: spareCopies(model, copy).filter(comesToBranches).length >= count };
};

const isLate = (model: Model, { due }: ModelLoan): boolean => openDaysLate(model, due, today(model)) > 0;

const overdueRefusal = (model: Model, loan: ModelLoan): string | null => {
  const { overdueRenewal } = model.terms;
  const others = openLoans(model).filter((each) => each !== loan && each.reader === loan.reader && each.status === 'open');
  if (overdueRenewal === 'block-all' && others.some((each) => isLate(model, each))) return 'overdue';
  const allowed = overdueRenewal === 'allow' && waitFor(model, loan).count === 0 ? graceDays : 0;
  return openDaysLate(model, loan.due, today(model)) > allowed ? 'overdue' : null;
};

const renewRefusal = (model: Model, loan: ModelLoan): string | null => {
  const { maxRenewals, renewWindowDays } = model.terms;
  if (loan.status === 'lost') return 'item-lost';
  if (loan.status === 'claimed_returned') return 'claimed-returned';
  if (isSuspended(model, loan.reader)) return 'member-suspended';
  if (!waitFor(model, loan).areServed) return 'hold-waiting';
  if (loan.renewals >= maxRenewals) return 'limit-reached';
  const overdue = overdueRefusal(model, loan);
  if (overdue !== null) return overdue;
  return renewWindowDays !== null && today(model) < plus(loan.due, -renewWindowDays) ? 'too-soon' : null;
};

export const renew = (model: Model, { reader, title }: Event): Expected => {
  const loan = ownLoan(model, reader, title);
  if (loan === undefined) return { refused: 'loan-not-found' };
  const refused = renewRefusal(model, loan);
  if (refused !== null) return { refused };
  const isOver = loan.due < today(model);
  const newDue = dueAfter(model, isOver ? today(model) : loan.due, renewDays);
  if (newDue <= loan.due) return { refused: 'no-gain' };
  Object.assign(loan, { due: newDue, renewals: loan.renewals + 1 });
  return { value: { newDue, renewalsLeft: model.terms.maxRenewals - loan.renewals } };
};

export const report = (model: Model, { reader, title }: Event, status: 'lost' | 'claimed_returned'): Expected => {
  const loan = ownLoan(model, reader, title);
  if (loan === undefined) return { refused: 'loan-not-found' };
  if (loan.status === status) return { refused: status === 'lost' ? 'item-lost' : 'claimed-returned' };
  openCase(model, loan, status);
  settle(model, title);
  return { value: { copyCode: loan.copy } };
};

export const openCase = (model: Model, loan: ModelLoan, status: 'lost' | 'claimed_returned'): void => {
  loan.status = status;
  const copy = copyWith(model, loan.copy);
  if (copy !== undefined && copy.status !== status) move(model, copy, status);
};
