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

export interface ImportRequest {
  /** for reports only: the format is recognised by content */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** compare and report, write nothing */
  readonly dryRun?: boolean;
  readonly now: Temporal.Instant;
  readonly onProgress?: (progress: { readonly read: number; readonly share: number }) => void;
}

// One transaction each: short enough for people who talk meanwhile, and far from its limit of two seconds on a slow machine.
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
  /** reads a row into the batch; the size of the batch */
  read(record: SourceRecord): number;
  /** compares the batch with the library and writes the differences */
  flush(): Promise<void>;
  finish(): void;
}

const batched = <Entry>(
  read: (record: SourceRecord) => Entry | null,
  importer: { take(entries: readonly Entry[]): Promise<void>; finish(): void },
): Pipe => {
  let batch: Entry[] = [];
  return {
    read: (record) => {
      const entry = read(record);
      return entry === null ? batch.length : batch.push(entry);
    },
    flush: async () => {
      const entries = batch;
      batch = [];
      await importer.take(entries);
    },
    finish: () => importer.finish(),
  };
};

const pipeFor = (layout: Layout, run: Run): Pipe | null => {
  if (layout.format === 'slims-item') return batched((record) => readCopyEntry(record, run.notes), new CopyImport(run));
  if (layout.format !== 'slims-biblio' && layout.format !== 'plain-csv') return null;
  const defaults = { copiesWithoutCodes: layout.format === 'plain-csv' };
  return batched((record) => readTitleEntry(record, run.notes, defaults), new TitleImport(run, layout.fields));
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
  const flush = async (share: number): Promise<void> => {
    await pipe.flush();
    request.onProgress?.({ read: run.counts.read, share });
  };
  for await (const raw of reader.rows((fault) => run.notes.problem(fault.row, '', fault.detail, 'unreadable-row'))) {
    run.counts.read += 1;
    if (pipe.read(recordOf(raw)) >= batchSize) await flush(raw.share);
  }
  await flush(1);
  pipe.finish();
  return reportOf(reader.layout, run);
};
