import { readdir, readFile, writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { createTerminalChannel, type TerminalOptions } from '#adapters/chat/terminal/index.ts';
import { painted, printable, wrapped } from '#adapters/chat/terminal/screen.ts';
import type { Inbound, Outbound, Platform } from '#ports/chat-channel.ts';
import type { Block } from '#ports/message.ts';
import { setUpTerminalStage, type TerminalStage } from '#tests/contracts/terminal-harness.ts';
import { deferred } from '#tests/support/deferred.ts';
import { clockAt } from '#tests/support/fixed-clock.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';

const stages: TerminalStage[] = [];
const stageWith = async (rest: Partial<TerminalOptions> = {}) => {
  const stage = await setUpTerminalStage(rest);
  stages.push(stage);
  return stage;
};
afterEach(async () => {
  for (const stage of stages.splice(0)) {
    await stage.channel.stop();
    await stage.close();
  }
});

// as: the platform's name as the channel itself gives it
const to = { platform: 'terminal' as Platform, chatId: 'guest', kind: 'direct' } as const;
const outbound = (blocks: readonly Block[], rest: Partial<Outbound> = {}): Outbound => ({
  to,
  blocks,
  urgency: 'reply',
  dedupeKey: 'k',
  lang: 'id',
  ...rest,
});
const picture = (name: string): Block => ({
  b: 'image',
  picture: { source: { bytes: Buffer.from('PNG'), mime: 'image/png', name }, alt: 'peta' },
});

describe('lines of a terminal', () => {
  it('break between words, and keep the indent of a list', () => {
    expect(wrapped('1. Laskar Pelangi (Andrea Hirata): tersedia', 24)).toBe('1. Laskar Pelangi\n   (Andrea Hirata):\n   tersedia');
    expect(wrapped('Halo Kak', 24)).toBe('Halo Kak');
  });

  it('are left alone where the width is not known', () => {
    expect(wrapped('ada yang bisa saya bantu?', 0)).toBe('ada yang bisa saya bantu?');
  });
});

describe('the terminal', () => {
  it('takes a line that names a file for that file', async () => {
    const { channel, folder, input } = await stageWith();
    const path = `${folder}/ekspor biblio.csv`;
    await writeFile(path, 'judul\nPulang\n');
    const heard: Inbound[] = [];
    await channel.start(async (event) => void heard.push(event));
    input.write(`'${path}'\n/pinjaman\nada buku ./pulang?\n`);
    await expect.poll(() => heard).toHaveLength(3);
    expect(heard.map(({ type }) => type)).toEqual(['media', 'command', 'text']);
    expect(heard[0]).toMatchObject({ kind: 'document', name: 'ekspor biblio.csv', size: 13 });
    expect(Buffer.from((await channel.fetchFile(path, 100)) ?? []).toString()).toBe('judul\nPulang\n');
    expect(await channel.fetchFile(path, 5)).toBeNull();
    expect(await channel.fetchFile(`${path}.gone`, 100)).toBeNull();
  });

  it('shows a message as its plain text, and nothing more', async () => {
    const { channel, written } = await stageWith();
    await channel.start(async () => undefined);
    await channel.send(outbound([{ b: 'text', text: ['Yang mana?'] }], { choices: { options: [{ id: 't', label: 'Ya' }] } }));
    expect(written).toEqual(['Yang mana?\n1. Ya\n\n']);
  });

  it('puts a picture where it can be opened, only for its owner', async () => {
    const { channel, written, folder } = await stageWith();
    await channel.send(outbound([picture('peta.png')]));
    const [file = ''] = await readdir(folder);
    expect(written[0]).toBe(`Gambar: peta\n  ${folder}/${file}\n\n`);
    expect(await readFile(`${folder}/${file}`, 'utf8')).toBe('PNG');
  });

  it.each(['../../etc/passwd', '/etc/x.png', '..', '.png', 'a\u0000b.png', 'x.p/../n', 'a b\nc.png'])(
    'keeps a file named %j inside its folder',
    async (name) => {
      const { channel, folder } = await stageWith();
      await channel.send(outbound([picture(name)]));
      const files = await readdir(folder);
      expect(files.length).toBe(1);
      expect(files[0]).toMatch(/^[A-Za-z0-9-]+(\.[A-Za-z0-9]+)?$/);
    },
  );

  it('lets no title steer the screen', async () => {
    const { channel, written } = await stageWith();
    await channel.send(outbound([{ b: 'text', text: ['a\u001B[2Jb\u0007c\u009Bd\u202Ee'] }]));
    expect(written).toEqual(['a[2Jbcde\n\n']);
  });

  it('leaves the words as they are when it paints', () => {
    const rendered = { text: 'ab cd ef', ranges: [{ kind: 'strong', start: 3, end: 5 }] } as const;
    expect(painted(rendered, true)).toBe('ab \u001B[1mcd\u001B[22m ef');
    expect(painted(rendered, false)).toBe('ab cd ef');
    expect(printable(painted(rendered, true).replaceAll('\u001B[1m', '').replaceAll('\u001B[22m', ''))).toBe('ab cd ef');
  });

  it('leaves blank lines unheard', async () => {
    const { channel, input } = await stageWith();
    const events: Inbound[] = [];
    await channel.start(async (event) => void events.push(event));
    input.write('\n   \nhalo\n');
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({ type: 'text', text: 'halo', sender: { accountId: 'guest' } });
  });

  it('numbers the lines of two runs differently', async () => {
    const ids: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      const { channel, input } = await stageWith();
      await channel.start(async (event) => void ids.push(event.eventId));
      input.write('halo\n');
      await expect.poll(() => ids.length).toBe(run + 1);
    }
    expect(new Set(ids).size).toBe(2);
  });

  it('tells of the end only when everything typed is stored', async () => {
    const stored = deferred<undefined>();
    let ends = 0;
    const { channel, input } = await stageWith({
      onEnd: () => {
        ends += 1;
      },
    });
    let isHeard = false;
    await channel.start(async () => {
      isHeard = true;
      await stored.promise;
    });
    input.end('halo');
    await expect.poll(() => isHeard).toBe(true);
    expect(ends).toBe(0);
    stored.resolve(undefined);
    await expect.poll(() => ends).toBe(1);
    expect(channel.health()).toEqual({ ok: false, detail: 'the input ended' });
  });

  it('still shows the last answer after the input ended', async () => {
    const { channel, input, written } = await stageWith();
    await channel.start(async () => undefined);
    input.end();
    await expect.poll(() => channel.health().ok).toBe(false);
    expect(await channel.send(outbound([{ b: 'text', text: ['Sampai jumpa.'] }]))).toMatchObject({ ok: true });
    expect(written).toEqual(['Sampai jumpa.\n\n']);
  });

  it('does not take its own stop for the person leaving', async () => {
    let ends = 0;
    const { channel } = await stageWith({
      onEnd: () => {
        ends += 1;
      },
    });
    await channel.start(async () => undefined);
    await channel.stop();
    expect(ends).toBe(0);
  });

  it('goes on when a line could not be stored', async () => {
    const log = createRecordingLog();
    const { channel, input } = await stageWith({ log });
    const heard: string[] = [];
    await channel.start(async (event) => {
      if (event.type === 'text') heard.push(event.text);
      if (heard.length === 1) throw new Error('database is locked');
    });
    input.write('satu\ndua\n');
    await expect.poll(() => heard).toEqual(['satu', 'dua']);
    expect(log.entries.map((entry) => entry.event)).toEqual(['terminal.not-stored']);
  });

  it('knows no other chat', async () => {
    const { channel, written } = await stageWith();
    expect(await channel.send(outbound([{ b: 'text', text: ['x'] }], { to: { ...to, chatId: '7' } }))).toMatchObject({
      ok: false,
      kind: 'gone',
    });
    expect(written).toEqual([]);
  });

  it('makes a link that can be typed', async () => {
    const { channel, input } = await stageWith();
    const events: Inbound[] = [];
    await channel.start(async (event) => void events.push(event));
    input.write(`${channel.deepLink('h_AbC-9')}\n`);
    await expect.poll(() => events.length).toBe(1);
    expect(events[0]).toMatchObject({ type: 'command', name: 'start', args: 'h_AbC-9' });
  });
});

describe('a real terminal', () => {
  it('gives back the line being typed under a message, and ends on Ctrl-C', async () => {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    let shown = '';
    output.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
    });
    const ended = deferred<undefined>();
    const channel = createTerminalChannel({
      input,
      output,
      filesFolder: '/nonexistent',
      clock: clockAt('2026-03-02T03:00:00Z'),
      log: createRecordingLog(),
      onEnd: () => ended.resolve(undefined),
    });
    await channel.start(async () => undefined);
    input.write('setengah');
    await expect.poll(() => shown).toContain('setengah');
    await channel.send(outbound([{ b: 'heading', text: 'Kabar' }]));
    const [, after = ''] = shown.split('Kabar');
    expect(after).toContain('> setengah');
    input.write('\u0003');
    await ended.promise;
    await channel.stop();
    expect(channel.health().ok).toBe(false);
  });
});
