import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTelegramChannel, type TelegramOptions } from '#adapters/chat/telegram/index.ts';
import { createHttpServer, type HttpServer } from '#adapters/http/http-server.ts';
import { createHttpRoutes } from '#adapters/http/routes.ts';
import type { ChatChannel, Inbound } from '#ports/chat-channel.ts';
import { telegramOptions } from '#tests/contracts/telegram-harness.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';
import { freePort } from '#tests/support/free-port.ts';
import { type Person, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

const secret = 'rahasia_0123456789';
let telegram: TelegramServer;
let siti: Person;
let channel: ChatChannel;
let http: HttpServer;
let events: Inbound[];
let base: string;

const start = async (receive: (event: Inbound) => Promise<void>): Promise<void> => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const routes = createHttpRoutes();
  const options: Partial<TelegramOptions> = { mode: 'webhook', webhook: { publicBaseUrl: `${base}/`, secret }, http: routes };
  channel = createTelegramChannel(telegramOptions(telegram, options));
  http = createHttpServer({
    host: '127.0.0.1',
    port,
    routes,
    health: () => ({ ok: true, channels: { telegram: channel.health() } }),
    log: createRecordingLog(),
  });
  await http.start();
  await channel.start(receive);
};
const keep = async (event: Inbound): Promise<void> => void events.push(event);
const webhook = () => {
  const url = telegram.queue.webhook?.url;
  if (url === undefined) throw new Error('no webhook is set');
  return url;
};
const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret, ...headers },
  }).then((answer) => answer.status);
const forged = JSON.stringify({
  update_id: 1,
  message: {
    message_id: 1,
    date: 1,
    chat: { id: 1001, type: 'private', first_name: 'x' },
    from: { id: 1001, is_bot: false, first_name: 'x' },
    text: 'palsu',
  },
});

beforeEach(async () => {
  telegram = await startTelegramServer();
  siti = telegram.person(1001);
  events = [];
});
afterEach(async () => {
  await channel.stop();
  await telegram.stop();
  await http.stop();
});

describe('the webhook', () => {
  it('brings updates and answers taps', async () => {
    await start(keep);
    siti.says('halo');
    await telegram.until(() => events.length === 1 && telegram.queue.unacknowledged.length === 0);
    await channel.send({
      to: { platform: channel.platform, chatId: '1001', kind: 'direct' },
      blocks: [],
      choices: { options: [{ id: 'tok1', label: 'Ya' }] },
      urgency: 'reply',
      dedupeKey: 'k',
      lang: 'id',
    });
    siti.taps('Ya');
    await telegram.until(() => events.length === 2);
    expect(events).toMatchObject([
      { type: 'text', text: 'halo' },
      { type: 'choice', token: 'tok1' },
    ]);
    expect(telegram.world.answeredTaps.length).toBe(1);
  });

  it('has an address that does not tell the secret', async () => {
    await start(keep);
    expect(webhook()).toMatch(new RegExp(`^${base}/webhook/telegram/[0-9a-f]{32}$`));
    expect(webhook()).not.toContain(secret);
  });

  it('asks for updates by name', async () => {
    await start(keep);
    expect(telegram.callsOf('setWebhook')[0]?.parameters).toMatchObject({
      secret_token: secret,
      allowed_updates: expect.arrayContaining(['my_chat_member', 'message_reaction']),
    });
  });

  it('answers 200 only when the update is stored', async () => {
    let attempts = 0;
    await start(async (event) => {
      attempts += 1;
      if (attempts < 3) throw new Error('database is locked');
      await keep(event);
    });
    siti.says('halo');
    await telegram.until(() => telegram.queue.unacknowledged.length === 0);
    expect(events.length).toBe(1);
    expect([...telegram.queue.refusedPushes.values()]).toEqual([2]);
  });

  it.each([
    ['a wrong secret', { 'x-telegram-bot-api-secret-token': 'rahasia_0123456780' }],
    ['a shorter secret', { 'x-telegram-bot-api-secret-token': 'r' }],
    ['an empty secret', { 'x-telegram-bot-api-secret-token': '' }],
  ])('refuses %s', async (_name, headers) => {
    await start(keep);
    expect(await post(webhook(), forged, headers)).toBe(401);
    expect(events).toEqual([]);
  });

  it('refuses the right secret at a wrong address', async () => {
    await start(keep);
    expect(await post(`${base}/webhook/telegram/${'0'.repeat(32)}`, forged)).toBe(401);
    expect(await post(`${base}/webhook/telegram`, forged)).toBe(404);
    expect(events).toEqual([]);
  });

  it.each([
    ['no JSON', 'x', 400],
    ['no update', '{}', 400],
    ['a list', '[]', 400],
    ['too much', `{"update_id":1,"x":"${'x'.repeat(256 * 1024)}"}`, 413],
  ])('refuses %s', async (_name, body, status) => {
    await start(keep);
    expect(await post(webhook(), body)).toBe(status);
    expect(events).toEqual([]);
  });

  it('takes no more updates once stopped', async () => {
    await start(keep);
    const url = webhook();
    await channel.stop();
    expect(await post(url, forged)).toBe(503);
  });

  it('names the setting that is wrong', async () => {
    await start(keep);
    const create = (publicBaseUrl: string, word: string) => () =>
      createTelegramChannel(
        telegramOptions(telegram, { mode: 'webhook', webhook: { publicBaseUrl, secret: word }, http: createHttpRoutes() }),
      );
    expect(create('https://x.id', 'spasi tidak boleh')).toThrow('TELEGRAM_WEBHOOK_SECRET');
    expect(create('x.id', 'abc')).toThrow('PUBLIC_BASE_URL');
    expect(() => createTelegramChannel(telegramOptions(telegram, { mode: 'webhook', http: createHttpRoutes() }))).toThrow('TELEGRAM_MODE');
  });
});
