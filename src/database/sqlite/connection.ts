import sqlite3 from 'sqlite3';
import { statementKind } from './statement-kind.ts';

/** What the driver can bind without changing it. Its bigint would silently become NULL. */
export type BoundValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

const STATEMENTS_AT_MOST = 200;

const settle = (resolve: () => void, reject: (error: Error) => void) => (error: Error | null) =>
  error === null ? resolve() : reject(error);

const connect = (path: string, mode: number): Promise<sqlite3.Database> =>
  new Promise((resolve, reject) => {
    const handle = new sqlite3.Database(path, mode, (error) => (error === null ? resolve(handle) : reject(error)));
  });

/**
 * One connection. Its statements run one after the other, queued here: waiting inside the driver would occupy the
 * thread pool, which DNS, files and pictures need as well.
 */
export class SqliteConnection {
  readonly #handle: sqlite3.Database;
  // Promises, not statements: two callers preparing one text at once must share one statement, or one would leak
  // and closing would fail.
  readonly #statements = new Map<string, Promise<sqlite3.Statement>>();
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  private constructor(handle: sqlite3.Database) {
    this.#handle = handle;
  }

  static async open(path: string): Promise<SqliteConnection> {
    const handle = await connect(path, sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE);
    return new SqliteConnection(handle);
  }

  /** How many statements are running or in line. */
  get waiting(): number {
    return this.#waiting;
  }

  all(text: string, params: readonly BoundValue[] = []): Promise<Row[]> {
    return this.#inTurn(() => this.#all(text, params));
  }

  /** Runs a statement and counts the rows it changed, RETURNING included. */
  run(text: string, params: readonly BoundValue[] = []): Promise<number> {
    const { kind, returning } = statementKind(text);
    if (kind === 'write' && !returning) return this.#inTurn(() => this.#run(text, params));
    // The driver's run() takes one step only: a statement with rows would stay open and report a stale count.
    return this.#inTurn(async () => {
      await this.#all(text, params);
      return kind === 'write' ? this.#changes() : 0;
    });
  }

  script(text: string): Promise<void> {
    return this.#inTurn(() => new Promise<void>((resolve, reject) => void this.#handle.exec(text, settle(resolve, reject))));
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#forgetStatements();
      await new Promise<void>((resolve, reject) => this.#handle.close(settle(resolve, reject)));
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const turn = this.#tail.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#tail = turn.catch(() => undefined);
    return turn;
  }

  async #all(text: string, params: readonly BoundValue[]): Promise<Row[]> {
    const statement = await this.#statement(text);
    return new Promise((resolve, reject) => {
      statement.all<Row>(params, (error, rows) => (error === null ? resolve(rows) : reject(error)));
    });
  }

  async #run(text: string, params: readonly BoundValue[]): Promise<number> {
    const statement = await this.#statement(text);
    return new Promise((resolve, reject) => {
      statement.run(params, function (error) {
        if (error === null) resolve(this.changes);
        else reject(error);
      });
    });
  }

  async #changes(): Promise<number> {
    const [row] = await this.#all('SELECT changes() AS n', []);
    return Number(row?.['n'] ?? 0);
  }

  #statement(text: string): Promise<sqlite3.Statement> {
    const ready = this.#statements.get(text);
    if (ready !== undefined) {
      // Moved to the end: the least recently used is the first to go.
      this.#statements.delete(text);
      this.#statements.set(text, ready);
      return ready;
    }
    const prepared = this.#prepare(text);
    this.#statements.set(text, prepared);
    prepared.catch(() => this.#statements.delete(text));
    this.#dropOldest();
    return prepared;
  }

  #prepare(text: string): Promise<sqlite3.Statement> {
    return new Promise((resolve, reject) => {
      const statement = this.#handle.prepare(text, (error) => (error === null ? resolve(statement) : reject(error)));
    });
  }

  #dropOldest(): void {
    if (this.#statements.size <= STATEMENTS_AT_MOST) return;
    for (const [text, statement] of this.#statements) {
      this.#statements.delete(text);
      statement.then(
        (old) => void old.finalize(),
        () => undefined,
      );
      return;
    }
  }

  async #forgetStatements(): Promise<void> {
    const statements = await Promise.allSettled(this.#statements.values());
    this.#statements.clear();
    for (const statement of statements) if (statement.status === 'fulfilled') statement.value.finalize();
  }
}
