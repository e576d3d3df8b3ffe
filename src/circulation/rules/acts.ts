import type { Keyed } from '#ports/library-system.ts';
import { moveDatesPastClosures, moveTold, untoldMove, type UntoldMove } from '../closures.ts';
import type { CirculationParts } from '../context.ts';
import type { CalendarChange } from '../library-rules-writing.ts';
import type { ClosedInBranch } from './calendar-change.ts';
import { changeCalendar, previewCalendarChange } from './changing-calendar.ts';
import { changeTerms, previewTerms, type TermEdit } from './changing-terms.ts';

/** What staff do to the library's own rules; a preview changes nothing. */
export const ruleActs = (parts: CirculationParts) => ({
  /** what an edit of the calendar would move (R3, R7, R8) */
  previewCalendarChange: (change: CalendarChange) => previewCalendarChange(parts, change),
  changeCalendar: (change: CalendarChange, keyed: Keyed) => changeCalendar(parts, change, keyed),
  /** R3, R7: after an edit of the calendar closed days, under the same key */
  moveDatesPastClosures: (closed: readonly ClosedInBranch[], keyed: Keyed) => moveDatesPastClosures(parts, closed, keyed),
  untoldMove: () => untoldMove(parts),
  moveTold: (move: UntoldMove) => moveTold(parts, move),
  /** what a lending rule put otherwise would mean (R9) */
  previewTerms: (edit: TermEdit) => previewTerms(parts, edit),
  changeTerms: (edit: TermEdit, keyed: Keyed) => changeTerms(parts, edit, keyed),
});
