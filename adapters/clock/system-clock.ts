import type { Clock } from '#ports/clock.ts';
import { Temporal } from '#shared/day.ts';

/** The time of this machine. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };
