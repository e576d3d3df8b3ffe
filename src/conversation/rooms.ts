import type { Circulation } from '#circulation/circulation.ts';
import type { RulesSnapshot } from '#circulation/library-rules.ts';
import type { ConversationPolicy, LibraryCard } from '#conversation/settings.ts';
import type { Database } from '#database/database.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Platform } from '#ports/chat-channel.ts';
import type { Desk, LibrarySystem } from '#ports/library-system.ts';

/** What dialogues and clockwork may ask: the rooms below the services, never a sibling service. */
export interface Rooms {
  readonly database: Database;
  readonly library: LibrarySystem;
  /** only where this program is the master of the holdings */
  readonly desk: Desk | null;
  /** our own circulation, beyond the ports: its jobs, the rarer acts of the desk, the library's own rules */
  readonly circulation: Circulation;
  readonly catalogue: Catalogue;
  /** the lending rules and calendars as they are now */
  readonly rules: () => Promise<RulesSnapshot>;
  readonly libraryCard: () => Promise<LibraryCard>;
  readonly policy: () => Promise<ConversationPolicy>;
  /** the bytes of a file somebody sent on a platform; null when they cannot be had, or are more than `mostBytes` */
  readonly fetchFile: (platform: Platform, ref: string, mostBytes: number) => Promise<Uint8Array | null>;
  /** the day of the last import, where the holdings come from another system; null: they are our own */
  readonly importedOn: () => Promise<string | null>;
}
