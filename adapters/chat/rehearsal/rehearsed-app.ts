import type { Database } from '#database/database.ts';
import type { ChatChannel } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Names } from '#ports/names.ts';
import type { Temporal } from '#shared/day.ts';
import type { World } from './world/world.ts';

/** A message to be understood, outside any conversation. */
export interface Hint {
  readonly text: string;
  readonly now: Temporal.PlainDateTime;
  readonly context?: 'list_shown' | 'confirm_pending' | 'slot_pending' | 'survey_question';
  readonly role?: 'staff';
}

/** What the recogniser says of a message. */
export interface Recognised {
  readonly intent: string;
  readonly slots: object;
  readonly candidates: readonly { readonly intent: string }[];
  readonly intents: readonly { readonly intent: string }[];
}

export interface Recogniser {
  understand(hint: Hint): Promise<Recognised>;
}

/** What a rehearsal needs of the assistant: the whole of it, driven by hand. */
export interface RehearsedApp {
  start(): Promise<void>;
  stop(): Promise<void>;
  tick(now: Temporal.Instant): Promise<void>;
  runJob(name: string, now: Temporal.Instant): Promise<void>;
  readonly jobNames: readonly string[];
  /** Resolves when every message taken in is answered and everything it caused has left. */
  settled(): Promise<void>;
  lastIntent(platform: string, eventId: string): string | undefined;
  readonly understanding: Recogniser;
}

/** The parts of the program that a rehearsal is put together from. */
export interface Program {
  createApp(
    ports: { readonly database: Database; readonly clock: Clock; readonly channels: readonly ChatChannel[] },
    world: World,
  ): Promise<RehearsedApp>;
  /** a look-up of names given by hand */
  namesOf(given: {
    readonly titles: readonly string[];
    readonly authors: readonly string[];
    readonly events: readonly string[];
    readonly places: readonly string[];
  }): Names;
  /** the recogniser, with other names than the library's */
  recogniserWith(names: Names): Recogniser;
}
