import { createTelegramChannel, type TelegramOptions } from '#adapters/chat/telegram/index.ts';
import type { Platform } from '#ports/chat-channel.ts';
import { clockAt } from '#tests/support/fixed-clock.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';
import { type SentMessage, startTelegramServer, type TelegramServer } from '#tests/support/telegram-server/index.ts';
import type { ChannelHarness, Seen } from './chat-channel.ts';

export const telegramOptions = (server: TelegramServer, rest: Partial<TelegramOptions> = {}): TelegramOptions => ({
  token: server.token,
  apiRoot: server.apiRoot,
  mode: 'polling',
  clock: clockAt('2026-03-02T03:00:00Z'),
  log: createRecordingLog(),
  commands: {
    id: [{ command: 'bantuan', description: 'Apa yang bisa saya bantu' }],
    en: [{ command: 'help', description: 'What I can do' }],
  },
  timing: { pollSeconds: 5, sendSeconds: 2, retryFromMs: 10, retryToMs: 50, stopMs: 500 },
  ...rest,
});

const seenIn = (message: SentMessage): Seen => ({
  text: message.text,
  choices: message.buttons.flat().map((button) => ({ label: button.text, token: button.callback_data ?? '' })),
  attachments: [
    ...(message.photo === undefined ? [] : [{ kind: 'image', name: message.photo.name, alt: message.text } as const]),
    ...(message.document === undefined ? [] : [{ kind: 'file', name: message.document.name } as const]),
    ...(message.venue === undefined ? [] : [{ kind: 'location', name: `${message.venue.title}\n${message.venue.address}` } as const]),
  ],
  edits: message.earlier.length,
});

export const setUpTelegram = async (): Promise<ChannelHarness> => {
  const server = await startTelegramServer();
  const siti = server.person(1001, { first_name: 'Siti' });
  return {
    channel: createTelegramChannel(telegramOptions(server)),
    // as: the platform's name as the channel itself gives it
    to: { platform: 'telegram' as Platform, chatId: '1001', kind: 'direct' },
    userSays: async (text) => void siti.says(text),
    userTaps: async (token) => void siti.taps(token),
    redeliver: async () => server.queue.repeat(server.queue.all.at(-1)?.update_id ?? 0),
    seen: () => siti.sees.map(seenIn),
    close: () => server.stop(),
  };
};
