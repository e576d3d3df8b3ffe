import type { Row } from './figures.ts';
import type { Library } from './library.ts';
import type { Place } from './running-programs.ts';

/** What a benchmark runs on. */
export interface Bench {
  readonly place: Place;
  readonly library: Library;
  /** temporary, on the disk that is measured */
  readonly folder: string;
  /** fewer and shorter rounds, for development: its figures prove nothing */
  readonly quick: boolean;
}

export type Benchmark = (bench: Bench) => Promise<readonly Row[]>;
