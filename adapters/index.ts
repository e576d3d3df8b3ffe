import type { HttpRoutes } from '#adapters/http/routes.ts';
import type { ChatChannel } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Settings } from '#src/config.ts';
import type { BotCommands } from '#adapters/chat/telegram/commands.ts';

export interface ChannelNeeds {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly http: HttpRoutes;
  readonly commands: BotCommands;
}

/** A chat platform that is switched on by its settings; loaded only then. */
interface ChannelEntry {
  readonly name: string;
  isConfigured(settings: Settings): boolean;
  open(needs: ChannelNeeds): Promise<ChatChannel>;
}

/** The chat platforms of this program: a new one is a folder and a line here. */
export const channels: readonly ChannelEntry[] = [
  {
    name: 'telegram',
    isConfigured: ({ TELEGRAM_BOT_TOKEN }) => TELEGRAM_BOT_TOKEN !== undefined,
    open: async ({ settings, clock, log, http, commands }) => {
      const { createTelegramChannel } = await import('#adapters/chat/telegram/index.ts');
      const {
        TELEGRAM_BOT_TOKEN: token = '',
        TELEGRAM_API_ROOT: apiRoot,
        TELEGRAM_MODE: mode,
        PUBLIC_BASE_URL,
        TELEGRAM_WEBHOOK_SECRET,
      } = settings;
      return createTelegramChannel({
        token,
        apiRoot,
        mode,
        clock,
        log,
        commands,
        http,
        ...(PUBLIC_BASE_URL && TELEGRAM_WEBHOOK_SECRET
          ? { webhook: { publicBaseUrl: PUBLIC_BASE_URL, secret: TELEGRAM_WEBHOOK_SECRET } }
          : {}),
      });
    },
  },
];
