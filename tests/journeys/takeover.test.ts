import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { fillDemoLibrary } from '#prisma/demo-library.ts';
import { dayOf, momentText, Temporal } from '#shared/day.ts';
import { describeOnPostgresql, freshPostgresqlUrl, temporaryFolder } from '#tests/support/databases.ts';
import { endPrograms, startProgram, type Program } from '#tests/support/program.ts';
import { type Person, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

let server: TelegramServer;
let library: Library;

interface Library {
  readonly start: () => Program;
  /** how many processes are written down as living */
  readonly living: () => Promise<number>;
}

/** The demo library on PostgreSQL, whose demo reader is the first person of our Telegram. */
const prepare = async (): Promise<Library> => {
  const url = await freshPostgresqlUrl();
  const database = await openDatabase({ url });
  const now = Temporal.Now.instant();
  await fillDemoLibrary(database, { today: dayOf(now), now });
  const reader = await database.models.patron.findUniqueOrThrow({ where: { card: 'DEMO-0001' } });
  const at = momentText(now);
  await database.models.account.create({
    data: { id: 'telegram:1001', platform: 'telegram', accountId: '1001', chatId: '1001', createdAt: at },
  });
  await database.models.link.create({ data: { id: 'l1', accountId: 'telegram:1001', patronId: reader.id, linkedAt: at } });
  const folder = await temporaryFolder();
  const env = { DATABASE_URL: url, TELEGRAM_BOT_TOKEN: server.token, TELEGRAM_API_ROOT: server.apiRoot, LOG_LEVEL: 'warn' };
  close = () => database.close();
  return {
    start: () => startProgram({ folder, env }),
    living: async () => (await database.sql.all(`SELECT "name" FROM "Lease" WHERE "name" LIKE 'process:%'`)).length,
  };
};

let close = async (): Promise<void> => undefined;

beforeEach(async () => {
  server = await startTelegramServer();
  library = await prepare();
});
afterEach(async () => {
  await endPrograms();
  await server.stop();
  await close();
});

const heard = (person: Person, text: string): number => person.sees.filter((message) => message.text.includes(text)).length;
describeOnPostgresql('two processes on one database', () => {
  it('one listens, the other takes over when it is killed, and nobody is answered twice', { timeout: 120_000 }, async () => {
    const siti = server.person(1001);
    const programs = [library.start(), library.start()];
    await expect.poll(library.living, { timeout: 60_000 }).toBe(2);
    siti.says('pinjaman saya');
    await server.until(() => heard(siti, 'jatuh tempo') === 1, 60_000);
    for (const victim of programs) {
      await victim.kill();
      const replacement = library.start();
      const before = siti.sees.length;
      siti.says('pesanan saya');
      await server.until(() => siti.sees.length > before, 60_000);
      expect(replacement.output()).not.toMatch(/"level":(?:50|60)/);
    }
    await expect.poll(library.living, { timeout: 60_000 }).toBe(2);
    expect(siti.sees).toHaveLength(1 + programs.length);
  });
});
