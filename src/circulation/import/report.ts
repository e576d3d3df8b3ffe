import type { Format } from './layout.ts';
import type { Problem, Repair } from './notes.ts';

/** What became of the records of one kind. */
export interface KindCounts {
  added: number;
  changed: number;
  unchanged: number;
}

export type Kind = 'titles' | 'copies' | 'members' | 'loans';

/** The numbers of a report while they are counted; they are kept as they are, so that a broken-off import goes on counting. */
export interface Counts extends Readonly<Record<Kind, KindCounts>> {
  /** records of the file that were dealt with */
  read: number;
  /** loans of an earlier import that the file no longer has */
  closed: number;
  readonly branchesAdded: string[];
}

const none = (): KindCounts => ({ added: 0, changed: 0, unchanged: 0 });

export const noCounts = (): Counts => ({
  read: 0,
  closed: 0,
  titles: none(),
  copies: none(),
  members: none(),
  loans: none(),
  branchesAdded: [],
});

/** What an import did, or would do. */
export interface ImportReport {
  readonly format: Format;
  readonly dryRun: boolean;
  /** records that an earlier, broken-off import of this file had dealt with */
  readonly resumedAfter: number;
  readonly counts: Counts;
  /** the loans that the file ends: code, and card in brackets */
  readonly closing: readonly string[];
  readonly problems: readonly Problem[];
  readonly repairs: readonly Repair[];
}
