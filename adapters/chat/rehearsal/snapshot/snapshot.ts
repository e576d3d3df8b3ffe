import type { Database } from '#database/database.ts';
import { circulationCollections } from './circulation.ts';
import { peopleIn } from './people.ts';
import { preferenceRows } from './preferences.ts';
import { serviceCollections } from './services.ts';
import { voiceCollections } from './voices.ts';

/** Everything the library knows, in the words and ids of a world: 22 lists, empty ones too. Reads only. */
export const snapshot = async (database: Database) => {
  const people = await peopleIn(database);
  return {
    ...(await circulationCollections(database, people)),
    ...(await serviceCollections(database, people)),
    ...(await voiceCollections(database, people)),
    preferences: await preferenceRows(database, people),
  };
};

export type Snapshot = Awaited<ReturnType<typeof snapshot>>;
