import type { LendingRule, LendingTerms, PatronType, TermName } from '#domain/policy.ts';
import type { Keyed } from '#ports/library-system.ts';
import { type Act, act, type CirculationParts, countRows, look } from '../context.ts';
import type { RulesSnapshot } from '../library-rules.ts';
import { snapshotOf } from '../library-rules.ts';
import { changedPolicy, type LendingRuleEdit, writeTerms } from '../library-rules-writing.ts';
import { type PolicyChanges, type RuleChanges, ruleChangesSchema, settingChanges, termChanges } from '../library-settings.ts';

export type TermSetting = keyof RuleChanges;

/** For whom, where and when a term holds; null: for all, everywhere, always. */
export interface TermScope {
  readonly branchId: string | null;
  readonly patronType: PatronType | null;
  readonly material: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** One term put otherwise. */
export interface TermEdit {
  readonly setting: TermSetting;
  readonly value: string | number | boolean | null;
  readonly scope: TermScope;
  /** what a new row is called, for "kenapa?" */
  readonly label: string;
}

export type TermValue = LendingTerms[TermName];

export interface TermPreview {
  /** by member type, what holds now and what would */
  readonly terms: readonly { readonly patronType: PatronType; readonly before: TermValue; readonly after: TermValue }[];
  /** rows that decide for themselves and go on doing so */
  readonly others: readonly { readonly label: string; readonly value: TermValue }[];
  /** open loans in that scope, and those of them that are late */
  readonly loans: number;
  readonly late: number;
  /** members who have more loans or holds than the new limit */
  readonly over: number;
}

const patronTypes: readonly PatronType[] = ['adult', 'teen', 'child'];

const scopeText = ({ branchId, patronType, material, from, to }: TermScope): string =>
  [branchId, patronType, material, from, to].map((part) => part ?? '*').join(':');

const scopeOf = ({ branchId, patronType, material, from, to }: LendingRule): string =>
  // as: rules are written with member types only
  scopeText({ branchId, patronType: patronType as PatronType | null, material, from, to });

const changesOf = ({ setting, value }: TermEdit): RuleChanges => ruleChangesSchema.parse({ [setting]: value });

const termName = (edit: TermEdit): TermName =>
  // as: one setting is one term
  Object.keys(termChanges(changesOf(edit)))[0] as TermName;

const hasNoScope = (scope: TermScope): boolean => Object.values(scope).every((part) => part === null);

/** The general terms can say it: for everybody, or a limit of loans by member type. */
const generalChange = (edit: TermEdit): PolicyChanges | null => {
  const { scope, setting } = edit;
  const limit = changesOf(edit).max_loans;
  if (setting !== 'max_loans' || limit === undefined) return hasNoScope(scope) ? (changesOf({ ...edit }) as PolicyChanges) : null;
  if (!hasNoScope({ ...scope, patronType: null })) return null;
  const types = scope.patronType === null ? patronTypes : [scope.patronType];
  return { max_loans: Object.fromEntries(types.map((type) => [type, limit])) };
};

/** The row of exactly that scope, with the term put otherwise; a new one where there is none. */
const rowChange = (rules: RulesSnapshot, edit: TermEdit): LendingRuleEdit => {
  const { branchId, patronType, material, from, to } = edit.scope;
  const row = rules.rules.find((rule) => scopeOf(rule) === scopeText(edit.scope));
  return {
    id: row?.id ?? `staff:${scopeText(edit.scope)}`,
    label: row?.label ?? edit.label,
    ...(branchId === null ? {} : { branchId }),
    ...(patronType === null ? {} : { patronType }),
    ...(material === null ? {} : { material }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    changes: { ...settingChanges(row?.changes ?? {}), ...changesOf(edit) },
  };
};

type Written = { readonly general: PolicyChanges } | { readonly row: LendingRuleEdit };

const asRule = ({ id, label, branchId, patronType, material, from, to, changes }: LendingRuleEdit): LendingRule => ({
  ...{ id, label, branchId: branchId ?? null, patronType: patronType ?? null, material: material ?? null },
  ...{ from: from ?? null, to: to ?? null, changes: termChanges(changes) },
});

const withWritten = (rules: RulesSnapshot, written: Written): RulesSnapshot => {
  const { week, seasons, days } = rules;
  if ('general' in written)
    return snapshotOf(
      { ...{ week, seasons, days, rules: rules.rules }, policy: changedPolicy(rules.policy, written.general) },
      rules.version,
    );
  const others = rules.rules.filter(({ id }) => id !== written.row.id);
  return snapshotOf({ ...{ week, seasons, days, policy: rules.policy }, rules: [...others, asRule(written.row)] }, rules.version);
};

const typesOf = ({ patronType }: TermScope): readonly PatronType[] => (patronType === null ? patronTypes : [patronType]);

/** What holds in a scope for one member type, on its first day. */
const termIn = ({ rules, today }: Pick<Act, 'rules' | 'today'>, edit: TermEdit, patronType: PatronType): TermValue => {
  const { branchId, material, from } = edit.scope;
  const on = from !== null && from > today.toString() ? from : today.toString();
  return rules.effective({ branchId: branchId ?? 'main', patronType, material: material ?? 'book', on }).terms[termName(edit)];
};

/** The general terms where they decide; else the row of that scope, which the more general ones cannot outweigh (R9). */
const decide = (at: Act, edit: TermEdit): { readonly written: Written; readonly after: RulesSnapshot } => {
  const name = termName(edit);
  const own = at.rules.rules.find((rule) => scopeOf(rule) === scopeText(edit.scope) && rule.changes[name] !== undefined);
  const general = own === undefined ? generalChange(edit) : null;
  if (general !== null) {
    const after = withWritten(at.rules, { general });
    const rules = { rules: after, today: at.today };
    if (hasNoScope(edit.scope) || typesOf(edit.scope).every((type) => termIn(rules, edit, type) === edit.value))
      return { written: { general }, after };
  }
  const written = { row: rowChange(at.rules, edit) };
  return { written, after: withWritten(at.rules, written) };
};

const scopeWhere = ({ branchId, patronType, material }: TermScope) => {
  const parts = [
    ['l."branchId"', branchId],
    ['p."type"', patronType],
    ['c."material"', material],
  ] as const;
  const set = parts.flatMap(([column, value]) => (value === null ? [] : [{ column, value }]));
  return { text: set.map(({ column }) => ` AND ${column} = ?`).join(''), params: set.map(({ value }) => value) };
};

const openLoans = `FROM "Loan" l JOIN "Patron" p ON p."id" = l."patronId" JOIN "Copy" c ON c."code" = l."copyCode" WHERE l."status" = 'open'`;

/** Members who have more than the new limit allows: nothing of theirs is recalled. */
const overLimit = (at: Act, { setting, value, scope }: TermEdit): Promise<number> => {
  if (typeof value !== 'number' || (setting !== 'max_loans' && setting !== 'max_holds')) return Promise.resolve(0);
  const type = scope.patronType === null ? { text: '', params: [] } : { text: ' AND p."type" = ?', params: [scope.patronType] };
  const rows =
    setting === 'max_loans'
      ? `"Loan" l ON l."patronId" = p."id" AND l."status" = 'open'`
      : `"Hold" l ON l."patronId" = p."id" AND l."liveMark" = 1`;
  const from = `FROM (SELECT p."id" FROM "Patron" p JOIN ${rows} WHERE 1 = 1${type.text} GROUP BY p."id" HAVING COUNT(*) > ?) x`;
  return countRows(at, from, [...type.params, value]);
};

export const previewTerms = async (parts: CirculationParts, edit: TermEdit): Promise<TermPreview> => {
  const at = await look(parts);
  const { after, written } = decide(at, edit);
  const name = termName(edit);
  const where = scopeWhere(edit.scope);
  const now = { rules: after, today: at.today };
  const changed = 'row' in written ? written.row.id : null;
  return {
    terms: typesOf(edit.scope).map((patronType) => ({
      patronType,
      before: termIn(at, edit, patronType),
      after: termIn(now, edit, patronType),
    })),
    others: after.rules.flatMap(({ id, label, changes, to }) => {
      const value = changes[name];
      const isOver = to !== null && to < at.today.toString();
      return id === changed || isOver || value === undefined || value === edit.value ? [] : [{ label, value }];
    }),
    loans: await countRows(at, `${openLoans}${where.text}`, where.params),
    late: await countRows(at, `${openLoans} AND l."dueOn" < ?${where.text}`, [at.today.toString(), ...where.params]),
    over: await overLimit(at, edit),
  };
};

export interface TermsChanged {
  readonly terms: TermPreview['terms'];
  /** the row that says so now; null: the general terms */
  readonly ruleId: string | null;
}

/** R9: holds from this moment in every process; loans that run keep what they were lent with. */
export const changeTerms = (parts: CirculationParts, edit: TermEdit, keyed: Keyed): Promise<TermsChanged> =>
  act(parts, 'change-terms', keyed, async (at) => {
    const { written, after } = decide(at, edit);
    await writeTerms(at.sql, written, at.now);
    const now = { rules: after, today: at.today };
    const terms = typesOf(edit.scope).map((patronType) => ({
      patronType,
      before: termIn(at, edit, patronType),
      after: termIn(now, edit, patronType),
    }));
    return { terms, ruleId: 'row' in written ? written.row.id : null };
  });
