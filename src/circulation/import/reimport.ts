// A file that is much smaller than the last one of its kind is more often a broken export than a smaller library: what it
// would take away is shown first (FORMATS §5).
import type { Database } from '#database/database.ts';
import { importFile, type ImportRequest } from './import-file.ts';
import { contentHash, findStanding, lastFinished } from './import-runs.ts';
import type { Counts, ImportReport, Kind, KindCounts } from './report.ts';
import { openSource } from './source.ts';

/** What somebody must agree to before a file is imported again. */
export type Concern =
  | { readonly kind: 'closes-loans'; readonly loans: readonly string[] }
  | { readonly kind: 'shrinks'; readonly what: 'titles' | 'copies'; readonly before: number; readonly now: number };

export interface Preview {
  readonly report: ImportReport;
  readonly concerns: readonly Concern[];
}

const leastShare = 0.9;

const total = ({ added, changed, unchanged }: KindCounts): number => added + changed + unchanged;

/** A file of mostly new records is another part of the catalogue, not a smaller one. */
const isReimport = ({ added, changed, unchanged }: KindCounts): boolean => changed + unchanged >= added;

const shrinking = (what: Kind & ('titles' | 'copies'), last: Counts, now: Counts): readonly Concern[] =>
  isReimport(now[what]) && total(now[what]) < leastShare * total(last[what])
    ? [{ kind: 'shrinks', what, before: total(last[what]), now: total(now[what]) }]
    : [];

const concernsOf = (last: Counts, report: ImportReport): readonly Concern[] => [
  ...(report.closing.length > 0 ? [{ kind: 'closes-loans', loans: report.closing } as const] : []),
  ...shrinking('titles', last, report.counts),
  ...shrinking('copies', last, report.counts),
];

/** What an import of this file would do, where another of its kind came before; null: nothing to compare, or it only goes on. */
export const previewReimport = async (database: Database, request: ImportRequest): Promise<Preview | null> => {
  const { format } = await openSource(request.bytes);
  const hash = await contentHash(request.bytes);
  const last = await lastFinished(database, format);
  if (last === null || last.hash === hash || (await findStanding(database, hash, format)) !== null) return null;
  const report = await importFile(database, { ...request, dryRun: true });
  return { report, concerns: concernsOf(last.counts, report) };
};
