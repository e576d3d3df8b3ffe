/** What may stand behind a word; `my` when it says whose it is. */
export interface Stem {
  readonly word: string;
  readonly mine: boolean;
}

const SUFFIXES: readonly (readonly [string, boolean])[] = [
  ['nya', false],
  ['nyo', false],
  ['ny', false],
  ['x', false],
  ['kah', false],
  ['lah', false],
  ['la', false],
  ['ku', true],
  ['q', true],
  ['mu', false],
  ['kan', false],
  ['ken', false],
  ['ke', false],
  ['in', false],
  ['an', false],
  ['i', false],
  ['s', false],
];
const PREFIXES: readonly (readonly [string, readonly string[]])[] = [
  ['menge', ['']],
  ['meng', ['', 'k']],
  ['meny', ['s']],
  ['mem', ['', 'p']],
  ['men', ['', 't']],
  ['me', ['']],
  ['nge', ['']],
  ['ng', ['', 'k']],
  ['ny', ['s', 'c']],
  ['di', ['']],
  ['ber', ['']],
  ['be', ['ber', '']],
  ['ter', ['']],
  ['se', ['']],
  ['ku', ['']],
  ['pem', ['', 'p']],
  ['pen', ['', 't']],
  ['pe', ['']],
  ['m', ['p', '']],
  ['n', ['t', 'c', '']],
];
const SHORTEST = 4;
/** Clitics leave short words whole: "bukuku", "isinya". */
const SHORTEST_BEFORE_CLITIC = 3;
const CLITICS = new Set(['nya', 'nyo', 'ku', 'lah', 'kah', 'ny', 'mu']);

const withoutSuffix = (word: string): Stem[] =>
  SUFFIXES.filter(
    ([suffix]) => word.endsWith(suffix) && word.length - suffix.length >= (CLITICS.has(suffix) ? SHORTEST_BEFORE_CLITIC : SHORTEST),
  ).map(([suffix, mine]) => ({
    word: word.slice(0, -suffix.length),
    mine,
  }));

const withoutPrefix = (word: string): string[] =>
  PREFIXES.filter(([prefix]) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST).flatMap(([prefix, lost]) =>
    lost.map((letter) => letter + word.slice(prefix.length)),
  );

/** Chat and Palembang end verbs in -in and -ke where the standard language has -kan or -i: `sisihin`, `sisihke`. */
const inStandardEnding = (word: string): Stem[] => {
  const base = /^(.{4,})(?:in|ke|ken)$/u.exec(word)?.[1];
  return base === undefined ? [] : ['kan', 'i'].map((ending) => ({ word: base + ending, mine: false }));
};

/** Stems of an Indonesian, chat or Palembang word, likeliest first: `dibalekke` → balek, `pinjamanku` → pinjaman (mine). */
export const stemsOf = (word: string): readonly Stem[] => {
  const once = [...inStandardEnding(word), ...withoutSuffix(word)];
  const twice = once.flatMap((stem) => withoutSuffix(stem.word).map((inner) => ({ ...inner, mine: inner.mine || stem.mine })));
  const cut = [...once, ...twice];
  const bare = withoutPrefix(word).map((stem) => ({ word: stem, mine: word.startsWith('ku') }));
  return [...cut, ...bare, ...cut.flatMap((stem) => withoutPrefix(stem.word).map((inner) => ({ ...stem, word: inner })))];
};
