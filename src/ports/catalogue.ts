import type { TitleId } from '#shared/ids.ts';

export interface CatalogueQuery {
  /** words as typed, misspelt or not, or an ISBN; empty: everything that passes the filters */
  readonly text: string;
  readonly author?: string;
  readonly subject?: string;
  readonly format?: 'braille' | 'audio' | 'large_print' | 'digital';
  readonly audience?: 'child' | 'teen' | 'adult';
  readonly language?: string;
  readonly availableOnly?: boolean;
  readonly localAuthor?: boolean;
  readonly year?: number;
  /** words of the publisher's name */
  readonly publisher?: string;
  /** a shelf's name, or the beginning of a call number */
  readonly shelf?: string;
  /** only what is read in the house, or only what may be taken home */
  readonly reference?: boolean;
  /** branch | van id, or 'van' for any van */
  readonly branch?: string;
  readonly limit: number;
  readonly offset?: number;
}

export interface CatalogueHit {
  readonly id: TitleId;
  readonly title: string;
  readonly author: string;
  /** 0..1; 1 = every word found as written */
  readonly closeness: number;
}

export interface CatalogueResult {
  readonly hits: readonly CatalogueHit[];
  /** how many in all, as far as was counted */
  readonly total: number;
  /** the words as they were understood, when they were corrected */
  readonly correctedTo: string | null;
}

/** Typo-tolerant search over title, author, subject and ISBN; current within a second of a change. */
export interface Catalogue {
  search(query: CatalogueQuery): Promise<CatalogueResult>;
  newArrivals(options: {
    readonly since: string;
    readonly subject?: string;
    readonly audience?: string;
    readonly format?: string;
    readonly limit: number;
  }): Promise<readonly TitleId[]>;
  /** popular or fitting titles that are free now, best first */
  recommend(options: {
    readonly subject?: string;
    readonly audience?: string;
    readonly similarTo?: TitleId;
    readonly limit: number;
  }): Promise<readonly TitleId[]>;
}
