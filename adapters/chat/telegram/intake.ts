import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Receive } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import { pause } from './backoff.ts';
import { describeFailure } from './failures.ts';
import { inboundFrom } from './inbound.ts';
import { type BotIdentity, chatOf } from './people.ts';

/** Longest wait for Telegram to take note of a tap; the work goes on without it. */
const longestAcknowledgement = 1500;

export interface Intake {
  /** Resolves when every update is stored; rejects when one is not, and then none may be acknowledged. */
  take(updates: readonly Update[]): Promise<void>;
}

export interface IntakeNeeds {
  readonly api: Api;
  readonly bot: () => BotIdentity;
  readonly receive: Receive;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Chats go side by side. In one chat events are handed over in order, without waiting for one another to be stored,
 * so that they can be stored together; only a tap waits, until its button no longer shows a clock.
 */
export const createIntake = (needs: IntakeNeeds): Intake => ({
  take: async (updates) => {
    const chats = [...inChats(updates).values()];
    const outcomes = await Promise.allSettled(chats.map((chat) => takeChat(needs, chat)));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  },
});

const inChats = (updates: readonly Update[]): ReadonlyMap<number | undefined, Update[]> => {
  const chats = new Map<number | undefined, Update[]>();
  for (const update of updates) {
    const chat = chatOf(update);
    const known = chats.get(chat);
    if (known === undefined) chats.set(chat, [update]);
    else known.push(update);
  }
  return chats;
};

const takeChat = async (needs: IntakeNeeds, updates: readonly Update[]): Promise<void> => {
  const stored: Promise<unknown>[] = [];
  for (const update of updates) {
    if (update.callback_query !== undefined) await acknowledge(needs, update.callback_query.id);
    const event = inboundFrom(update, needs.bot(), needs.clock.now());
    if (event !== null) stored.push(needs.receive(event));
  }
  const outcomes = await Promise.allSettled(stored);
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
};

/** A refusal ("query is too old") only means that the clock on the button ran out by itself. */
const acknowledge = async ({ api, log }: IntakeNeeds, queryId: string): Promise<void> => {
  const timer = new AbortController();
  const answered = api.answerCallbackQuery(queryId).then(
    () => undefined,
    (error: unknown) => log.debug('telegram.tap-not-acknowledged', { channel: 'telegram', reason: describeFailure(error) }),
  );
  await Promise.race([answered, pause(longestAcknowledgement, timer.signal)]);
  timer.abort();
};
