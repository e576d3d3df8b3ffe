import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '#tests/support/databases.ts';
import { freePort } from '#tests/support/free-port.ts';
import { endPrograms, prepareLibrary, startProgram, type PreparedLibrary, type Program } from '#tests/support/program.ts';
import { type Person, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';
import { city } from './city.ts';

/** A start takes seconds on a busy machine. */
const PATIENCE = 60_000;

let server: TelegramServer;
let siti: Person;
let library: PreparedLibrary;

beforeEach(async () => {
  server = await startTelegramServer();
  siti = server.person(1001, { first_name: 'Siti' });
  library = await prepareLibrary(city, server);
});
afterEach(async () => {
  await endPrograms();
  await server.stop();
  await library.remove();
});

const start = (env: NodeJS.ProcessEnv = {}): Program => startProgram({ folder: library.folder, env: { ...library.env, ...env } });

const heard = (text: string): number => siti.sees.filter((message) => message.text.includes(text)).length;

const until = (check: () => boolean): Promise<void> => server.until(check, PATIENCE);

describe('the program at work on Telegram', { timeout: 120_000 }, () => {
  it('finds, reserves and lists a book', async () => {
    start();
    siti.says('ada buku lskar plangi ga?');
    await until(() => heard('2 dari 2 eksemplar tersedia') === 1);
    siti.taps('Pesan buku ini');
    await until(() => heard('Saya pesankan') === 1);
    siti.taps('Ya');
    await until(() => heard('sudah dipesan') === 1);
    siti.says('pesanan saya');
    await until(() => heard('1 pesanan Kakak') === 1);
    expect(await library.look(`SELECT "patronId", "titleId", "status" FROM "Hold"`)).toEqual([
      { patronId: 'P1', titleId: 'T1', status: 'allocated' },
    ]);
  });

  it('answers an update that is delivered twice once', async () => {
    start();
    const update = siti.says('pesan laskar pelangi');
    await until(() => heard('Saya pesankan') === 1);
    const yes = siti.says('ya');
    await until(() => heard('sudah dipesan') === 1);
    if (update !== null) server.queue.repeat(update);
    if (yes !== null) server.queue.repeat(yes);
    siti.says('pesanan saya');
    await until(() => heard('1 pesanan Kakak') === 1);
    expect(siti.sees).toHaveLength(3);
    expect(await library.look(`SELECT "id" FROM "Hold"`)).toHaveLength(1);
  });

  it('says again what may not have arrived, once, and does the thing once', async () => {
    start();
    siti.says('pesan laskar pelangi');
    await until(() => heard('Saya pesankan') === 1);
    server.faults.plan('sendMessage', 'drop-after');
    siti.says('ya');
    await until(() => heard('sudah dipesan') === 2);
    siti.says('pesanan saya');
    await until(() => heard('1 pesanan Kakak') === 1);
    expect(heard('sudah dipesan')).toBe(2);
    expect(await library.look(`SELECT "id" FROM "Hold"`)).toHaveLength(1);
  });

  it('sends what was provably not sent, and only once', async () => {
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    server.faults.plan('sendMessage', { status: 502, description: 'Bad Gateway' }, 2);
    siti.says('pinjaman saya');
    await until(() => heard('tidak meminjam') === 1);
    siti.says('pesanan saya');
    await until(() => heard('belum punya pesanan') === 1);
    expect(heard('tidak meminjam')).toBe(1);
  });

  it('is silent towards everybody for as long as Telegram asks', async () => {
    const budi = server.person(1002);
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    server.faults.plan('sendMessage', { status: 429, description: 'Too Many Requests: retry after 2', parameters: { retry_after: 2 } });
    siti.says('pinjaman saya');
    await until(() => server.callsOf('sendMessage').some(({ status }) => status === 429));
    const asked = performance.now();
    budi.says('pinjaman saya');
    await until(() => server.callsOf('sendMessage').length > 2);
    expect(performance.now() - asked).toBeGreaterThan(1900);
    await until(() => heard('tidak meminjam') === 1 && budi.sees.length === 1);
    expect(server.callsOf('sendMessage').filter(({ status }) => status === 429)).toHaveLength(1);
  });

  it('remembers who blocked it, and who came back', async () => {
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    const state = () => library.look<{ state: string }>(`SELECT "state" FROM "Account" WHERE "id" = 'telegram:1001'`);
    siti.blocks();
    await until(() => server.queue.unacknowledged.length === 0);
    await expect.poll(state, { timeout: PATIENCE }).toEqual([{ state: 'blocked' }]);
    siti.unblocks();
    await expect.poll(state, { timeout: PATIENCE }).toEqual([{ state: 'active' }]);
  });

  it('gives up on a person who blocked it in the middle of an answer', async () => {
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    const chat = server.world.chats.get(1001);
    if (chat) chat.closed = true;
    siti.says('pinjaman saya');
    await expect
      .poll(() => library.look(`SELECT "status", "detail" FROM "OutboxMessage" WHERE "status" <> 'SENT'`), { timeout: PATIENCE })
      .toEqual([{ status: 'SKIPPED', detail: expect.stringContaining('blocked') }]);
    expect(await library.look(`SELECT "state" FROM "Account" WHERE "id" = 'telegram:1001'`)).toEqual([{ state: 'blocked' }]);
  });

  it('goes with a group that becomes a supergroup', async () => {
    const group = server.group(-500, { title: 'RT 05' });
    start();
    siti.says(`@${server.username} besok buka jam berapa?`, group);
    await until(() => server.world.sentTo(-500).length === 1);
    server.migrates(group, -1_000_000_000_500, siti);
    await expect
      .poll(() => library.look(`SELECT "id", "chatId" FROM "Group"`), { timeout: PATIENCE })
      .toEqual([{ id: 'telegram:-1000000000500', chatId: '-1000000000500' }]);
  });

  it('sends its answer to the new group when the old one is gone before it is written', async () => {
    const group = server.group(-500, { title: 'RT 05' });
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    server.group(-1_000_000_000_500, { title: 'RT 05' });
    group.migratedTo = -1_000_000_000_500;
    siti.says(`@${server.username} besok buka jam berapa?`, group);
    await until(() => server.world.sentTo(-1_000_000_000_500).length === 1);
    expect(server.callsOf('sendMessage').filter(({ status }) => status === 400)).toHaveLength(1);
  });
});

describe('the program as an operator sees it', { timeout: 120_000 }, () => {
  it('is healthy once it is connected', async () => {
    const port = await freePort();
    start({ PORT: String(port) });
    const health = async () => {
      const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
      return response && { status: response.status, body: await response.json() };
    };
    await expect.poll(health, { timeout: PATIENCE }).toEqual({ status: 200, body: { ok: true, channels: { telegram: { ok: true } } } });
  });

  it('ends with code 0 on SIGTERM, and finishes what is under way', async () => {
    const program = start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    siti.says('pinjaman saya');
    await until(() => server.queue.unacknowledged.length === 0);
    expect(await program.terminate()).toBe(0);
    expect(heard('tidak meminjam')).toBe(1);
    expect(await library.look(`SELECT "id" FROM "InboxMessage" WHERE "status" <> 'done'`)).toEqual([]);
  });

  it('refuses to run beside another one on the same data', async () => {
    start();
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    const second = start();
    expect(await second.ended()).toBe(1);
    expect(second.output()).toContain('bot sudah berjalan');
    expect(second.output()).not.toMatch(/^\s+at /m);
    siti.says('pinjaman saya');
    await until(() => heard('tidak meminjam') === 1);
  });

  it('says what is missing when there is neither a token nor a terminal', async () => {
    const program = startProgram({ folder: await temporaryFolder() });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toContain('TELEGRAM_BOT_TOKEN');
    expect(program.output()).not.toMatch(/^\s+at /m);
  });

  it('names every wrong setting at once', async () => {
    const program = startProgram({ folder: await temporaryFolder(), env: { TELEGRAM_BOT_TOKEN: 'rahasia', PORT: 'delapan' } });
    expect(await program.ended()).toBe(1);
    expect(program.output()).toMatch(/TELEGRAM_BOT_TOKEN[\s\S]*PORT|PORT[\s\S]*TELEGRAM_BOT_TOKEN/);
    expect(program.output()).not.toContain('rahasia');
  });

  it('talks in a terminal with the demo library, and leaves at the end of the input', async () => {
    const folder = await temporaryFolder();
    const program = startProgram({ folder, terminal: true });
    await expect.poll(() => program.output(), { timeout: PATIENCE }).toContain('Coba tulis');
    await sleep(200);
    program.types('pinjaman saya\r');
    await expect.poll(() => program.output(), { timeout: PATIENCE }).toMatch(/Kakak meminjam \d+ buku/);
    program.types('\u0003');
    expect(await program.ended()).toBe(0);
  });
});
