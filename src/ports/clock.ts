import type { Temporal } from '#shared/day.ts';

/** The only source of time. */
export interface Clock {
  now(): Temporal.Instant;
}
