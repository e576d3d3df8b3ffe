import type { Clock } from '#ports/clock.ts';
import { Temporal } from '#shared/day.ts';

/** A clock that stands still. */
export const clockAt = (moment: string): Clock => ({ now: () => Temporal.Instant.from(moment) });
