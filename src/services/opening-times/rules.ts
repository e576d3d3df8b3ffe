import { z } from 'zod';
import { withCalendarChange } from '#circulation/rules/calendar-change.ts';
import { type CalendarDay, everyBranch, type LibrarySeason, type RulesSnapshot } from '#circulation/library-rules.ts';
import type { CalendarChange, CalendarDayEdit, FreedDay } from '#circulation/library-rules-writing.ts';
import { hoursSchema } from '#circulation/library-settings.ts';
import { dayHoursText, type DayHours, weekdays, withoutHours } from '#domain/opening-hours.ts';
import { Temporal } from '#shared/day.ts';

export type { CalendarDay, LibrarySeason } from '#circulation/library-rules.ts';
export type { CalendarPreview, DatesShift } from '#circulation/rules/changing-calendar.ts';
export type { DatesMoved } from '#circulation/closures.ts';

// What staff want of the calendar, and the edit that it means under the rules of the moment. Pure: a preview and the act that
// follows it are made from the same plan.

const branchId = z.string().nullable();
const van = z.enum(['runs', 'suspended']);

export const planSchema = z.discriminatedUnion('act', [
  /** closed all day, or from an hour on, or between two; `days` is a range (`from/to`) or a list */
  z.object({
    act: z.literal('close'),
    days: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    branchId,
    reason: z.string(),
    van,
  }),
  z.object({ act: z.literal('reopen'), days: z.string(), branchId }),
  z.object({ act: z.literal('week'), hours: z.record(z.string(), z.string()) }),
  z.object({ act: z.literal('special'), days: z.string(), hours: z.string(), branchId, reason: z.string() }),
  z.object({ act: z.literal('season'), from: z.string(), to: z.string(), name: z.string(), hours: z.string(), van }),
  z.object({ act: z.literal('end-season'), from: z.string(), name: z.string() }),
  /** a holiday stands on these days for certain, and no more on those */
  z.object({ act: z.literal('holiday'), days: z.array(z.object({ day: z.string(), reason: z.string() })), freed: z.array(z.string()) }),
]);

export type Plan = z.infer<typeof planSchema>;
type PlanTo<Act extends Plan['act']> = Extract<Plan, { readonly act: Act }>;

/** The days of `2026-03-10/2026-03-12` or `2026-03-10,2026-03-12`, in order. */
export const daysIn = (text: string): readonly string[] => {
  const [first = '', last] = text.split('/');
  if (last === undefined) return text.split(',').sort();
  const from = Temporal.PlainDate.from(first);
  return Array.from({ length: from.until(Temporal.PlainDate.from(last)).days + 1 }, (_, at) => from.add({ days: at }).toString());
};

/** The entries that say something of a day at the place: its own, and where every place is meant those of all places. */
const entriesFor = (rules: RulesSnapshot, day: string, place: string | null): readonly CalendarDay[] =>
  rules.days.filter((entry) => entry.day === day && (place === null || entry.branchId === place));

const placesOf = (rules: RulesSnapshot, day: string, place: string | null): readonly string[] =>
  place === null ? [everyBranch, ...entriesFor(rules, day, null).map((entry) => entry.branchId)] : [place];

const hoursOn = (rules: RulesSnapshot, place: string, day: string): DayHours =>
  rules.calendarOf(place === everyBranch ? 'main' : place).entryOn(Temporal.PlainDate.from(day)).hours;

const closedEntry = (rules: RulesSnapshot, plan: PlanTo<'close'>, day: string, place: string): readonly CalendarDayEdit[] => {
  const before = hoursOn(rules, place, day);
  const left = plan.from === null ? [] : withoutHours(before, { opens: plan.from, closes: plan.to ?? '24:00' });
  const entry = { branchId: place, day, reason: plan.reason };
  if (left.length === 0) return [{ ...entry, kind: 'closed' }];
  return dayHoursText(left) === dayHoursText(before) ? [] : [{ ...entry, kind: 'special', hours: dayHoursText(left) }];
};

