import { Temporal } from '#shared/day.ts';
import { people, shelves, type Terms, titles } from '../histories/events.ts';

// A library as one would keep it on paper: lists that are searched from the top, and nothing is ever looked up in the
// rules that it is compared with.

export interface ModelCopy {
  readonly code: string;
  readonly title: string;
  branch: string;
  status: string;
  /** the minute of its last move */
  movedAt: string;
}

export interface ModelHold {
  readonly no: number;
  readonly reader: string;
  readonly title: string;
  status: string;
  place: string;
  position: number | null;
  copy: string | null;
  readyOn: string | null;
  deadline: string | null;
  until: string | null;
  wasSpared: boolean;
}

export interface ModelLoan {
  readonly no: number;
  readonly reader: string;
  readonly title: string;
  readonly copy: string;
  due: string;
  renewals: number;
  status: string;
  returnedOn: string | null;
}

export interface ModelReader {
  readonly name: string;
  suspendedUntil: string | null;
}

export interface Model {
  readonly terms: Terms;
  readonly closed: Set<string>;
  copies: ModelCopy[];
  holds: ModelHold[];
  loans: ModelLoan[];
  readers: ModelReader[];
  /** the wall clock */
  now: string;
  numbers: number;
}

export const emptyModel = (terms: Terms, now: string): Model => ({
  terms,
  closed: new Set(),
  copies: titles.flatMap((title) =>
    shelves[title].map((branch, index) => ({ code: `${title}-${index + 1}`, title, branch, status: 'available', movedAt: '' })),
  ),
  holds: [],
  loans: [],
  readers: people.map((name) => ({ name, suspendedUntil: null })),
  now,
  numbers: 0,
});

const sunday = 7;

export const today = ({ now }: Model): string => now.slice(0, 10);
export const plus = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const isOpen = ({ closed }: Model, day: string): boolean => Temporal.PlainDate.from(day).dayOfWeek !== sunday && !closed.has(day);
export const openFrom = (model: Model, day: string): string => (isOpen(model, day) ? day : openFrom(model, plus(day, 1)));

/** The `count`-th open day after `day`. */
export const openAfter = (model: Model, day: string, count: number): string =>
  count === 0 ? day : openAfter(model, openFrom(model, plus(day, 1)), count - 1);

/** Open days after `due`, up to and with `on`. */
export const openDaysLate = (model: Model, due: string, on: string): number => {
  let late = 0;
  for (let day = plus(due, 1); day <= on; day = plus(day, 1)) if (isOpen(model, day)) late += 1;
  return late;
};

export const dueAfter = (model: Model, from: string, days: number): string => {
  if (model.terms.dueMode === 'skipClosed') return openAfter(model, from, days);
  return model.terms.dueMode === 'calendar' ? plus(from, days) : openFrom(model, plus(from, days));
};

const living: readonly string[] = ['waiting', 'suspended', 'allocated', 'in_transit', 'ready'];
const circulating: readonly string[] = ['available', 'on_loan', 'allocated', 'in_transit', 'on_hold_shelf', 'releasing'];

export const livingHolds = ({ holds }: Model, title: string): ModelHold[] =>
  holds.filter((hold) => hold.title === title && living.includes(hold.status));
export const waitingHolds = (model: Model, title: string): ModelHold[] =>
  livingHolds(model, title).filter((hold) => hold.status === 'waiting');
export const ownHold = (model: Model, reader: string, title: string): ModelHold | undefined =>
  livingHolds(model, title).find((hold) => hold.reader === reader);
export const holdOn = (model: Model, code: string): ModelHold | undefined =>
  model.holds.find((hold) => hold.copy === code && living.includes(hold.status));

export const copiesOf = ({ copies }: Model, title: string): ModelCopy[] => copies.filter((copy) => copy.title === title);
export const copyWith = ({ copies }: Model, code: string): ModelCopy | undefined => copies.find((copy) => copy.code === code);
export const circulatingCopies = (model: Model, title: string): ModelCopy[] =>
  copiesOf(model, title).filter((copy) => circulating.includes(copy.status));
/** In the house and promised to nobody. */
export const spareCopies = (model: Model, { title, code }: ModelCopy): ModelCopy[] =>
  copiesOf(model, title).filter((copy) => copy.code !== code && ['available', 'releasing'].includes(copy.status));
/** All pickup places here are branches, and what is on the van stays there. */
export const comesToBranches = (copy: ModelCopy): boolean => copy.branch !== 'van';

export const openLoans = ({ loans }: Model): ModelLoan[] =>
  loans.filter((loan) => loan.status !== 'returned').sort((a, b) => (a.copy < b.copy ? -1 : 1));
export const loanOfCopy = (model: Model, code: string): ModelLoan | undefined => openLoans(model).find((loan) => loan.copy === code);
export const ownLoan = (model: Model, reader: string, title: string): ModelLoan | undefined =>
  openLoans(model).find((loan) => loan.reader === reader && loan.title === title);

export const isSuspended = (model: Model, reader: string): boolean => (readerNamed(model, reader).suspendedUntil ?? '') >= today(model);

export const readerNamed = ({ readers }: Model, name: string): ModelReader => {
  const found = readers.find((reader) => reader.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
};

export const move = (model: Model, copy: ModelCopy, status: string): void => {
  copy.status = status;
  copy.movedAt = model.now;
};
