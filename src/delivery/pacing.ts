import type { Pace } from '#ports/chat-channel.ts';

/**
 * When a push may leave, so that a platform never has to say 429: so many a second in all, a gap per chat, so many a minute to
 * one group. Replies are not held back by it, but they count. Times are milliseconds of any steady clock.
 */
export interface Pacer {
  /** 0 = now; else milliseconds to wait before asking again */
  waitFor(chatId: string, isGroup: boolean, now: number): number;
  sent(chatId: string, isGroup: boolean, now: number): void;
  /** nothing at all leaves before `until` (a 429's retry-after) */
  pauseUntil(until: number): void;
  pausedFor(now: number): number;
}

const MINUTE = 60_000;

export const createPacer = (pace: Pace): Pacer => {
  const gap = 1000 / pace.perSecond;
  let nextFree = 0;
  let paused = 0;
  const lastTo = new Map<string, number>();
  const groupSends = new Map<string, number[]>();

  const groupWait = (chatId: string, now: number): number => {
    const recent = (groupSends.get(chatId) ?? []).filter((at) => at > now - MINUTE);
    groupSends.set(chatId, recent);
    return recent.length < pace.groupPerMinute ? 0 : (recent[recent.length - pace.groupPerMinute] ?? now) + MINUTE - now;
  };

  return {
    waitFor: (chatId, isGroup, now) =>
      Math.max(
        0,
        paused - now,
        nextFree - now,
        (lastTo.get(chatId) ?? Number.NEGATIVE_INFINITY) + pace.chatGapMs - now,
        isGroup ? groupWait(chatId, now) : 0,
      ),
    sent: (chatId, isGroup, now) => {
      nextFree = Math.max(now, nextFree) + gap;
      lastTo.set(chatId, now);
      if (lastTo.size > 10_000) for (const [chat, at] of lastTo) if (at < now - MINUTE) lastTo.delete(chat);
      if (isGroup) groupSends.set(chatId, [...(groupSends.get(chatId) ?? []), now]);
    },
    pauseUntil: (until) => {
      paused = Math.max(paused, until);
    },
    pausedFor: (now) => Math.max(0, paused - now),
  };
};
