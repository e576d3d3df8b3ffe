// Fresh, migrated databases for the tests: SQLite in a temporary file, PostgreSQL on the server of this run.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, inject } from 'vitest';
import { type Database, openDatabase } from '#database/database.ts';
import type { PostgresAnswer } from './postgres-server.ts';

/** Opens a new, empty, migrated database; it is closed and removed after the suite. */
export type OpenDatabase = () => Promise<Database>;

const ask = async (path: string): Promise<PostgresAnswer> => {
  const control: string | undefined = inject('postgresControl');
  if (control === undefined) return { missing: 'tests/support/postgres-server.ts is not a globalSetup of this run', mustRun: false };
  const response = await fetch(`${control}${path}`);
  if (!response.ok) throw new Error(await response.text());
  // as: the control port is ours and answers nothing else
  return (await response.json()) as PostgresAnswer;
};

const postgres = await ask('/');
if ('missing' in postgres) {
  if (postgres.mustRun) throw new Error(postgres.missing);
  process.stderr.write(`${postgres.missing}\nThe suites on PostgreSQL are skipped.\n`);
}

const folders: string[] = [];

/** A temporary folder, removed when the test file is done. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'sapa-test-'));
  folders.push(folder);
  return folder;
};

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

const makeTemplate = async (): Promise<string> => {
  const path = join(await temporaryFolder(), 'template.db');
  await (await openDatabase({ url: `file:${path}` })).close();
  return path;
};

let template: Promise<string> | undefined;

/** The address of a new, empty, migrated SQLite file. */
export const freshSqliteUrl = async (): Promise<string> => {
  template ??= makeTemplate();
  const path = join(await temporaryFolder(), 'library.db');
  await copyFile(await template, path);
  return `file:${path}`;
};

/** The address of a new, empty, migrated PostgreSQL database. */
export const freshPostgresqlUrl = async (): Promise<string> => {
  const answer = await ask('/database');
  if ('missing' in answer) throw new Error(answer.missing);
  return answer.url;
};

const opener =
  (freshUrl: () => Promise<string>, opened: Database[]): OpenDatabase =>
  async () => {
    const database = await openDatabase({ url: await freshUrl() });
    opened.push(database);
    return database;
  };

const closeAll = async (opened: Database[]): Promise<void> => {
  for (const database of opened.splice(0)) await database.close();
};

const suite = (name: string, freshUrl: () => Promise<string>, define: (open: OpenDatabase) => void): void => {
  const opened: Database[] = [];
  describe(name, () => {
    afterAll(() => closeAll(opened));
    define(opener(freshUrl, opened));
  });
};

export const describeOnSqlite = (name: string, define: (open: OpenDatabase) => void): void => {
  describe(name, () => suite('on SQLite', freshSqliteUrl, define));
};

/** Facts of several processes, which SQLite does not have. Where PostgreSQL cannot start it is skipped, saying why. */
export const describeOnPostgresql = (name: string, define: (open: OpenDatabase) => void): void => {
  describe.skipIf('missing' in postgres)(name, () => suite('on PostgreSQL', freshPostgresqlUrl, define));
};

/** The same facts on both databases. Where PostgreSQL cannot start its suite is skipped, saying why. */
export const describeOnEachDatabase = (name: string, define: (open: OpenDatabase) => void): void => {
  describeOnSqlite(name, define);
  describeOnPostgresql(name, define);
};
