// What a measured program tells of itself, by messages from the program that measures it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

export interface ProcessFigures {
  /** user and system time since the last reset */
  readonly cpuMs: number;
  /** longest wait of the event loop since the last reset */
  readonly stallMs: number;
  readonly rssMb: number;
}

export type Ask = 'reset' | 'figures' | 'stop';

/** Answers the measuring program until it says stop. */
export const answerForFigures = (stop: () => Promise<void>): void => {
  const delays = monitorEventLoopDelay({ resolution: 5 });
  delays.enable();
  let from = process.cpuUsage();
  const figures = (): ProcessFigures => {
    const used = process.cpuUsage(from);
    return { cpuMs: (used.user + used.system) / 1000, stallMs: delays.max / 1e6, rssMb: process.memoryUsage.rss() / 2 ** 20 };
  };
  process.on('message', (ask: Ask) => {
    if (ask === 'stop') return void stop().finally(() => process.exit(0));
    const told = figures();
    if (ask === 'reset') {
      delays.reset();
      from = process.cpuUsage();
    }
    process.send?.(told);
  });
  // Nobody measures any more.
  process.once('disconnect', () => process.exit(1));
  process.send?.('ready');
};
