import { type LivingHoldStatus, positions } from '#domain/circulation/hold-queue.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import type { DemoDays } from './days.ts';
import type { DemoCopy, Shelves } from './shelves.ts';

export interface DemoLoan {
  readonly id: string;
  readonly patronId: string;
  readonly copy: DemoCopy;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: 'open' | 'returned' | 'lost' | 'claimed_returned';
  readonly returnedOn: string | null;
}

export interface DemoHold {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
  readonly status: string;
  readonly placedAt: string;
  readonly pickup: string;
  readonly copyCode: string | null;
  readonly readyOn: string | null;
  readonly deadlineOn: string | null;
  readonly suspendedUntil: string | null;
  readonly endedAt: string | null;
}

const ended: ReadonlySet<string> = new Set(['filled', 'cancelled', 'expired', 'unfillable']);
export const isLiving = ({ status }: DemoHold): boolean => !ended.has(status);

const copyStatusOfLoan = { open: 'on_loan', lost: 'lost', claimed_returned: 'claimed_returned' } as const;

/** Writes down who has what; keeps copies, loans and holds in step. */
export class DeskBook {
  readonly loans: DemoLoan[] = [];
  readonly holds: DemoHold[] = [];
  readonly #shelves: Shelves;
  readonly #days: DemoDays;
  readonly #now: Temporal.Instant;

  constructor(shelves: Shelves, days: DemoDays, now: Temporal.Instant) {
    this.#shelves = shelves;
    this.#days = days;
    this.#now = now;
  }

  /** A copy that is out. */
  lend(
    patronId: string,
    titleId: string,
    due: Temporal.PlainDate,
    more: { readonly renewals?: number; readonly status?: 'open' | 'lost' | 'claimed_returned' } = {},
  ): void {
    const status = more.status ?? 'open';
    const copy = this.#shelves.take(titleId, copyStatusOfLoan[status]);
    const loanedOn = this.#days.loanedFor(more.renewals === undefined ? due : due.subtract({ days: 7 * more.renewals }));
    this.#addLoan({
      patronId,
      copy,
      loanedOn: loanedOn.toString(),
      dueOn: due.toString(),
      renewals: more.renewals ?? 0,
      status,
      returnedOn: null,
    });
  }

  /** A loan of the past; the copy is on its shelf again. */
  returned(patronId: string, copy: DemoCopy, due: Temporal.PlainDate): void {
    const back = this.#days.calendar.previousOpenDay(due.subtract({ days: 1 }));
    this.#addLoan({
      patronId,
      copy,
      loanedOn: this.#days.loanedFor(due).toString(),
      dueOn: due.toString(),
      renewals: 0,
      status: 'returned',
      returnedOn: back.toString(),
    });
  }

  #addLoan(loan: Omit<DemoLoan, 'id'>): void {
    this.loans.push({ id: `demo-loan-${String(this.loans.length + 1).padStart(3, '0')}`, ...loan });
  }

  /** A hold placed so many hours ago. */
  hold(patronId: string, titleId: string, status: string, more: Partial<DemoHold> & { readonly hoursAgo: number }): void {
    const { hoursAgo, ...facts } = more;
    this.holds.push({
      ...{ id: `demo-hold-${String(this.holds.length + 1).padStart(3, '0')}`, patronId, titleId, status, pickup: 'main' },
      ...{
        placedAt: momentText(this.#now.subtract({ hours: hoursAgo })),
        copyCode: null,
        readyOn: null,
        deadlineOn: null,
        suspendedUntil: null,
      },
      endedAt: ended.has(status) ? momentText(this.#now.subtract({ hours: Math.floor(hoursAgo / 2) })) : null,
      ...facts,
    });
  }

  /** The places in the queues, by the rule of the house. */
  positions(): ReadonlyMap<string, number | null> {
    const places = new Map<string, number | null>();
    const living = this.holds.filter(isLiving);
    for (const titleId of new Set(living.map((hold) => hold.titleId))) {
      const queue = living.filter((hold) => hold.titleId === titleId);
      // as: isLiving left out the ended states
      for (const [holdId, place] of positions(
        queue.map(({ id, status, placedAt }) => ({ id, status: status as LivingHoldStatus, placedAt })),
      ))
        places.set(holdId, place);
    }
    return places;
  }
}
