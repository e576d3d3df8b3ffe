import type { Desk, DeskKeyed, Keyed, LibrarySystem } from '#ports/library-system.ts';
import type { CopyCode, TitleId } from '#shared/ids.ts';
import type { Clock } from '#ports/clock.ts';
import type { Database } from '#database/database.ts';
import { lookedUpTogether } from '#database/together.ts';
import { readAvailability } from './availability.ts';
import { type DatesMoved, moveDatesPastClosures, moveTold, untoldMove, type UntoldMove } from './closures.ts';
import {
  dueSoon,
  type DuePage,
  type DueQuestion,
  endedHolds,
  type EndedHold,
  type EndedQuestion,
  readyHolds,
  type ReadyHold,
  type ReadyQuestion,
} from './clockwork.ts';
import { type CirculationParts, look } from './context.ts';
import { claimReturned, type OwnLoan, reportLost } from './desk/cases.ts';
import { undoLast } from './desk/undoing.ts';
import { cancelAllHolds, cancelHold, type OwnHold, resumeHold, suspendHold } from './ending-holds.ts';
import { checkOut } from './handing-out.ts';
import { expireHolds, resumeHolds } from './hold-jobs.ts';
import { createLibraryRules, type LibraryRules } from './library-rules.ts';
import type { CalendarChange } from './library-rules-writing.ts';
import { pickupPlaces } from './places.ts';
import { placeHold, previewHold } from './placing-holds.ts';
import { readFinesOf, readHolds, readLoans, readPatron, readPullList, readTitles } from './reading.ts';
import { previewRenewal, renew } from './renewing.ts';
import type { ClosedInBranch } from './rules/calendar-change.ts';
import { changeCalendar, type CalendarChanged, type CalendarPreview, previewCalendarChange } from './rules/changing-calendar.ts';
import { checkIn, confirmCapture, reportMissing } from './taking-back.ts';

export interface CirculationOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** by default those of the database */
  readonly rules?: LibraryRules;
}

/** What half of all turns ask for; the questions of turns that run at the same time are asked as one. */
const lookUps = (parts: CirculationParts): Pick<LibrarySystem, 'titles' | 'availability'> => {
  const title = lookedUpTogether(async (ids: readonly TitleId[]) => new Map((await readTitles(parts, ids)).map((one) => [one.id, one])));
  const availability = lookedUpTogether((ids: readonly TitleId[]) => readAvailability(parts.database.sql, ids));
  return {
    titles: async (ids) => (await Promise.all(ids.map(title))).filter((found) => found !== undefined),
    availability: async (ids) => {
      const found = await Promise.all(ids.map(availability));
      return new Map(ids.flatMap((id, at) => (found[at] === undefined ? [] : [[id, found[at]] as const])));
    },
  };
};

const librarySystem = (parts: CirculationParts): LibrarySystem => ({
  ...lookUps(parts),
  patron: (id) => readPatron(parts, id),
  loansOf: (patron) => readLoans(parts, patron),
  holdsOf: (patron) => readHolds(parts, patron),
  finesOf: (patron) => readFinesOf(parts, patron),
  previewHold: (request) => previewHold(parts, request),
  placeHold: (request, keyed) => placeHold(parts, request, keyed),
  cancelHold: (request, keyed) => cancelHold(parts, request, keyed),
  previewRenewal: (request) => previewRenewal(parts, request),
  renew: (request, keyed) => renew(parts, request, keyed),
  pickupPlaces: async () => pickupPlaces(await look(parts)),
});

const desk = (parts: CirculationParts): Desk => ({
  checkOut: (request, keyed) => checkOut(parts, request, keyed),
  checkIn: (request, keyed) => checkIn(parts, request, keyed),
  pullList: () => readPullList(parts),
  confirmCapture: (request, keyed) => confirmCapture(parts, request, keyed),
});

/** What only our own circulation can do, beyond the ports. */
const ownActs = (parts: CirculationParts) => ({
  /** before an account is erased */
  cancelAllHolds: (request: Pick<OwnHold, 'patronId'>, keyed: Keyed) => cancelAllHolds(parts, request, keyed),
  /** R4 */
  suspendHold: (request: OwnHold & { readonly until: string }, keyed: Keyed) => suspendHold(parts, request, keyed),
  resumeHold: (request: OwnHold, keyed: Keyed) => resumeHold(parts, request, keyed),
  /** R10: what readers report themselves */
  claimReturned: (loan: OwnLoan, keyed: Keyed) => claimReturned(parts, loan, keyed),
  reportLost: (loan: OwnLoan, keyed: Keyed) => reportLost(parts, loan, keyed),
  /** "urungkan" */
  undoLast: (by: { readonly staffId: string }, keyed: Keyed) => undoLast(parts, by, keyed),
  /** "tidak ada di rak" */
  reportMissing: (request: { readonly copyCode: CopyCode }, keyed: DeskKeyed) => reportMissing(parts, request, keyed),
  /** R3; repeating it changes nothing more */
  expireHolds: () => expireHolds(parts),
  /** R4; repeating it changes nothing more */
  resumeHolds: () => resumeHolds(parts),
  /** what an edit of the calendar would move (R3, R7, R8); changes nothing */
  previewCalendarChange: (change: CalendarChange): Promise<CalendarPreview> => previewCalendarChange(parts, change),
  changeCalendar: (change: CalendarChange, keyed: Keyed): Promise<CalendarChanged> => changeCalendar(parts, change, keyed),
  /** R3, R7: after an edit of the calendar closed days, under the same key */
  moveDatesPastClosures: (closed: readonly ClosedInBranch[], keyed: Keyed): Promise<DatesMoved> =>
    moveDatesPastClosures(parts, closed, keyed),
  untoldMove: (): Promise<UntoldMove | null> => untoldMove(parts),
  moveTold: (move: UntoldMove): Promise<void> => moveTold(parts, move),
  dueSoon: (question: DueQuestion): Promise<DuePage> => dueSoon(parts.database, question),
  endedHolds: (question: EndedQuestion): Promise<readonly EndedHold[]> => endedHolds(parts.database, question),
  readyHolds: (question?: ReadyQuestion): Promise<readonly ReadyHold[]> => readyHolds(parts.database, question),
});

export type Circulation = LibrarySystem & Desk & ReturnType<typeof ownActs> & { readonly rules: LibraryRules };

/** The library's own circulation over its database: the library system, the desk, and the jobs. */
export const createCirculation = ({ database, clock, rules = createLibraryRules(database) }: CirculationOptions): Circulation => {
  const parts: CirculationParts = { database, clock, rules };
  return { ...librarySystem(parts), ...desk(parts), ...ownActs(parts), rules };
};
