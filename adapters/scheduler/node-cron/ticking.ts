import { schedule } from 'node-cron';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Temporal } from '#shared/day.ts';

/**
 * Calls `tick` once a minute, never twice at a time. A tick only wakes; what is due is decided by the state. After the
 * machine's clock stepped back node-cron is silent, so an interval watches it (RELIABILITY §6).
 */
export const startTicking = ({
  tick,
  clock,
  log,
}: {
  readonly tick: (now: Temporal.Instant) => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
}): { stop(): Promise<void> } => {
  let running: Promise<void> | undefined;
  const once = (): void => {
    running ??= tick(clock.now())
      .catch((error: unknown) => log.error('tick-failed', { error }))
      .finally(() => {
        running = undefined;
      });
  };
  const task = schedule('* * * * *', once);
  const watch = setInterval(once, 60_000).unref();
  return {
    stop: async () => {
      clearInterval(watch);
      await task.stop();
      await running;
    },
  };
};
