import { setMaxListeners } from 'node:events';
import { Api } from 'grammy';
import type { HttpRoutes } from '#adapters/http/routes.ts';
import type { Capabilities, ChatChannel, Outbound, Pace, Receive, SendResult } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import { Bug } from '#shared/faults.ts';
import { createBackoff, pause } from './backoff.ts';
import { type BotCommands, publishCommands } from './commands.ts';
import { allowedUpdates } from './inbound.ts';
import { createIntake, type Intake } from './intake.ts';
import { createLink } from './link.ts';
import { telegram } from './people.ts';
import { poll } from './polling.ts';
import { longestText } from './send-plan.ts';
import { createSend } from './sending.ts';
import { checkWebhook, type WebhookSettings, webhookRoute, webhookUrl } from './webhook.ts';

export interface TelegramOptions {
  readonly token: string;
  /** without a slash at the end */
  readonly apiRoot: string;
  readonly mode: 'polling' | 'webhook';
  /** mode webhook: both are needed */
  readonly webhook?: WebhookSettings;
  readonly http?: HttpRoutes;
  readonly clock: Clock;
  readonly log: Log;
  readonly commands: BotCommands;
  readonly timing?: Partial<TelegramTiming>;
}

export interface TelegramTiming {
  /** how long Telegram may hold a fetch while nothing happens */
  readonly pollSeconds: number;
  /** after this a call's outcome counts as unknown */
  readonly sendSeconds: number;
  readonly retryFromMs: number;
  readonly retryToMs: number;
  /** how long a stop waits for calls under way */
  readonly stopMs: number;
}

const usualTiming: TelegramTiming = { pollSeconds: 25, sendSeconds: 15, retryFromMs: 500, retryToMs: 30_000, stopMs: 6000 };

const capabilities: Capabilities = {
  buttons: true,
  edits: true,
  ephemeral: false,
  startPrivate: false,
  images: true,
  files: true,
  places: true,
  maxChoices: 8,
  maxText: longestText,
};

/** Below Telegram's unpublished limits: about 30 a second in all, one a second to a chat, 20 a minute to a group. */
const pace: Pace = { perSecond: 25, chatGapMs: 1000, groupPerMinute: 15 };

/** Telegram through grammY's API client. grammY's own loop is not used: it handles one update after the other over all chats. */
export const createTelegramChannel = (options: TelegramOptions): ChatChannel => {
  const { log, mode } = options;
  const timing = { ...usualTiming, ...options.timing };
  const apiRoot = options.apiRoot.replace(/\/+$/, '');
  const api = new Api(options.token, { apiRoot, timeoutSeconds: timing.sendSeconds });
  const fetching = new Api(options.token, { apiRoot, timeoutSeconds: timing.pollSeconds + timing.sendSeconds });
  const link = createLink(api, log);
  const outgoing = createOutgoing(createSend(api), timing.stopMs);
  const stopping = new AbortController();
  let intake: Intake | undefined;
  let running: Promise<void> = Promise.resolve();
  if (mode === 'webhook') mountWebhook(options, () => (link.identity() === undefined || stopping.signal.aborted ? undefined : intake));

  const listen = async (taking: Intake): Promise<void> => {
    void publishCommands(api, options.commands, log);
    if (mode === 'webhook') return;
    const backoff = createBackoff({ fromMs: timing.retryFromMs, toMs: timing.retryToMs });
    await poll({ api: fetching, link, intake: taking, backoff, log, pollSeconds: timing.pollSeconds }, stopping.signal);
  };

  const connect = async (afterFirstTry: () => void): Promise<boolean> => {
    const backoff = createBackoff({ fromMs: timing.retryFromMs, toMs: timing.retryToMs });
    while (!stopping.signal.aborted) {
      try {
        await link.identify(stopping.signal);
        await announce(api, options);
        link.up();
        return true;
      } catch (error) {
        if (!stopping.signal.aborted) link.down(error);
      }
      afterFirstTry();
      await backoff.wait(stopping.signal);
    }
    return false;
  };

  return {
    platform: telegram,
    capabilities,
    pace,
    /** Resolves after the first attempt to connect, whatever its outcome: the other channels do not wait. */
    start: async (receive: Receive) => {
      const taking = createIntake({ api, bot: link.known, receive, clock: options.clock, log });
      intake = taking;
      await new Promise<void>((resolve) => {
        running = connect(resolve)
          .then((connected) => {
            resolve();
            return connected ? listen(taking) : undefined;
          })
          .catch((error: unknown) => log.error('telegram.ended', { channel: 'telegram', error }));
      });
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([running, outgoing.drain()]);
    },
    health: link.health,
    send: outgoing.send,
    deepLink: (payload) => {
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) throw new Bug(`"${payload}" cannot be carried by a link: use 1 to 64 of A-Z a-z 0-9 _ -`);
      return `https://t.me/${link.known().username}?start=${payload}`;
    },
    showTyping: async ({ chatId, threadId }) => {
      await api.sendChatAction(chatId, 'typing', threadId === undefined ? {} : { message_thread_id: Number(threadId) }).catch(() => undefined);
    },
  };
};

/** Tells Telegram which way updates go: to our address, or fetched. */
const announce = async (api: Api, { mode, webhook }: TelegramOptions): Promise<void> => {
  if (mode === 'polling') await api.deleteWebhook();
  else if (webhook !== undefined) await api.setWebhook(webhookUrl(webhook), { secret_token: webhook.secret, allowed_updates: allowedUpdates });
};

const mountWebhook = ({ webhook, http, log }: TelegramOptions, intake: () => Intake | undefined): void => {
  if (webhook === undefined || http === undefined) throw new Bug('mode webhook needs its settings and an HTTP server');
  checkWebhook(webhook);
  http.add(
    webhookRoute({
      secret: webhook.secret,
      log,
      isReady: () => intake() !== undefined,
      take: async (update) => {
        const taking = intake();
        if (taking === undefined) throw new Bug('the channel is stopped');
        await taking.take([update]);
      },
    }),
  );
};

/** Keeps count of calls under way, so that a stop can wait for them; what does not end in time ends as unknown. */
const createOutgoing = (send: ReturnType<typeof createSend>, stopMs: number) => {
  const halt = new AbortController();
  // Each call under way listens; there may be many, and none stays behind.
  setMaxListeners(0, halt.signal);
  const underWay = new Set<Promise<SendResult>>();
  return {
    send: (message: Outbound): Promise<SendResult> => {
      const sending = send(message, halt.signal);
      underWay.add(sending);
      void sending.finally(() => underWay.delete(sending)).catch(() => undefined);
      return sending;
    },
    drain: async (): Promise<void> => {
      const ended = new AbortController();
      await Promise.race([Promise.allSettled(underWay), pause(stopMs, ended.signal)]);
      ended.abort();
      halt.abort();
      await Promise.allSettled(underWay);
    },
  };
};
