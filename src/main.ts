import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createHttpRoutes } from '#adapters/http/routes.ts';
import type { HttpServerOptions } from '#adapters/http/http-server.ts';
import type { HttpRoutes } from '#adapters/http/routes.ts';
import { channels as channelList } from '#adapters/index.ts';
import { systemClock } from '#adapters/clock/system-clock.ts';
import { createPinoLog } from '#adapters/log/pino-log.ts';
import { backupSqlite } from '#database/backup.ts';
import { openDatabase, sqlitePath } from '#database/database.ts';
import type { Database } from '#database/database.ts';
import { lockForWriting } from '#database/writing-lock.ts';
import { services } from '#services/index.ts';
import { createApp } from '#src/app.ts';
import type { App } from '#src/app.ts';
import { databaseIsChosen, readSettings } from '#src/config.ts';
import type { Settings } from '#src/config.ts';
import { Misconfigured } from '#shared/faults.ts';
import type { ChatChannel } from '#ports/chat-channel.ts';
import type { Log } from '#ports/log.ts';
import { localTimeOf } from '#shared/day.ts';
import { inviteStaff, staffRoles } from '#staff/invitations.ts';

// The composition root and the command line: npm start, and npm run doctor, invite, backup.

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const isInteractive = (): boolean => process.stdin.isTTY === true && process.stdout.isTTY === true;

const isSqlite = ({ DATABASE_URL }: Settings): boolean => DATABASE_URL.startsWith('file:');

/** The folder of the database, logs, pictures and backups. */
const dataFolder = (settings: Settings): string => (isSqlite(settings) ? dirname(sqlitePath(settings.DATABASE_URL)) : 'data');

const openLog = (settings: Settings, besideChat: boolean): Log => {
  const file = settings.LOG_FILE ?? (besideChat ? join(dataFolder(settings), 'log.jsonl') : undefined);
  return createPinoLog({ level: settings.LOG_LEVEL, ...(file ? { file } : {}) });
};

const prepareFolder = async (settings: Settings): Promise<void> => {
  await mkdir(dataFolder(settings), { recursive: true, mode: 0o700 });
};

interface Running {
  readonly app: App;
  readonly stop: () => Promise<void>;
}

const run = async (settings: Settings): Promise<void> => {
  const interactive = isInteractive();
  await prepareFolder(settings);
  const unlock = isSqlite(settings) ? await lockForWriting(sqlitePath(settings.DATABASE_URL)) : async () => undefined;
  const log = openLog(settings, interactive);
  const http = createHttpRoutes();
  const [database, platforms] = await Promise.all([openDatabase({ url: settings.DATABASE_URL }), openPlatforms(settings, log, http)]);
  // what only the demo library needs is not read anywhere else
  const demo = !databaseIsChosen() && (await (await import('#src/demo.ts')).openDemo(database, systemClock.now()));
  let leave: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const terminal = interactive ? [await openTerminal(settings, log, leave)] : [];
  const channels = [...platforms, ...terminal];
  if (channels.length === 0)
    throw new Misconfigured(
      'TELEGRAM_BOT_TOKEN',
      'tidak ada saluran untuk dilayani: isi TELEGRAM_BOT_TOKEN di berkas .env (lihat docs/id/telegram.md), atau jalankan "npm start" di terminal.',
    );
  if (interactive) print(welcome(demo, platforms));
  const { stop } = await serve({ settings, database, channels, log, http });
  process.once('SIGTERM', leave);
  process.once('SIGINT', leave);
  await left;
  await stop();
  await database.close();
  await unlock();
  process.exit(0);
};

const openPlatforms = (settings: Settings, log: Log, http: HttpRoutes): Promise<readonly ChatChannel[]> =>
  Promise.all(
    channelList
      .filter((entry) => entry.isConfigured(settings))
      .map((entry) => entry.open({ settings, clock: systemClock, log, http, commands: botCommands() })),
  );

const openTerminal = async (settings: Settings, log: Log, onEnd: () => void): Promise<ChatChannel> => {
  const { createTerminalChannel } = await import('#adapters/chat/terminal/index.ts');
  return createTerminalChannel({
    input: process.stdin,
    output: process.stdout,
    filesFolder: join(dataFolder(settings), 'pictures'),
    clock: systemClock,
    log,
    onEnd,
  });
};

interface Serving {
  readonly settings: Settings;
  readonly database: Database;
  readonly channels: readonly ChatChannel[];
  readonly log: Log;
  readonly http: HttpRoutes;
}

