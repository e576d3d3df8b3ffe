import type { Database } from '#database/database.ts';
import { hashLinkCode } from '#staff/link-codes.ts';
import type { World } from '../world/world.ts';
import { insertRows } from './insert-rows.ts';

/** Codes as printed at the desk, kept as the desk keeps them: hashed, bound to one card, good for once. */
export const loadLinkCodes = async (database: Database, world: World): Promise<void> => {
  const data = world.link_codes.map(({ card, code }, index) => ({ id: `code-${index + 1}`, card, codeHash: hashLinkCode(code) }));
  await insertRows(database, 'LinkCode', data);
};
