import { type Api, GrammyError } from 'grammy';
import type { ChannelHealth } from '#ports/chat-channel.ts';
import type { Log } from '#ports/log.ts';
import { Unreachable } from '#shared/faults.ts';
import { describeFailure } from './failures.ts';
import type { BotIdentity } from './people.ts';

/** What we know of the connection: who we are, and whether it holds. */
export interface Link {
  identity(): BotIdentity | undefined;
  /** throws Unreachable while Telegram never told us our name */
  known(): BotIdentity;
  identify(signal: AbortSignal): Promise<void>;
  health(): ChannelHealth;
  up(): void;
  down(error: unknown): void;
}

type Signal = NonNullable<Parameters<Api['getMe']>[0]>;

export const createLink = (api: Api, log: Log): Link => {
  let bot: BotIdentity | undefined;
  let health: ChannelHealth = { ok: false, detail: 'not connected yet' };
  const change = (next: ChannelHealth): void => {
    if (next.ok === health.ok && next.detail === health.detail) return;
    health = next;
    if (next.ok) log.info('telegram.connected', { channel: 'telegram' });
    else log.warn('telegram.disconnected', { channel: 'telegram', ...(next.detail === undefined ? {} : { reason: next.detail }) });
  };
  return {
    identity: () => bot,
    known: () => {
      if (bot === undefined) throw new Unreachable('telegram');
      return bot;
    },
    identify: async (signal) => {
      if (bot !== undefined) return;
      // as: grammY's own signal type is an older spelling of the standard one; it only listens for `abort`
      const { id, username } = await api.getMe(signal as Signal);
      bot = { id, username };
    },
    health: () => health,
    up: () => change({ ok: true }),
    down: (error) => change({ ok: false, detail: adviceFor(error) }),
  };
};

/** What the operator should know and do. */
const adviceFor = (error: unknown): string => {
  if (!(error instanceof GrammyError)) return describeFailure(error);
  if (error.error_code === 401 || error.error_code === 404) return 'Telegram refuses TELEGRAM_BOT_TOKEN; copy it again from @BotFather';
  if (error.error_code === 409) return 'another program fetches the messages of this bot (409); stop it, or give it another token';
  return describeFailure(error);
};
