import type { Database, SqlTransaction, SqlValue } from '#database/database.ts';
import { parseDayHours } from '#domain/opening-hours.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import { everyBranch, type LibrarySeason } from './library-rules.ts';
import {
  type HoursSetting,
  hoursSchema,
  type PolicyChanges,
  policySchema,
  type PolicySetting,
  type RuleChanges,
  ruleChangesSchema,
  seasonHoursSchema,
  settingKeys,
} from './library-settings.ts';

// Every function takes effect at once: it counts up the version that readers compare. Wrong values throw zod's error or RangeError.

export interface CalendarDayEdit {
  /** left out: every branch */
  readonly branchId?: string;
  readonly day: string;
  readonly kind: 'closed' | 'special';
  /** when special */
  readonly hours?: string;
  readonly reason: string;
  readonly tentative?: boolean;
}

/** A day that is again what season and week say; `branchId` left out: the entry for every branch. */
export type FreedDay = Pick<CalendarDayEdit, 'branchId' | 'day'>;

/** One edit of the calendar: what is not named stays. */
export interface CalendarChange {
  readonly week?: HoursSetting;
  readonly seasons?: readonly LibrarySeason[];
  readonly endedSeasons?: readonly Pick<LibrarySeason, 'from' | 'name'>[];
  readonly days?: readonly CalendarDayEdit[];
  readonly freedDays?: readonly FreedDay[];
}

export interface LendingRuleEdit {
  readonly id: string;
  readonly label: string;
  readonly branchId?: string;
  readonly patronType?: string;
  readonly material?: string;
  readonly from?: string;
  readonly to?: string;
  readonly changes: RuleChanges;
}

type SqlDatabase = Pick<Database, 'sql'>;

const upsertSetting =
  'INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?) ON CONFLICT ("key") DO UPDATE SET "valueJson" = excluded."valueJson", "updatedAt" = excluded."updatedAt"';

const readSetting = async (sql: SqlTransaction, key: string): Promise<unknown> => {
  const [row] = await sql.all<{ readonly valueJson: string }>('SELECT "valueJson" FROM "Setting" WHERE "key" = ?', [key]);
  return row === undefined ? {} : JSON.parse(row.valueJson);
};

/** Written first in each edit: on PostgreSQL it makes edits wait for each other, so that none is lost. */
const countUp = async (sql: SqlTransaction, at: string): Promise<void> => {
  await sql.run(
    'INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?) ON CONFLICT ("key") DO UPDATE SET "updatedAt" = excluded."updatedAt"',
    [settingKeys.version, '{"version":0}', at],
  );
  // as: only this function writes the row
  const { version } = (await readSetting(sql, settingKeys.version)) as { readonly version: number };
  await sql.run(upsertSetting, [settingKeys.version, JSON.stringify({ version: version + 1 }), at]);
};

const edit = ({ sql }: SqlDatabase, now: Temporal.Instant, work: (sql: SqlTransaction) => Promise<void>): Promise<void> =>
  sql.transaction(async (tx) => {
    await countUp(tx, momentText(now));
    await work(tx);
  });

type Write = (sql: SqlTransaction) => Promise<void>;

const hoursWrite = (hours: HoursSetting, now: Temporal.Instant): Write => {
  const checked = hoursSchema.parse(hours);
  return async (sql) => {
    const before = hoursSchema.parse(await readSetting(sql, settingKeys.hours));
    await sql.run(upsertSetting, [settingKeys.hours, JSON.stringify({ ...before, ...checked }), momentText(now)]);
  };
};

/** Hours of the days of the week it names: `{ fri: '08:00-11:30,13:30-16:30', sun: 'closed' }`; other days stay. */
export const saveHours = (database: SqlDatabase, hours: HoursSetting, now: Temporal.Instant): Promise<void> =>
  edit(database, now, hoursWrite(hours, now));

/** The general terms with some put otherwise. Fields that lending does not know are left out, so a whole policy may be passed. */
export const changedPolicy = (before: PolicySetting, changes: PolicyChanges): PolicySetting =>
  policySchema.parse({ ...before, ...changes, max_loans: { ...before.max_loans, ...changes.max_loans } });

const policyWrite =
  (changes: PolicyChanges, now: Temporal.Instant): Write =>
  async (sql) => {
    const after = changedPolicy(policySchema.parse(await readSetting(sql, settingKeys.policy)), changes);
    await sql.run(upsertSetting, [settingKeys.policy, JSON.stringify(after), momentText(now)]);
  };

/** The general terms it names; others stay. */
export const savePolicy = (database: SqlDatabase, changes: PolicyChanges, now: Temporal.Instant): Promise<void> =>
  edit(database, now, policyWrite(changes, now));

const batchSize = 100;

const upsertRows = async (
  sql: SqlTransaction,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
): Promise<void> => {
  const [key, ...others] = columns.map((column) => `"${column}"`);
  const updates = others.map((column) => `${column} = excluded.${column}`).join(', ');
  for (let start = 0; start < rows.length; start += batchSize) {
    const batch = rows.slice(start, start + batchSize);
    const values = batch.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ');
    await sql.run(
      `INSERT INTO "${table}" (${[key, ...others].join(', ')}) VALUES ${values} ON CONFLICT (${key}) DO UPDATE SET ${updates}`,
      batch.flat(),
    );
  }
};

