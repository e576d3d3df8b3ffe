import { afterEach, beforeEach, expect, it } from 'vitest';
import { Api } from 'grammy';
import { fileFetcher } from '#adapters/chat/telegram/files.ts';
import { startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';

let server: TelegramServer;
const fetchFile = (fileId: string, mostBytes = 1_000_000) =>
  fileFetcher({ api: new Api(server.token, { apiRoot: server.apiRoot }), apiRoot: server.apiRoot, token: server.token, seconds: 5 })(
    fileId,
    mostBytes,
  );

beforeEach(async () => {
  server = await startTelegramServer();
});
afterEach(() => server.stop());

it('fetches what somebody sent, byte by byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 5000 }, (_, at) => at % 256));
  server.world.files.set('F1', bytes);
  expect(Buffer.from((await fetchFile('F1')) ?? [])).toEqual(bytes);
});

it('has nothing for a file that is gone, that Telegram keeps back, or that is larger than wanted', async () => {
  server.world.files.set('large', Buffer.alloc(2_000_000));
  server.world.files.set('kept-back', Buffer.alloc(20_000_001));
  expect(await fetchFile('gone')).toBeNull();
  expect(await fetchFile('kept-back', 100_000_000)).toBeNull();
  expect(await fetchFile('large')).toBeNull();
});

it('says that Telegram cannot be reached, without the token', async () => {
  const fetching = fileFetcher({
    api: new Api(server.token, { apiRoot: server.apiRoot }),
    apiRoot: 'http://127.0.0.1:9',
    token: server.token,
    seconds: 5,
  });
  server.world.files.set('F1', Buffer.alloc(3));
  const fault = await fetching('F1', 1000).catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: 'Unreachable' });
  expect(String(fault)).not.toContain(server.token);
});
