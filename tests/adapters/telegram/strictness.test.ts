import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

// The stand-in proves something only where it refuses what Telegram refuses.

let server: TelegramServer;

beforeEach(async () => {
  server = await startTelegramServer({ floodMs: 0 });
  server.person(1001);
});
afterEach(() => server.stop());

interface Answer {
  readonly ok: boolean;
  readonly error_code?: number;
  readonly description?: string;
  readonly result?: unknown;
}

const call = async (method: string, parameters: object | string, token = server.token): Promise<Answer> => {
  const body = typeof parameters === 'string' ? parameters : JSON.stringify(parameters);
  const answer = await fetch(`${server.apiRoot}/bot${token}/${method}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  // as: the stand-in is ours, and every answer of it has this shape
  return (await answer.json()) as Answer;
};
const message = (rest: object) => ({ chat_id: 1001, text: 'abc', ...rest });
const button = (rest: object) => message({ reply_markup: { inline_keyboard: [[{ text: 'x', callback_data: 't', ...rest }]] } });
const manyButtons = (count: number) => ({
  inline_keyboard: Array.from({ length: count }, (_, at) => [{ text: `${at}`, callback_data: `${at}` }]),
});
const entity = (rest: object, text = 'a😀b') => message({ text, entities: [{ type: 'bold', offset: 0, length: 1, ...rest }] });

const refused: readonly (readonly [string, string, object | string, string])[] = [
  ['empty text', 'sendMessage', message({ text: '' }), 'message text is empty'],
  ['blank text', 'sendMessage', message({ text: ' \n ' }), 'message text is empty'],
  ['4097 characters', 'sendMessage', message({ text: 'x'.repeat(4097) }), 'message is too long'],
  ['half a character', 'sendMessage', message({ text: 'a\uD83D' }), 'UTF-8'],
  ['an unknown chat', 'sendMessage', message({ chat_id: 5 }), 'chat not found'],
  ['bad JSON', 'sendMessage', '{', "can't parse JSON"],
  ['an entity behind the text', 'sendMessage', entity({ offset: 3, length: 2 }), 'ENTITY_BOUNDS_INVALID'],
  ['an entity that begins inside a character', 'sendMessage', entity({ offset: 2 }), 'surrogate'],
  ['an entity that ends inside a character', 'sendMessage', entity({ length: 2 }), 'surrogate'],
  ['an empty entity', 'sendMessage', entity({ length: 0 }), 'counts'],
  ['an unknown entity', 'sendMessage', entity({ type: 'blink' }), 'unsupported type'],
  ['a link without an address', 'sendMessage', entity({ type: 'text_link' }), 'URL_INVALID'],
  ['a moment in an unknown format', 'sendMessage', entity({ type: 'date_time', unix_time: 1, date_time_format: 'Y' }), 'date_time_format'],
  ['66 bytes in 33 characters on a button', 'sendMessage', button({ callback_data: 'é'.repeat(33) }), 'BUTTON_DATA_INVALID'],
  ['a button without words', 'sendMessage', button({ text: ' ' }), 'no text'],
  ['a button that does two things', 'sendMessage', button({ url: 'https://x.id' }), 'exactly one'],
  ['101 buttons', 'sendMessage', message({ reply_markup: manyButtons(101) }), 'BUTTONS_TOO_MUCH'],
  ['a keyboard that is none', 'sendMessage', message({ reply_markup: { rows: [] } }), 'reply keyboard markup'],
  ['an answer to nothing', 'sendMessage', message({ reply_parameters: { message_id: 9 } }), 'message to be replied not found'],
  ['a topic that is none', 'sendMessage', message({ message_thread_id: 9 }), 'message thread not found'],
  ['a caption of 1025 characters', 'sendPhoto', { chat_id: 1001, photo: 'x', caption: 'x'.repeat(1025) }, 'caption is too long'],
  ['an unknown file', 'sendPhoto', { chat_id: 1001, photo: 'x' }, 'wrong file identifier'],
  ['a venue without an address', 'sendVenue', { chat_id: 1001, latitude: 1, longitude: 1, title: 'x', address: '' }, 'VENUE_ADDRESS_EMPTY'],
  ['an edit of nothing', 'editMessageText', message({ message_id: 9 }), 'message to edit not found'],
  ['an unknown tap', 'answerCallbackQuery', { callback_query_id: '1' }, 'query is too old'],
  ['a command in capitals', 'setMyCommands', { commands: [{ command: 'A', description: 'x' }] }, 'BOT_COMMAND_INVALID'],
];

describe('the loopback Telegram refuses', () => {
  it.each(refused)('%s', async (_name, method, parameters, words) => {
    const answer = await call(method, parameters);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(answer.description).toContain(words);
    expect(server.world.sent).toEqual([]);
  });

  it('an unknown method and a wrong token', async () => {
    expect(await call('sendNothing', {})).toMatchObject({ ok: false, error_code: 404 });
    expect(await call('getMe', {}, '1:x')).toMatchObject({ ok: false, error_code: 401 });
  });

  it('an edit that changes nothing, but no other', async () => {
    await call('sendMessage', message({}));
    const id = server.world.sent[0]?.messageId;
    expect((await call('editMessageText', message({ message_id: id }))).description).toContain('message is not modified');
    expect(await call('editMessageText', message({ message_id: id, text: 'lain' }))).toMatchObject({ ok: true });
  });

  it('the earlier of two fetches', async () => {
    const first = call('getUpdates', { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    void call('getUpdates', { timeout: 5 }).catch(() => undefined);
    expect(await first).toMatchObject({ ok: false, error_code: 409 });
  });

  it('a fetch while a webhook is set', async () => {
    server.queue.setWebhook({ url: 'http://127.0.0.1:9/', secret: '' });
    expect(await call('getUpdates', {})).toMatchObject({ ok: false, error_code: 409 });
    server.queue.setWebhook(null);
  });

  it('a second message to one chat within the flood limit', async () => {
    const strict = await startTelegramServer({ floodMs: 60_000 });
    strict.person(1001);
    const url = `${strict.apiRoot}/bot${strict.token}/sendMessage`;
    const send = () => fetch(url, { method: 'POST', body: JSON.stringify(message({})), headers: { 'content-type': 'application/json' } });
    const statuses = [(await send()).status, (await send()).status];
    await strict.stop();
    expect(statuses).toEqual([200, 429]);
  });
});

describe('the loopback Telegram accepts', () => {
  it('what is just within the limits', async () => {
    expect(await call('sendMessage', message({ text: 'x'.repeat(4096) }))).toMatchObject({ ok: true });
    expect(await call('sendMessage', button({ callback_data: 'é'.repeat(32) }))).toMatchObject({ ok: true });
    expect(await call('sendMessage', message({ reply_markup: manyButtons(100) }))).toMatchObject({ ok: true });
    expect(await call('sendMessage', entity({ offset: 1, length: 2 }))).toMatchObject({ ok: true });
  });

  it('delivers again until the offset passes an update', async () => {
    server.person(1001).says('halo');
    const first = await call('getUpdates', {});
    expect(await call('getUpdates', {})).toEqual(first);
    expect(await call('getUpdates', { offset: (server.queue.all[0]?.update_id ?? 0) + 1 })).toEqual({ ok: true, result: [] });
  });
});
