import type { Database } from '#database/database.ts';

/** Counts that something was asked which nobody serves yet; never by whom. It steers what is built next. */
export const countUnserved = async ({ sql }: Database, intent: string, day: string): Promise<void> => {
  await sql.run(
    `INSERT INTO "Tally" ("kind", "what", "day", "count") VALUES ('not-yet', ?, ?, 1) ON CONFLICT ("kind", "what", "day") DO UPDATE SET "count" = "Tally"."count" + 1`,
    [intent, day],
  );
};
