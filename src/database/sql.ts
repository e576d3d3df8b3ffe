/** What the raw door binds. Moments and days go as text; booleans as 1 and 0; keys are built in JavaScript. */
export type SqlValue = string | number | null | Uint8Array;

/** Raw SQL with `?` placeholders on both databases. Quote names ("OutboxMessage"): PostgreSQL folds bare ones. */
export interface SqlStatements {
  /** All rows. Whole numbers come as numbers, truth values as 1 and 0, on both databases. */
  all<Row>(text: string, params?: readonly SqlValue[]): Promise<Row[]>;
  /** `changes` counts inserted, updated or deleted rows. */
  run(text: string, params?: readonly SqlValue[]): Promise<{ readonly changes: number }>;
}

export type SqlTransaction = SqlStatements;

export interface Sql extends SqlStatements {
  /**
   * One write transaction. It may run `work` again after a conflict, and ends it after two seconds: nothing slow, and
   * no other door, inside.
   */
  transaction<T>(work: (sql: SqlTransaction) => Promise<T>): Promise<T>;
  /** Several statements at once, separated by semicolons, without parameters. */
  script(text: string): Promise<void>;
}
