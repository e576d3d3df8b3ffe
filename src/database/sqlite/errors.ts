import { DriverAdapterError, type MappedError } from '@prisma/driver-adapter-utils';

const after = (message: string, marker: string): string | undefined => message.split(marker)[1];

// "Patron.card, Patron.name" → ["card", "name"]
const fieldsOf = (columns: string): string[] => columns.split(', ').map((column) => column.split('.').at(-1) ?? column);

const uniqueViolation = (columns: string): MappedError => {
  const index = /^index '(.+)'$/.exec(columns)?.[1];
  if (index !== undefined) return { kind: 'UniqueConstraintViolation', constraint: { index } };
  const table = columns.split(', ')[0]?.split('.').slice(0, -1).join('.');
  const constraint = { fields: fieldsOf(columns) };
  return table ? { kind: 'UniqueConstraintViolation', constraint, table } : { kind: 'UniqueConstraintViolation', constraint };
};

// The driver gives no extended code: the message is all there is.
const mapMessage = (message: string, errno: number): MappedError => {
  const unique = after(message, 'UNIQUE constraint failed: ');
  if (unique !== undefined) return uniqueViolation(unique);
  const notNull = after(message, 'NOT NULL constraint failed: ');
  if (notNull !== undefined) return { kind: 'NullConstraintViolation', constraint: { fields: fieldsOf(notNull) } };
  if (message.includes('FOREIGN KEY constraint failed')) return { kind: 'ForeignKeyConstraintViolation', constraint: { foreignKey: {} } };
  const table = after(message, 'no such table: ');
  if (table !== undefined) return { kind: 'TableDoesNotExist', table };
  const column = after(message, 'no such column: ') ?? after(message, 'has no column named ');
  if (column !== undefined) return { kind: 'ColumnNotFound', column };
  if (/^SQLITE_(BUSY|LOCKED)\b/.test(message)) return { kind: 'SocketTimeout' };
  return { kind: 'sqlite', extendedCode: errno, message };
};

const isDriverError = (error: unknown): error is Error & { code: string; errno: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_') && 'errno' in error;

/** The error in Prisma's terms, so that it becomes P2002, P2003 and so on; anything else is thrown as it is. */
export const inPrismaTerms = (error: unknown): unknown => {
  if (!isDriverError(error)) return error;
  return new DriverAdapterError({
    originalCode: error.code,
    originalMessage: error.message,
    ...mapMessage(error.message, error.errno),
  });
};
