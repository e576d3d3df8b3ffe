import type { Database } from '#database/database.ts';
import type { World } from '../world/world.ts';
import { loadHoldings } from './holdings.ts';
import { loadLinkCodes } from './link-codes.ts';
import { loadPeople } from './people.ts';
import { loadRules } from './rules.ts';
import { loadServices } from './services.ts';
import { loadToldNotices } from './told-notices.ts';

/** Writes a world into an empty database as it is: nothing is allocated, sent or computed anew. */
export const loadWorld = async (database: Database, world: World): Promise<void> => {
  await loadPeople(database, world);
  await loadHoldings(database, world);
  await loadToldNotices(database, world);
  await loadServices(database, world);
  await loadLinkCodes(database, world);
  await loadRules(database, world);
};
