import type { Event } from '../histories/events.ts';
import { backInLine, capture, end, letGo, makeReady, passOn, settle } from './queue.ts';
import { type Expected, openCase } from './readers.ts';
import {
  comesToBranches,
  copiesOf,
  copyWith,
  dueAfter,
  holdOn,
  isSuspended,
  loanOfCopy,
  type Model,
  type ModelCopy,
  type ModelHold,
  type ModelLoan,
  move,
  openDaysLate,
  openLoans,
  ownHold,
  plus,
  readerNamed,
  spareCopies,
  today,
  waitingHolds,
} from './state.ts';

const loanDays = 7;
const mostLoans = 2;
const longestSanction = 30;
const promised: readonly string[] = ['allocated', 'in_transit', 'on_hold_shelf'];

const namedCopy = (model: Model, code: string): ModelCopy => {
  const copy = copyWith(model, code);
  if (copy === undefined) throw new Error(`there is no copy ${code}`);
  return copy;
};

/** The reader's own copy when it is at the desk, else one from the shelf, else any of which to say why not. */
const copyToLend = (model: Model, { title, copy, act }: Event, own: ModelHold | undefined): ModelCopy => {
  if (act === 'lendCopy') return namedCopy(model, copy);
  const copies = copiesOf(model, title);
  const kept = copies.find((each) => each.code === own?.copy);
  const chosen = kept?.status === 'in_transit' ? undefined : kept;
  return chosen ?? copies.find((each) => each.status === 'available') ?? kept ?? namedCopy(model, `${title}-1`);
};

/** R1: nobody ahead in line who could have this copy may be left without one. */
const leavesOthersWithout = (model: Model, copy: ModelCopy, own: ModelHold | undefined): boolean => {
  if (!comesToBranches(copy)) return false;
  const line = waitingHolds(model, copy.title);
  const ahead = own !== undefined && line.includes(own) ? line.slice(0, line.indexOf(own)) : line;
  return spareCopies(model, copy).filter(comesToBranches).length < ahead.length;
};

const copyRefusal = (model: Model, copy: ModelCopy, own: ModelHold | undefined): string | null => {
  if (own?.copy === copy.code) return null;
  if (promised.includes(copy.status)) return 'reserved-for-another';
  if (copy.status !== 'available') return 'copy-not-available';
  return leavesOthersWithout(model, copy, own) ? 'reserved-for-another' : null;
};

const lendRefusal = (model: Model, reader: string, copy: ModelCopy): string | null => {
  if (isSuspended(model, reader)) return 'member-suspended';
  const refused = copyRefusal(model, copy, ownHold(model, reader, copy.title));
  if (refused !== null) return refused;
  const have = openLoans(model).filter((loan) => loan.reader === reader && loan.status === 'open').length;
  return have >= mostLoans ? 'loan-limit' : null;
};

export const lend = (model: Model, event: Event): Expected => {
  const { reader } = event;
  const title = event.act === 'lendCopy' ? namedCopy(model, event.copy).title : event.title;
  const own = ownHold(model, reader, title);
  const copy = copyToLend(model, event, own);
  const refused = lendRefusal(model, reader, copy);
  if (refused !== null) return { refused };
  move(model, copy, 'on_loan');
  if (own !== undefined && own.copy !== copy.code) letGo(model, own);
  if (own !== undefined) end(own, 'filled', copy.code);
  const due = dueAfter(model, today(model), loanDays);
  const fresh = { renewals: 0, status: 'open', returnedOn: null };
  model.loans.push({ no: (model.numbers += 1), reader, title, copy: copy.code, due, ...fresh });
  settle(model, title);
  return { value: { copyCode: copy.code, due } };
};

const closeLoan = (model: Model, loan: ModelLoan | undefined): number => {
  if (loan === undefined) return 0;
  const late = openDaysLate(model, loan.due, today(model));
  const reader = readerNamed(model, loan.reader);
  const until = plus(today(model), Math.min(late, longestSanction));
  if (loan.status === 'open' && late > 0 && (reader.suspendedUntil ?? '') < until) reader.suspendedUntil = until;
  Object.assign(loan, { status: 'returned', returnedOn: today(model) });
  return late;
};

