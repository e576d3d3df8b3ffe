import type { Act } from './context.ts';

// Who changes the queue or the copies of a title holds its row; who counts what a patron has holds the patron's row.
// Always the patron first, then the title, so that two acts never wait for each other. On SQLite the transaction itself
// is the lock (BEGIN IMMEDIATE). On PostgreSQL the row is locked without being rewritten, because an UPDATE would also
// run the triggers of the search index.

const lockRow = async ({ sql, locksRows }: Act, table: 'Patron' | 'Title', id: string): Promise<void> => {
  if (!locksRows) return;
  await sql.all(`SELECT 1 FROM "${table}" WHERE "id" = ? FOR NO KEY UPDATE`, [id]);
};

export const lockPatron = (act: Act, patronId: string): Promise<void> => lockRow(act, 'Patron', patronId);
export const lockTitle = (act: Act, titleId: string): Promise<void> => lockRow(act, 'Title', titleId);