const serve = async ({ settings, database, channels, log, http }: Serving): Promise<Running> => {
  const app = await createApp({ database, clock: systemClock, log, channels }, { limits: true, paced: true, joinBursts: true });
  await app.start();
  const server =
    settings.PORT === undefined
      ? null
      : await openServer({ host: settings.HOST, port: settings.PORT, routes: http, log, health: () => healthOf(app) });
  const { startTicking } = await import('#adapters/scheduler/node-cron/ticking.ts');
  const ticking = startTicking({ tick: async (now) => (app.keepsTime() ? app.tick(now) : undefined), clock: systemClock, log });
  return {
    app,
    stop: async () => {
      await ticking.stop();
      await server?.stop();
      await app.stop();
    },
  };
};

const openServer = async (options: HttpServerOptions) => {
  const { createHttpServer } = await import('#adapters/http/http-server.ts');
  const server = createHttpServer(options);
  await server.start();
  return server;
};

const healthOf = (app: App) => {
  const channels = Object.fromEntries(app.health());
  return { ok: Object.values(channels).every(({ ok }) => ok), channels };
};

const botCommands = () => {
  const listed = services.flatMap(({ commands = [] }) => commands).filter((command) => command.listed);
  const inLanguage = (language: 'id' | 'en') =>
    listed.map((command) => ({ command: command.names[language], description: command.describes[language] }));
  return { id: inLanguage('id'), en: inLanguage('en') };
};

const welcome = (demo: boolean, platforms: readonly ChatChannel[]): string =>
  [
    `Sapa Pustaka: asisten chat perpustakaan.${platforms.length > 0 ? ` Juga melayani ${platforms.map(({ platform }) => platform).join(', ')}.` : ''}`,
    demo
      ? 'Ini perpustakaan contoh, dan Kakak seorang pembaca contoh dengan pinjaman dan pesanan. Ctrl-C untuk keluar.'
      : 'Kakak menulis sebagai tamu. Ctrl-C untuk keluar.',
    '',
    'Coba tulis:',
    '  ada buku laskar plangi ga?',
    '  pinjaman saya',
    '  besok buka jam berapa?',
    '',
  ].join('\n');

const doctor = async (settings: Settings): Promise<void> => {
  const { examine, report } = await import('#src/doctor.ts');
  const findings = await examine({
    settings,
    nodeVersion: process.version,
    countTitles: async () => {
      if (isSqlite(settings) && !existsSync(sqlitePath(settings.DATABASE_URL))) return 0;
      const database = await openDatabase({ url: settings.DATABASE_URL });
      return database.models.title.count().finally(() => database.close());
    },
    reach: async (url) => {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      return { status: response.status, body: await response.json().catch(() => ({})) };
    },
  });
  print(report(findings));
  process.exitCode = findings.every(({ ok }) => ok) ? 0 : 1;
};

const invite = async (settings: Settings, args: readonly string[]): Promise<void> => {
  const role = staffRoles.find((name) => name === args[args.indexOf('--role') + 1]);
  if (!role) throw new Misconfigured('--role', `sebutkan perannya: npm run invite -- --role ${staffRoles.join('|')}`);
  await prepareFolder(settings);
  const database = await openDatabase({ url: settings.DATABASE_URL });
  const { code } = await inviteStaff(database, role, systemClock.now()).finally(() => database.close());
  print(`Kode undangan untuk satu orang (${role}), berlaku 7 hari: ${code}\nOrangnya menulis kepada bot: /petugas ${code}`);
};

const backup = async (settings: Settings): Promise<void> => {
  if (!isSqlite(settings))
    throw new Misconfigured('DATABASE_URL', 'npm run backup is for SQLite; use pg_dump for PostgreSQL (docs/operating.md).');
  const name = `library-${localTimeOf(systemClock.now()).toString({ smallestUnit: 'second' }).replaceAll(/[:T]/g, '-')}`;
  const path = await backupSqlite(sqlitePath(settings.DATABASE_URL), join(dataFolder(settings), 'backups'), name);
  print(`Cadangan tersimpan dan sudah diperiksa: ${path}`);
};

const commands: Readonly<Record<string, (settings: Settings, args: readonly string[]) => Promise<void>>> = {
  start: run,
  doctor,
  invite,
  backup,
};

const main = async ([name = 'start', ...args]: readonly string[]): Promise<void> => {
  const command = commands[name];
  if (!command) throw new Misconfigured('perintah', `"${name}" tidak dikenal; yang ada: ${Object.keys(commands).join(', ')}`);
  if (existsSync('.env')) process.loadEnvFile('.env');
  await command(readSettings(), args);
};

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Misconfigured ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
});
