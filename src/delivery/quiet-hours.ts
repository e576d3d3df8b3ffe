import { LIBRARY_ZONE, Temporal } from '#shared/day.ts';

/** When something that may wait is sent: `now`, or the end of the quiet hours ("20:00-07:00", library time) that `now` falls in. */
export const endOfQuiet = (now: Temporal.Instant, quiet: string): Temporal.Instant => {
  const [from, to] = quiet.split('-').map((time) => Temporal.PlainTime.from(time));
  if (!from || !to) return now;
  const local = now.toZonedDateTimeISO(LIBRARY_ZONE);
  const time = local.toPlainTime();
  const after = Temporal.PlainTime.compare(time, from) >= 0;
  const before = Temporal.PlainTime.compare(time, to) < 0;
  const overMidnight = Temporal.PlainTime.compare(from, to) > 0;
  if (overMidnight ? !(after || before) : !(after && before)) return now;
  const day = overMidnight && after ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: LIBRARY_ZONE, plainTime: to }).toInstant();
};