/** Days that are closed anyway get no entry; one that is only expected to be closed becomes certain. */
const close = (rules: RulesSnapshot, plan: PlanTo<'close'>): CalendarChange => ({
  days: daysIn(plan.days).flatMap((day) => {
    const { hours, tentative } = rules.calendarOf(plan.branchId ?? 'main').entryOn(Temporal.PlainDate.from(day));
    const isSettled = hours.length === 0 && !tentative;
    return isSettled ? [] : placesOf(rules, day, plan.branchId).flatMap((place) => closedEntry(rules, plan, day, place));
  }),
});

/** Where every place is closed and one opens, it gets the hours it would have had. */
const reopen = (rules: RulesSnapshot, plan: PlanTo<'reopen'>): CalendarChange => {
  const freedDays = daysIn(plan.days).flatMap((day): FreedDay[] =>
    entriesFor(rules, day, plan.branchId).map((entry) => ({ branchId: entry.branchId, day })),
  );
  if (freedDays.length > 0 || plan.branchId === null) return { freedDays };
  const place = plan.branchId;
  return {
    days: daysIn(plan.days).flatMap((day): CalendarDayEdit[] => {
      const { hours } = withCalendarChange(rules, { freedDays: [{ day }] })
        .calendarOf(place)
        .entryOn(Temporal.PlainDate.from(day));
      return entriesFor(rules, day, everyBranch).length === 0 || hours.length === 0
        ? []
        : [{ branchId: place, day, kind: 'special', hours: dayHoursText(hours), reason: '' }];
    }),
  };
};

const special = (rules: RulesSnapshot, plan: PlanTo<'special'>): CalendarChange => ({
  days: daysIn(plan.days).flatMap((day) =>
    placesOf(rules, day, plan.branchId).map((place) => ({
      branchId: place,
      day,
      kind: plan.hours === 'closed' ? ('closed' as const) : ('special' as const),
      ...(plan.hours === 'closed' ? {} : { hours: plan.hours }),
      reason: plan.reason,
    })),
  ),
});

/** A day has one season: one that overlaps makes way. */
export const overlapping = (rules: RulesSnapshot, { from, to }: { readonly from: string; readonly to: string }) =>
  rules.seasons.filter((season) => season.from <= to && from <= season.to);

const season = (rules: RulesSnapshot, { act: _act, ...plan }: PlanTo<'season'>): CalendarChange => ({
  endedSeasons: overlapping(rules, plan).map(({ from, name }) => ({ from, name })),
  seasons: [plan],
});

/** The edit of the calendar that a plan means now; empty where everything is so already. */
export const changeFor = (plan: Plan, rules: RulesSnapshot): CalendarChange => {
  switch (plan.act) {
    case 'close':
      return close(rules, plan);
    case 'reopen':
      return reopen(rules, plan);
    case 'week':
      return { week: hoursSchema.parse(plan.hours) };
    case 'special':
      return special(rules, plan);
    case 'season':
      return season(rules, plan);
    case 'end-season':
      return { endedSeasons: [{ from: plan.from, name: plan.name }] };
    case 'holiday':
      return {
        days: plan.days.map(({ day, reason }) => ({ day, kind: 'closed', reason })),
        freedDays: plan.freed.map((day) => ({ day })),
      };
  }
};

/** Whether an edit would change anything. */
export const isEmpty = ({ week, seasons = [], endedSeasons = [], days: edited = [], freedDays = [] }: CalendarChange): boolean =>
  week === undefined && seasons.length + endedSeasons.length + edited.length + freedDays.length === 0;

