// Only the limiter that counts in memory: the package's own index reads every store it knows, for 11 MB.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import { accountIdOf } from '#conversation/person.ts';
import type { Inbound } from '#ports/chat-channel.ts';

/** free: go on; told: over the limit for the first time, say so once; silent: still over it (RELIABILITY §7) */
export type Limited = 'free' | 'told' | 'silent';

export interface Limits {
  check(event: Inbound): Promise<Limited>;
}

/** 20 messages a minute per chat and 60 in ten minutes per person. */
export const createLimits = (enabled: boolean): Limits => {
  if (!enabled) return { check: async () => 'free' };
  const perChat = new RateLimiterMemory({ points: 20, duration: 60 });
  const perPerson = new RateLimiterMemory({ points: 60, duration: 600 });
  return {
    check: async (event) => {
      const person = event.sender ? accountIdOf(event.sender) : '';
      const [chat, whole] = await Promise.all([
        used(perChat, `${event.conversation.platform}|${event.conversation.chatId}|${person}`),
        used(perPerson, person),
      ]);
      if (chat <= 20 && whole <= 60) return 'free';
      return chat === 21 || whole === 61 ? 'told' : 'silent';
    },
  };
};

/** How many points are used up with this one; the limiter rejects with the same record when they are too many. */
const used = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
  try {
    return (await limiter.consume(key)).consumedPoints;
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    // as: what the limiter rejects with when it is not an Error
    return (rejected as { consumedPoints: number }).consumedPoints;
  }
};
