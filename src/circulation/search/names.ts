import type { Database } from '#database/database.ts';
import type { NameMatch, Names } from '#ports/names.ts';
import { type Token, tokensOf } from './fold.ts';
import { isbnIn } from './isbn.ts';
import { candidatesOf } from './name-candidates.ts';
import { matchesIn, quotedRanges } from './name-matches.ts';
import { Remembered } from './remembered.ts';
import { keepSmallNames } from './small-names.ts';
import { noConditions, type TitleFinder } from './title-index.ts';
import type { VocabularyKeeper } from './vocabulary-keeper.ts';

export interface LibraryNames extends Names {
  refresh(): Promise<void>;
}

export interface NamesParts {
  readonly database: Pick<Database, 'sql'>;
  readonly finder: TitleFinder;
  readonly keeper: VocabularyKeeper;
}

const tokensAtMost = 60;
const textsRemembered = 2000;
const matchesAtMost = 24;

const longestFirst = (a: NameMatch, b: NameMatch): number =>
  b.closeness * (b.end - b.start) - a.closeness * (a.end - a.start) || b.closeness - a.closeness;

/** Titles of one name are one match; the search shows them apart. */
const oncePerStretch = (matches: readonly NameMatch[]): NameMatch[] =>
  [
    ...new Map(
      matches.toReversed().map((match) => [`${match.kind} ${match.start} ${match.end} ${match.name.toLowerCase()}`, match]),
    ).values(),
  ].toReversed();

export const createNames = ({ database, finder, keeper }: NamesParts): LibraryNames => {
  const small = keepSmallNames(database);
  const candidates = candidatesOf(finder, keeper);
  const known = new Remembered<string, readonly NameMatch[]>(textsRemembered);
  let version = keeper.version;
  const byIsbn = async (text: string): Promise<readonly NameMatch[]> => {
    const said = isbnIn(text);
    if (said === null) return [];
    const docs = await finder.withIsbn(said.isbns, noConditions);
    return docs.map((doc) => ({ kind: 'title', name: doc.rawTitle, id: doc.titleId, start: said.start, end: said.end, closeness: 1 }));
  };
  /** In titles and authors. People say the same things all day: remembered as long as the catalogue is the same. */
  const inCatalogue = async (text: string, tokens: readonly Token[]): Promise<readonly NameMatch[]> => {
    if (version !== keeper.version) known.clear();
    version = keeper.version;
    const before = known.get(text);
    if (before !== undefined) return before;
    const asked = version;
    const matches = [...(await byIsbn(text)), ...matchesIn({ tokens, quoted: quotedRanges(text) }, await candidates(tokens))];
    if (keeper.postings !== null && asked === keeper.version) known.set(text, matches);
    return matches;
  };
  const find = async (text: string): Promise<readonly NameMatch[]> => {
    const tokens = tokensOf(text).slice(0, tokensAtMost);
    if (tokens.length === 0) return [];
    await keeper.look();
    await small.look();
    const found = [...(await inCatalogue(text, tokens)), ...small.find(tokens)];
    return found.length === 0 ? found : oncePerStretch(found.sort(longestFirst)).slice(0, matchesAtMost);
  };
  return { find, refresh: () => small.refresh() };
};
