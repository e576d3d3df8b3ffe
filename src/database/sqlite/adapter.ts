import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlResultSet,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { DriverAdapterError } from '@prisma/driver-adapter-utils';
import type { BoundValue, Row } from './connection.ts';
import { toBound, toResultSet } from './conversion.ts';
import type { SqliteEngine, SqliteTransaction } from './engine.ts';
import { inPrismaTerms } from './errors.ts';

const names = { provider: 'sqlite', adapterName: 'sapa-pustaka-sqlite3' } as const;

interface Statements {
  all(text: string, params: readonly BoundValue[]): Promise<Row[]>;
  run(text: string, params: readonly BoundValue[]): Promise<number>;
}

const translated = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw inPrismaTerms(error);
  }
};

const paramsOf = ({ args, argTypes }: SqlQuery): BoundValue[] => args.map((arg, i) => toBound(arg, argTypes[i]));

const queryable = (statements: Statements) => ({
  ...names,
  queryRaw: (query: SqlQuery): Promise<SqlResultSet> =>
    translated(async () => toResultSet(await statements.all(query.sql, paramsOf(query)))),
  executeRaw: (query: SqlQuery): Promise<number> => translated(() => statements.run(query.sql, paramsOf(query))),
});

const transactionOn = (open: SqliteTransaction): Transaction => {
  const savepoint = (sql: string) => translated(async () => void (await open.run(sql, [])));
  return {
    ...queryable(open),
    // Prisma then leaves COMMIT and ROLLBACK to us, so that a failed COMMIT can be cleaned up before the lock goes on.
    options: { usePhantomQuery: true },
    commit: () => translated(() => open.commit()),
    rollback: () => translated(() => open.rollback()),
    createSavepoint: (name) => savepoint(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => savepoint(`ROLLBACK TO ${name}`),
    releaseSavepoint: (name) => savepoint(`RELEASE SAVEPOINT ${name}`),
  };
};

const refuseIsolation = (level: IsolationLevel | undefined): void => {
  if (level !== undefined && level !== 'SERIALIZABLE') throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level });
};

const adapterOn = (engine: SqliteEngine): SqlDriverAdapter => ({
  ...queryable(engine),
  executeScript: (script) => translated(() => engine.script(script)),
  startTransaction: (level) =>
    translated(async () => {
      refuseIsolation(level);
      return transactionOn(await engine.begin());
    }),
  // What SQLite allows in one statement; Prisma splits only lists, not a count over one.
  getConnectionInfo: () => ({ supportsRelationJoins: false, maxBindValues: 32_766 }),
  // The engine serves the raw door too; whoever opened it closes it.
  dispose: () => Promise.resolve(),
});

/** Prisma on an open engine: its models and the raw door share one writer and one order of writes. */
export const prismaAdapterOn = (engine: SqliteEngine): SqlDriverAdapterFactory => ({
  ...names,
  connect: () => Promise.resolve(adapterOn(engine)),
});
