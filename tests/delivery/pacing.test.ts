import { describe, expect, it } from 'vitest';
import { createPacer } from '#delivery/pacing.ts';

const telegram = { perSecond: 25, chatGapMs: 1000, groupPerMinute: 15 };

/** Sends as soon as the pacer allows, on a clock that jumps to the next allowed moment; answers the moments. */
const momentsOf = (chats: readonly string[], isGroup: boolean): readonly number[] => {
  const pacer = createPacer(telegram);
  let now = 0;
  return chats.map((chat) => {
    for (let wait = pacer.waitFor(chat, isGroup, now); wait > 0; wait = pacer.waitFor(chat, isGroup, now)) now += wait;
    pacer.sent(chat, isGroup, now);
    return now;
  });
};

const mostWithin = (moments: readonly number[], span: number): number =>
  Math.max(...moments.map((from) => moments.filter((moment) => moment >= from && moment < from + span).length));

describe('the pace of pushes', () => {
  it('writes to one chat once a second', () => {
    expect(momentsOf(['a', 'a', 'a'], false)).toEqual([0, 1000, 2000]);
  });

  it('writes to a thousand chats at 25 a second, never faster', () => {
    const moments = momentsOf(
      Array.from({ length: 1000 }, (_, at) => `chat${at}`),
      false,
    );
    expect(mostWithin(moments, 1000)).toBe(25);
    expect(moments.at(-1)).toBeCloseTo(999 * 40);
  });

  it('writes to one group fifteen times a minute, over an hour', () => {
    const moments = momentsOf(
      Array.from({ length: 900 }, () => 'group'),
      true,
    );
    expect(mostWithin(moments, 60_000)).toBe(15);
    expect((moments.at(-1) ?? 0) / 60_000).toBeLessThan(60);
  });

  it('counts replies, although it does not hold them back', () => {
    const pacer = createPacer(telegram);
    pacer.sent('a', false, 0);
    expect(pacer.pausedFor(0)).toBe(0);
    expect(pacer.waitFor('a', false, 300)).toBe(700);
  });

  it('lets nothing leave before the platform allows it again', () => {
    const pacer = createPacer(telegram);
    pacer.pauseUntil(5000);
    pacer.pauseUntil(3000);
    expect([pacer.pausedFor(1000), pacer.waitFor('a', false, 1000)]).toEqual([4000, 4000]);
    expect([pacer.pausedFor(5000), pacer.waitFor('a', false, 5000)]).toEqual([0, 0]);
  });
});
