import { wordsOf } from './fold.ts';
import { Gathering } from './posting-lists.ts';
import { Postings } from './postings.ts';
import type { Doc, Revision, TitleIndex } from './title-index.ts';
import { buildVocabulary, emptyVocabulary, type Vocabulary } from './vocabulary.ts';

// Beyond these all is read anew: it is cheaper, or cleaner, than noting every change.
const patchesAtMost = 1000;
const removalsAtMost = 200;
const checkEveryMs = 1000;
const titlesAtOnce = 250;
/** While an import runs there is always more to read: so much of the time may go into it. */
const shareOfTime = 0.1;

/** Holds the words of the catalogue, and which titles have them, and keeps both current while titles come and go. */
export interface VocabularyKeeper {
  readonly current: Vocabulary;
  /** null while they are not loaded, or too much has changed since: the database is to be asked then */
  readonly postings: Postings | null;
  /** false until the first vocabulary is there: nothing can be corrected before */
  readonly isLoaded: boolean;
  /** counts up whenever the catalogue changed */
  readonly version: number;
  /** looks for changes when a second has passed; the first call starts loading, in the background */
  look(): Promise<void> | undefined;
  /** resolves when everything written before the call is known */
  refresh(): Promise<void>;
}

class Keeper implements VocabularyKeeper {
  current: Vocabulary = emptyVocabulary();
  postings: Postings | null = null;
  isLoaded = false;
  version = 0;
  #known: Revision = { revision: -1, removed: 0 };
  #removedWhenLoaded = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #loadAgainAt = Number.NEGATIVE_INFINITY;
  #working: Promise<void> | undefined;
  #loading: Promise<void> | undefined;
  readonly #index: TitleIndex;

  constructor(index: TitleIndex) {
    this.#index = index;
  }

  look(): Promise<void> | undefined {
    // The process's own clock, not the library's: this is a pause between questions, and a test may stop library time.
    if (performance.now() - this.#lookedAt < checkEveryMs) return undefined;
    return this.#once();
  }

  async refresh(): Promise<void> {
    // Work under way may have read before the caller wrote: wait for it, then look once more.
    await this.#working?.catch(() => undefined);
    await this.#loading?.catch(() => undefined);
    this.#loadAgainAt = Number.NEGATIVE_INFINITY;
    await this.#once();
    await this.#loading;
  }

  #once(): Promise<void> {
    this.#lookedAt = performance.now();
    this.#working ??= this.#update().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #update(): Promise<void> {
    const now = await this.#index.revision();
    if (this.isLoaded && now.revision === this.#known.revision && now.removed === this.#known.removed) return;
    if (!(await this.#patch(now))) this.#loadInBackground();
  }

  /** Notes what changed; false when that is too much. */
  async #patch(now: Revision): Promise<boolean> {
    const { postings } = this;
    if (postings === null || now.removed - this.#removedWhenLoaded >= removalsAtMost) return false;
    const room = patchesAtMost - postings.added;
    const fresh = await this.#index.changedAfter(this.#known.revision, room + 1);
    if (fresh.length > room) return false;
    for (const doc of fresh) this.#note(doc, postings);
    this.#known = now;
    this.version += 1;
    return true;
  }

  #note(doc: Doc, postings: Postings): void {
    postings.note(doc);
    this.current.add(wordsOf(doc.rawTitle), wordsOf(doc.rawAuthor), wordsOf(doc.rawSubjects));
  }

  /** Questions are answered meanwhile, by the database. A load that fails is tried again. */
  #loadInBackground(): void {
    if (this.postings !== null) this.version += 1;
    this.postings = null;
    if (this.#loading !== undefined || performance.now() < this.#loadAgainAt) return;
    this.#loading = this.#load().finally(() => {
      this.#loading = undefined;
    });
    // Whoever waits for it is told; for all others the next look starts anew.
    this.#loading.catch(() => undefined);
  }

  async #load(): Promise<void> {
    const start = performance.now();
    const known = await this.#index.revision();
    const gathering = new Gathering();
    for (let last = 0; ; ) {
      const titles = await this.#index.textsAfter(last, titlesAtOnce);
      await gathering.addAll(titles);
      last = titles.at(-1)?.no ?? last;
      if (titles.length < titlesAtOnce) break;
    }
    const { lists, counts } = await gathering.finish();
    this.current = await buildVocabulary(counts);
    this.postings = new Postings(lists);
    this.#known = known;
    this.#removedWhenLoaded = known.removed;
    this.isLoaded = true;
    this.version += 1;
    this.#loadAgainAt = performance.now() + (performance.now() - start) / shareOfTime;
  }
}

export const keepVocabulary = (index: TitleIndex): VocabularyKeeper => new Keeper(index);
