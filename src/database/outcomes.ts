import { Bug } from '#shared/faults.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import type { Database, Transaction } from './database.ts';

export interface Operation {
  /** the confirmation's token, else the event's id, plus an ordinal */
  readonly key: string;
  /** which operation; one key never serves two */
  readonly operation: string;
  readonly now: Temporal.Instant;
}

// Written first, so that a concurrent double waits here for the first one's end instead of doing the work as well.
const claim = async (tx: Transaction, { key, operation, now }: Operation): Promise<boolean> => {
  const at = momentText(now);
  const inserted = await tx.$executeRaw`
    INSERT INTO "OperationOutcome" ("key", "operation", "outcomeJson", "at") VALUES (${key}, ${operation}, ${'null'}, ${at})
    ON CONFLICT ("key") DO NOTHING`;
  return inserted === 1;
};

const stored = async (tx: Transaction, { key, operation }: Operation): Promise<string> => {
  const row = await tx.operationOutcome.findUniqueOrThrow({ where: { key } });
  if (row.operation !== operation) throw new Bug(`the key ${key} belongs to ${row.operation}, not to ${operation}`);
  return row.outcomeJson;
};

/**
 * Does `work` at most once per key. Its outcome, a refusal too, is stored in the same transaction; a repeated key gets
 * the stored outcome and runs nothing. A thrown fault undoes everything, the key included. The outcome must survive
 * JSON: the first caller receives it as every later one does.
 */
export const once = <T>(database: Database, operation: Operation, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    if (!(await claim(tx, operation))) return outcomeFrom<T>(await stored(tx, operation));
    const outcomeJson = JSON.stringify((await work(tx)) ?? null);
    await tx.operationOutcome.update({ where: { key: operation.key }, data: { outcomeJson } });
    return outcomeFrom<T>(outcomeJson);
  });

// as: it was written from a T of the same operation
const outcomeFrom = <T>(json: string): T => JSON.parse(json) as T;
