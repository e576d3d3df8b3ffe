import type { Database, Sql } from '#database/database.ts';
import { together } from '#database/together.ts';
import { createOpeningCalendar, type DatedHours, type OpeningCalendar } from '#domain/opening-calendar.ts';
import { defaultWeek, parseDayHours, type WeekHours } from '#domain/opening-hours.ts';
import { type EffectiveTerms, effectiveTerms, type LendingRule, type RuleQuestion } from '#domain/policy.ts';
import {
  generalTerms,
  hoursSchema,
  type PolicySetting,
  policySchema,
  ruleChangesSchema,
  settingKeys,
  termChanges,
  weekFrom,
} from './library-settings.ts';

export interface LibrarySeason {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly hours: string;
  readonly van: 'runs' | 'suspended';
}

/** What the calendar says of one day, in every branch or in one. */
export interface CalendarDay {
  readonly branchId: string;
  readonly day: string;
  /** `closed`, or `special` with hours of its own */
  readonly kind: 'closed' | 'special';
  readonly hours: string | null;
  readonly reason: string;
  readonly tentative: boolean;
}

/** What staff have set, as it is stored. */
export interface StoredRules {
  readonly policy: PolicySetting;
  readonly week: WeekHours;
  readonly seasons: readonly LibrarySeason[];
  readonly days: readonly CalendarDay[];
  readonly rules: readonly LendingRule[];
}

/** The lending rules and calendars as they were at one moment. */
export interface RulesSnapshot extends StoredRules {
  readonly version: number;
  /** what is open where; a place without entries of its own has the library's */
  calendarOf(branchId: string): OpeningCalendar;
  /** whether any rule refuses readers who owe a sum */
  readonly moneyBlocks: boolean;
  /** R9 */
  effective(question: RuleQuestion): EffectiveTerms;
}

/** Reads the rules; what it remembers never outlives an edit made through the functions of library-rules-writing.ts. */
export interface LibraryRules {
  current(): Promise<RulesSnapshot>;
}

interface SettingRow {
  readonly key: string;
  readonly valueJson: string;
}

interface RuleRow {
  readonly id: string;
  readonly label: string;
  readonly branchId: string | null;
  readonly patronType: string | null;
  readonly material: string | null;
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly rulesJson: string;
}

interface DayRow {
  readonly branchId: string;
  readonly day: string;
  readonly kind: string;
  readonly hours: string | null;
  readonly reason: string;
  readonly tentative: number;
}

interface SeasonRow {
  readonly fromOn: string;
  readonly toOn: string;
  readonly name: string;
  readonly hours: string;
  readonly van: string;
}

/** Entries for every branch stand under this id. */
export const everyBranch = '*';

const ruleFrom = (row: RuleRow): LendingRule => ({
  id: row.id,
  label: row.label,
  branchId: row.branchId,
  patronType: row.patronType,
  material: row.material,
  from: row.fromOn,
  to: row.toOn,
  changes: termChanges(ruleChangesSchema.parse(JSON.parse(row.rulesJson))),
});

const dayFrom = ({ tentative, kind, ...row }: DayRow): CalendarDay => ({
  ...row,
  kind: kind === 'special' ? 'special' : 'closed',
  tentative: tentative === 1,
});

const datedFrom = ({ day, kind, hours, reason, tentative }: CalendarDay): DatedHours => ({
  day,
  hours: kind === 'special' ? (parseDayHours(hours ?? '') ?? []) : [],
  reason,
  tentative,
});

const seasonFrom = (row: SeasonRow): LibrarySeason => ({
  from: row.fromOn,
  to: row.toOn,
  name: row.name,
  hours: row.hours,
  van: row.van === 'suspended' ? 'suspended' : 'runs',
});

const readSettings = async (sql: Sql): Promise<ReadonlyMap<string, unknown>> => {
  const keys = Object.values(settingKeys);
  const rows = await sql.all<SettingRow>(
    `SELECT "key", "valueJson" FROM "Setting" WHERE "key" IN (${keys.map(() => '?').join(', ')})`,
    keys,
  );
  return new Map(rows.map((row) => [row.key, JSON.parse(row.valueJson) as unknown]));
};

/** The entries of one branch come after those for every branch, so that they win. */
const calendars = ({ week, seasons, days }: StoredRules): ((branchId: string) => OpeningCalendar) => {
  const known = new Map<string, OpeningCalendar>();
  const general = days.filter((row) => row.branchId === everyBranch);
  return (branchId) => {
    const own = days.filter((row) => row.branchId === branchId);
    const calendar = known.get(branchId) ?? createOpeningCalendar({ week, seasons, dated: [...general, ...own].map(datedFrom) });
    known.set(branchId, calendar);
    return calendar;
  };
};

const readSnapshot = async (sql: Sql, version: number): Promise<RulesSnapshot> => {
  const settings = await readSettings(sql);
  const rules = (
    await sql.all<RuleRow>(
      'SELECT "id", "label", "branchId", "patronType", "material", "fromOn", "toOn", "rulesJson" FROM "CirculationRule"',
    )
  ).map(ruleFrom);
  const days = (
    await sql.all<DayRow>('SELECT "branchId", "day", "kind", "hours", "reason", "tentative" FROM "CalendarDay" ORDER BY "day"')
  ).map(dayFrom);
  const seasons = (await sql.all<SeasonRow>('SELECT "fromOn", "toOn", "name", "hours", "van" FROM "Season" ORDER BY "fromOn", "id"')).map(
    seasonFrom,
  );
  const policy = policySchema.parse(settings.get(settingKeys.policy) ?? {});
  const week = weekFrom(hoursSchema.parse(settings.get(settingKeys.hours) ?? {}), defaultWeek);
  return snapshotOf({ policy, week, seasons, days, rules }, version);
};

/** What follows from rules that are stored, or that somebody thinks of storing. */
export const snapshotOf = (stored: StoredRules, version: number): RulesSnapshot => {
  const { policy, rules } = stored;
  const moneyBlocks = [policy.block_at_fine, ...rules.map((rule) => rule.changes.blockAtFine)].some((sum) => typeof sum === 'number');
  return {
    ...stored,
    version,
    moneyBlocks,
    calendarOf: calendars(stored),
    effective: (question) => effectiveTerms(generalTerms(policy, question.patronType), rules, question),
  };
};

/** Each edit of the rules counts this up; 0 before the first. */
const readVersion = async (sql: Sql): Promise<number> => {
  const [row] = await sql.all<SettingRow>('SELECT "key", "valueJson" FROM "Setting" WHERE "key" = ?', [settingKeys.version]);
  // as: only library-rules-writing.ts writes this row
  return row === undefined ? 0 : (JSON.parse(row.valueJson) as { readonly version: number }).version;
};

export const createLibraryRules = ({ sql }: Pick<Database, 'sql'>): LibraryRules => {
  let known: RulesSnapshot | null = null;
  const read = async (): Promise<RulesSnapshot> => {
    // The version is read before the rules: an edit in between makes the next call read again, never keep old rules.
    const version = await readVersion(sql);
    if (known === null || known.version !== version) known = await readSnapshot(sql, version);
    return known;
  };
  const readTogether = together(async (asked: readonly null[]) => {
    const snapshot = await read();
    return asked.map(() => snapshot);
  });
  return { current: () => readTogether(null) };
};
