import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('npm run rehearse', () => {
  let temporary = '';
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), 'rehearse-test-'));
  });
  afterEach(() => rmSync(temporary, { recursive: true, force: true }));

  /** The program in a strange time zone and language, with settings that it must not heed. */
  const start = () =>
    spawn(process.execPath, ['--import', 'tsx', 'adapters/chat/rehearsal/main.ts'], {
      cwd: root,
      env: {
        ...process.env,
        TMPDIR: temporary,
        TZ: 'Pacific/Honolulu',
        LANG: 'de_DE.UTF-8',
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
        TELEGRAM_TOKEN: 'x',
      },
    });

  const leftBehind = (): readonly string[] =>
    existsSync(temporary) ? readdirSync(temporary).filter((name) => name.startsWith('sapa-pustaka')) : [];

  const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
    let text = '';
    for await (const chunk of stream) text += String(chunk);
    return text;
  };

  it('answers the example of its page, ends with 0 and leaves nothing behind', async () => {
    const program = start();
    const output = textOf(program.stdout);
    const world = {
      clock: '2026-03-03T09:00:00+07:00',
      patrons: [{ id: 'N1', name: 'Wulan', card: 'K-71', linked: ['private:N1'] }],
      items: [{ id: 'T7', title: 'Entrok', author: 'Okky Madasari' }],
    };
    const say = (id: string, text: string) => ({ op: 'send', message: { id, chat: 'private:N1', from: 'N1', text } });
    const requests = [
      { op: 'load', world },
      say('a1', 'tolong simpankan Entrok'),
      say('a2', 'iya benar'),
      { op: 'snapshot' },
      { op: 'sing', n: 5 },
    ];
    program.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
    const [code] = await once(program, 'exit');
    const answers = (await output)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { ok: true },
      { ok: true, intent: 'hold.place', out: [{ chat: 'private:N1', text: expect.stringContaining('Entrok'), choices: [{}, {}] }] },
      { ok: true, out: [{ chat: 'private:N1', text: expect.stringContaining('Entrok') }] },
      { ok: true, collections: { loans: [], holds: [{ patron: 'N1', item: 'T7', status: 'allocated', pickup: 'main', copy: 'T7-1' }] } },
      { ok: false, n: 5, error: 'Operasi "sing" tidak dikenal.' },
    ]);
    expect(leftBehind()).toEqual([]);
  }, 60_000);

  it('leaves nothing behind when it is told to end in the middle', async () => {
    const program = start();
    program.stdin.write('{"op":"snapshot"}\n');
    await once(program.stdout, 'data');
    expect(leftBehind()).toHaveLength(1);
    program.kill('SIGTERM');
    await once(program, 'exit');
    expect(leftBehind()).toEqual([]);
  }, 60_000);
});
