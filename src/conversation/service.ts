import type { Dialogue } from '#conversation/dialogue.ts';
import type { Language } from '#languages/index.ts';
import type { Clockwork } from '#conversation/clockwork.ts';

/** One thing the library does for people: a folder in src/services, and a line in its index. */
export interface Service {
  readonly name: string;
  readonly dialogues: readonly Dialogue[];
  readonly commands?: readonly Command[];
  readonly clockwork?: Clockwork;
}

/** A slash command and the wish it stands for; `args` become the named slot. */
export interface Command {
  readonly names: Readonly<Record<Language, string>>;
  readonly describes: Readonly<Record<Language, string>>;
  readonly intent: string;
  readonly slot?: string;
  /** shown in the platform's command list */
  readonly listed?: boolean;
}
