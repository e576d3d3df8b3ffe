import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '#database/database.ts';

/** Temporary databases of one rehearsal, in one folder that is removed with it. */
export interface WorldStore {
  readonly folder: string;
  /** An empty, migrated database; closing it removes its files. */
  fresh(): Promise<Database>;
  /** Removes everything at once, also while the program is being ended. */
  remove(): void;
}

const migratedTemplate = async (file: string): Promise<string> => {
  const database = await openDatabase({ url: `file:${file}` });
  await database.close();
  return file;
};

const removeDatabase = async (file: string): Promise<void> => {
  for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
};

/** Migrations run once, into a template; every world gets a copy of it. */
export const createWorldStore = (): WorldStore => {
  const folder = mkdtempSync(join(tmpdir(), 'sapa-pustaka-rehearsal-'));
  let template: Promise<string> | undefined;
  let made = 0;
  return {
    folder,
    fresh: async () => {
      template ??= migratedTemplate(join(folder, 'template.db'));
      made += 1;
      const file = join(folder, `world-${made}.db`);
      await copyFile(await template, file);
      const database = await openDatabase({ url: `file:${file}` });
      const close = async (): Promise<void> => {
        await database.close();
        await removeDatabase(file);
      };
      return { ...database, close };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
