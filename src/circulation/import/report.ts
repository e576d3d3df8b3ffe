import type { Format } from './layout.ts';
import type { Problem, Repair } from './notes.ts';

/** What an import did, or would do. Rows are read; titles are added, changed or unchanged; copies likewise. */
export interface ImportReport {
  readonly format: Format;
  readonly dryRun: boolean;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly copiesAdded: number;
  readonly copiesChanged: number;
  readonly branchesAdded: readonly string[];
  readonly problems: readonly Problem[];
  readonly repairs: readonly Repair[];
}

/** The numbers of a report while they are counted. */
export interface Counts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  copiesAdded: number;
  copiesChanged: number;
}

export const noCounts = (): Counts => ({ read: 0, added: 0, changed: 0, unchanged: 0, copiesAdded: 0, copiesChanged: 0 });
