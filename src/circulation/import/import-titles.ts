import { breath } from '#circulation/search/breath.ts';
import type { SqlStatements } from '#database/sql.ts';
import type { Field } from './columns.ts';
import { ManyIds } from './many-ids.ts';
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
import type { TitleEntry } from './title-entry.ts';
import { changedRow, columnsIn, saveTitles, type TitleRow, titleRow, titlesById, titlesByKey } from './title-rows.ts';

interface Claim {
  readonly titleId: string;
  readonly title: string;
}

/** What the library holds of the titles and copies of one batch. */
interface Known {
  readonly byKey: ReadonlyMap<string, TitleRow>;
  readonly byId: ReadonlyMap<string, TitleRow>;
  readonly copies: ReadonlyMap<string, CopyRow>;
}

interface Differences {
  readonly titles: Map<string, TitleRow>;
  readonly newCopies: NewCopy[];
  readonly copyChanges: CopyChange[];
  /** the earliest day a copy of the title came */
  readonly cameOn: Map<string, string>;
}

/** Copies of titles whose rows only say how many there are. */
interface Tally {
  readonly row: number;
  readonly codes: Set<string>;
  claimed: number;
}

/** Titles with their copies: SLiMS' bibliography and plain tables (FORMATS §1). */
export class TitleImport implements Importer<TitleEntry> {
  readonly mayRunAhead = true;
  readonly #run: Run;
  readonly #columns: ReturnType<typeof columnsIn>;
  readonly #ids = new ManyIds();
  readonly #claims = new Map<string, Claim>();
  readonly #claimedIds = new Set<string>();
  readonly #tallies = new Map<string, Tally>();

  constructor(run: Run, fields: readonly Field[]) {
    this.#run = run;
    this.#columns = columnsIn(fields);
  }

