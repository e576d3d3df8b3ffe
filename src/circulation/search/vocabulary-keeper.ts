import { wordsOf } from './fold.ts';
import type { Doc, TitleIndex } from './title-index.ts';
import { buildVocabulary, emptyVocabulary, type Vocabulary } from './vocabulary.ts';

// Beyond these a new vocabulary is cheaper, or cleaner, than a patched one.
const patchesAtMost = 2000;
const removalsAtMost = 200;
const checkEveryMs = 1000;

/** Holds the catalogue's vocabulary and keeps it current while titles come and go. */
export interface VocabularyKeeper {
  readonly current: Vocabulary;
  /** false until the first vocabulary is there: nothing can be corrected before */
  readonly isLoaded: boolean;
  /** counts up whenever the vocabulary changed */
  readonly version: number;
  /** looks for changes when a second has passed; the first call starts loading, in the background */
  look(): Promise<void>;
  /** resolves when everything written before the call is known */
  refresh(): Promise<void>;
}

class Keeper implements VocabularyKeeper {
  current: Vocabulary = emptyVocabulary();
  isLoaded = false;
  version = 0;
  #revision = -1;
  #removed = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #working: Promise<void> | undefined;
  readonly #index: TitleIndex;

  constructor(index: TitleIndex) {
    this.#index = index;
  }

  async look(): Promise<void> {
    // The process's own clock, not the library's: this is a pause between questions, and a test may stop library time.
    if (performance.now() - this.#lookedAt < checkEveryMs) return;
    const work = this.#once();
    if (this.isLoaded) await work;
    // A start that fails is tried again a second later; until then words are taken as they are typed.
    else work.catch(() => undefined);
  }

  async refresh(): Promise<void> {
    // Work under way may have read before the caller wrote: wait for it, then look once more.
    await this.#working?.catch(() => undefined);
    await this.#once();
  }

  #once(): Promise<void> {
    this.#lookedAt = performance.now();
    this.#working ??= this.#update().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #update(): Promise<void> {
    const { revision, removed } = await this.#index.revision();
    if (this.isLoaded && revision === this.#revision && removed === this.#removed) return;
    const fresh =
      this.isLoaded && removed - this.#removed < removalsAtMost ? await this.#index.changedAfter(this.#revision, patchesAtMost + 1) : null;
    if (fresh === null || fresh.length > patchesAtMost || this.current.added > patchesAtMost) {
      await this.#load(revision, removed);
    } else this.#patch(fresh, revision);
  }

  async #load(revision: number, removed: number): Promise<void> {
    this.current = await buildVocabulary(await this.#index.wordCounts());
    this.#revision = revision;
    this.#removed = removed;
    this.isLoaded = true;
    this.version += 1;
  }

  #patch(docs: readonly Doc[], revision: number): void {
    for (const doc of docs) this.current.add(wordsOf(doc.rawTitle), wordsOf(doc.rawAuthor), wordsOf(doc.rawSubjects));
    this.#revision = revision;
    this.version += 1;
  }
}

export const keepVocabulary = (index: TitleIndex): VocabularyKeeper => new Keeper(index);
