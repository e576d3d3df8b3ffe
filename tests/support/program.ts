// The real program (src/main.ts) as a process of its own, with a made-up world in its data folder and a Telegram of ours.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { loadWorld } from '#adapters/chat/rehearsal/load/load-world.ts';
import { readWorld } from '#adapters/chat/rehearsal/world/read-world.ts';
import { openDatabase, sqlitePath, type Database } from '#database/database.ts';
import { freshSqliteUrl } from './databases.ts';
import type { TelegramServer } from './telegram-server/index.ts';

export interface Program {
  /** what it printed so far, on both streams */
  output(): string;
  /** types into it, as at a keyboard */
  types(text: string): void;
  /** SIGKILL: no handler of the program runs. */
  kill(): Promise<void>;
  /** SIGTERM, then its exit code; rejects when it is still there after ten seconds. */
  terminate(): Promise<number | null>;
  /** its exit code, once it has ended by itself */
  ended(): Promise<number | null>;
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const startFlags = ['--import', import.meta.resolve('tsx'), main];

/** As few variables as a program needs; nothing of the developer's own settings. */
const surroundings = (more: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TERM: 'dumb',
  ...more,
});

const running: ChildProcess[] = [];

/** Ends whatever a test left running. */
export const endPrograms = async (): Promise<void> => {
  for (const child of running.splice(0)) await killed(child);
};

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const killed = async (child: ChildProcess): Promise<void> => {
  if (isOver(child)) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const ended = async (child: ChildProcess): Promise<number | null> => {
  if (!isOver(child)) await once(child, 'exit');
  return child.exitCode;
};

interface Start {
  /** the folder it runs in: no .env of ours is read there */
  readonly folder: string;
  readonly env?: NodeJS.ProcessEnv;
  /** in a pseudo terminal */
  readonly terminal?: boolean;
}

export const startProgram = ({ folder, env = {}, terminal = false }: Start): Program => {
  const [command, args]: [string, string[]] = terminal
    ? ['script', ['-qec', [process.execPath, ...startFlags].map((word) => `'${word}'`).join(' '), '/dev/null']]
    : [process.execPath, startFlags];
  const child = spawn(command, args, { cwd: folder, env: surroundings(env), stdio: ['pipe', 'pipe', 'pipe'] });
  running.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    output: () => output,
    types: (text) => void child.stdin.write(text),
    kill: () => killed(child),
    terminate: async () => {
      child.kill('SIGTERM');
      const late = AbortSignal.timeout(10_000);
      if (!isOver(child)) await once(child, 'exit', { signal: late });
      return child.exitCode;
    },
    ended: () => ended(child),
  };
};

export interface PreparedLibrary {
  readonly folder: string;
  /** what the program is started with to serve this library on this Telegram */
  readonly env: NodeJS.ProcessEnv;
  /** looks into the database, also while the program runs */
  look<Row>(sql: string): Promise<readonly Row[]>;
  remove(): Promise<void>;
}

/** A library of its own on disk; people of the world with `private:<id>@telegram` are that Telegram's users. */
export const prepareLibrary = async (given: unknown, server: TelegramServer): Promise<PreparedLibrary> => {
  const read = readWorld(given);
  if (!read.ok) throw new Error(read.error);
  const url = await freshSqliteUrl();
  await withDatabase(url, async (database) => {
    await loadWorld(database, read.world);
    // a world's private chats have names of their own; on Telegram they are the user's number
    await database.sql.run(`UPDATE "Account" SET "chatId" = "accountId" WHERE "platform" = 'telegram'`);
  });
  const folder = dirname(sqlitePath(url));
  return {
    folder,
    env: { DATABASE_URL: url, TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot, LOG_LEVEL: 'warn' },
    look: <Row>(sql: string) => withDatabase(url, (database) => database.sql.all<Row>(sql)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

const withDatabase = async <Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> => {
  const database = await openDatabase({ url });
  return work(database).finally(() => database.close());
};
