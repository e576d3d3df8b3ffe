import type { Database } from '#database/database.ts';
import type { Catalogue } from '#ports/catalogue.ts';
import type { Desk, LibrarySystem } from '#ports/library-system.ts';
import type { ConversationPolicy } from '#conversation/settings.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import type { BranchId } from '#shared/ids.ts';

/** What dialogues may ask: the rooms below the services, never a sibling service. */
export interface Rooms {
  readonly database: Database;
  readonly library: LibrarySystem;
  /** only where this program is the master of the holdings */
  readonly desk: Desk | null;
  readonly catalogue: Catalogue;
  readonly calendar: (branch?: BranchId) => Promise<OpeningCalendar>;
  readonly policy: () => Promise<ConversationPolicy>;
}
