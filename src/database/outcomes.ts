import { Bug } from '#shared/faults.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import type { Database, Sql, SqlTransaction, Transaction } from './database.ts';

export interface Operation {
  /** the confirmation's token, else the event's id, plus an ordinal */
  readonly key: string;
  /** which operation; one key never serves two */
  readonly operation: string;
  readonly now: Temporal.Instant;
}

interface Stored {
  readonly operation: string;
  readonly outcomeJson: string;
}

const outcomeOf = <T>(stored: Stored | null | undefined, { key, operation }: Operation): T => {
  if (stored?.operation !== operation) throw new Bug(`the key ${key} belongs to ${stored?.operation ?? 'nothing'}, not to ${operation}`);
  return read<T>(stored.outcomeJson);
};

// as: it was written from a T of the same operation
const read = <T>(json: string): T => JSON.parse(json) as T;

/**
 * Does `work` at most once per key. Its outcome, a refusal too, is stored in the same transaction; a repeated key gets
 * the stored outcome and runs nothing. A thrown fault undoes everything, the key included. The outcome must survive
 * JSON: the first caller receives it as every later one does.
 */
export const once = <T>(database: Database, operation: Operation, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  database.transaction(async (tx) => {
    const { key, operation: name, now } = operation;
    // Written first, so that a concurrent double waits here for the first one's end instead of doing the work as well.
    const claimed = await tx.$executeRaw`
      INSERT INTO "OperationOutcome" ("key", "operation", "outcomeJson", "at") VALUES (${key}, ${name}, ${'null'}, ${momentText(now)})
      ON CONFLICT ("key") DO NOTHING`;
    if (claimed === 0) return outcomeOf<T>(await tx.operationOutcome.findUnique({ where: { key } }), operation);
    const outcomeJson = JSON.stringify((await work(tx)) ?? null);
    await tx.operationOutcome.update({ where: { key }, data: { outcomeJson } });
    return read<T>(outcomeJson);
  });

/**
 * The same promise as `once`, through the raw door: loans and holds are asked for on every other turn, and through the
 * models one renewal costs as much as ten whole turns (PERFORMANCE finding 3).
 */
export const onceRaw = <T>(sql: Sql, operation: Operation, work: (tx: SqlTransaction) => Promise<T>): Promise<T> =>
  sql.transaction(async (tx) => {
    const { key, operation: name, now } = operation;
    const claim = `INSERT INTO "OperationOutcome" ("key", "operation", "outcomeJson", "at") VALUES (?, ?, 'null', ?) ON CONFLICT ("key") DO NOTHING`;
    const { changes } = await tx.run(claim, [key, name, momentText(now)]);
    if (changes === 0) {
      const [stored] = await tx.all<Stored>('SELECT "operation", "outcomeJson" FROM "OperationOutcome" WHERE "key" = ?', [key]);
      return outcomeOf<T>(stored, operation);
    }
    const outcomeJson = JSON.stringify((await work(tx)) ?? null);
    await tx.run('UPDATE "OperationOutcome" SET "outcomeJson" = ? WHERE "key" = ?', [outcomeJson, key]);
    return read<T>(outcomeJson);
  });
