import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bug } from '#shared/faults.ts';
import { SqliteConnection } from './sqlite/connection.ts';

const KEPT = 30;

/**
 * Copies a running SQLite database into `folder` and answers the copy's path. The copy is whole or not there at all: it is
 * written beside its place, checked, synced and renamed; its checksum lies next to it. The oldest copies beyond 30 are removed.
 */
export const backupSqlite = async (path: string, folder: string, name: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const target = join(folder, `${name}.db`);
  const unfinished = `${target}.tmp`;
  await rm(unfinished, { force: true });
  const source = await SqliteConnection.open(path);
  try {
    await source.run('VACUUM INTO ?', [unfinished]);
  } finally {
    await source.close();
  }
  await checkWhole(unfinished);
  await finish(unfinished, target);
  await removeOldest(folder);
  return target;
};

const checkWhole = async (path: string): Promise<void> => {
  const copy = await SqliteConnection.open(path);
  try {
    const [row] = await copy.all('PRAGMA integrity_check');
    if (row?.integrity_check !== 'ok') throw new Bug(`the copy ${path} is not whole`);
  } finally {
    await copy.close();
  }
};

const finish = async (unfinished: string, target: string): Promise<void> => {
  await chmod(unfinished, 0o600);
  const file = await open(unfinished, 'r');
  await file.sync().finally(() => file.close());
  const checksum = createHash('sha256')
    .update(await readFile(unfinished))
    .digest('hex');
  await writeFile(`${target}.sha256`, `${checksum}\n`, { mode: 0o600 });
  await rename(unfinished, target);
};

const removeOldest = async (folder: string): Promise<void> => {
  const copies = (await readdir(folder)).filter((file) => file.endsWith('.db')).sort();
  for (const file of copies.slice(0, -KEPT)) {
    await rm(join(folder, file), { force: true });
    await rm(join(folder, `${file}.sha256`), { force: true });
  }
};
