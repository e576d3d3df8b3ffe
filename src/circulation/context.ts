import type { Database, SqlTransaction, SqlValue } from '#database/database.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import type { Clock } from '#ports/clock.ts';
import { dayOf, type Temporal } from '#shared/day.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { ok, refuse } from '#shared/result.ts';
import type { LibraryRules, RulesSnapshot } from './library-rules.ts';
import { onceRaw } from '#database/outcomes.ts';

/** What every part of circulation is made of. */
export interface CirculationParts {
  readonly database: Database;
  readonly rules: LibraryRules;
  readonly clock: Clock;
}

/** One look or one act: the moment, and the rules as they are then. */
export interface Occasion {
  /** whether rows must be locked one by one: not on SQLite, and not by a mere look */
  readonly locksRows: boolean;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly rules: RulesSnapshot;
}

/** An occasion with the door to its rows: inside a transaction when it acts. */
export interface Act extends Occasion {
  readonly sql: SqlTransaction;
}

/** Rules are read before the transaction starts: inside it no other connection may be asked (RELIABILITY §1). */
export const occasion = async ({ database, rules, clock }: CirculationParts): Promise<Occasion> => {
  const now = clock.now();
  return { locksRows: database.kind === 'postgresql', now, today: dayOf(now), rules: await rules.current() };
};

/** A look that changes nothing: the same steps as an act, outside any transaction. */
export const look = async (parts: CirculationParts): Promise<Act> => ({
  ...(await occasion(parts)),
  locksRows: false,
  sql: parts.database.sql,
});

/** Runs an operation once per key; its outcome, a refusal too, is stored with what it changed. */
export const act = async <Outcome>(
  parts: CirculationParts,
  operation: string,
  { key }: Keyed,
  work: (act: Act) => Promise<Outcome>,
): Promise<Outcome> => {
  const at = await occasion(parts);
  return onceRaw(parts.database.sql, { key, operation: `circulation.${operation}`, now: at.now }, (sql) => work({ ...at, sql }));
};

/** The same without a key: for jobs, whose effect follows from the state alone. */
export const actOnState = async <Outcome>(parts: CirculationParts, work: (act: Act) => Promise<Outcome>): Promise<Outcome> => {
  const at = await occasion(parts);
  return parts.database.sql.transaction((sql) => work({ ...at, sql }));
};

export const granted = <Value>(value: Value, because: readonly Reason[]): Decision<Value> => ({ ...ok(value), because });
export const refused = (refusal: CirculationRefusal, because: readonly Reason[] = []): Decision<never> => ({ ...refuse(refusal), because });

/** How many rows `from` (FROM … WHERE …) has. */
export const countRows = async ({ sql }: Act, from: string, params: readonly SqlValue[]): Promise<number> => {
  const [row] = await sql.all<{ readonly count: number }>(`SELECT CAST(COUNT(*) AS INTEGER) AS "count" ${from}`, params);
  return row?.count ?? 0;
};
