import type { Say } from '#conversation/say.ts';
import type { Rooms } from '#conversation/rooms.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import type { Language } from '#languages/index.ts';
import type { Temporal } from '#shared/day.ts';
import type { Slots } from '#understanding/understanding.ts';

// What happens by itself. Nothing here trusts that a cron fired: each job asks the database which rows deserve what at this
// instant, and unique keys make a repeated run harmless (RELIABILITY §6).

export interface Clockwork {
  readonly jobs?: readonly Job[];
  readonly notices?: readonly NoticeKind[];
}

export interface Job {
  /** the job that runs it: due_reminders, hold_expiry, notices, …; tick runs all */
  readonly name: string;
  run(work: ClockworkTurn): Promise<void>;
}

export interface ClockworkTurn {
  readonly now: Temporal.Instant;
  readonly rooms: Rooms;
  /** Hands notices over; those whose key was used before are dropped, the others of one person leave as one message. */
  notify(drafts: readonly NoticeDraft[]): Promise<void>;
}

/** How one kind of notice is worded; one message may hold several of the same kind (a digest). */
export interface NoticeKind {
  readonly kind: string;
  /** consent topic that switches it off; null: cannot be switched off */
  readonly topic: string | null;
  /** The message, or null when none of the subjects is still true. */
  compose(notice: NoticeTurn): Promise<NoticeMessage | null>;
}

export interface NoticeTurn {
  readonly subjects: readonly unknown[];
  readonly patronId: string;
  readonly language: Language;
  readonly now: Temporal.Instant;
  readonly rooms: Rooms;
}

export interface NoticeMessage {
  readonly say: Say;
  /** wishes that a reply to the notice may choose, each as the patron could have typed it */
  readonly actions?: readonly NoticeAction[];
}

export interface NoticeAction {
  readonly label: string;
  readonly intent: string;
  readonly slots: Slots;
}