/** Names under which the official calendar has a holiday; its day is looked up, never computed. */
const holidayNames: readonly (readonly [said: RegExp, name: RegExp])[] = [
  [/\b(?:lebaran|idul ?fitri|idulfitri|syawal|eid al[- ]?fitr)\b/i, /idul ?fitri|lebaran|syawal/i],
  [/\b(?:idul ?adha|iduladha|kurban|qurban|eid al[- ]?adha)\b/i, /idul ?adha|kurban/i],
  [/\bmaulid\b/i, /maulid/i],
  [/\b(?:muharam|tahun baru islam|islamic new year)\b/i, /muharam|tahun baru islam/i],
  [/\b(?:isra|mikraj|miraj)\b/i, /isra|mi'?raj|mikraj/i],
  [/\bnyepi\b/i, /nyepi/i],
  [/\bwaisak\b/i, /waisak/i],
  [/\bnatal\b|\bchristmas\b/i, /natal/i],
  [/\bimlek\b/i, /imlek/i],
];

/** The coming closed days of the holiday somebody names, without those the government adds around it; null when none is named. */
export const holidayMeant = (text: string, rules: RulesSnapshot, today: Temporal.PlainDate): readonly CalendarDay[] | null => {
  const name = holidayNames.find(([said]) => said.test(text))?.[1];
  if (name === undefined) return null;
  const named = rules.days.filter(({ day, reason, kind }) => kind === 'closed' && day >= today.toString() && name.test(reason));
  const [first] = named;
  // the next one only: the calendar may know those of the year after
  const near = named.filter(({ day }) => first !== undefined && Temporal.PlainDate.from(first.day).until(day).days <= 30);
  return near.filter(({ reason }) => !/cuti bersama/i.test(reason));
};

/** The holiday on other days: as many as before, the first of them on `first`, and certain from now on. */
export const movedHoliday = (holiday: readonly CalendarDay[], first: string): PlanTo<'holiday'> => {
  const start = Temporal.PlainDate.from(holiday[0]?.day ?? first);
  const shift = start.until(Temporal.PlainDate.from(first)).days;
  const moved = holiday.map(({ day, reason }) => ({ day: Temporal.PlainDate.from(day).add({ days: shift }).toString(), reason }));
  const stays = new Set(moved.map(({ day }) => day));
  return { act: 'holiday', days: moved, freed: holiday.map(({ day }) => day).filter((day) => !stays.has(day)) };
};

/** A due date or pickup deadline that a closed day moved. */
export interface LaterDate {
  readonly what: 'loan' | 'hold';
  readonly title: string;
  readonly day: string;
  readonly closedOn: string;
  readonly branchId: string;
}

/** A plan as it is read back to staff. */
export interface EditView {
  readonly plan: Plan;
  readonly days: readonly string[];
  /** the hours of the first of these days once it is done */
  readonly hours: DayHours;
  readonly branch: string | null;
  /** seasons that make way */
  readonly replaced: readonly LibrarySeason[];
  readonly van: 'runs' | 'suspended';
  /** the reason is ours, because none was given */
  readonly hint: boolean;
}

const daysOf = (plan: Plan): readonly string[] => {
  if ('days' in plan) return typeof plan.days === 'string' ? daysIn(plan.days) : plan.days.map(({ day }) => day);
  return plan.act === 'season' ? [plan.from] : [];
};

export const viewOf = (
  plan: Plan,
  rules: RulesSnapshot,
  named: { readonly branches: readonly { readonly id: string; readonly name: string }[]; readonly noReason: string },
): EditView => {
  const days = daysOf(plan);
  const place = 'branchId' in plan ? plan.branchId : null;
  const [first] = days;
  const after = withCalendarChange(rules, changeFor(plan, rules)).calendarOf(place ?? 'main');
  return {
    plan,
    days,
    hours: first === undefined ? [] : after.entryOn(Temporal.PlainDate.from(first)).hours,
    branch: named.branches.find(({ id }) => id === place)?.name ?? null,
    replaced: plan.act === 'season' ? overlapping(rules, plan).filter(({ name, from }) => name !== plan.name || from !== plan.from) : [],
    van: 'van' in plan ? plan.van : 'runs',
    hint: plan.act === 'close' && plan.reason === named.noReason,
  };
};

/** Days of the week with the same hours, as one span (`mon-thu`). */
export interface WeekGroup {
  readonly span: string;
  readonly hours: string;
}

export const weekGroups = ({ week }: Pick<RulesSnapshot, 'week'>): readonly WeekGroup[] => {
  const groups: { first: string; last: string; hours: string }[] = [];
  for (const weekday of weekdays) {
    const hours = dayHoursText(week[weekday]);
    const before = groups.at(-1);
    if (before?.hours === hours) before.last = weekday;
    else groups.push({ first: weekday, last: weekday, hours });
  }
  return groups.map(({ first, last, hours }) => ({ span: first === last ? first : `${first}-${last}`, hours }));
};
