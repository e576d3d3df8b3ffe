import type { Database, Transaction } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import type { Decision, Keyed } from '#ports/library-system.ts';
import type { Clock } from '#ports/clock.ts';
import { dayOf, Temporal } from '#shared/day.ts';
import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { ok, refuse } from '#shared/result.ts';
import type { LibraryRules, RulesSnapshot } from './library-rules.ts';

/** What every part of circulation is made of. */
export interface CirculationParts {
  readonly database: Database;
  readonly rules: LibraryRules;
  readonly clock: Clock;
}

/** One look or one act: the moment, and the rules as they are then. */
export interface Occasion {
  readonly kind: Database['kind'];
  /** whether rows must be locked one by one: not on SQLite, and not by a mere look */
  readonly locksRows: boolean;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly rules: RulesSnapshot;
}

/** An occasion inside the transaction that acts on it. */
export interface Act extends Occasion {
  readonly tx: Transaction;
}

/** Rules are read before the transaction starts: inside it no other connection may be asked (RELIABILITY §1). */
export const occasion = async ({ database, rules, clock }: CirculationParts): Promise<Occasion> => {
  const now = clock.now();
  return { kind: database.kind, locksRows: database.kind === 'postgresql', now, today: dayOf(now), rules: await rules.current() };
};

/** A look that changes nothing: the same steps as an act, on the models themselves. */
export const look = async (parts: CirculationParts): Promise<Act> => ({ ...(await occasion(parts)), locksRows: false, tx: parts.database.models });

/** Runs an operation once per key; its outcome, a refusal too, is stored with what it changed. */
export const act = async <Outcome>(parts: CirculationParts, operation: string, { key }: Keyed, work: (act: Act) => Promise<Outcome>): Promise<Outcome> => {
  const at = await occasion(parts);
  return once(parts.database, { key, operation: `circulation.${operation}`, now: at.now }, (tx) => work({ ...at, tx }));
};

/** The same without a key: for jobs, whose effect follows from the state alone. */
export const actOnState = async <Outcome>(parts: CirculationParts, work: (act: Act) => Promise<Outcome>): Promise<Outcome> => {
  const at = await occasion(parts);
  return parts.database.transaction((tx) => work({ ...at, tx }));
};

export const granted = <Value>(value: Value, because: readonly Reason[]): Decision<Value> => ({ ...ok(value), because });
export const refused = (refusal: CirculationRefusal, because: readonly Reason[] = []): Decision<never> => ({ ...refuse(refusal), because });
