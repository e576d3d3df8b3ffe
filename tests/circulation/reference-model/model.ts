import type { Event, Terms } from '../histories/events.ts';
import type { LibraryRows } from '../histories/rows.ts';
import { confirmCapture, judge, lend, replace, reportMissing, takeBack } from './desk.ts';
import { cancel, type Expected, moveElsewhere, place, renew, report, resume, suspend } from './readers.ts';
import { emptyModel, type Model } from './state.ts';
import { close, passTime } from './time.ts';
import { type DeskActDone, photograph, titleOfCopy, undo } from './undo.ts';

type Act = (model: Model, event: Event) => Expected;

const readerActs: Readonly<Partial<Record<Event['act'], Act>>> = {
  place,
  cancel,
  suspend,
  resume,
  moveElsewhere,
  renew,
  claim: (model, event) => report(model, event, 'claimed_returned'),
  reportLost: (model, event) => report(model, event, 'lost'),
  close,
};

const deskActs: Readonly<Partial<Record<Event['act'], Act>>> = {
  lend,
  lendCopy: lend,
  takeBack,
  takeBackCopy: takeBack,
  capture: confirmCapture,
  missing: reportMissing,
  lost: judge,
  damaged: judge,
  found: judge,
  replace,
};

const byTitle: ReadonlySet<Event['act']> = new Set<Event['act']>(['lend', 'takeBack']);

export interface ReferenceLibrary {
  /** what should be answered; null: the event only let time pass */
  happen(event: Event, now: string): Expected | null;
  /** how the library should stand */
  state(): readonly string[];
}

const sorted = (lines: readonly object[]): string[] => lines.map((line) => JSON.stringify(line)).sort();

const stateOf = ({ copies, holds, loans, readers }: Model): readonly string[] => [
  ...sorted(copies.map(({ code, branch, status }) => ({ code, branch, status }))),
  ...sorted(
    holds.map(({ reader, title, status, place: at, position, copy, deadline, until }) =>
      ['waiting', 'suspended', 'allocated', 'in_transit', 'ready'].includes(status)
        ? { reader, title, status, at, position, copy, deadline, until }
        : { reader, title, status, copy },
    ),
  ),
  ...sorted(loans.map(({ reader, copy, due, renewals, status, returnedOn }) => ({ reader, copy, due, renewals, status, returnedOn }))),
  ...sorted(readers.map(({ name, suspendedUntil }) => ({ name, suspendedUntil }))),
];

/** The real library in the words of the reference. */
export const stateOfRows = ({ copies, holds, loans, patrons }: LibraryRows): readonly string[] => [
  ...sorted(copies.map(({ code, branchId: branch, status }) => ({ code, branch, status }))),
  ...sorted(
    holds.map(({ patronId: reader, titleId: title, status, position, copyCode: copy, ...more }) =>
      more.liveMark === 1
        ? { reader, title, status, at: more.pickupPlace, position, copy, deadline: more.deadlineOn, until: more.suspendedUntil }
        : { reader, title, status, copy },
    ),
  ),
  ...sorted(
    loans.map(({ patronId: reader, copyCode: copy, dueOn: due, renewals, status, returnedOn }) => ({
      ...{ reader, copy, due, renewals, status, returnedOn },
    })),
  ),
  ...sorted(patrons.map(({ id: name, suspendedUntil }) => ({ name, suspendedUntil }))),
];

export const createReferenceLibrary = (terms: Terms, start: string): ReferenceLibrary => {
  const model = emptyModel(terms, start);
  const done: DeskActDone[] = [];
  const atDesk = (act: Act, event: Event): Expected => {
    const before = photograph(model);
    const expected = act(model, event);
    const title = byTitle.has(event.act) ? event.title : titleOfCopy(model, event.copy);
    if ('value' in expected) done.push({ title, at: model.now, before, after: photograph(model) });
    return expected;
  };
  return {
    happen: (event, now) => {
      model.now = now;
      if (event.act === 'undo') return undo(model, done);
      const desk = deskActs[event.act];
      if (desk !== undefined) return atDesk(desk, event);
      const reader = readerActs[event.act];
      if (reader !== undefined) return reader(model, event);
      passTime(model);
      return null;
    },
    state: () => stateOf(model),
  };
};
