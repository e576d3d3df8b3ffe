import { setTimeout as pause } from 'node:timers/promises';

/** How long a transaction may stay open before it is rolled back. */
export const TRANSACTION_LIMIT_MS = 2_000;
/** How long a transaction may wait for its turn to start. */
export const TRANSACTION_MAX_WAIT_MS = 10_000;

const ATTEMPTS = 6;
// One that ran out of time will probably do so again, and holds everybody up meanwhile.
const ATTEMPTS_OUT_OF_TIME = 2;
// P2034 conflict, P2028 no turn or out of time, P1008 busy; 40001 and 40P01 are PostgreSQL's serialization and deadlock.
const retryableCodes = new Set(['P2034', 'P2028', 'P1008', '40001', '40P01']);
// A failed COMMIT and a busy database may arrive without a code.
const retryableMessages = /SocketTimeout|TransactionWriteConflict|SQLITE_BUSY|database is locked|deadlock detected|could not serialize/;

const causesOf = (error: unknown): Error[] => (error instanceof Error ? [error, ...causesOf(error.cause)] : []);

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Whether another try may succeed: the database was busy, or two transactions stood in each other's way. */
export const isConflict = (error: unknown): boolean =>
  causesOf(error).some((cause) => retryableCodes.has(codeOf(cause)) || retryableMessages.test(cause.message));

const isOutOfTime = (error: unknown): boolean => causesOf(error).some((cause) => codeOf(cause) === 'P2028');

/** Whether a row with the same unique key is already there, through models and through raw SQL, on both databases. */
export const isUniqueViolation = (error: unknown): boolean =>
  causesOf(error).some(
    (cause) => ['P2002', '23505'].includes(codeOf(cause)) || /UNIQUE constraint failed|UniqueConstraintViolation/.test(cause.message),
  );

/** Runs `work` again, after a jittered pause, when it lost against another transaction. */
export const retried = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const attempts = isOutOfTime(error) ? ATTEMPTS_OUT_OF_TIME : ATTEMPTS;
      if (attempt >= attempts || !isConflict(error)) throw error;
      await pause(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
};

/** Settles as `work` does, or rejects when the limit has passed; holds the process alive meanwhile. */
export const withinLimit = async <T>(work: Promise<T>, limitMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`a transaction took longer than ${limitMs} ms and was rolled back`)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
};
