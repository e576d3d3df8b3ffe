import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramChannel } from '#adapters/chat/telegram/index.ts';
import type { ChatChannel, Outbound, Platform } from '#ports/chat-channel.ts';
import type { Block } from '#ports/message.ts';
import { telegramOptions } from '#tests/contracts/telegram-harness.ts';
import type { FaultKind } from '#tests/support/telegram-server/faults.ts';
import { type Person, type SentMessage, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

// as: the platform's name as the channel itself gives it
const platform = 'telegram' as Platform;
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const pictureOf = (bytes: Buffer, mime = 'image/png', alt = 'sampul') => ({ source: { bytes, mime, name: 'a.png' }, alt });
const text = (words: string): readonly Block[] => [{ b: 'text', text: [words] }];

let server: TelegramServer;
let siti: Person;
let channel: ChatChannel;
let key = 0;

beforeEach(async () => {
  server = await startTelegramServer();
  siti = server.person(1001);
  channel = createTelegramChannel(
    telegramOptions(server, { timing: { pollSeconds: 5, sendSeconds: 0.3, retryFromMs: 10, retryToMs: 50, stopMs: 100 } }),
  );
});
afterEach(async () => {
  await channel.stop();
  await server.stop();
});

const outbound = (blocks: readonly Block[], rest: Partial<Outbound> = {}): Outbound => {
  key += 1;
  return { to: { platform, chatId: '1001', kind: 'direct' }, blocks, urgency: 'reply', dedupeKey: `k${key}`, lang: 'id', ...rest };
};
const send = (blocks: readonly Block[], rest: Partial<Outbound> = {}) => channel.send(outbound(blocks, rest));
const only = (): SentMessage => {
  const [message, ...more] = siti.sees;
  if (message === undefined || more.length > 0) throw new Error(`${siti.sees.length} messages instead of one`);
  return message;
};

describe('words', () => {
  it('carry entities and no parse mode', async () => {
    await send([
      {
        b: 'text',
        text: [
          '😀 ',
          { t: 'strong', of: ['a*b'] },
          { t: 'em', of: ['c'] },
          { t: 'code', of: ['d'] },
          { t: 'quote', of: ['e'] },
          ' ',
          { t: 'link', href: 'https://x.id/', of: ['f'] },
        ],
      },
    ]);
    expect(only().entities).toEqual([
      { type: 'bold', offset: 3, length: 3 },
      { type: 'italic', offset: 6, length: 1 },
      { type: 'code', offset: 7, length: 1 },
      { type: 'blockquote', offset: 8, length: 1 },
      { type: 'text_link', offset: 10, length: 1, url: 'https://x.id/' },
    ]);
    expect(server.callsOf('sendMessage')[0]?.parameters).not.toHaveProperty('parse_mode');
  });

  it('mark a moment and leave a day alone', async () => {
    await send([
      {
        b: 'text',
        text: [
          { t: 'when', iso: '2026-03-09T09:00:00+07:00', text: 'Senin 09.00 WIB' },
          ', ',
          { t: 'when', iso: '2026-03-09', text: 'Senin' },
        ],
      },
    ]);
    expect(only().entities).toEqual([{ type: 'date_time', offset: 0, length: 15, unix_time: 1_773_021_600, date_time_format: '' }]);
  });

  it('do not turn a foreign scheme into a link', async () => {
    await send([{ b: 'text', text: [{ t: 'link', href: 'javascript:x', of: ['a'] }] }]);
    expect(only()).toMatchObject({ text: 'a: javascript:x', entities: [] });
  });
});

describe('choices', () => {
  it('stand one a row, two where both are short, the way out last', async () => {
    const options = ['Ya', 'Tidak', 'Lihat yang lain dulu', 'Nanti'].map((label, at) => ({ id: `t${at}`, label }));
    await send(text('Jadi?'), { choices: { options, escape: { id: 't9', label: 'Batal', style: 'danger' } } });
    expect(only().buttons.map((row) => row.map((button) => button.text))).toEqual([
      ['Ya', 'Tidak'],
      ['Lihat yang lain dulu'],
      ['Nanti'],
      ['Batal'],
    ]);
    expect(
      only()
        .buttons.flat()
        .map((button) => button.callback_data),
    ).toEqual(['t0', 't1', 't2', 't3', 't9']);
    expect(only().buttons.at(-1)?.[0]).toMatchObject({ style: 'danger' });
  });

  it('stand under the last part of a long text', async () => {
    await send(text('kata '.repeat(1500)), { choices: { options: [{ id: 't', label: 'Ya' }] } });
    expect(siti.sees.map((message) => message.buttons.length)).toEqual([0, 1]);
  });

  it('beyond a hundred buttons are still numbered in the text', async () => {
    const options = Array.from({ length: 150 }, (_, at) => ({ id: `t${at}`, label: `Judul ${at + 1}` }));
    expect(await send([], { choices: { options } })).toMatchObject({ ok: true });
    expect(only().buttons.flat().length).toBe(100);
    expect(only().text).toContain('150. Judul 150');
  });
});

describe('pictures, files and places', () => {
  it('a picture carries all words when they fit, with the alternative text last', async () => {
    await send([...text('Ini petanya.'), { b: 'image', picture: pictureOf(png) }], { choices: { options: [{ id: 't', label: 'Ya' }] } });
    expect(only()).toMatchObject({ method: 'sendPhoto', text: 'Ini petanya.\n\nGambar: sampul\n\n1. Ya', photo: { size: png.length } });
    expect(only().buttons.flat().length).toBe(1);
  });

  it('long words come before the picture, which keeps its alternative text', async () => {
    await send([{ b: 'card', title: 'Laskar', body: ['kata '.repeat(300)], cover: pictureOf(png) }]);
    expect(siti.sees.map((message) => [message.method, message.text.slice(0, 14)])).toEqual([
      ['sendMessage', 'Laskar\nkata ka'],
      ['sendPhoto', 'Gambar: sampul'],
    ]);
  });

  it('an alternative text longer than a caption goes on in a message', async () => {
    await send([{ b: 'image', picture: pictureOf(png, 'image/png', 'kata '.repeat(400)) }]);
    expect(siti.sees.map((message) => message.method)).toEqual(['sendPhoto', 'sendMessage']);
  });

  it('bytes that are no photo to Telegram go as a file', async () => {
    expect(await send([{ b: 'image', picture: pictureOf(Buffer.from('no picture')) }])).toMatchObject({ ok: true });
    expect(only()).toMatchObject({ method: 'sendDocument', text: 'Gambar: sampul' });
  });

  it('a drawing that is not a photo type goes as a file at once', async () => {
    await send([{ b: 'image', picture: pictureOf(Buffer.from('<svg/>'), 'image/svg+xml') }]);
    expect(server.callsOf('sendPhoto')).toEqual([]);
    expect(only().method).toBe('sendDocument');
  });

  it('several pictures keep their order', async () => {
    await send([
      ...text('Dua:'),
      { b: 'image', picture: pictureOf(png, 'image/png', 'A') },
      { b: 'image', picture: pictureOf(png, 'image/png', 'B') },
    ]);
    expect(siti.sees.map((message) => message.text)).toEqual(['Dua:', 'Gambar: A', 'Gambar: B']);
  });

  it('a place is a venue, and the choices follow it in words', async () => {
    await send([...text('Di sini:'), { b: 'location', lat: -3.4, lng: 104.2, title: 'Halte', address: 'Jl. 1' }], {
      choices: { options: [{ id: 't', label: 'Ya' }] },
    });
    expect(siti.sees.map((message) => [message.method, message.text, message.buttons.length])).toEqual([
      ['sendMessage', 'Di sini:', 0],
      ['sendVenue', '', 0],
      ['sendMessage', '1. Ya', 1],
    ]);
    expect(siti.sees[1]?.venue).toEqual({ latitude: -3.4, longitude: 104.2, title: 'Halte', address: 'Jl. 1' });
  });

  it('a place without an address is words', async () => {
    await send([{ b: 'location', lat: 1, lng: 2, title: 'Halte', address: '' }]);
    expect(only()).toMatchObject({ method: 'sendMessage', text: 'Halte' });
  });

  it('a file keeps its name, without what would break the form', async () => {
    await send([
      { b: 'document', file: { name: 'a;"b\r\n.csv', source: { bytes: Buffer.from('x'), mime: 'text/csv', name: 'n' } }, caption: ['Ini'] },
    ]);
    expect(only()).toMatchObject({ text: 'Ini', document: { name: 'a_b_.csv', size: 1 } });
  });
});

describe('where a message goes', () => {
  it('into a topic, as an answer', async () => {
    const group = server.group(-100, { topics: [7], seesAll: true });
    siti.says('halo', group, { threadId: 7 });
    const asked = Number([...server.world.heard][0]?.split(':')[1]);
    await send(text('Ya.'), { to: { platform, chatId: '-100', kind: 'group', threadId: '7' }, replyTo: String(asked) });
    expect(server.world.sentTo(-100)).toMatchObject([{ threadId: 7, replyTo: asked }]);
  });

  it('without the answered message when that is gone', async () => {
    expect(await send(text('Ya.'), { replyTo: '99999' })).toMatchObject({ ok: true });
    expect(only().replyTo).toBeUndefined();
  });

  it('never into a group when it is for one person', async () => {
    server.group(-100);
    const result = await send(text('Pinjaman Kakak'), {
      to: { platform, chatId: '-100', kind: 'group' },
      visibility: { ephemeralTo: '1001' },
    });
    expect(result).toMatchObject({ ok: false, kind: 'invalid' });
    expect(server.calls).toEqual([]);
  });

  it('once, when the same words take the place of the old ones', async () => {
    await send(text('Sama'));
    expect(await send(text('Sama'), { replace: String(only().messageId) })).toEqual({ ok: true, messageIds: [String(only().messageId)] });
  });

  it('as a new message when the old one is a picture', async () => {
    await send([{ b: 'image', picture: pictureOf(png) }]);
    expect(await send(text('Baru'), { replace: String(only().messageId) })).toMatchObject({ ok: true });
    expect(siti.sees.map((message) => message.text)).toEqual(['Gambar: sampul', 'Baru']);
  });
});

const failures: readonly (readonly [string, FaultKind, object, number])[] = [
  ['429 waits as long as Telegram says', { status: 429, parameters: { retry_after: 7 } }, { kind: 'rate', retryAfterMs: 7000 }, 0],
  ['403 is a person who refuses us', { status: 403, description: 'Forbidden: bot was blocked by the user' }, { kind: 'blocked' }, 0],
  ['400 chat not found is gone', { status: 400, description: 'Bad Request: chat not found' }, { kind: 'gone' }, 0],
  [
    '400 without rights is refused',
    { status: 400, description: 'Bad Request: not enough rights to send text messages to the chat' },
    { kind: 'blocked' },
    0,
  ],
  ['another 400 is never sendable', { status: 400, description: 'Bad Request: message is too long' }, { kind: 'invalid' }, 0],
  ['a migrated group names its new id', { status: 400, parameters: { migrate_to_chat_id: -1_009 } }, { kind: 'gone', movedTo: '-1009' }, 0],
  ['401 sent nothing', { status: 401, description: 'Unauthorized' }, { kind: 'transient' }, 0],
  ['500 may have sent', { status: 500, description: 'Internal Server Error' }, { kind: 'unknown-outcome' }, 0],
  ['a connection lost before the act may have sent', 'drop-before', { kind: 'unknown-outcome' }, 0],
  ['a lost answer may have sent', 'drop-after', { kind: 'unknown-outcome' }, 1],
  ['a page instead of an answer may have sent', 'garbled-after', { kind: 'unknown-outcome' }, 1],
  ['silence may have sent', 'silence-after', { kind: 'unknown-outcome' }, 1],
];

describe('what a failed send means', () => {
  it.each(failures)('%s', async (_name, fault, expected, arrived) => {
    server.faults.plan('sendMessage', fault);
    expect(await send(text('x'))).toMatchObject({ ok: false, ...expected });
    expect(siti.sees.length).toBe(arrived);
    expect(server.callsOf('sendMessage').length).toBe(1);
  });

  it('a refused connection provably sent nothing', async () => {
    await server.stop();
    expect(await send(text('x'))).toMatchObject({ ok: false, kind: 'transient' });
    server = await startTelegramServer();
  });

  it('tells nobody the token', async () => {
    server.faults.plan('sendMessage', 'drop-before');
    expect(JSON.stringify(await send(text('x')))).not.toContain(server.token);
  });

  it('a person who blocked us, a chat nobody knows, a group that moved', async () => {
    const group = server.group(-100);
    server.migrates(group, -1_000_000_000_123, siti);
    siti.blocks();
    expect(await send(text('x'))).toMatchObject({ kind: 'blocked' });
    expect(await send(text('x'), { to: { platform, chatId: '77', kind: 'direct' } })).toMatchObject({ kind: 'gone' });
    expect(await send(text('x'), { to: { platform, chatId: '-100', kind: 'group' } })).toMatchObject({
      kind: 'gone',
      movedTo: '-1000000000123',
    });
  });

  it('goes on where a message of several parts was stopped, sending no part twice', async () => {
    const long = outbound(text('kata '.repeat(2000)));
    server.faults.plan('sendMessage', { status: 429, parameters: { retry_after: 1 } }, 1, 1);
    expect(await channel.send(long)).toMatchObject({ ok: false, kind: 'rate' });
    expect(siti.sees.length).toBe(1);
    expect(await channel.send(long)).toMatchObject({ ok: true });
    expect(siti.sees.map((message) => message.text).join(' ')).toBe('kata '.repeat(2000).trim());
  });

  it('begins anew when the words changed meanwhile', async () => {
    const long = outbound(text('kata '.repeat(1000)));
    server.faults.plan('sendMessage', { status: 429 }, 1, 1);
    expect(await channel.send(long)).toMatchObject({ ok: false });
    await channel.send({ ...long, blocks: text('Lain.') });
    expect(siti.sees.at(-1)?.text).toBe('Lain.');
  });

  it('an edit whose answer is lost may have been done', async () => {
    await send(text('a'));
    server.faults.plan('editMessageText', 'drop-after');
    expect(await send(text('b'), { replace: String(only().messageId) })).toMatchObject({ ok: false, kind: 'unknown-outcome' });
    expect(siti.sees.length).toBe(1);
  });
});

describe('stopping', () => {
  it('lets a send under way end, and one that never answers end as unknown', async () => {
    server.faults.plan('sendMessage', 'silence-after');
    const silent = send(text('x'));
    await server.until(() => siti.sees.length === 1);
    await channel.stop();
    expect(await silent).toMatchObject({ ok: false, kind: 'unknown-outcome' });
  });
});
