import type { CatalogueQuery, CatalogueResult } from '#ports/catalogue.ts';
import { conditionsOf } from './conditions.ts';
import { freshForMs } from './quick-index.ts';
import { Remembered } from './remembered.ts';
import type { VocabularyKeeper } from './vocabulary-keeper.ts';

const answersRemembered = 2000;

/** People ask the same questions all day. Which copies are free changes with every loan: such answers are not kept. */
export class Answers {
  readonly #known = new Remembered<string, CatalogueResult>(answersRemembered);
  readonly #keeper: VocabularyKeeper;
  #version: number;
  #since = performance.now();

  constructor(keeper: VocabularyKeeper) {
    this.#keeper = keeper;
    this.#version = keeper.version;
  }

  async of(query: CatalogueQuery, find: () => Promise<CatalogueResult>): Promise<CatalogueResult> {
    if (this.#keeper.postings === null || conditionsOf(query).texts.length > 0) return find();
    this.#forgetOld();
    const asked = JSON.stringify(query);
    const before = this.#known.get(asked);
    if (before !== undefined) return before;
    const version = this.#version;
    const found = await find();
    // An empty answer looks for newer titles each time.
    if (found.hits.length > 0 && version === this.#keeper.version) this.#known.set(asked, found);
    return found;
  }

  #forgetOld(): void {
    if (this.#version === this.#keeper.version && performance.now() - this.#since < freshForMs) return;
    this.#known.clear();
    this.#version = this.#keeper.version;
    this.#since = performance.now();
  }
}
