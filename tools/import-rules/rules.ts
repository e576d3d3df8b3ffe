import { cyclesIn } from './cycles.ts';
import { mayImport } from './directions.ts';
import { homesOf, PURE_ROOMS } from './packages.ts';
import { liesIn, packageOf, roomOf, targetOf } from './places.ts';
import type { Import, SourceFile } from './source.ts';

export interface Violation {
  readonly rule: RuleName;
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

export type RuleName =
  | 'direction'
  | 'sibling-service'
  | 'adapters-only-from-main'
  | 'package-home'
  | 'pure-room'
  | 'words-only'
  | 'relative-inside-one-room'
  | 'names-its-ending'
  | 'file-size'
  | 'explained-assertion'
  | 'no-circles';

const MOST_LINES = 300;
/** Suites are lists of cases, and grow a little longer. */
const MOST_LINES_OF_TESTS = 350;

interface Edge extends Import {
  readonly from: string;
  /** undefined when it leads to a package or to Node */
  readonly to: string | undefined;
}

const isFree = (path: string): boolean => liesIn(path, 'tests') || liesIn(path, 'tools');

const isService = (path: string): boolean => roomOf(path).startsWith('services/');

type EdgeRule = (edge: Edge) => string | undefined;

const direction: EdgeRule = ({ from, to }) => {
  if (to === undefined || mayImport(roomOf(from), roomOf(to))) return undefined;
  if (siblingService({ from, to, specifier: '', line: 0 }) || adaptersOnlyFromMain({ from, to, specifier: '', line: 0 })) return undefined;
  return `${roomOf(from)} may not know ${roomOf(to)}`;
};

const siblingService: EdgeRule = ({ from, to }) =>
  to !== undefined && isService(from) && liesIn(to, 'src/services') && roomOf(from) !== roomOf(to)
    ? 'a service goes on in another by intent, never by import'
    : undefined;

const adaptersOnlyFromMain: EdgeRule = ({ from, to }) =>
  to !== undefined && liesIn(from, 'src') && from !== 'src/main.ts' && liesIn(to, 'adapters')
    ? 'only src/main.ts knows the adapters'
    : undefined;

const packageHome: EdgeRule = ({ from, specifier }) => {
  const name = packageOf(specifier);
  if (name === undefined || isFree(from) || !from.includes('/') || homesOf(name).some((home) => liesIn(from, home))) return undefined;
  return `${name} is imported only in ${homesOf(name).join(', ') || 'tools and tests'}`;
};

const pureRoom: EdgeRule = ({ from, specifier }) =>
  PURE_ROOMS.has(roomOf(from)) && specifier.startsWith('node:') ? `${roomOf(from)} is pure: it asks the machine for nothing` : undefined;

const MAY_BE_IN_WORDS = /^#(?:languages|domain|ports|shared|conversation)\//;

const wordsOnly: EdgeRule = ({ from, to, specifier }) => {
  if (!/^src\/services\/[^/]+\/words\//.test(from)) return undefined;
  const isOwn = to !== undefined && liesIn(to, from.split('/').slice(0, 3).join('/'));
  return isOwn || MAY_BE_IN_WORDS.test(specifier)
    ? undefined
    : 'words hold sentences: they import the languages, say and types, nothing else';
};

const relativeInsideOneRoom: EdgeRule = ({ from, to, specifier }) =>
  specifier.startsWith('../') && to !== undefined && !isFree(from) && roomOf(from) !== roomOf(to)
    ? 'another room is named by its subpath (#domain/…)'
    : undefined;

const namesItsEnding: EdgeRule = ({ to, specifier }) =>
  to !== undefined && !/\.(?:ts|mjs|json)$/.test(to) ? `${specifier} needs its ending .ts` : undefined;

const edgeRules: Readonly<Partial<Record<RuleName, EdgeRule>>> = {
  direction,
  'sibling-service': siblingService,
  'adapters-only-from-main': adaptersOnlyFromMain,
  'package-home': packageHome,
  'pure-room': pureRoom,
  'words-only': wordsOnly,
  'relative-inside-one-room': relativeInsideOneRoom,
  'names-its-ending': namesItsEnding,
};

const ofEdges = (file: SourceFile): readonly Violation[] =>
  file.imports.flatMap((found) => {
    const edge = { ...found, from: file.path, to: targetOf(file.path, found.specifier) };
    return Object.entries(edgeRules).flatMap(([rule, judge]) => {
      const what = judge(edge);
      // as: the keys of edgeRules are names of rules
      return what === undefined ? [] : [{ rule: rule as RuleName, path: file.path, line: found.line, what: `${found.specifier}: ${what}` }];
    });
  });

/** Files that are tables of cases or of words: data in the clothes of code. */
const isData = (path: string): boolean => /\/(?:cases-[\w-]+|words-[\w-]+)\.ts$/.test(path);

const mostLinesOf = (path: string): number =>
  isData(path) ? Number.POSITIVE_INFINITY : liesIn(path, 'tests') ? MOST_LINES_OF_TESTS : MOST_LINES;

const ofFile = (file: SourceFile): readonly Violation[] => [
  ...(file.lines > mostLinesOf(file.path)
    ? [
        {
          rule: 'file-size' as const,
          path: file.path,
          line: file.lines,
          what: `${file.lines} lines; a file has at most ${mostLinesOf(file.path)}`,
        },
      ]
    : []),
  ...(isFree(file.path)
    ? []
    : file.unexplainedAssertions.map((line) => ({
        rule: 'explained-assertion' as const,
        path: file.path,
        line,
        what: '"as" needs a comment that says why it is safe',
      }))),
];

/** Everything in these files that the house does not allow, in the order of the files. */
export const judge = (files: readonly SourceFile[]): readonly Violation[] => [
  ...files.flatMap((file) => [...ofEdges(file), ...ofFile(file)]),
  ...cyclesIn(files).map((cycle) => ({ rule: 'no-circles' as const, path: cycle[0] ?? '', line: 1, what: cycle.join(' → ') })),
];
