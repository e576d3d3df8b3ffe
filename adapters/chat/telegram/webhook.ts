import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { HttpRoute } from '#adapters/http/routes.ts';
import type { Log } from '#ports/log.ts';
import { Misconfigured } from '#shared/faults.ts';

export interface WebhookSettings {
  /** how the world reaches our HTTP server, without a slash at the end */
  readonly publicBaseUrl: string;
  /** 1–256 of A-Z a-z 0-9 _ - */
  readonly secret: string;
}

export const checkWebhook = ({ publicBaseUrl, secret }: WebhookSettings): void => {
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw new Misconfigured(
      'TELEGRAM_WEBHOOK_SECRET',
      'use 1 to 256 characters of A-Z, a-z, 0-9, _ and -, for example from `openssl rand -hex 32`',
    );
  }
  if (!/^https?:\/\/[^/]/.test(publicBaseUrl)) {
    throw new Misconfigured(
      'PUBLIC_BASE_URL',
      'give the address under which Telegram reaches this program, for example https://bot.example.org',
    );
  }
};

// The address stands in proxies' logs, so it must not tell the secret of the header.
const keyOf = (secret: string): string => createHmac('sha256', secret).update('telegram webhook address').digest('hex').slice(0, 32);

export const webhookUrl = ({ publicBaseUrl, secret }: WebhookSettings): string =>
  `${publicBaseUrl.replace(/\/+$/, '')}/webhook/telegram/${keyOf(secret)}`;

// Hashes have one length: the comparison takes the same time however much of a guess is right.
const isSame = (given: string, expected: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
};

export interface WebhookNeeds {
  readonly secret: string;
  /** resolves when stored */
  readonly take: (update: Update) => Promise<void>;
  readonly isReady: () => boolean;
  readonly log: Log;
}

/** Answers 200 only for what is stored: any other answer makes Telegram deliver again. */
export const webhookRoute = ({ secret, take, isReady, log }: WebhookNeeds): HttpRoute => ({
  method: 'POST',
  path: '/webhook/telegram/:key',
  handle: async (request, { key = '' }) => {
    const header = request.headers.get('x-telegram-bot-api-secret-token') ?? '';
    const isOurs = [isSame(key, keyOf(secret)), isSame(header, secret)].every(Boolean);
    if (!isOurs) return new Response(null, { status: 401 });
    if (!isReady()) return new Response(null, { status: 503 });
    const update = await readUpdate(request);
    if (update === null) return new Response(null, { status: 400 });
    try {
      await take(update);
      return new Response(null, { status: 200 });
    } catch (error) {
      log.error('telegram.not-stored', { channel: 'telegram', count: 1, error });
      return new Response(null, { status: 500 });
    }
  },
});

const readUpdate = async (request: Request): Promise<Update | null> => {
  try {
    const body: unknown = await request.json();
    const hasNumber = typeof body === 'object' && body !== null && 'update_id' in body && Number.isSafeInteger(body.update_id);
    // as: the sender proved to be Telegram, whose updates have this shape
    return hasNumber ? (body as Update) : null;
  } catch {
    return null;
  }
};
