import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endPrograms, prepareLibrary, startProgram, type PreparedLibrary, type Program } from '#tests/support/program.ts';
import { type Person, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';
import { city, shelf } from './city.ts';

const PATIENCE = 60_000;

let server: TelegramServer;
let library: PreparedLibrary;

beforeEach(async () => {
  server = await startTelegramServer();
  library = await prepareLibrary(city, server);
});
afterEach(async () => {
  await endPrograms();
  await server.stop();
  await library.remove();
});

const start = (): Program => startProgram({ folder: library.folder, env: library.env });

const heard = (person: Person, text: string): number => person.sees.filter((message) => message.text.includes(text)).length;

const until = (check: () => boolean): Promise<void> => server.until(check, PATIENCE);

describe('the program killed with -9', { timeout: 300_000 }, () => {
  it('goes on with a form that was half filled in', async () => {
    const dewi = server.person(1003, { first_name: 'Dewi' });
    const first = start();
    dewi.says('pesan laskar pelangi');
    await until(() => heard(dewi, 'nomor kartu anggotanya') === 1);
    dewi.says('A-0003');
    await until(() => heard(dewi, 'kode sekali pakai') === 1);
    await first.kill();
    start();
    dewi.says('BUKA1234');
    await until(() => heard(dewi, 'Kartu sudah terhubung') === 1);
    expect(heard(dewi, 'Laskar Pelangi tersedia. Saya pesankan')).toBe(1);
    dewi.says('ya');
    await until(() => heard(dewi, 'sudah dipesan') === 1);
    expect(await library.look(`SELECT "patronId", "titleId" FROM "Hold"`)).toEqual([{ patronId: 'P3', titleId: 'T1' }]);
  });

  it('answers after the start what was asked while nobody was there', async () => {
    const siti = server.person(1001);
    siti.says('pinjaman saya');
    siti.says('pesanan saya');
    start();
    await until(() => heard(siti, 'tidak meminjam') === 1 && heard(siti, 'belum punya pesanan') === 1);
    expect(siti.sees).toHaveLength(2);
  });

  /** How long after a message the program is killed: from before it is heard to long after it is answered. */
  const moments = [0, 4, 8, 12, 18, 25, 35, 50, 70, 100, 140, 200] as const;

  it('loses nothing and does nothing twice, whenever it is killed', async () => {
    const siti = server.person(1001);
    let program = start();
    let kills = 0;
    const killSoon = async (moment: number): Promise<void> => {
      await sleep(moment);
      await program.kill();
      kills += 1;
      program = start();
    };
    siti.says('halo');
    await until(() => siti.sees.length === 1);
    for (const [at, title] of shelf.entries()) {
      const moment = moments[at] ?? 0;
      siti.says(`pesan ${title}`);
      if (at % 2 === 0) await killSoon(moment);
      await until(() => heard(siti, `${title} tersedia. Saya pesankan`) > 0);
      siti.says('ya');
      if (at % 2 === 1) await killSoon(moment);
      await until(() => heard(siti, `${title} sudah dipesan`) > 0);
    }
    siti.says('pesanan saya');
    await until(() => heard(siti, `${shelf.length} pesanan Kakak`) > 0);
    expect(await program.terminate()).toBe(0);

    const holds = await library.look<{ titleId: string; status: string }>(
      `SELECT "titleId", "status" FROM "Hold" ORDER BY "placedAt", "id"`,
    );
    expect(holds).toEqual(shelf.map((_title, at) => ({ titleId: `T${at + 1}`, status: 'allocated' })));
    expect(await library.look(`SELECT "id" FROM "InboxMessage" WHERE "status" <> 'done'`)).toEqual([]);
    expect(await library.look(`SELECT "id" FROM "OutboxMessage" WHERE "status" <> 'SENT'`)).toEqual([]);
    // one answer each; a kill between Telegram's yes and our note of it may repeat one
    const asked = 2 + 2 * shelf.length;
    const [outbox] = await library.look<{ count: number }>(`SELECT COUNT(*) AS "count" FROM "OutboxMessage"`);
    expect(Number(outbox?.count)).toBe(asked);
    expect(siti.sees.length).toBeGreaterThanOrEqual(asked);
    expect(siti.sees.length).toBeLessThanOrEqual(asked + kills);
    expect(kills).toBe(shelf.length);
  });

  it('counts a wrong code once, also when it is killed in the middle', async () => {
    const dewi = server.person(1003);
    let program = start();
    dewi.says('hubungkan kartu');
    await until(() => heard(dewi, 'nomor kartu anggotanya') > 0);
    dewi.says('A-0003');
    await until(() => heard(dewi, 'kode sekali pakai') > 0);
    for (const [at, moment] of [10, 25, 50].entries()) {
      const before = heard(dewi, 'tidak cocok');
      dewi.says(`SALAH${at}`);
      await sleep(moment);
      await program.kill();
      program = start();
      await until(() => heard(dewi, 'tidak cocok') > before);
    }
    dewi.says('BUKA1234');
    await until(() => heard(dewi, 'Kartu sudah terhubung') === 1);
    expect(heard(dewi, 'dikunci')).toBe(0);
  });
});
