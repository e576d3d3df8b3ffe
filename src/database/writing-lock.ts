import { Misconfigured } from '#shared/faults.ts';
import { SqliteConnection } from './sqlite/connection.ts';
import { isBusy } from './sqlite/engine.ts';

/** Gives the right to write back. */
export type Unlock = () => Promise<void>;

/**
 * Makes this process the only one that writes to the SQLite file at `path`; throws Misconfigured when another one runs.
 * The operating system holds the lock, on the file `<path>.lock`, and drops it when the process ends in whatever way:
 * a file that is left behind locks nobody out.
 */
export const lockForWriting = async (path: string): Promise<Unlock> => {
  // SQLite's own exclusive file lock: Node has none, and a process number in a file may belong to somebody else by now.
  const lock = await SqliteConnection.open(`${path}.lock`);
  try {
    await lock.run('BEGIN EXCLUSIVE');
    return () => lock.close();
  } catch (error) {
    await lock.close();
    if (!isBusy(error)) throw error;
    throw new Misconfigured(
      'DATABASE_URL',
      `bot sudah berjalan: another process of this program uses ${path}. Stop that one first, or give this one a database of its own (several processes on one database need PostgreSQL).`,
    );
  }
};