  async compare(entries: readonly TitleEntry[]): Promise<Write> {
    const keyed = entries.map((entry) => ({ ...entry, key: this.#keyOf(entry) }));
    const known = await this.#known(keyed);
    const differences: Differences = { titles: new Map(), newCopies: [], copyChanges: [], cameOn: new Map() };
    const pause = breath();
    for (const entry of keyed) {
      const titleId = this.#takeTitle(entry, known, differences);
      noteEarliest(differences.cameOn, titleId, entry.cameOn);
      for (const code of entry.codes) this.#takeCode(entry, { code, titleId }, known, differences);
      if (entry.copies > 0) this.#takeCount(entry, titleId, differences);
      await pause();
    }
    return (sql) => this.#save(sql, differences);
  }

  /** Fewer copies than before are reported, never removed: a copy may be out. */
  finish(): readonly Write[] {
    for (const [, tally] of this.#tallies) {
      if (tally.codes.size > tally.claimed)
        this.#run.notes.problem(tally.row, 'copies', `${tally.claimed} < ${tally.codes.size}`, 'fewer-copies');
    }
    return [];
  }

  /** One ISBN on two different titles of a file: the first keeps it as its key, the others add their title. */
  #keyOf(entry: TitleEntry): string {
    const title = comparable(entry.facts.title);
    const claim = this.#claims.get(entry.key);
    if (claim === undefined || claim.title === title || !entry.key.startsWith('isbn:')) {
      if (claim === undefined) this.#claims.set(entry.key, { titleId: '', title });
      return entry.key;
    }
    this.#run.notes.problem(entry.row, 'isbn', entry.facts.isbn ?? '', 'isbn-shared');
    return `${entry.key}|${title}`;
  }

  async #known(entries: readonly TitleEntry[]): Promise<Known> {
    const { sql } = this.#run.database;
    const byKey = new Map((await titlesByKey(sql, [...new Set(entries.map(({ key }) => key))])).map((row) => [row.sourceKey, row]));
    const copies = await rowsIn<CopyRow>(
      sql,
      'SELECT "code", "titleId", "branchId", "homeBranchId", "status", "material" FROM "Copy" WHERE "code"',
      [...new Set(entries.flatMap(({ codes }) => codes))],
    );
    const byId = new Map((await titlesById(sql, [...new Set(copies.map(({ titleId }) => titleId))])).map((row) => [row.id, row]));
    await this.#readTallies(entries, byKey);
    return { byKey, byId, copies: new Map(copies.map((copy) => [copy.code, copy])) };
  }

  async #readTallies(entries: readonly TitleEntry[], byKey: ReadonlyMap<string, TitleRow>): Promise<void> {
    const counted = entries.flatMap(({ key, copies, row }) => (copies > 0 ? [{ row, id: byKey.get(key)?.id }] : []));
    const unread = new Map<string, number>();
    for (const { id, row } of counted) if (id !== undefined && !this.#tallies.has(id)) unread.set(id, row);
    for (const [id, row] of unread) this.#tallies.set(id, { row, codes: new Set(), claimed: 0 });
    const rows = await rowsIn<{ code: string; titleId: string }>(
      this.#run.database.sql,
      'SELECT "code", "titleId" FROM "Copy" WHERE "titleId"',
      [...unread.keys()],
    );
    for (const { code, titleId } of rows) this.#tallies.get(titleId)?.codes.add(code);
  }

  /** The title of the row: by its key, else by a code that an imported title already bears, else a new one. */
  #takeTitle(entry: TitleEntry, known: Known, differences: Differences): string {
    const claim = this.#claims.get(entry.key);
    // A row of its own for each copy: the first row of a title says what the title is.
    if (claim !== undefined && claim.titleId !== '') return claim.titleId;
    const { counts } = this.#run;
    const before = this.#byKey(entry, known) ?? this.#byCode(entry, known);
    const offered = titleRow(before?.id ?? this.#ids.next(), entry.key, entry.facts);
    this.#claims.set(entry.key, { titleId: offered.id, title: comparable(entry.facts.title) });
    this.#claimedIds.add(offered.id);
    const row = before === undefined ? offered : changedRow(before, offered, this.#columns);
    if (row !== null) differences.titles.set(row.id, row);
    if (before === undefined) counts.titles.added += 1;
    else if (row === null) counts.titles.unchanged += 1;
    else counts.titles.changed += 1;
    return offered.id;
  }

  /** A title that got another key earlier in this file is another title by now, even where that is not written yet. */
  #byKey(entry: TitleEntry, known: Known): TitleRow | undefined {
    const row = known.byKey.get(entry.key);
    return row === undefined || this.#claimedIds.has(row.id) ? undefined : row;
  }

  /** A title whose name was corrected: an import made it, it bears this code, and no other row of this file claims it. */
  #byCode(entry: TitleEntry, known: Known): TitleRow | undefined {
    const unseen = entry.codes.filter((code) => !this.#run.codes.has(code));
    const ids = new Set(unseen.map((code) => known.copies.get(code)?.titleId));
    const [id] = ids;
    const row = ids.size === 1 && id !== undefined ? known.byId.get(id) : undefined;
    return row?.source === 'import' && !this.#claimedIds.has(row.id) && !known.byKey.has(row.sourceKey) ? row : undefined;
  }

  #takeCode(
    entry: TitleEntry,
    { code, titleId }: { readonly code: string; readonly titleId: string },
    known: Known,
    differences: Differences,
  ): void {
    const { codes, notes, counts, places } = this.#run;
    const earlier = codes.get(code);
    if (earlier !== undefined) {
      if (earlier !== titleId) notes.problem(entry.row, 'item_code', code, 'code-twice');
      return;
    }
    codes.set(code, titleId);
    const copy = known.copies.get(code);
    if (copy === undefined) {
      differences.newCopies.push({ code, titleId, branchId: places.idOf(entry.location), status: entry.status, material: 'book' });
      counts.copies.added += 1;
    } else if (copy.titleId !== titleId) {
      notes.problem(entry.row, 'item_code', code, 'code-taken');
    } else if (entry.location !== '' && copy.homeBranchId !== places.idOf(entry.location)) {
      differences.copyChanges.push({ code, homeBranchId: places.idOf(entry.location), material: copy.material, status: 'available' });
      counts.copies.changed += 1;
    } else counts.copies.unchanged += 1;
  }

  #takeCount(entry: TitleEntry, titleId: string, differences: Differences): void {
    const tally = this.#tallies.get(titleId) ?? { row: entry.row, codes: new Set<string>(), claimed: 0 };
    this.#tallies.set(titleId, tally);
    tally.claimed += entry.copies;
    for (let next = 1; tally.codes.size < tally.claimed; next += 1) {
      const code = `${titleId}-${next}`;
      if (tally.codes.has(code)) continue;
      tally.codes.add(code);
      differences.newCopies.push({ code, titleId, branchId: this.#run.places.idOf(entry.location), status: 'available', material: 'book' });
      this.#run.counts.copies.added += 1;
    }
  }

  async #save(sql: SqlStatements, { titles, newCopies, copyChanges, cameOn }: Differences): Promise<void> {
    await this.#run.places.save(sql);
    await saveTitles(sql, [...titles.values()], (id) => cameOn.get(id) ?? this.#run.today);
    await insertCopies(this.#run, sql, newCopies);
    await updateCopies(this.#run, sql, copyChanges);
  }
}
