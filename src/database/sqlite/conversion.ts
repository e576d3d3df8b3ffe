import { type ArgType, ColumnTypeEnum, type ColumnType, DriverAdapterError, type SqlResultSet } from '@prisma/driver-adapter-utils';
import { Temporal } from '#shared/day.ts';
import type { BoundValue, Row } from './connection.ts';

// Prisma writes and compares moments in this one spelling; another would sort wrongly.
const momentArgument = (text: string): string => Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }).replace('Z', '+00:00');

const bigintArgument = (value: bigint): number | string => (Number.isSafeInteger(Number(value)) ? Number(value) : value.toString());

const textArgument = (value: string, type: ArgType | undefined): BoundValue => {
  switch (type?.scalarType) {
    case 'int':
    case 'float':
    case 'decimal':
      return Number(value);
    case 'bigint':
      return bigintArgument(BigInt(value));
    case 'datetime':
      return momentArgument(value);
    case 'bytes':
      return Buffer.from(value, 'base64');
    default:
      return value;
  }
};

const isMoment = (value: object): value is { toISOString(): string } => 'toISOString' in value && typeof value.toISOString === 'function';

/** A value as the driver binds it faithfully: its own bigint would become NULL, its own boolean a word. */
export const toBound = (value: unknown, type?: ArgType): BoundValue => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return textArgument(value, type);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') return bigintArgument(value);
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  if (typeof value === 'object' && isMoment(value)) return momentArgument(value.toISOString());
  throw new TypeError(`a ${typeof value} cannot be stored`);
};

const outOfRange = (column: string): DriverAdapterError =>
  new DriverAdapterError({ kind: 'ValueOutOfRange', cause: `${column}: the driver rounds whole numbers beyond 2^53; keep them as text` });

const columnTypeOf = (value: unknown): ColumnType => {
  if (typeof value === 'string') return ColumnTypeEnum.Text;
  if (value instanceof Uint8Array) return ColumnTypeEnum.Bytes;
  if (typeof value === 'number' && !Number.isInteger(value)) return ColumnTypeEnum.Double;
  return typeof value === 'number' && Math.abs(value) > 0x7fffffff ? ColumnTypeEnum.Int64 : ColumnTypeEnum.Int32;
};

const isRounded = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value) <= 2 ** 63;

// The driver does not tell the declared types; the first value in a column that is not null does. Wider beats narrower.
const columnType = (rows: readonly Row[], name: string): ColumnType => {
  let found: ColumnType | undefined;
  for (const row of rows) {
    const value = row[name];
    if (value === null) continue;
    if (isRounded(value)) throw outOfRange(name);
    const type = columnTypeOf(value);
    if (found === undefined || type === ColumnTypeEnum.Double || (type === ColumnTypeEnum.Int64 && found === ColumnTypeEnum.Int32))
      found = type;
  }
  return found ?? ColumnTypeEnum.Text;
};

/** Throws when a whole number was read that the driver could not keep exactly. */
export const refuseRounded = (rows: readonly Row[]): void => {
  for (const row of rows) for (const name in row) if (isRounded(row[name])) throw outOfRange(name);
};

export const toResultSet = (rows: readonly Row[]): SqlResultSet => {
  const columnNames = Object.keys(rows[0] ?? {});
  return {
    columnNames,
    columnTypes: columnNames.map((name) => columnType(rows, name)),
    rows: rows.map((row) => columnNames.map((name) => row[name])),
  };
};
