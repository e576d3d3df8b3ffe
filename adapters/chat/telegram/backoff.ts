import { setTimeout as sleep } from 'node:timers/promises';

export interface Backoff {
  /** Waits longer after each failure in a row, at random up to the limit; ends early when stopped. */
  wait(signal: AbortSignal, atLeastMs?: number): Promise<void>;
  reset(): void;
}

export const createBackoff = ({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): Backoff => {
  let failures = 0;
  return {
    wait: async (signal, atLeastMs = 0) => {
      const ceiling = Math.min(toMs, fromMs * 2 ** Math.min(failures, 20));
      failures += 1;
      // At random in the upper half: many programs that lost one server do not return as one.
      await pause(Math.max(atLeastMs, ceiling * (0.5 + Math.random() / 2)), signal);
    },
    reset: () => {
      failures = 0;
    },
  };
};

/** Resolves after `ms`, or at once when stopped. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).then(
    () => undefined,
    () => undefined,
  );
