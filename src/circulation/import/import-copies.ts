import { breath } from '#circulation/search/breath.ts';
import type { SqlStatements } from '#database/sql.ts';
import type { CopyEntry } from './copy-entry.ts';
import { rowsIn } from './multi-row.ts';
import { comparable } from './repair-text.ts';
import {
  type CopyChange,
  type CopyRow,
  type Importer,
  insertCopies,
  type NewCopy,
  noteEarliest,
  type Run,
  updateCopies,
  type Write,
} from './run.ts';

interface KnownCopy extends CopyRow {
  readonly title: string;
}

interface Differences {
  readonly newCopies: NewCopy[];
  readonly changes: CopyChange[];
  /** the earliest day a copy of the title came */
  readonly cameOn: Map<string, string>;
}

const pageSize = 2_000;

/** Copies of titles that are there already: SLiMS' item export. A title is found by the code, else by its whole name. */
export class CopyImport implements Importer<CopyEntry> {
  readonly mayRunAhead = true;
  readonly #run: Run;
  #titles: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  async compare(entries: readonly CopyEntry[]): Promise<Write> {
    const known = await this.#known(entries);
    if (entries.some(({ code }) => !known.has(code))) this.#titles ??= await this.#readTitles();
    const differences: Differences = { newCopies: [], changes: [], cameOn: new Map() };
    const pause = breath();
    for (const entry of entries) {
      this.#takeCopy(entry, known.get(entry.code), differences);
      await pause();
    }
    return async (sql) => {
      await this.#run.places.save(sql);
      await insertCopies(this.#run, sql, differences.newCopies);
      await updateCopies(this.#run, sql, differences.changes);
      await this.#saveDays(sql, differences.cameOn);
    };
  }

  /** Copies that a file does not name stay as they are. */
  finish(): readonly Write[] {
    return [];
  }

  async #known(entries: readonly CopyEntry[]): Promise<ReadonlyMap<string, KnownCopy>> {
    const rows = await rowsIn<KnownCopy>(
      this.#run.database.sql,
      `SELECT c."code", c."titleId", c."branchId", c."homeBranchId", c."status", c."material", t."title"
       FROM "Copy" c JOIN "Title" t ON t."id" = c."titleId" WHERE c."code"`,
      entries.map(({ code }) => code),
    );
    return new Map(rows.map((row) => [row.code, row]));
  }

  async #readTitles(): Promise<ReadonlyMap<string, readonly string[]>> {
    const titles = new Map<string, readonly string[]>();
    for (let after = ''; ; ) {
      const page = await this.#run.database.sql.all<{ id: string; title: string }>(
        `SELECT "id", "title" FROM "Title" WHERE "id" > ? ORDER BY "id" LIMIT ${pageSize}`,
        [after],
      );
      for (const { id, title } of page) titles.set(comparable(title), [...(titles.get(comparable(title)) ?? []), id]);
      const last = page.at(-1);
      if (last === undefined || page.length < pageSize) return titles;
      after = last.id;
    }
  }

  #takeCopy(entry: CopyEntry, copy: KnownCopy | undefined, differences: Differences): void {
    const { codes, notes } = this.#run;
    if (codes.has(entry.code)) return notes.problem(entry.row, 'item_code', entry.code, 'code-twice');
    codes.set(entry.code, '');
    if (copy === undefined) return this.#addCopy(entry, differences);
    if (entry.title !== '' && comparable(entry.title) !== comparable(copy.title))
      return notes.problem(entry.row, 'item_code', entry.code, 'code-taken');
    noteEarliest(differences.cameOn, copy.titleId, entry.cameOn);
    const homeBranchId = entry.location === '' ? copy.homeBranchId : this.#run.places.idOf(entry.location);
    const becomes = copy.status === 'available' ? entry.status : copy.status;
    if (homeBranchId === copy.homeBranchId && entry.material === copy.material && becomes === copy.status) {
      this.#run.counts.copies.unchanged += 1;
      return;
    }
    differences.changes.push({ code: entry.code, homeBranchId, material: entry.material, status: entry.status });
    this.#run.counts.copies.changed += 1;
  }

  #addCopy(entry: CopyEntry, differences: Differences): void {
    const { notes, places, counts } = this.#run;
    const [titleId, ...others] = this.#titles?.get(comparable(entry.title)) ?? [];
    if (titleId === undefined) return notes.problem(entry.row, 'title', entry.title, 'title-unknown');
    if (others.length > 0) return notes.problem(entry.row, 'title', entry.title, 'title-ambiguous');
    const { code, status, material } = entry;
    differences.newCopies.push({ code, titleId, branchId: places.idOf(entry.location), status, material });
    noteEarliest(differences.cameOn, titleId, entry.cameOn);
    counts.copies.added += 1;
  }

  /** A title is as old as its oldest copy, not as the import: else all of them would be new arrivals. */
  async #saveDays(sql: SqlStatements, cameOn: ReadonlyMap<string, string>): Promise<void> {
    const rows = await rowsIn<{ id: string; addedOn: string }>(
      sql,
      `SELECT "id", "addedOn" FROM "Title" WHERE "source" = 'import' AND "id"`,
      [...cameOn.keys()],
    );
    const older = rows.flatMap(({ id, addedOn }) => {
      const day = cameOn.get(id);
      return day !== undefined && day < addedOn ? [{ id, day }] : [];
    });
    if (older.length === 0) return;
    const cases = older.map(() => 'WHEN ? THEN ?').join(' ');
    await sql.run(
      `UPDATE "Title" SET "addedOn" = CASE "id" ${cases} ELSE "addedOn" END WHERE "id" IN (${older.map(() => '?').join(',')})`,
      [...older.flatMap(({ id, day }) => [id, day]), ...older.map(({ id }) => id)],
    );
  }
}
