import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** The time zone of every library day. */
export const LIBRARY_ZONE = 'Asia/Jakarta';

/** The library day in which a moment falls. */
export const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
  moment.toZonedDateTimeISO(LIBRARY_ZONE).toPlainDate();

/** The wall clock of the library at a moment. */
export const localTimeOf = (moment: Temporal.Instant): Temporal.PlainDateTime =>
  moment.toZonedDateTimeISO(LIBRARY_ZONE).toPlainDateTime();

/** The moment at which the library's wall clock shows `local`. */
export const momentOf = (local: Temporal.PlainDateTime): Temporal.Instant =>
  local.toZonedDateTime(LIBRARY_ZONE).toInstant();

/** A moment as the database keeps it: UTC, milliseconds, so that text order is time order. */
export const momentText = (moment: Temporal.Instant): string => moment.toString({ fractionalSecondDigits: 3 });

export const momentFrom = (text: string): Temporal.Instant => Temporal.Instant.from(text);
