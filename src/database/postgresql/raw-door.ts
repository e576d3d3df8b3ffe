import pg from 'pg';
import { Bug } from '#shared/faults.ts';
import { retried, TRANSACTION_LIMIT_MS, TRANSACTION_MAX_WAIT_MS, withinLimit } from '../retry.ts';
import type { Sql, SqlTransaction, SqlValue } from '../sql.ts';
import { numbered } from './placeholders.ts';

type Client = Pick<pg.PoolClient, 'query'>;

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53; keep it as text`);
  return value;
};

// Counts (int8) and sums (numeric) as numbers and truth values as 1 and 0: what SQLite answers.
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, wholeNumber],
  [pg.types.builtins.NUMERIC, wholeNumber],
  [pg.types.builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
]);

const types: pg.CustomTypesConfig = {
  // as: pg types its parsers as any
  getTypeParser: (oid, format) => parsers.get(oid) ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

// Named statements are parsed once per connection. Only so many: texts with a row count in them are without end.
const statementNames = new Map<string, string>();
const NAMES_AT_MOST = 200;

const nameOf = (text: string): string | undefined => {
  const before = statementNames.get(text);
  if (before !== undefined || statementNames.size >= NAMES_AT_MOST) return before;
  const name = `sapa_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
};

const ask = (client: Client, text: string, params: readonly SqlValue[]): Promise<pg.QueryResult> => {
  const name = nameOf(text);
  const query = { text: numbered(text), values: [...params], types };
  return client.query(name === undefined ? query : { ...query, name });
};

const countsChanges = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

const statements = (client: Client): SqlTransaction => ({
  // as: the caller names the columns it selects; nothing here can check its SQL
  all: async <Row>(text: string, params: readonly SqlValue[] = []) => (await ask(client, text, params)).rows as Row[],
  run: async (text, params = []) => {
    const { command, rowCount } = await ask(client, text, params);
    return { changes: countsChanges.has(command) ? (rowCount ?? 0) : 0 };
  },
});

/** The same statements until `isOpen` says no: after a time-out nothing may run on a connection that others use. */
const guarded = (on: SqlTransaction, isOpen: () => boolean): SqlTransaction => {
  const check = (): void => {
    if (!isOpen()) throw new Bug('a statement came after the end of its transaction');
  };
  return {
    all: async (text, params) => {
      check();
      return on.all(text, params);
    },
    run: async (text, params) => {
      check();
      return on.run(text, params);
    },
  };
};

/** Here a transaction waits for its turn inside itself, at the rows that another one holds. */
const LIMIT_MS = TRANSACTION_MAX_WAIT_MS + TRANSACTION_LIMIT_MS;

const runIn = async <T>(client: pg.PoolClient, work: (sql: SqlTransaction) => Promise<T>): Promise<T> => {
  let open = true;
  try {
    await client.query('BEGIN');
    const outcome = await withinLimit(work(guarded(statements(client), () => open)), LIMIT_MS);
    open = false;
    await client.query('COMMIT');
    return outcome;
  } catch (error) {
    open = false;
    await client.query('ROLLBACK');
    throw error;
  }
};

const withClient = async <T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool.connect();
  // A lost connection also emits an error of its own, which would end the process; the query in progress rejects anyway.
  const ignore = (): void => undefined;
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) && error instanceof Error && 'syscall' in error) broken = error;
    throw error;
  } finally {
    client.off('error', ignore);
    client.release(broken);
  }
};

/** Raw SQL on the pool that Prisma uses as well. */
export const rawDoorOn = (pool: pg.Pool): Sql => ({
  ...statements(pool),
  transaction: (work) => retried(() => withClient(pool, (client) => runIn(client, work))),
  script: async (text) => void (await pool.query(text)),
});
