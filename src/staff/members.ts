import type { Database } from '#database/database.ts';

/** Names of the staff in these roles, for "ask whom". */
export const staffNamed = async ({ sql }: Pick<Database, 'sql'>, roles: readonly string[]): Promise<readonly string[]> => {
  const rows = await sql.all<{ readonly name: string }>(
    `SELECT "name" FROM "StaffMember" WHERE "revokedAt" IS NULL AND "role" IN (${roles.map(() => '?').join(', ')}) ORDER BY "name"`,
    roles,
  );
  return rows.map(({ name }) => name);
};
