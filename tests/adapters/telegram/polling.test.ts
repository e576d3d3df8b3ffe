import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramChannel, type TelegramOptions } from '#adapters/chat/telegram/index.ts';
import type { ChatChannel, Inbound } from '#ports/chat-channel.ts';
import { telegramOptions } from '#tests/contracts/telegram-harness.ts';
import { deferred } from '#tests/support/deferred.ts';
import { freePort } from '#tests/support/free-port.ts';
import { createRecordingLog, type RecordingLog } from '#tests/support/recording-log.ts';
import { type Person, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

let server: TelegramServer;
let siti: Person;
let log: RecordingLog;
let events: Inbound[];
const channels: ChatChannel[] = [];

beforeEach(async () => {
  server = await startTelegramServer();
  siti = server.person(1001);
  log = createRecordingLog();
  events = [];
});
afterEach(async () => {
  await Promise.all(channels.splice(0).map((channel) => channel.stop()));
  await server.stop();
});

const create = (rest: Partial<TelegramOptions> = {}): ChatChannel => {
  const channel = createTelegramChannel(telegramOptions(server, { log, ...rest }));
  channels.push(channel);
  return channel;
};
const keep = async (event: Inbound): Promise<void> => void events.push(event);
const reasons = () => log.entries.flatMap((entry) => (entry.fields.reason === undefined ? [] : [entry.fields.reason]));
const texts = () => events.map((event) => (event.type === 'text' ? event.text : event.type));

describe('fetching updates', () => {
  it('asks by name for what it needs', async () => {
    await create().start(keep);
    await server.until(() => server.queue.asksFor('message_reaction'));
    siti.reacts('👍', 1);
    siti.blocks();
    await server.until(() => events.length === 2);
    expect(events).toMatchObject([{ type: 'reaction' }, { type: 'membership', change: 'blocked' }]);
  });

  it('acknowledges only what is stored', async () => {
    const stored = deferred<undefined>();
    await create().start(async (event) => {
      await stored.promise;
      await keep(event);
    });
    siti.says('halo');
    await server.until(() => server.queue.unacknowledged.length === 1);
    expect(server.queue.unacknowledged.length).toBe(1);
    stored.resolve(undefined);
    await server.until(() => server.queue.unacknowledged.length === 0);
    expect(texts()).toEqual(['halo']);
  });

  it('hears again, under the same number, what could not be stored', async () => {
    const ids: string[] = [];
    await create().start(async (event) => {
      ids.push(event.eventId);
      if (ids.length < 3) throw new Error('database is locked');
      await keep(event);
    });
    siti.says('halo');
    await server.until(() => server.queue.unacknowledged.length === 0);
    expect(new Set(ids).size).toBe(1);
    expect(ids.length).toBe(3);
    expect(log.entries.some((entry) => entry.event === 'telegram.not-stored')).toBe(true);
  });

  it('keeps what is stored when one of many is not: all come again', async () => {
    let broken = true;
    const heard: string[] = [];
    await create().start(async (event) => {
      if (event.type === 'text') heard.push(event.text);
      if (broken && event.type === 'text' && event.text === 'dua') throw new Error('database is locked');
    });
    siti.says('satu');
    siti.says('dua');
    await server.until(() => heard.filter((text) => text === 'dua').length >= 2);
    broken = false;
    await server.until(() => server.queue.unacknowledged.length === 0);
    expect(heard).toContain('satu');
  });

  it('hands other chats over while one is still being stored', async () => {
    const stored = deferred<undefined>();
    const budi = server.person(1002);
    siti.says('lambat');
    budi.says('cepat');
    await create().start(async (event) => {
      await keep(event);
      if (event.sender?.accountId === '1001') await stored.promise;
    });
    await server.until(() => events.length === 2);
    expect(texts()).toEqual(['lambat', 'cepat']);
    stored.resolve(undefined);
  });

  it('skips what is nothing to us and goes on', async () => {
    await create().start(keep);
    siti.sends({ dice: { emoji: '🎲', value: 3 } });
    siti.says('halo');
    await server.until(() => server.queue.unacknowledged.length === 0);
    expect(texts()).toEqual(['halo']);
  });

  it('hears in a group only what is meant for it, when it is not an administrator', async () => {
    const group = server.group(-100);
    await create().start(keep);
    siti.says('pagi semua', group);
    siti.says(`@${server.username} buka?`, group);
    await server.until(() => events.length === 1);
    expect(events[0]).toMatchObject({ text: 'buka?', addressed: true, conversation: { kind: 'group' } });
  });
});

describe('a tap', () => {
  const offer = (channel: ChatChannel) =>
    channel.send({
      to: { platform: channel.platform, chatId: '1001', kind: 'direct' },
      blocks: [],
      choices: { options: [{ id: 'tok1', label: 'Ya' }] },
      urgency: 'reply',
      dedupeKey: 'k',
      lang: 'id',
    });

  it('is acknowledged before the work', async () => {
    const channel = create();
    const answeredWhenHeard: number[] = [];
    await channel.start(async (event) => {
      answeredWhenHeard.push(server.world.answeredTaps.length);
      await keep(event);
    });
    await offer(channel);
    const { queryId } = siti.taps('Ya');
    await server.until(() => events.length === 1);
    expect(server.world.answeredTaps).toEqual([queryId]);
    expect(answeredWhenHeard).toEqual([1]);
  });

  it('arrives though Telegram finds it too old to acknowledge', async () => {
    const channel = create();
    await channel.start(keep);
    await offer(channel);
    const { queryId } = siti.taps('Ya');
    server.world.openTaps.delete(queryId);
    await server.until(() => events.length === 1);
    expect(events[0]).toMatchObject({ type: 'choice', token: 'tok1' });
  });

  it('keeps its place before what is written after it', async () => {
    const channel = create();
    await channel.start(keep);
    await offer(channel);
    await channel.stop();
    siti.taps('Ya');
    siti.says('terima kasih');
    await create().start(keep);
    await server.until(() => events.length === 2);
    expect(texts()).toEqual(['choice', 'terima kasih']);
  });
});

describe('the connection', () => {
  it('sets the menus for everybody, Indonesian and English', async () => {
    await create().start(keep);
    await server.until(() => server.menus.size === 3);
    expect(['', 'id', 'en'].map((language) => server.menus.get(language)?.[0]?.command)).toEqual(['bantuan', 'bantuan', 'help']);
  });

  it('works though the menu is refused', async () => {
    await create({ commands: { id: [{ command: 'Nope!', description: 'x' }], en: [] } }).start(keep);
    siti.says('halo');
    await server.until(() => events.length === 1);
    expect(log.entries.some((entry) => entry.event === 'telegram.menu-not-set')).toBe(true);
  });

  it('removes a webhook left from another day', async () => {
    server.queue.setWebhook({ url: 'http://127.0.0.1:9/', secret: 's' });
    await create().start(keep);
    siti.says('halo');
    await server.until(() => events.length === 1);
    expect(server.queue.webhook).toBeNull();
  });

  it('says so and tries again when another program fetches', async () => {
    const channel = create();
    await channel.start(keep);
    await server.until(() => channel.health().ok);
    server.faults.plan('getUpdates', { status: 409, description: 'Conflict: terminated by other getUpdates request' }, 2);
    siti.says('satu');
    await server.until(() => reasons().some((reason) => reason.includes('another program')));
    siti.says('dua');
    await server.until(() => events.length === 2 && channel.health().ok);
    expect(texts()).toEqual(['satu', 'dua']);
  });

  it('two programs with one token both learn of it, and no message is lost', async () => {
    const [one, two] = [create(), create()];
    await Promise.all([one.start(keep), two.start(keep)]);
    await server.until(() => reasons().some((reason) => reason.includes('another program')));
    siti.says('halo');
    await server.until(() => events.length >= 1);
    expect(new Set(events.map((event) => event.eventId)).size).toBe(1);
  });

  it('starts though Telegram cannot be reached, and connects when it can', async () => {
    const port = await freePort();
    const channel = create({ apiRoot: `http://127.0.0.1:${port}` });
    await channel.start(keep);
    expect(channel.health()).toEqual({ ok: false, detail: 'no connection to Telegram (ECONNREFUSED)' });
    expect(() => channel.deepLink('x')).toThrow('telegram did not answer');
  });

  it('connects after the first attempts failed', async () => {
    server.faults.plan('getMe', { status: 502 }, 2);
    const channel = create();
    await channel.start(keep);
    expect(channel.health().ok).toBe(false);
    siti.says('halo');
    await server.until(() => events.length === 1);
    expect(channel.health()).toEqual({ ok: true });
  });

  it('does not hold the start up while Telegram is silent', async () => {
    server.faults.plan('getMe', 'silence-after');
    const channel = create({ timing: { sendSeconds: 60, startMs: 10, stopMs: 10 } });
    await channel.start(keep);
    expect(channel.health()).toEqual({ ok: false, detail: 'not connected yet' });
    await server.until(() => server.callsOf('getMe').length === 1);
  });

  it('tells the operator that the token is wrong, without telling the token', async () => {
    const channel = create({ token: '1:wrong' });
    await channel.start(keep);
    expect(channel.health().detail).toContain('TELEGRAM_BOT_TOKEN');
    expect(JSON.stringify(log.entries)).not.toContain('1:wrong');
  });

  it('goes on after lost connections, losing nothing', async () => {
    await create().start(keep);
    server.faults.plan('getUpdates', 'drop-after', 2);
    for (let at = 0; at < 5; at += 1) siti.says(`pesan ${at}`);
    await server.until(() => server.queue.unacknowledged.length === 0);
    expect(texts()).toEqual(['pesan 0', 'pesan 1', 'pesan 2', 'pesan 3', 'pesan 4']);
  });

  it('takes an api root with a slash at the end', async () => {
    await create({ apiRoot: `${server.apiRoot}/` }).start(keep);
    siti.says('halo');
    await server.until(() => events.length === 1);
    expect(texts()).toEqual(['halo']);
  });

  it('a link opens a private chat with us', async () => {
    const channel = create();
    await channel.start(keep);
    expect(channel.deepLink('h_AbC-9')).toBe(`https://t.me/${server.username}?start=h_AbC-9`);
    expect(() => channel.deepLink('a b')).toThrow('cannot be carried');
  });

  it('shows that it is writing, and does not mind when it may not', async () => {
    const channel = create();
    await channel.start(keep);
    await channel.showTyping?.({ platform: channel.platform, chatId: '1001', kind: 'direct' });
    await channel.showTyping?.({ platform: channel.platform, chatId: '99', kind: 'direct' });
    expect(server.callsOf('sendChatAction').map((call) => call.status)).toEqual([200, 400]);
  });

  it('stops at once while a fetch is held, and acknowledges what it stored', async () => {
    const channel = create();
    await channel.start(keep);
    siti.says('halo');
    await server.until(() => events.length === 1);
    await channel.stop();
    expect(server.queue.unacknowledged).toEqual([]);
  });

  it('waits with its stop until what it heard is stored', async () => {
    const channel = create();
    const stored = deferred<undefined>();
    let isHeard = false;
    await channel.start(async (event) => {
      isHeard = true;
      await stored.promise;
      await keep(event);
    });
    siti.says('halo');
    await server.until(() => isHeard);
    const stopping = channel.stop();
    stored.resolve(undefined);
    await stopping;
    expect(texts()).toEqual(['halo']);
    expect(server.queue.unacknowledged).toEqual([]);
  });
});
