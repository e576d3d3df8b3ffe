import { basename } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { occasion } from '#circulation/context.ts';
import { createLibraryRules } from '#circulation/library-rules.ts';
import type { Database } from '#database/database.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import { saveAsOf } from './as-of.ts';
import { readCopyEntry } from './copy-entry.ts';
import { CopyImport } from './import-copies.ts';
import { LoanImport } from './import-loans.ts';
import { MemberImport } from './import-members.ts';
import { beginRun, contentHash, findStanding, finishRun, saveProgress, type Standing } from './import-runs.ts';
import { TitleImport } from './import-titles.ts';
import { readLoanEntry } from './loan-entry.ts';
import { readMemberEntry } from './member-entry.ts';
import { Notes } from './notes.ts';
import { readPlaces } from './places.ts';
import type { Source, SourceRecord } from './record.ts';
import { type ImportReport, noCounts } from './report.ts';
import { batchSize, type Importer, type Run, type Write } from './run.ts';
import { openSource } from './source.ts';
import { readTitleEntry } from './title-entry.ts';

export interface ImportProgress {
  readonly read: number;
  readonly share: number;
}

export interface ImportRequest {
  /** for reports only: the format is recognised by content */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** compare and report, write nothing */
  readonly dryRun?: boolean;
  readonly now: Temporal.Instant;
  readonly onProgress?: (progress: ImportProgress) => void;
}

/** One format's way from records to the library. */
interface Pipe extends Pick<Importer<never>, 'mayRunAhead' | 'finish'> {
  /** reads a record into the batch; the size of the batch */
  read(record: SourceRecord): number;
  /** compares the batch with the library */
  flush(): Promise<Write>;
}

const batched = <Entry>(read: (record: SourceRecord) => Entry | null, importer: Importer<Entry>): Pipe => {
  let batch: Entry[] = [];
  return {
    read: (record) => {
      const entry = read(record);
      return entry === null ? batch.length : batch.push(entry);
    },
    flush: () => {
      const entries = batch;
      batch = [];
      return importer.compare(entries);
    },
    mayRunAhead: importer.mayRunAhead,
    finish: () => importer.finish(),
  };
};

const pipeFor = ({ format, fields }: Source, run: Run): Pipe => {
  switch (format) {
    case 'slims-item':
      return batched((record) => readCopyEntry(record, run.notes), new CopyImport(run));
    case 'slims-member':
    case 'plain-members':
      return batched((record) => readMemberEntry(record, run.notes, run.today), new MemberImport(run, fields));
    case 'loans':
      return batched((record) => readLoanEntry(record, run.notes), new LoanImport(run));
    default:
      return batched(
        (record) => readTitleEntry(record, run.notes, { copiesWithoutCodes: format === 'plain-titles' }),
        new TitleImport(run, fields),
      );
  }
};

const createRun = async (database: Database, request: ImportRequest, standing: Standing | null): Promise<Run> => {
  const counts = noCounts();
  const at = await occasion({ database, rules: createLibraryRules(database), clock: { now: () => request.now } });
  return {
    database,
    dryRun: request.dryRun ?? false,
    isReplay: standing !== null && standing.rows > 0,
    at: momentText(request.now),
    today: at.today.toString(),
    notes: new Notes(),
    counts,
    occasion: at,
    places: await readPlaces(database, counts.branchesAdded),
    closing: [],
    codes: new Map(),
  };
};

const reportOf = (format: Source['format'], run: Run, standing: Standing | null): ImportReport => ({
  format,
  dryRun: run.dryRun,
  resumedAfter: standing?.rows ?? 0,
  counts: run.counts,
  closing: run.closing,
  problems: run.notes.problems.toSorted((a, b) => a.row - b.row),
  repairs: run.notes.repairs,
});

/** What was counted before the import was broken off takes the place of what was counted going over it again. */
const goOn = (run: Run, { counts }: Standing): void => {
  const { branchesAdded, ...kept } = counts;
  Object.assign(run.counts, kept);
  run.counts.branchesAdded.splice(0, run.counts.branchesAdded.length, ...branchesAdded);
  run.isReplay = false;
};

/** Writes a comparison and how far the file has come in one transaction. */
const commit = async (run: Run, hash: string, write: Write): Promise<void> => {
  if (run.dryRun || run.isReplay) return;
  const counts = structuredClone(run.counts);
  await run.database.sql.transaction(async (sql) => {
    await write(sql);
    await saveProgress(sql, hash, counts, run.at);
  });
};

/** Takes writes one after the other; reading and comparing go on while the last one is under way. */
const writer = (run: Run, hash: string) => {
  let underWay: Promise<void> = Promise.resolve();
  return {
    write: async (write: Write, mayRunAhead: boolean): Promise<void> => {
      await underWay;
      underWay = commit(run, hash, write);
      // whoever waits next hears of a fault
      underWay.catch(() => undefined);
      if (!mayRunAhead) await underWay;
    },
    settled: (): Promise<void> => underWay,
  };
};

const end = async (run: Run, hash: string, format: Source['format']): Promise<void> => {
  if (run.dryRun) return;
  await run.database.sql.transaction(async (sql) => {
    await saveProgress(sql, hash, run.counts, run.at);
    await finishRun(sql, hash, run.at);
    const isOfBooks = format !== 'slims-member' && format !== 'plain-members';
    if (isOfBooks && run.counts.read > 0) await saveAsOf(sql, format, run.at);
  });
};

// A write that is under way needs a turn for each of its statements: the fewer records in between, the less it waits.
const longestStretch = 25;

interface Step {
  readonly hash: string;
  readonly standing: Standing | null;
  readonly onProgress: ImportRequest['onProgress'];
}

const readAll = async (source: Source, run: Run, { hash, standing, onProgress }: Step): Promise<void> => {
  const pipe = pipeFor(source, run);
  const { write, settled } = writer(run, hash);
  const flush = async (share: number): Promise<void> => {
    await write(await pipe.flush(), pipe.mayRunAhead);
    if (run.isReplay && standing !== null && run.counts.read >= standing.rows) goOn(run, standing);
    onProgress?.({ read: run.counts.read, share });
  };
  try {
    for await (const record of source.records(run.notes)) {
      run.counts.read += 1;
      if (pipe.read(record) >= batchSize) await flush(record.share);
      if (run.counts.read % longestStretch === 0) await nextTurn();
    }
    await flush(1);
    for await (const last of pipe.finish()) await write(last, false);
  } finally {
    // whatever ended this, no write is left running behind it
    await settled();
  }
};

/**
 * Brings a file in, or says what it would bring. Importing the same file again changes nothing; a corrected file changes
 * what differs. Titles, copies and members are never removed. Each batch is a transaction of its own, which also keeps
 * how far the file has come: an import that was broken off goes on there, and reports as if it never had been.
 */
export const importFile = async (database: Database, request: ImportRequest): Promise<ImportReport> => {
  const source = await openSource(request.bytes);
  const hash = await contentHash(request.bytes);
  const standing = request.dryRun === true ? null : await findStanding(database, hash, source.format);
  const run = await createRun(database, request, standing);
  if (source.refusal !== undefined) {
    run.notes.problem(0, '', basename(request.fileName), source.refusal);
    return reportOf(source.format, run, null);
  }
  if (!run.dryRun && standing === null)
    await beginRun(database, { hash, kind: source.format, fileName: basename(request.fileName), at: run.at }, run.counts);
  await readAll(source, run, { hash, standing, onProgress: request.onProgress });
  await end(run, hash, source.format);
  return reportOf(source.format, run, standing);
};