/** Of a title the copies that are out, or else those that are expected at the desk. */
const copiesMeant = (model: Model, { act, title, copy }: Event): readonly ModelCopy[] => {
  if (act === 'takeBackCopy') return [namedCopy(model, copy)];
  const out = openLoans(model).filter((loan) => loan.title === title);
  if (out.length > 0) return out.map((loan) => namedCopy(model, loan.copy));
  return copiesOf(model, title).filter(({ status }) => status === 'in_transit' || status === 'releasing');
};

const receive = (model: Model, copy: ModelCopy): void => {
  const hold = holdOn(model, copy.code);
  if (hold !== undefined && copy.status === 'in_transit') makeReady(model, copy, hold);
  else if (hold !== undefined && copy.status === 'allocated') capture(model, copy, hold);
  else passOn(model, copy);
};

export const takeBack = (model: Model, event: Event): Expected => {
  const [copy, another] = copiesMeant(model, event);
  if (another !== undefined) return { refused: 'which-copy' };
  if (copy === undefined || ['available', 'on_hold_shelf', 'damaged'].includes(copy.status)) return { refused: 'copy-not-available' };
  const loan = loanOfCopy(model, copy.code);
  receive(model, copy);
  const late = closeLoan(model, loan);
  settle(model, copy.title);
  const nextState = holdOn(model, copy.code) === undefined ? 'available' : copy.status;
  return { value: { copyCode: copy.code, openDaysLate: late, nextState, returnedBy: loan?.reader ?? null } };
};

export const confirmCapture = (model: Model, { copy: code }: Event): Expected => {
  const copy = namedCopy(model, code);
  const hold = holdOn(model, code);
  if (copy.status !== 'allocated' || hold === undefined) return { refused: 'copy-not-available' };
  capture(model, copy, hold);
  settle(model, copy.title);
  return { value: { status: hold.status, deadline: hold.deadline } };
};

const takeFromHold = (model: Model, code: string): void => {
  const hold = holdOn(model, code);
  if (hold !== undefined) backInLine(hold);
};

export const reportMissing = (model: Model, { copy: code }: Event): Expected => {
  const copy = namedCopy(model, code);
  if (!['available', 'allocated', 'on_hold_shelf'].includes(copy.status)) return { refused: 'copy-not-available' };
  move(model, copy, 'missing');
  takeFromHold(model, code);
  settle(model, copy.title);
  return { value: { copyCode: code } };
};

const find = (model: Model, copy: ModelCopy): Expected => {
  if (!['missing', 'lost', 'claimed_returned', 'damaged'].includes(copy.status)) return { refused: 'copy-not-available' };
  closeLoan(model, loanOfCopy(model, copy.code));
  passOn(model, copy);
  settle(model, copy.title);
  return { value: { copyCode: copy.code } };
};

export const judge = (model: Model, { act, copy: code }: Event): Expected => {
  const copy = namedCopy(model, code);
  if (act === 'found') return find(model, copy);
  if (copy.status === act) return { refused: 'copy-not-available' };
  takeFromHold(model, code);
  const loan = loanOfCopy(model, code);
  if (act === 'lost' && loan !== undefined) openCase(model, loan, 'lost');
  else {
    closeLoan(model, loan);
    move(model, copy, act);
  }
  settle(model, copy.title);
  return { value: { copyCode: code, state: act } };
};

export const replace = (model: Model, { copy: code }: Event): Expected => {
  const copy = namedCopy(model, code);
  const loan = loanOfCopy(model, code);
  if (loan === undefined) return { refused: 'loan-not-found' };
  if (loan.status !== 'lost') openCase(model, loan, 'lost');
  Object.assign(loan, { status: 'returned', returnedOn: today(model) });
  settle(model, copy.title);
  return { value: { copyCode: code } };
};
