import type { Database } from '#database/database.ts';
import { holdIdAt } from './holdings.ts';
import { insertRows } from './insert-rows.ts';
import type { World } from '../world/world.ts';

/**
 * Readers whose book is ready when a world begins were told before it began: a world is taken as it is, and an act of
 * somebody else must not tell them now. The key is that of the holds' own notice.
 */
export const loadToldNotices = async (database: Database, world: World): Promise<void> => {
  const told = world.holds.flatMap(({ status, patron, deadline }, index) =>
    status === 'ready'
      ? [{ key: `HOLD_READY:${holdIdAt(index)}:${deadline ?? ''}:${patron}`, kind: 'HOLD_READY', recipient: patron, at: world.clock }]
      : [],
  );
  await insertRows(database, 'NoticeSent', told);
};
