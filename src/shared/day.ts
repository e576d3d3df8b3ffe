import { Temporal } from 'temporal-polyfill';

export { Temporal };

/** The time zone of every library day. */
export const LIBRARY_ZONE = 'Asia/Jakarta';

const MOST_REMEMBERED = 64;

/** `make` of a number, remembered: turns ask for the same few days again and again. */
const remembered = <T>(make: (number: number, moment: Temporal.Instant) => T): ((number: number, moment: Temporal.Instant) => T) => {
  const known = new Map<number, T>();
  return (number, moment) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = make(number, moment);
    known.set(number, made);
    return made;
  };
};

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const libraryDay = remembered((_quarter, moment) => moment.toZonedDateTimeISO(LIBRARY_ZONE).toPlainDate());
const utcDay = remembered((_day, moment) => moment.toString().split('T', 1)[0] ?? '');

/** The library day in which a moment falls. */
export const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
  // No day begins within a quarter of an hour.
  libraryDay(Math.floor(moment.epochMilliseconds / QUARTER_MS), moment);

const libraryTime = remembered((_ms, moment) => moment.toZonedDateTimeISO(LIBRARY_ZONE).toPlainDateTime());

/** The wall clock of the library at a moment, to the millisecond. */
export const localTimeOf = (moment: Temporal.Instant): Temporal.PlainDateTime => libraryTime(moment.epochMilliseconds, moment);

/** The moment at which the library's wall clock shows `local`. */
export const momentOf = (local: Temporal.PlainDateTime): Temporal.Instant => local.toZonedDateTime(LIBRARY_ZONE).toInstant();

/** A moment as the database keeps it: UTC, milliseconds, so that text order is time order. */
export const momentText = (moment: Temporal.Instant): string => {
  // Four or five times a turn; Temporal's own spelling costs about nine times as much.
  const { epochMilliseconds } = moment;
  const day = Math.floor(epochMilliseconds / DAY_MS);
  const rest = epochMilliseconds - day * DAY_MS;
  const [hour, minute, second] = [rest / 3_600_000, (rest / 60_000) % 60, (rest / 1000) % 60].map(twoDigits);
  return `${utcDay(day, moment)}T${hour}:${minute}:${second}.${String(rest % 1000).padStart(3, '0')}Z`;
};

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');

export const momentFrom = (text: string): Temporal.Instant => Temporal.Instant.from(text);
