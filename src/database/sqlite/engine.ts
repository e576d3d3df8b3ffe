import { chmod, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Bug } from '#shared/faults.ts';
import { type BoundValue, type Row, SqliteConnection } from './connection.ts';
import { FifoLock, type Release } from './fifo-lock.ts';
import { statementKind } from './statement-kind.ts';

/** How long a statement goes on trying while another process holds the database. */
const BUSY_PATIENCE_MS = 12_000;
const READERS = 2;

// FULL: what was acknowledged survives a power cut. busy_timeout 0: waiting is ours, inside SQLite it would occupy a
// thread. secure_delete: what a patron had erased leaves no trace in the file.
const WRITER_PRAGMAS = `
  PRAGMA busy_timeout=0; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;
  PRAGMA secure_delete=ON;`;
const READER_PRAGMAS = 'PRAGMA busy_timeout=0; PRAGMA query_only=ON;';

export const isBusy = (error: unknown): boolean => error instanceof Error && /^SQLITE_(BUSY|LOCKED)\b/.test(error.message);

/** Tries again, with growing and jittered pauses, as long as another process holds the database. */
export const whileBusy = async <T>(work: () => Promise<T>): Promise<T> => {
  const giveUpAt = performance.now() + BUSY_PATIENCE_MS;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await pause(Math.min(50, 2 ** attempt) * (0.5 + Math.random()));
    }
  }
};

const beginOn = async (writer: SqliteConnection): Promise<void> => {
  try {
    await writer.run('BEGIN IMMEDIATE');
  } catch (error) {
    // A ROLLBACK that could not run before (a full disk, say) left its transaction behind.
    if (!(error instanceof Error && error.message.includes('within a transaction'))) throw error;
    await writer.run('ROLLBACK');
    await writer.run('BEGIN IMMEDIATE');
  }
};

/** A transaction that holds the writer. `commit` and `rollback` may be called twice; nothing runs after either. */
export class SqliteTransaction {
  readonly #writer: SqliteConnection;
  readonly #release: Release;
  #ending: Promise<void> | undefined;

  constructor(writer: SqliteConnection, release: Release) {
    this.#writer = writer;
    this.#release = release;
  }

  get isOpen(): boolean {
    return this.#ending === undefined;
  }

  all(text: string, params: readonly BoundValue[]): Promise<Row[]> {
    return this.isOpen ? this.#writer.all(text, params) : this.#refuse();
  }

  run(text: string, params: readonly BoundValue[]): Promise<number> {
    return this.isOpen ? this.#writer.run(text, params) : this.#refuse();
  }

  commit(): Promise<void> {
    this.#ending ??= this.#end('COMMIT');
    return this.#ending;
  }

  rollback(): Promise<void> {
    this.#ending ??= this.#end('ROLLBACK');
    return this.#ending;
  }

  async #end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    try {
      await this.#writer.run(how);
    } catch (error) {
      // Without this the failed transaction would stay open and swallow everything that follows.
      if (how === 'COMMIT') await this.#writer.run('ROLLBACK').catch(() => undefined);
      // SQLite rolls back by itself on a full disk; then there is nothing left to roll back.
      else if (error instanceof Error && error.message.includes('no transaction is active')) return;
      throw error;
    } finally {
      this.#release();
    }
  }

  #refuse(): Promise<never> {
    return Promise.reject(new Bug('a statement came after the end of its transaction'));
  }
}

/** One writer and several readers on one SQLite file; writes take turns, reads go on beside them. */
export class SqliteEngine {
  readonly writer: SqliteConnection;
  readonly #readers: readonly SqliteConnection[];
  readonly #lock = new FifoLock();

  private constructor(writer: SqliteConnection, readers: readonly SqliteConnection[]) {
    this.writer = writer;
    this.#readers = readers;
  }

  /** Opens (or creates) the file; `prepare` runs on the writer before anybody else reads. */
  static async open(path: string, prepare?: (writer: SqliteConnection) => Promise<void>): Promise<SqliteEngine> {
    await mkdir(dirname(path), { recursive: true });
    const writer = await SqliteConnection.open(path);
    try {
      await chmod(path, 0o600);
      await whileBusy(() => writer.script(WRITER_PRAGMAS));
      await prepare?.(writer);
      return new SqliteEngine(writer, await openReaders(path));
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** A statement outside any transaction; reads see all that was committed before. */
  async all(text: string, params: readonly BoundValue[] = []): Promise<Row[]> {
    if (statementKind(text).kind === 'read') return whileBusy(() => this.#reader().all(text, params));
    return this.#alone(() => this.writer.all(text, params));
  }

  run(text: string, params: readonly BoundValue[] = []): Promise<number> {
    return this.#alone(() => this.writer.run(text, params));
  }

  script(text: string): Promise<void> {
    return this.#alone(() => this.writer.script(text));
  }

  async begin(): Promise<SqliteTransaction> {
    const release = await this.#lock.acquire();
    try {
      await whileBusy(() => beginOn(this.writer));
    } catch (error) {
      release();
      throw error;
    }
    return new SqliteTransaction(this.writer, release);
  }

  async close(): Promise<void> {
    const release = await this.#lock.acquire();
    try {
      for (const reader of this.#readers) await reader.close();
      await this.writer.close();
    } finally {
      release();
    }
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.#lock.acquire();
    try {
      return await whileBusy(work);
    } finally {
      release();
    }
  }

  #reader(): SqliteConnection {
    return this.#readers.reduce((least, reader) => (reader.waiting < least.waiting ? reader : least));
  }
}

const openReaders = async (path: string): Promise<SqliteConnection[]> => {
  const readers: SqliteConnection[] = [];
  for (let i = 0; i < READERS; i += 1) {
    const reader = await SqliteConnection.open(path);
    await whileBusy(() => reader.script(READER_PRAGMAS));
    readers.push(reader);
  }
  return readers;
};
