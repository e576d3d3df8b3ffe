import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { Temporal } from '#shared/day.ts';

export type LivingHoldStatus = 'waiting' | 'suspended' | 'allocated' | 'in_transit' | 'ready';
export type HoldStatus = LivingHoldStatus | 'filled' | 'cancelled' | 'expired' | 'unfillable';

export interface QueuedHold {
  readonly id: string;
  readonly status: LivingHoldStatus;
  readonly placedAt: string;
}

/** A hold that is ready stands on the shelf, no longer in the queue. */
export const isInQueue = (status: LivingHoldStatus): boolean => status !== 'ready';

/** First come, first served; equal moments by id (DOMAIN §2, 2). */
export const queueOrder = (a: QueuedHold, b: QueuedHold): number => {
  if (a.placedAt !== b.placedAt) return a.placedAt < b.placedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** The place of each living hold of one title: 1 = next; null for those that are ready. */
export const positions = (holds: readonly QueuedHold[]): ReadonlyMap<string, number | null> => {
  const queue = holds.filter((hold) => isInQueue(hold.status)).sort(queueOrder);
  const places = new Map<string, number | null>(holds.map((hold) => [hold.id, null]));
  for (const [index, hold] of queue.entries()) places.set(hold.id, index + 1);
  return places;
};

/** A moment for a new hold that stands behind all others, also when the clock stood still or went back. */
export const placedAfter = (now: Temporal.Instant, last: Temporal.Instant | null): Temporal.Instant => {
  if (last === null || Temporal.Instant.compare(now, last) > 0) return now;
  return last.add({ milliseconds: 1 });
};

/** R3: the last day on which a hold that became ready on `readyOn` is kept, in open days of the pickup branch. */
export const pickupDeadline = (readyOn: Temporal.PlainDate, openDays: number, calendar: OpeningCalendar): Temporal.PlainDate =>
  calendar.openDayAfter(readyOn, openDays);

export interface KeptHold {
  /** null: since when it is kept is not known, so every closure up to the deadline counts */
  readonly readyOn: Temporal.PlainDate | null;
  readonly deadline: Temporal.PlainDate;
}

/**
 * R3: closures announced later move the deadline forward, never back: by an open day for each closed one of the time to
 * fetch the book. `closures` are days that were open until now; `calendar` knows them already.
 */
export const deadlineAfterClosures = (
  { readyOn, deadline }: KeptHold,
  closures: readonly Temporal.PlainDate[],
  calendar: OpeningCalendar,
): Temporal.PlainDate => {
  const lost = closures.filter(
    (day) => (readyOn === null || Temporal.PlainDate.compare(day, readyOn) > 0) && Temporal.PlainDate.compare(day, deadline) <= 0,
  );
  return calendar.nextOpenDay(calendar.openDayAfter(deadline, lost.length));
};

/** R3: a hold lapses at the closing time of its last day, and never while the pickup branch is closed all day. */
export const hasLapsed = (deadline: Temporal.PlainDate, now: Temporal.PlainDateTime, calendar: OpeningCalendar): boolean => {
  const today = now.toPlainDate();
  if (!calendar.isOpen(today)) return false;
  const order = Temporal.PlainDate.compare(today, deadline);
  if (order !== 0) return order > 0;
  const closing = calendar.closingTimeOn(today);
  return closing !== null && Temporal.PlainTime.compare(now.toPlainTime(), closing) >= 0;
};

/** Longest suspension by the reader's own wish (R4). */
export const longestSuspensionDays = 90;
/** After the longest suspension without a date the reader is asked, and has so many days to answer (R4). */
export const suspensionAnswerDays = 7;

/** R4: the last day a suspension may be given; none before tomorrow. */
export const latestSuspension = (today: Temporal.PlainDate): Temporal.PlainDate => today.add({ days: longestSuspensionDays });

/** R4: the day after which a hold lapses that was suspended without a date and never resumed. */
export const suspensionLapse = (today: Temporal.PlainDate): Temporal.PlainDate =>
  latestSuspension(today).add({ days: suspensionAnswerDays });

/** HOLD_LAPSING: the open day before the last one, in the morning (DOMAIN §3). */
export const isLapsingNoticeDue = (deadline: Temporal.PlainDate, now: Temporal.PlainDateTime, calendar: OpeningCalendar): boolean =>
  now.hour >= lapsingNoticeHour && calendar.previousOpenDay(deadline.subtract({ days: 1 })).equals(now.toPlainDate());

const lapsingNoticeHour = 9;
/** What a missed pickup costs where the library is lenient: so many open days of suspension (R3). */
export const courtesySuspensionOpenDays = 7;

export interface WaitQuestion {
  readonly today: Temporal.PlainDate;
  readonly position: number;
  /** copies that come back to the readers */
  readonly copies: number;
  readonly loanDays: number;
  readonly pickupDays: number;
  readonly calendar: OpeningCalendar;
}

/**
 * Evergreen's estimate: position × (one reader's time / copies), never less than the next open day. The early end
 * counts the loans alone, the late end also the days a copy stands on the hold shelf between two readers.
 */
export const expectedWait = ({
  today,
  position,
  copies,
  loanDays,
  pickupDays,
  calendar,
}: WaitQuestion): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } => {
  const after = (days: number) =>
    calendar.nextOpenDay(today.add({ days: Math.max(1, Math.ceil((position * days) / Math.max(1, copies))) }));
  return { from: after(loanDays), to: after(loanDays + pickupDays) };
};
