import { retried, TRANSACTION_LIMIT_MS, withinLimit } from '../retry.ts';
import type { Sql, SqlTransaction, SqlValue } from '../sql.ts';
import { refuseRounded } from './conversion.ts';
import type { SqliteEngine, SqliteTransaction } from './engine.ts';

type Statements = Pick<SqliteEngine, 'all' | 'run'>;

const statements = (on: Statements): SqlTransaction => ({
  all: async <Row>(text: string, params: readonly SqlValue[] = []): Promise<Row[]> => {
    const rows = await on.all(text, params);
    refuseRounded(rows);
    // as: the caller names the columns it selects; nothing here can check its SQL
    return rows as Row[];
  },
  run: async (text, params = []) => ({ changes: await on.run(text, params) }),
});

const runIn = async <T>(open: SqliteTransaction, work: (sql: SqlTransaction) => Promise<T>): Promise<T> => {
  try {
    const outcome = await withinLimit(work(statements(open)), TRANSACTION_LIMIT_MS);
    await open.commit();
    return outcome;
  } catch (error) {
    await open.rollback().catch(() => undefined);
    throw error;
  }
};

/** Raw SQL on the writer and the readers that Prisma uses as well. */
export const rawDoorOn = (engine: SqliteEngine): Sql => ({
  ...statements(engine),
  transaction: (work) => retried(async () => runIn(await engine.begin(), work)),
  script: (text) => engine.script(text),
});
