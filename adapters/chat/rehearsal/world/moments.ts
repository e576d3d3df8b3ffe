import { Temporal, LIBRARY_ZONE, momentOf } from '#shared/day.ts';

const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i;
const withoutOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?$/;

/** A moment as a world or a request writes it; without an offset it is the library's wall clock. Undefined: not a moment. */
export const readMoment = (text: string): Temporal.Instant | undefined => {
  try {
    if (withOffset.test(text)) return Temporal.Instant.from(text);
    if (withoutOffset.test(text)) return momentOf(Temporal.PlainDateTime.from(text));
  } catch (error) {
    // 31 February has the right shape and is still no day
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
};

/** Whether `text` is a day that the calendar has, as YYYY-MM-DD. */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
};

/** A moment as the snapshot shows it: the library's wall clock with its offset. */
export const withLibraryOffset = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO(LIBRARY_ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' });
