import type { Api } from 'grammy';
import { createBackoff } from './backoff.ts';
import { publishCommands } from './commands.ts';
import { allowedUpdates } from './inbound.ts';
import type { Intake } from './intake.ts';
import type { Link } from './link.ts';
import type { TelegramOptions, TelegramTiming } from './options.ts';
import { poll } from './polling.ts';
import { webhookUrl } from './webhook.ts';

export interface RunningNeeds extends Pick<TelegramOptions, 'mode' | 'webhook' | 'commands' | 'log'> {
  readonly api: Api;
  /** the client for fetches, which are held for long */
  readonly fetching: Api;
  readonly link: Link;
  readonly intake: Intake;
  readonly timing: TelegramTiming;
  readonly onFirstAttempt: () => void;
}

/** Connects, as often as it takes, and listens until stopped. Never rejects. */
export const run = async (needs: RunningNeeds, signal: AbortSignal): Promise<void> => {
  try {
    if (!(await connect(needs, signal))) return;
    needs.onFirstAttempt();
    void publishCommands(needs.api, needs.commands, needs.log);
    if (needs.mode === 'polling')
      await poll({ ...needs, api: needs.fetching, backoff: backoffOf(needs), pollSeconds: needs.timing.pollSeconds }, signal);
  } catch (error) {
    needs.log.error('telegram.ended', { channel: 'telegram', error });
  } finally {
    needs.onFirstAttempt();
  }
};

const backoffOf = ({ timing }: RunningNeeds) => createBackoff({ fromMs: timing.retryFromMs, toMs: timing.retryToMs });

const connect = async (needs: RunningNeeds, signal: AbortSignal): Promise<boolean> => {
  const backoff = backoffOf(needs);
  while (!signal.aborted) {
    try {
      await needs.link.identify(signal);
      await announce(needs);
      needs.link.up();
      return true;
    } catch (error) {
      if (!signal.aborted) needs.link.down(error);
    }
    needs.onFirstAttempt();
    await backoff.wait(signal);
  }
  return false;
};

/** Tells Telegram which way updates go: to our address, or fetched. */
const announce = async ({ api, mode, webhook }: RunningNeeds): Promise<void> => {
  if (mode === 'polling') await api.deleteWebhook();
  else if (webhook !== undefined)
    await api.setWebhook(webhookUrl(webhook), { secret_token: webhook.secret, allowed_updates: allowedUpdates });
};
