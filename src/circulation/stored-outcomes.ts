import type { Sql, SqlTransaction } from '#database/database.ts';
import type { Operation } from '#database/outcomes.ts';
import { Bug } from '#shared/faults.ts';
import { momentText } from '#shared/day.ts';

// The same promise as once() of database/outcomes.ts, through the raw door: loans and holds are asked for on every
// other turn, and through the models one renewal costs as much as ten whole turns (PERFORMANCE finding 3).

const claimText = `INSERT INTO "OperationOutcome" ("key", "operation", "outcomeJson", "at") VALUES (?, ?, 'null', ?) ON CONFLICT ("key") DO NOTHING`;

interface Stored {
  readonly operation: string;
  readonly outcomeJson: string;
}

const storedJson = async (sql: SqlTransaction, { key, operation }: Operation): Promise<string> => {
  const [row] = await sql.all<Stored>('SELECT "operation", "outcomeJson" FROM "OperationOutcome" WHERE "key" = ?', [key]);
  if (row?.operation !== operation) throw new Bug(`the key ${key} belongs to ${row?.operation ?? 'nothing'}, not to ${operation}`);
  return row.outcomeJson;
};

/** Does `work` at most once per key; a repeated key gets the stored outcome. A fault undoes everything, the key included. */
export const onceRaw = <Outcome>(sql: Sql, operation: Operation, work: (sql: SqlTransaction) => Promise<Outcome>): Promise<Outcome> =>
  sql.transaction(async (tx) => {
    // Written first: a concurrent double waits here for the first one's end.
    const { changes } = await tx.run(claimText, [operation.key, operation.operation, momentText(operation.now)]);
    if (changes === 0) return outcomeFrom<Outcome>(await storedJson(tx, operation));
    const outcomeJson = JSON.stringify((await work(tx)) ?? null);
    await tx.run('UPDATE "OperationOutcome" SET "outcomeJson" = ? WHERE "key" = ?', [outcomeJson, operation.key]);
    return outcomeFrom<Outcome>(outcomeJson);
  });

// as: it was written from an outcome of the same operation
const outcomeFrom = <Outcome>(json: string): Outcome => JSON.parse(json) as Outcome;