const dayId = (branchId: string, day: string): string => `${branchId}:${day}`;

const dayRow = ({ branchId = everyBranch, day, kind, hours, reason, tentative = false }: CalendarDayEdit): readonly SqlValue[] => {
  if (kind === 'special' && parseDayHours(hours ?? '') === null) throw new RangeError(`${day}: "${hours ?? ''}" are no opening hours`);
  return [dayId(branchId, day), branchId, day, kind, kind === 'special' ? (hours ?? null) : null, reason, tentative ? 1 : 0];
};

/** PostgreSQL keeps truth values as such; 1 and 0 go through text there. */
const truthText = 'CASE WHEN ? = 1 THEN TRUE ELSE FALSE END';

const daysWrite = (days: readonly CalendarDayEdit[]): Write => {
  const rows = [...new Map(days.map((day) => [dayId(day.branchId ?? everyBranch, day.day), dayRow(day)])).values()];
  const placeholders = `(?, ?, ?, ?, ?, ?, ${truthText})`;
  return async (sql) => {
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      await sql.run(
        `INSERT INTO "CalendarDay" ("id", "branchId", "day", "kind", "hours", "reason", "tentative") VALUES ${batch.map(() => placeholders).join(', ')}
         ON CONFLICT ("id") DO UPDATE SET "kind" = excluded."kind", "hours" = excluded."hours", "reason" = excluded."reason", "tentative" = excluded."tentative"`,
        batch.flat(),
      );
    }
  };
};

/** Closed or special days; an entry for the same day and branch is replaced, the last one of the list stays. */
export const saveCalendarDays = (database: SqlDatabase, days: readonly CalendarDayEdit[], now: Temporal.Instant): Promise<void> =>
  edit(database, now, daysWrite(days));

const freeDays = async (sql: SqlTransaction, days: readonly FreedDay[]): Promise<void> => {
  for (const { branchId = everyBranch, day } of days) await sql.run('DELETE FROM "CalendarDay" WHERE "id" = ?', [dayId(branchId, day)]);
};

/** The day is again what season and week say. */
export const removeCalendarDay = (database: SqlDatabase, day: FreedDay, now: Temporal.Instant): Promise<void> =>
  edit(database, now, (sql) => freeDays(sql, [day]));

const seasonId = ({ from, name }: Pick<LibrarySeason, 'from' | 'name'>): string => `${from}:${name}`;

const seasonsWrite = (seasons: readonly LibrarySeason[]): Write => {
  const rows = seasons.map((season) => [
    seasonId(season),
    season.from,
    season.to,
    season.name,
    seasonHoursSchema.parse(season.hours),
    season.van,
  ]);
  return (sql) => upsertRows(sql, 'Season', ['id', 'fromOn', 'toOn', 'name', 'hours', 'van'], rows);
};

/** Seasons of these names and first days are added or replaced. */
export const saveSeasons = (database: SqlDatabase, seasons: readonly LibrarySeason[], now: Temporal.Instant): Promise<void> =>
  edit(database, now, seasonsWrite(seasons));

/** Everything of one edit of the calendar, in the transaction of an act. */
export const writeCalendarChange = async (sql: SqlTransaction, change: CalendarChange, now: Temporal.Instant): Promise<void> => {
  await countUp(sql, momentText(now));
  if (change.week !== undefined) await hoursWrite(change.week, now)(sql);
  for (const season of change.endedSeasons ?? []) await sql.run('DELETE FROM "Season" WHERE "id" = ?', [seasonId(season)]);
  await seasonsWrite(change.seasons ?? [])(sql);
  await freeDays(sql, change.freedDays ?? []);
  await daysWrite(change.days ?? [])(sql);
};

const rulesWrite = (rules: readonly LendingRuleEdit[]): Write => {
  const rows = rules.map((rule) => [
    rule.id,
    rule.label,
    rule.branchId ?? null,
    rule.patronType ?? null,
    rule.material ?? null,
    rule.from ?? null,
    rule.to ?? null,
    JSON.stringify(ruleChangesSchema.parse(rule.changes)),
  ]);
  const columns = ['id', 'label', 'branchId', 'patronType', 'material', 'fromOn', 'toOn', 'rulesJson'];
  return (sql) => upsertRows(sql, 'CirculationRule', columns, rows);
};

/** Rows of the lending rules (R9) are added, or replaced by id. */
export const saveLendingRules = (database: SqlDatabase, rules: readonly LendingRuleEdit[], now: Temporal.Instant): Promise<void> =>
  edit(database, now, rulesWrite(rules));

/** The general terms or one row, in the transaction of an act. */
export const writeTerms = async (
  sql: SqlTransaction,
  change: { readonly general: PolicyChanges } | { readonly row: LendingRuleEdit },
  now: Temporal.Instant,
): Promise<void> => {
  await countUp(sql, momentText(now));
  await ('row' in change ? rulesWrite([change.row]) : policyWrite(change.general, now))(sql);
};

export const removeLendingRule = (database: SqlDatabase, id: string, now: Temporal.Instant): Promise<void> =>
  edit(database, now, async (sql) => {
    await sql.run('DELETE FROM "CirculationRule" WHERE "id" = ?', [id]);
  });
