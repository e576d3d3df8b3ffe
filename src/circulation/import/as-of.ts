import type { Database } from '#database/database.ts';
import type { SqlStatements } from '#database/sql.ts';
import type { Format } from './layout.ts';

const key = 'catalogue.asOf';

/** How old what we know of a foreign catalogue is: answers say "data per …". */
export interface ImportedAsOf {
  /** the moment of the import, as text */
  readonly at: string;
  /** slims, inlislite, marc, or csv */
  readonly source: string;
}

const sourceOf = (format: Format): string => {
  if (format.startsWith('slims')) return 'slims';
  if (format.startsWith('marc')) return 'marc';
  return format === 'inlislite' ? format : 'csv';
};

/** To be called in the transaction that ends an import of titles, copies or loans. */
export const saveAsOf = async (sql: SqlStatements, format: Format, at: string): Promise<void> => {
  const value: ImportedAsOf = { at, source: sourceOf(format) };
  await sql.run(
    `INSERT INTO "Setting" ("key", "valueJson", "updatedAt") VALUES (?, ?, ?)
     ON CONFLICT ("key") DO UPDATE SET "valueJson" = excluded."valueJson", "updatedAt" = excluded."updatedAt"`,
    [key, JSON.stringify(value), at],
  );
};

/** When titles, copies or loans were last imported; null: never. */
export const importedAsOf = async ({ sql }: Pick<Database, 'sql'>): Promise<ImportedAsOf | null> => {
  const [row] = await sql.all<{ readonly valueJson: string }>('SELECT "valueJson" FROM "Setting" WHERE "key" = ?', [key]);
  // as: only saveAsOf writes this row
  return row === undefined ? null : (JSON.parse(row.valueJson) as ImportedAsOf);
};
