import type { HttpRoutes } from '#adapters/http/routes.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { BotCommands } from './commands.ts';
import type { WebhookSettings } from './webhook.ts';

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
  /** how long a start waits for the first attempt to connect */
  readonly startMs: number;
  /** how long a stop waits for calls under way */
  readonly stopMs: number;
}
