import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#database/database.ts';
import { dayOf, momentText, type Temporal } from '#shared/day.ts';
import { readCopyEntry } from './copy-entry.ts';
import { CopyImport } from './import-copies.ts';
import { TitleImport } from './import-titles.ts';
import type { Layout } from './layout.ts';
import { Notes } from './notes.ts';
import { readPlaces } from './places.ts';
import { openRows } from './read-rows.ts';
import { createRecordReader, type SourceRecord } from './record.ts';
import { type ImportReport, noCounts } from './report.ts';
import type { Run } from './run.ts';
import { readTitleEntry } from './title-entry.ts';

export type { ImportReport } from './report.ts';
export type { Problem, ProblemKind, Repair } from './notes.ts';

export interface ImportRequest {
  /** for reports only: the format is recognised by content */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** compare and report, write nothing */
  readonly dryRun?: boolean;
  readonly now: Temporal.Instant;
  readonly onProgress?: (progress: { readonly read: number; readonly share: number }) => void;
}

// Small enough for one batch's work to leave the event loop free (PERFORMANCE 8), large enough for few statements.
const batchSize = 200;

const createRun = async (database: Database, request: ImportRequest): Promise<Run> => ({
  database,
  dryRun: request.dryRun ?? false,
  at: momentText(request.now),
  today: dayOf(request.now).toString(),
  notes: new Notes(),
  counts: noCounts(),
  places: await readPlaces(database),
  codes: new Map(),
});

/** One format's way from records to the library. */
interface Pipe {
  take(records: readonly SourceRecord[]): Promise<void>;
  finish(): void;
}

const present = <Value>(value: Value | null): readonly Value[] => (value === null ? [] : [value]);

const pipeFor = (layout: Layout, run: Run): Pipe | null => {
  if (layout.format === 'slims-item') {
    const copies = new CopyImport(run);
    return { take: (records) => copies.take(records.flatMap((record) => present(readCopyEntry(record, run.notes)))), finish: () => undefined };
  }
  if (layout.format !== 'slims-biblio' && layout.format !== 'plain-csv') return null;
  const titles = new TitleImport(run, layout.fields);
  const defaults = { copiesWithoutCodes: layout.format === 'plain-csv' };
  return { take: (records) => titles.take(records.flatMap((record) => present(readTitleEntry(record, run.notes, defaults)))), finish: () => titles.finish() };
};

const reportOf = (layout: Layout, run: Run): ImportReport => ({
  format: layout.format,
  dryRun: run.dryRun,
  ...run.counts,
  branchesAdded: run.places.added,
  problems: run.notes.problems.toSorted((a, b) => a.row - b.row),
  repairs: run.notes.repairs,
});

/**
 * Brings a catalogue file in, or says what it would bring. Importing the same file again changes nothing; a corrected
 * file changes what differs. Nothing is ever removed. Each batch is a transaction of its own: an import that was
 * broken off is finished by importing again.
 */
export const importCatalogue = async (database: Database, request: ImportRequest): Promise<ImportReport> => {
  const run = await createRun(database, request);
  const reader = openRows(request.bytes);
  const pipe = pipeFor(reader.layout, run);
  if (pipe === null) {
    run.notes.problem(0, '', request.fileName, 'not-a-catalogue');
    return reportOf(reader.layout, run);
  }
  const recordOf = createRecordReader(reader.layout, run.notes);
  let batch: SourceRecord[] = [];
  const flush = async (share: number): Promise<void> => {
    await pipe.take(batch);
    batch = [];
    request.onProgress?.({ read: run.counts.read, share });
    await nextTurn();
  };
  for await (const raw of reader.rows((fault) => run.notes.problem(fault.row, '', fault.detail, 'unreadable-row'))) {
    run.counts.read += 1;
    batch.push(recordOf(raw));
    if (batch.length >= batchSize) await flush(raw.share);
  }
  await flush(1);
  pipe.finish();
  return reportOf(reader.layout, run);
};
