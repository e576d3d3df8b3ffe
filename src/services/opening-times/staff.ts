import { z } from 'zod';
import type { CalendarDay, RulesSnapshot } from '#circulation/library-rules.ts';
import { branchNamedIn, namedBranches } from '#circulation/rules/named-branches.ts';
import { dialoguesWith, type Reply, type Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { dayHoursText, weekdays, withoutHours } from '#domain/opening-hours.ts';
import { localTimeOf, Temporal } from '#shared/day.ts';
import type { Understood } from '#understanding/understanding.ts';
import { auditOnce } from '#staff/audited.ts';
import { staffNamed } from '#staff/members.ts';
import { cancelVisits, concernedBy } from './operations.ts';
import * as said from './staff/reading.ts';
import { changeFor, daysIn, holidayMeant, isEmpty, movedHoliday, type Plan, planSchema, viewOf, weekGroups } from './rules.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { OpeningWords } from './words/id.ts';

const dialogue = dialoguesWith<OpeningWords>({ id, en });
type OpeningTurn = Turn<OpeningWords>;

const MAIN = 'main';
/** a longer closure is a season */
const MOST_CLOSED_DAYS = 92;
const LISTED_DAYS = 60;
const MOST_LISTED = 25;
const mayEdit: ReadonlySet<string> = new Set(['librarian', 'head', 'admin']);

/** What was said so far, put right by what a later message added. */
const saidIn = (turn: OpeningTurn): string => {
  const first = textOf(turn.slots.args) ?? turn.text;
  const added = textOf(turn.slots.added);
  return added === undefined ? first : said.putRight(first, added, nowOf(turn));
};

const nowOf = (turn: OpeningTurn): Temporal.PlainDateTime => localTimeOf(turn.now);

const notAllowed = async (turn: OpeningTurn): Promise<Reply | null> => {
  if (turn.person.staff && mayEdit.has(turn.person.staff.role)) return null;
  const names = await staffNamed(turn.rooms.database, [...mayEdit]);
  return turn.stop((w, f) => w.notAllowed(names, f));
};

/** "karena listrik", "eh lusa": put right before it is confirmed. */
const correctedBy = ({ intent, slots, stages }: Understood) =>
  intent !== 'nav.yes' && intent !== 'nav.no' && said.onlyPutsRight(stages.text) ? { ...slots, added: stages.text } : null;

const options = { needs: 'staff', personal: true, correctedBy } as const;
const planned = z.object({ plan: planSchema });
const unfinished = z.object({ args: z.string() });
const vanAnswer = z.object({ plan: planSchema, van: z.enum(['runs', 'suspended']).optional() });

export const closure = dialogue('staff.closure', options)
  .begin(async (turn) => {
    if (textOf(turn.slots.args) === undefined) return turn.continueWith('staff.closure', { ...turn.slots, args: turn.text || '?' });
    const text = saidIn(turn);
    if (/\b(?:setiap|tiap|every)\b/i.test(text)) return turn.continueWith('staff.opening_hours', { args: text });
    return (await notAllowed(turn)) ?? (said.saysReopening(text) ? reopen(turn, text) : close(turn, text));
  })
  .step('more', unfinished, (turn, { args }, { text }) =>
    turn.continueWith('staff.closure', { args: said.putRight(args, text, nowOf(turn)) }),
  )
  .step(
    'van',
    vanAnswer,
    (turn, { plan, van }, { text }) => {
      const chosen = van ?? said.vanSaid(`mobil ${text}`);
      if (chosen !== null && 'van' in plan) return preview(turn, { ...plan, van: chosen });
      return turn.continueWith('staff.closure', { args: said.putRight(saidIn(turn), text, nowOf(turn)) });
    },
    { accepts: ({ text }) => said.vanSaid(`mobil ${text}`) !== null || said.onlyPutsRight(text) },
  )
  .step('confirmed', planned, (turn, { plan }) => carryOut(turn, plan, plan.act === 'reopen' ? 'closure_remove' : 'closure_add'));

type AskedDays = { readonly days: string; readonly ask?: undefined } | { readonly ask: Reply };

/** The days that were said, or the question for them: no day is ever guessed. */
const daysOrAsk = (turn: OpeningTurn, text: string, args: string): AskedDays => {
  const found = said.usableDays(text, nowOf(turn));
  if ('days' in found) return found;
  const sentence = (w: OpeningWords, f: OpeningTurn['format']): string => {
    if (found.fault === 'past') return w.pastDay(found.day, f);
    if (found.fault === 'unsaid') return turn.intent === 'staff.closure' ? w.whichDay : w.whichDayHours;
    return found.fault === 'invalid' ? w.noSuchDay : w.dayConflict;
  };
  return { ask: turn.question(sentence, 'more', { args }) };
};

const close = async (turn: OpeningTurn, text: string): Promise<Reply> => {
  const { rest, reason } = said.withoutReason(text);
  const found = daysOrAsk(turn, rest, text);
  if (found.ask) return found.ask;
  const all = daysIn(found.days);
  if (all.length > MOST_CLOSED_DAYS) return turn.question((w) => w.tooLong(MOST_CLOSED_DAYS), 'more', { args: text });
  const hours = said.hoursSaid(rest);
  if (hours.kind === 'wrong') return turn.stop((w) => w.wrongHours);
  const [from = null, to = null] = hours.kind === 'whole' ? hours.hours.split('-') : hours.kind === 'since' ? [hours.time] : [];
  const branchId = branchNamedIn(rest, await namedBranches(turn.rooms.database));
  const van = said.vanSaid(rest);
  const plan: Plan = {
    ...{ act: 'close', days: found.days, from, to, branchId, reason: reason ?? turn.words((w) => w.noReason), van: van ?? 'suspended' },
  };
  return closeOn(turn, plan, van !== null);
};

const closeOn = async (turn: OpeningTurn, plan: Plan & { readonly days: string }, vanIsKnown: boolean): Promise<Reply> => {
  const rules = await turn.rooms.rules();
  if (isEmpty(changeFor(plan, rules))) {
    const all = daysIn(plan.days);
    const place = 'branchId' in plan ? (plan.branchId ?? MAIN) : MAIN;
    const { hours, reason } = rules.calendarOf(place).entryOn(Temporal.PlainDate.from(all[0] ?? ''));
    return turn.stop((w, f) => (hours.length > 0 ? w.alreadyOpen(all[0] ?? '', hours, f) : w.alreadyClosed(all, reason, f)));
  }
  const { visits } = await concernedBy(turn.rooms, { plan, rules, today: turn.today });
  if (visits.length === 0 || vanIsKnown) return preview(turn, plan);
  return turn.ask((w, f) => w.vanQuestion(visits, f), 'van', { plan }, [
    { label: turn.words((w) => w.vanRuns), value: { van: 'runs' }, role: 'yes' },
    { label: turn.words((w) => w.vanStays), value: { van: 'suspended' } },
  ]);
};

const reopen = async (turn: OpeningTurn, text: string): Promise<Reply> => {
  const found = daysOrAsk(turn, text, text);
  if (found.ask) return found.ask;
  const plan: Plan = { act: 'reopen', days: found.days, branchId: branchNamedIn(text, await namedBranches(turn.rooms.database)) };
  const rules = await turn.rooms.rules();
  if (!isEmpty(changeFor(plan, rules))) return preview(turn, plan);
  const [first = ''] = daysIn(found.days);
  const { hours } = rules.calendarOf(plan.branchId ?? MAIN).entryOn(Temporal.PlainDate.from(first));
  return turn.stop((w, f) => (hours.length > 0 ? w.alreadyOpen(first, hours, f) : w.weeklyClosed(first, f)));
};

const viewed = async (turn: OpeningTurn, plan: Plan, rules: RulesSnapshot) =>
  viewOf(plan, rules, { branches: await namedBranches(turn.rooms.database), noReason: turn.words((w) => w.noReason) });

/** What would follow, and the question whether it shall. */
const preview = async (turn: OpeningTurn, plan: Plan): Promise<Reply> => {
  const rules = await turn.rooms.rules();
  const view = await viewed(turn, plan, rules);
  const concerned = await concernedBy(turn.rooms, { plan, rules, today: turn.today });
  const moves = await turn.rooms.circulation.previewCalendarChange(changeFor(plan, rules));
  return turn.confirm((w, f) => w.preview(view, moves, concerned, f), 'confirmed', { plan });
};

/** The edit, the dates it moves, the visits it cancels: each once, also when the turn is played again. */
const carryOut = async (turn: OpeningTurn, plan: Plan, action: string): Promise<Reply> => {
  const { circulation, database } = turn.rooms;
  const rules = await turn.rooms.rules();
  const view = await viewed(turn, plan, rules);
  const staysHome = 'van' in plan && plan.van === 'suspended';
  const { visits } = staysHome ? await concernedBy(turn.rooms, { plan, rules, today: turn.today }) : { visits: [] };
  const act = { key: turn.nextKey(), now: turn.now, actor: turn.person.accountId };
  // first: once the day is closed a second run of this turn would find no visit that it concerns
  const cancelled = await cancelVisits(
    database,
    visits.map((visit) => visit.id),
    { ...act, key: `${act.key}:visits` },
  );
  const { closed } = await circulation.changeCalendar(changeFor(plan, rules), act);
  const moved = await circulation.moveDatesPastClosures(closed, act);
  await auditOnce(database, { action, subject: subjectOf(plan) }, act);
  return turn.say((w, f) => w.done(view, moved, cancelled, f));
};

/** What the audit names: days and hours, never a sentence. */
const subjectOf = (plan: Plan): string => {
  switch (plan.act) {
    case 'close':
      return `${plan.branchId ?? '*'} ${plan.days} ${plan.from ?? ''}-${plan.to ?? ''}`.replace(/ -$/, '');
    case 'reopen':
    case 'special':
      return `${plan.branchId ?? '*'} ${plan.days}${plan.act === 'special' ? ` ${plan.hours}` : ''}`;
    case 'week':
      return Object.entries(plan.hours)
        .map(([weekday, hours]) => `${weekday} ${hours}`)
        .join('; ');
    case 'season':
    case 'end-season':
      return `${plan.from} ${plan.name}`;
    case 'holiday':
      return plan.days.map(({ day }) => day).join(',');
  }
};

export const openingHours = dialogue('staff.opening_hours', options)
  .begin(async (turn) => {
    if (textOf(turn.slots.args) === undefined && turn.text)
      return turn.continueWith('staff.opening_hours', { ...turn.slots, args: turn.text });
    const text = saidIn(turn);
    const rules = await turn.rooms.rules();
    const holiday = holidayMeant(text, rules, turn.today);
    const hours = said.hoursSaid(text);
    const season = said.saysSeason(text);
    const names = said.saysClosed(text) || said.saysCertain(text) || (season !== null && said.saysRemoved(text));
    const edits = hours.kind !== 'none' || names || (holiday && said.saysMoved(text));
    const isQuestion = /\b(?:hari libur|kalender|calendar|holidays)\b/i.test(text) && hours.kind === 'none' && !said.saysCertain(text);
    if (isQuestion || !edits) return calendar(turn, text, rules);
    const barred = await notAllowed(turn);
    if (barred) return barred;
    if (holiday && !said.saysCertain(text) && hours.kind === 'none') return moveHoliday(turn, text, holiday);
    if (said.saysCertain(text)) return makeCertain(turn, text, holiday);
    return season === null ? editHours(turn, text) : editSeason(turn, text, season);
  })
  .step('more', unfinished, (turn, { args }, { text }) =>
    turn.continueWith('staff.opening_hours', { args: said.putRight(args, text, nowOf(turn)) }),
  )
  .step('confirmed', planned, (turn, { plan }) =>
    carryOut(turn, plan, plan.act === 'holiday' ? 'holiday_confirm' : plan.act.endsWith('season') ? 'season_edit' : 'hours_edit'),
  );

/** "lebaran jadi tanggal 20 maret" */
const moveHoliday = (turn: OpeningTurn, text: string, days: readonly CalendarDay[]): Reply | Promise<Reply> => {
  if (days.length === 0) return turn.stop((w) => w.noHoliday);
  const found = daysOrAsk(turn, text, text);
  if (found.ask) return found.ask;
  return preview(turn, movedHoliday(days, daysIn(found.days)[0] ?? ''));
};

/** "pastikan libur 19 maret", "pastikan lebaran" */
const makeCertain = async (turn: OpeningTurn, text: string, named: readonly CalendarDay[] | null): Promise<Reply> => {
  const found = said.usableDays(text, nowOf(turn));
  if ('days' in found && named && named.length > 0) return moveHoliday(turn, text, named);
  if (named?.length === 0) return turn.stop((w) => w.noHoliday);
  const asked = named ? null : daysOrAsk(turn, text, text);
  if (asked?.ask) return asked.ask;
  const wanted = asked ? daysIn(asked.days) : [];
  const entries = named ?? (await turn.rooms.rules()).days.filter(({ day, kind }) => kind === 'closed' && wanted.includes(day));
  const open = entries.filter(({ tentative }) => tentative);
  if (entries.length === 0) return turn.continueWith('staff.closure', { args: text.replace(/\b(?:pastikan|tetapkan|confirm)\b/i, '') });
  if (open.length === 0) return turn.stop((w, f) => w.holidayCertain(entries, f));
  return preview(turn, { act: 'holiday', days: open.map(({ day, reason }) => ({ day, reason })), freed: [] });
};

/** "ramadan 18 februari sampai 19 maret buka 08-14, mobil libur" */
const editSeason = async (turn: OpeningTurn, text: string, name: string): Promise<Reply> => {
  const days = said.seasonDays(text, nowOf(turn));
  const hours = said.hoursSaid(text);
  const known = (await turn.rooms.rules()).seasons.find((one) => one.to >= turn.today.toString() && one.name.includes(name));
  if (said.saysRemoved(text))
    return known ? preview(turn, { act: 'end-season', from: known.from, name: known.name }) : turn.stop((w) => w.noSeason);
  const span = days ?? (known ? { from: known.from, to: known.to } : null);
  if (span === null) return turn.question((w) => w.whichSeasonDays, 'more', { args: text });
  if (hours.kind !== 'whole') return turn.question((w) => (hours.kind === 'wrong' ? w.wrongHours : w.whichHours), 'more', { args: text });
  const van = said.vanSaid(text) ?? known?.van ?? 'runs';
  return preview(turn, { act: 'season', ...span, name: known?.name ?? (name || turn.words((w) => w.seasonName)), hours: hours.hours, van });
};

/** Every week, or on one date. */
const editHours = async (turn: OpeningTurn, text: string): Promise<Reply> => {
  if (said.weekdaysSaid(text).length > 0 && !said.isOnce(text)) return editWeek(turn, text);
  const { rest, reason } = said.withoutReason(text);
  const found = daysOrAsk(turn, rest, text);
  if (found.ask) return found.ask;
  const hours = said.hoursSaid(rest);
  if (hours.kind === 'none') return turn.continueWith('staff.closure', { args: text });
  if (hours.kind === 'wrong') return turn.question((w) => w.wrongHours, 'more', { args: rest.replace(/\d.*/, '') });
  const branchId = branchNamedIn(rest, await namedBranches(turn.rooms.database));
  const rules = await turn.rooms.rules();
  const before = rules.calendarOf(branchId ?? MAIN).entryOn(Temporal.PlainDate.from(daysIn(found.days)[0] ?? '')).hours;
  const left =
    hours.kind === 'whole'
      ? hours.hours
      : dayHoursText(
          withoutHours(before, hours.kind === 'until' ? { opens: hours.time, closes: '24:00' } : { opens: '00:00', closes: hours.time }),
        );
  if (left === 'closed') return turn.question((w) => w.whichHours, 'more', { args: text });
  if (left === dayHoursText(before)) return turn.stop((w, f) => w.alreadyOpen(daysIn(found.days)[0] ?? '', before, f));
  return preview(turn, { act: 'special', days: found.days, hours: left, branchId, reason: reason ?? '' });
};

const editWeek = async (turn: OpeningTurn, text: string): Promise<Reply> => {
  const hours = said.weekSaid(text);
  const { week } = await turn.rooms.rules();
  if (hours !== null && weekdays.every((weekday) => hours[weekday] === undefined || hours[weekday] === dayHoursText(week[weekday])))
    return turn.stop((w) => w.alreadySo);
  return hours === null ? turn.question((w) => w.wrongHours, 'more', { args: text }) : preview(turn, { act: 'week', hours: { ...hours } });
};

/** What is set, for the month that was asked for or the weeks to come. */
const calendar = async (turn: OpeningTurn, text: string, rules: RulesSnapshot): Promise<Reply> => {
  const asked = said.daysSaid(text, nowOf(turn));
  const [from = turn.today.toString(), to = turn.today.add({ days: LISTED_DAYS }).toString()] =
    asked.type === 'range' ? (asked.value ?? '').split('/') : [];
  const branches = await namedBranches(turn.rooms.database);
  const days = rules.days
    .filter(({ day }) => from <= day && day <= to)
    .slice(0, MOST_LISTED)
    .map((entry) => ({ entry, branch: branches.find((branch) => branch.id === entry.branchId)?.name ?? null }));
  const seasons = rules.seasons.filter((season) => season.from <= to && season.to >= from);
  return turn.say((w, f) => w.calendar(weekGroups(rules), seasons, days, f));
};
