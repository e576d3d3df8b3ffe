import { breath } from '#circulation/search/breath.ts';
import type { SqlValue } from '#database/sql.ts';
import { newId } from '#shared/ids.ts';
import type { Field } from './columns.ts';
import type { MemberEntry } from './member-entry.ts';
import { insertRows, replaceOnConflict, rowsIn } from './multi-row.ts';
import type { Importer, Run, Write } from './run.ts';

interface PatronRow {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly type: string;
  readonly birthOn: string | null;
  readonly joinedOn: string | null;
  readonly expiresOn: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly status: string;
}

const factColumns = ['name', 'type', 'birthOn', 'joinedOn', 'expiresOn', 'phone', 'address'] as const;
type FactColumn = (typeof factColumns)[number];
const allColumns = ['id', 'card', 'status', ...factColumns] as const;

const fieldBehind: Readonly<Record<FactColumn, Field>> = {
  name: 'memberName',
  type: 'memberType',
  birthOn: 'bornOn',
  joinedOn: 'joinedOn',
  expiresOn: 'expiresOn',
  phone: 'phone',
  address: 'address',
};

/** Members of another system: card numbers stay byte-exact (DOMAIN X6). Nobody is ever removed. */
export class MemberImport implements Importer<MemberEntry> {
  readonly mayRunAhead = true;
  readonly #run: Run;
  readonly #columns: readonly FactColumn[];
  readonly #seen = new Set<string>();

  constructor(run: Run, fields: readonly Field[]) {
    this.#run = run;
    // A birthday says the type as well as its own name does.
    this.#columns = factColumns.filter(
      (column) => fields.includes(fieldBehind[column]) || (column === 'type' && fields.includes('bornOn')),
    );
  }

  async compare(entries: readonly MemberEntry[]): Promise<Write> {
    const known = await this.#known(entries);
    const rows: PatronRow[] = [];
    const pause = breath();
    for (const entry of entries) {
      const row = this.#rowOf(entry, known.byCard.get(entry.card), known.ids);
      if (row !== null) rows.push(row);
      await pause();
    }
    return (sql) =>
      insertRows(
        sql,
        { name: 'Patron', columns: allColumns, onConflict: replaceOnConflict('id', ['status', ...factColumns]) },
        rows.map((row): SqlValue[] => allColumns.map((column) => row[column])),
      );
  }

  /** Members that a file does not name stay. */
  finish(): readonly Write[] {
    return [];
  }

  async #known(entries: readonly MemberEntry[]) {
    const { sql } = this.#run.database;
    const cards = [...new Set(entries.map(({ card }) => card))];
    const select = `SELECT ${allColumns.map((column) => `"${column}"`).join(', ')} FROM "Patron" WHERE`;
    const rows = await rowsIn<PatronRow>(sql, `${select} "card"`, cards);
    const sameIds = await rowsIn<PatronRow>(sql, `${select} "id"`, cards);
    return { byCard: new Map(rows.map((row) => [row.card, row])), ids: new Set(sameIds.map(({ id }) => id)) };
  }

  /** What is to be written; null when nothing is. */
  #rowOf(entry: MemberEntry, before: PatronRow | undefined, ids: ReadonlySet<string>): PatronRow | null {
    const { notes, counts } = this.#run;
    if (this.#seen.has(entry.card)) {
      notes.problem(entry.row, 'member_id', entry.card, 'card-twice');
      return null;
    }
    this.#seen.add(entry.card);
    if (before === undefined) {
      counts.members.added += 1;
      // Their number is their name here too, unless somebody of ours has it already.
      return { ...entry, id: ids.has(entry.card) ? newId() : entry.card, status: 'active', type: entry.type ?? 'adult' };
    }
    if (before.status === 'deleted') {
      notes.problem(entry.row, 'member_id', entry.card, 'member-deleted');
      return null;
    }
    const after = this.#changed(before, { ...entry, type: entry.type ?? before.type });
    if (after === null) counts.members.unchanged += 1;
    else counts.members.changed += 1;
    return after;
  }

  #changed(before: PatronRow, offered: Pick<PatronRow, FactColumn>): PatronRow | null {
    const changes = this.#columns.filter((column) => before[column] !== offered[column]);
    if (changes.length === 0) return null;
    const after = { ...before, ...Object.fromEntries(changes.map((column) => [column, offered[column]])) };
    const isRenewed = before.status === 'expired' && after.expiresOn !== null && after.expiresOn >= this.#run.today;
    return isRenewed ? { ...after, status: 'active' } : after;
  }
}
