import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { type HoursSetting, weekFrom } from '../library-settings.ts';
import { type CalendarDay, everyBranch, type LibrarySeason, type RulesSnapshot, snapshotOf } from '../library-rules.ts';
import type { CalendarChange, CalendarDayEdit, FreedDay } from '../library-rules-writing.ts';
import { Temporal } from '#shared/day.ts';

// What an edit of the calendar means before it is written: the same rules for the preview and for the act.

/** Days that were open in one branch and are closed after an edit, earliest first. */
export interface ClosedInBranch {
  readonly branchId: string;
  readonly days: readonly string[];
}

const entryKey = ({ branchId = everyBranch, day }: FreedDay): string => `${branchId}:${day}`;

const asDay = ({ branchId = everyBranch, day, kind, hours = '', reason, tentative = false }: CalendarDayEdit): CalendarDay => ({
  branchId,
  day,
  kind,
  hours: kind === 'special' ? hours : null,
  reason,
  tentative,
});

const changedDays = (before: readonly CalendarDay[], { days = [], freedDays = [] }: CalendarChange): readonly CalendarDay[] => {
  const replaced = new Set([...days, ...freedDays].map(entryKey));
  return [...before.filter((day) => !replaced.has(entryKey(day))), ...days.map(asDay)];
};

const seasonKey = ({ from, name }: Pick<LibrarySeason, 'from' | 'name'>): string => `${from}:${name}`;

const changedSeasons = (
  before: readonly LibrarySeason[],
  { seasons = [], endedSeasons = [] }: CalendarChange,
): readonly LibrarySeason[] => {
  const replaced = new Set([...seasons, ...endedSeasons].map(seasonKey));
  return [...before.filter((season) => !replaced.has(seasonKey(season))), ...seasons].sort((a, b) => (a.from < b.from ? -1 : 1));
};

/** The rules as they would be after an edit of the calendar. */
export const withCalendarChange = (rules: RulesSnapshot, change: CalendarChange): RulesSnapshot => {
  const week: HoursSetting = change.week ?? {};
  const stored = {
    policy: rules.policy,
    rules: rules.rules,
    week: weekFrom(week, rules.week),
    days: changedDays(rules.days, change),
    seasons: changedSeasons(rules.seasons, change),
  };
  return snapshotOf(stored, rules.version);
};

const everyDay = (from: Temporal.PlainDate, to: Temporal.PlainDate): readonly Temporal.PlainDate[] =>
  Array.from({ length: Math.max(0, from.until(to).days + 1) }, (_, at) => from.add({ days: at }));

/** The days an edit can close: those it names, or, where the week or a season changes, all up to the last date that counts. */
const concernedDays = (change: CalendarChange, today: Temporal.PlainDate, last: Temporal.PlainDate): readonly Temporal.PlainDate[] => {
  if (change.week !== undefined || (change.seasons ?? []).length > 0 || (change.endedSeasons ?? []).length > 0)
    return everyDay(today, last);
  const named = [...(change.days ?? []), ...(change.freedDays ?? [])].map(({ day }) => day);
  return [...new Set(named)]
    .sort()
    .filter((day) => day >= today.toString())
    .map((day) => Temporal.PlainDate.from(day));
};

export interface ClosingQuestion {
  readonly before: RulesSnapshot;
  readonly after: RulesSnapshot;
  readonly change: CalendarChange;
  readonly branches: readonly string[];
  readonly today: Temporal.PlainDate;
  /** the latest date that somebody keeps to */
  readonly last: Temporal.PlainDate;
}

/** Branch by branch, the days from today on that an edit closes (R7: what was closed before moves nothing). */
export const closedByChange = ({ before, after, change, branches, today, last }: ClosingQuestion): readonly ClosedInBranch[] => {
  const days = concernedDays(change, today, last);
  const closes = (was: OpeningCalendar, is: OpeningCalendar) => days.filter((day) => was.isOpen(day) && !is.isOpen(day)).map(String);
  return branches
    .map((branchId) => ({ branchId, days: closes(before.calendarOf(branchId), after.calendarOf(branchId)) }))
    .filter(({ days: closed }) => closed.length > 0);
};
