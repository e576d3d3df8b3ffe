import type { Api } from 'grammy';
import type { BotCommand } from 'grammy/types';
import type { Log } from '#ports/log.ts';
import { describeFailure } from './failures.ts';

/** The menu beside the writing field. */
export interface BotCommands {
  readonly id: readonly BotCommand[];
  readonly en: readonly BotCommand[];
}

/** Indonesian for everybody, English for whose app is English. A menu that could not be set stops nothing. */
export const publishCommands = async (api: Api, commands: BotCommands, log: Log): Promise<void> => {
  try {
    await api.setMyCommands(commands.id);
    await api.setMyCommands(commands.id, { language_code: 'id' });
    await api.setMyCommands(commands.en, { language_code: 'en' });
  } catch (error) {
    log.warn('telegram.menu-not-set', { channel: 'telegram', reason: describeFailure(error) });
  }
};
