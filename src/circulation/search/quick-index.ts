import { Remembered } from './remembered.ts';
import type { Doc, TitleFinder, TitleIndex } from './title-index.ts';
import type { VocabularyKeeper } from './vocabulary-keeper.ts';

const docsRemembered = 10_000;
/** How many copies a title has, and how wanted it is, only ranks equals: it may be so old. */
export const freshForMs = 60_000;

/** Titles by their numbers; read from the database only when they were not read lately. */
const rememberDocs = (index: TitleIndex, keeper: VocabularyKeeper): TitleFinder['withNumbers'] => {
  const known = new Remembered<number, Doc>(docsRemembered);
  let version = keeper.version;
  let since = performance.now();
  return async (numbers) => {
    if (version !== keeper.version || performance.now() - since > freshForMs) {
      known.clear();
      version = keeper.version;
      since = performance.now();
    }
    const docs: Doc[] = [];
    const missing: number[] = [];
    for (const no of numbers) {
      const doc = known.get(no);
      if (doc === undefined) missing.push(no);
      else docs.push(doc);
    }
    if (missing.length === 0) return docs;
    const asked = version;
    const read = await index.withNumbers(missing);
    if (asked === keeper.version) for (const doc of read) known.set(doc.no, doc);
    return [...docs, ...read];
  };
};

/** Finds titles by the words in memory, and asks the database for no more than their texts; while the words are not there, for all. */
export const quickFinderOf = (index: TitleIndex, keeper: VocabularyKeeper): TitleFinder => {
  const withNumbers = rememberDocs(index, keeper);
  return {
    withNumbers,
    named: index.named,
    withIsbn: index.withIsbn,
    matching: (expression, conditions, limit) =>
      keeper.postings === null || conditions.texts.length > 0
        ? index.matching(expression, conditions, limit)
        : withNumbers(keeper.postings.matching(expression, limit)),
  };
};
