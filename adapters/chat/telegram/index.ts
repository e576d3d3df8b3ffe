import { setMaxListeners } from 'node:events';
import { Api } from 'grammy';
import type { Capabilities, ChatChannel, Outbound, Pace, Receive, SendResult } from '#ports/chat-channel.ts';
import { Bug, Misconfigured } from '#shared/faults.ts';
import { pause } from './backoff.ts';
import { fileFetcher } from './files.ts';
import { createIntake, type Intake } from './intake.ts';
import { createLink } from './link.ts';
import type { TelegramOptions, TelegramTiming } from './options.ts';
import { telegram } from './people.ts';
import { run } from './running.ts';
import { longestText } from './send-plan.ts';
import { createSend } from './sending.ts';
import { checkWebhook, webhookRoute } from './webhook.ts';

export type { TelegramOptions } from './options.ts';

const usualTiming: TelegramTiming = { pollSeconds: 25, sendSeconds: 15, retryFromMs: 500, retryToMs: 30_000, startMs: 3000, stopMs: 6000 };

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
  const { log } = options;
  const timing = { ...usualTiming, ...options.timing };
  const apiRoot = options.apiRoot.replace(/\/+$/, '');
  const api = new Api(options.token, { apiRoot, timeoutSeconds: timing.sendSeconds });
  const fetching = new Api(options.token, { apiRoot, timeoutSeconds: timing.pollSeconds + timing.sendSeconds });
  const link = createLink(api, log);
  let outgoing = createOutgoing(createSend(api), timing.stopMs);
  let stopping = new AbortController();
  let intake: Intake | undefined;
  let running: Promise<void> = Promise.resolve();
  if (options.mode === 'webhook')
    mountWebhook(options, () => (link.identity() === undefined || stopping.signal.aborted ? undefined : intake));

  return {
    platform: telegram,
    capabilities,
    pace,
    listensAlone: options.mode === 'polling',
    /** Resolves after the first attempt to connect, whatever its outcome, or soon without one: the other channels do not wait. */
    start: async (receive: Receive) => {
      if (stopping.signal.aborted) {
        stopping = new AbortController();
        outgoing = createOutgoing(createSend(api), timing.stopMs);
      }
      const taking = createIntake({ api, bot: link.known, receive, clock: options.clock, log });
      intake = taking;
      const attempted = new AbortController();
      running = run({ ...options, timing, api, fetching, link, intake: taking, onFirstAttempt: () => attempted.abort() }, stopping.signal);
      await pause(timing.startMs, attempted.signal);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all([running, outgoing.drain()]);
    },
    health: link.health,
    send: (message) => outgoing.send(message),
    fetchFile: fileFetcher({ api, apiRoot, token: options.token, seconds: timing.sendSeconds }),
    deepLink: (payload) => linkTo(link.known().username, payload),
    showTyping: async ({ chatId, threadId }) => {
      await api
        .sendChatAction(chatId, 'typing', threadId === undefined ? {} : { message_thread_id: Number(threadId) })
        .catch(() => undefined);
    },
  };
};

const linkTo = (username: string, payload: string): string => {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) throw new Bug(`"${payload}" cannot be carried by a link: use 1 to 64 of A-Z a-z 0-9 _ -`);
  return `https://t.me/${username}?start=${payload}`;
};

const mountWebhook = ({ webhook, http, log }: TelegramOptions, intake: () => Intake | undefined): void => {
  if (webhook === undefined)
    throw new Misconfigured(
      'TELEGRAM_MODE',
      'webhook needs PUBLIC_BASE_URL, TELEGRAM_WEBHOOK_SECRET and PORT; set them, or choose polling',
    );
  if (http === undefined) throw new Bug('mode webhook needs an HTTP server to mount its address on');
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
