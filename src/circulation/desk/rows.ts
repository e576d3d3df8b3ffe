import { z } from 'zod';
import type { SqlValue } from '#database/database.ts';
import type { Act } from '../context.ts';

// The rows that an act of the desk can touch, read before and after it. What differs is what "urungkan" puts back.

/** Rows in the order in which they may be removed: what points at a copy goes before it. */
export const deskTables = ['Fine', 'Loan', 'Hold', 'Copy', 'Patron'] as const;
export type DeskTable = (typeof deskTables)[number];

export type Row = Readonly<Record<string, SqlValue>>;

/** Whose rows and which titles an act can touch. */
export interface Touched {
  readonly patronIds: readonly string[];
  readonly titleIds: readonly string[];
}

export const keyColumn: Readonly<Record<DeskTable, string>> = { Fine: 'id', Loan: 'id', Hold: 'id', Copy: 'code', Patron: 'id' };

const columnsOf: Readonly<Record<DeskTable, readonly string[]>> = {
  Fine: ['id', 'patronId', 'loanId', 'titleId', 'amount', 'kind', 'status', 'asOf', 'settledAt'],
  Loan: [
    'id',
    'patronId',
    'titleId',
    'copyCode',
    'branchId',
    'loanedOn',
    'dueOn',
    'renewals',
    'status',
    'returnedOn',
    'caseOn',
    'openMark',
  ],
  Hold: [
    'id',
    'patronId',
    'titleId',
    'status',
    'placedAt',
    'position',
    'pickupPlace',
    'visitStart',
    'copyCode',
    'readyOn',
    'deadlineOn',
    'suspendedUntil',
    'courtesyUsed',
    'endedAt',
    'liveMark',
  ],
  Copy: ['code', 'titleId', 'branchId', 'homeBranchId', 'status', 'material', 'updatedAt'],
  Patron: [
    'id',
    'name',
    'card',
    'type',
    'birthOn',
    'guardianId',
    'status',
    'expiresOn',
    'suspendedUntil',
    'suspendedBecauseJson',
    'phone',
    'address',
    'joinedOn',
  ],
};

/** Rows by table and key: `Loan:x1`. */
export type Rows = ReadonlyMap<string, Row>;

export const rowName = (table: DeskTable, key: string): string => `${table}:${key}`;

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** One statement's condition: the living rows of these titles, or these patrons' rows, and those seen before. */
const conditionOf = (
  table: DeskTable,
  { patronIds, titleIds }: Touched,
  keys: readonly string[],
): { readonly text: string; readonly params: readonly string[] } => {
  const [column, values] = table === 'Patron' ? ['id', patronIds] : table === 'Fine' ? ['patronId', patronIds] : ['titleId', titleIds];
  const living = table === 'Hold' ? ' AND "liveMark" = 1' : '';
  // loans have an index by copy, none by title
  const meant =
    table === 'Loan'
      ? `"copyCode" IN (SELECT "code" FROM "Copy" WHERE "titleId" IN (${marks(values)})) AND "openMark" = 1`
      : `"${column}" IN (${marks(values)})${living}`;
  const asked = values.length > 0 ? [`(${meant})`] : [];
  const known = keys.length > 0 ? [`"${keyColumn[table]}" IN (${marks(keys)})`] : [];
  return { text: [...asked, ...known].join(' OR '), params: [...values, ...keys] };
};

/** The rows as they are now; `seen` are rows read before, which are looked at again although they may have ended. */
export const readRows = async ({ sql }: Act, touched: Touched, seen: Rows = new Map()): Promise<Rows> => {
  const rows = new Map<string, Row>();
  for (const table of deskTables) {
    const keys = [...seen.keys()].filter((name) => name.startsWith(`${table}:`)).map((name) => name.slice(table.length + 1));
    const { text, params } = conditionOf(table, touched, keys);
    if (text === '') continue;
    const columns = columnsOf[table].map((column) => `"${column}"`).join(', ');
    for (const row of await sql.all<Row>(`SELECT ${columns} FROM "${table}" WHERE ${text}`, params))
      rows.set(rowName(table, String(row[keyColumn[table]])), row);
  }
  return rows;
};

/** What an act changed of one row: only the columns that differ, or the whole row where the act made it. */
export interface RowChange {
  readonly table: DeskTable;
  readonly id: string;
  readonly before: Row | null;
  readonly after: Row;
}

/** Places in a queue move with other readers and are counted anew after every act: alone they are no change. */
export const isPlace = (column: string): boolean => column === 'position';

const onlyColumns = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

export const changesBetween = (before: Rows, after: Rows): readonly RowChange[] =>
  [...after].flatMap(([name, row]): readonly RowChange[] => {
    const old = before.get(name);
    // as: names are made by rowName
    const table = name.slice(0, name.indexOf(':')) as DeskTable;
    const id = name.slice(table.length + 1);
    if (old === undefined) return [{ table, id, before: null, after: row }];
    const changed = Object.keys(row).filter((column) => row[column] !== old[column]);
    return changed.every(isPlace) ? [] : [{ table, id, before: onlyColumns(old, changed), after: onlyColumns(row, changed) }];
  });

const rowShape = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const changesShape = z.array(z.object({ table: z.enum(deskTables), id: z.string(), before: rowShape.nullable(), after: rowShape }));

/** The changes of an act, as they were kept. */
export const keptChanges = (changesJson: string): readonly RowChange[] => changesShape.parse(JSON.parse(changesJson));
