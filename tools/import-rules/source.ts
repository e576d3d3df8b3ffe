import { parseSync } from 'oxc-parser';

/** One import of a file, however it is written: import, export … from, import(…), or import('…').Type. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

export interface SourceFile {
  /** from the root, with forward slashes */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  /** lines of `x as T` (not `as const`) beside which no comment stands */
  readonly unexplainedAssertions: readonly number[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

const nodesBelow = function* (node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesBelow(child);
  }
};

const lineCounter = (text: string): ((offset: number) => number) => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1;
};

/** `as const` and what only widens need no reason. */
const NEEDS_NO_REASON = /\bas (?:const|unknown|readonly string\[\])$/;

const isAssertion = (node: Node, text: string): boolean =>
  node.type === 'TSAsExpression' && !NEEDS_NO_REASON.test(text.slice(node.start, node.end));

/** A reason stands on the line itself or at most so many lines above: one may speak for several assertions. */
const REASON_REACHES = 4;

const specifierIn = (quoted: string): string => quoted.replace(/^['"`]|['"`]$/g, '');

/** What the rules look at in one file. Throws when the file does not parse. */
export const readSource = (path: string, text: string): SourceFile => {
  const { program, module, comments, errors } = parseSync(path, text);
  const [error] = errors;
  if (error) throw new Error(`${path}: ${error.message}`);
  const lineAt = lineCounter(text);
  const nodes = [...nodesBelow(program)];
  const typeImports = nodes
    .filter(({ type }) => type === 'TSImportType')
    .map((node) => ({ start: node.start, value: /['"]([^'"]+)['"]/.exec(text.slice(node.start, node.end))?.[1] ?? '' }));
  const found = [
    ...module.staticImports.map(({ start, moduleRequest }) => ({ start, value: moduleRequest.value })),
    ...module.staticExports.flatMap(({ start, entries }) =>
      [...new Set(entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []))].map((value) => ({ start, value })),
    ),
    ...module.dynamicImports.map(({ start, moduleRequest }) => ({
      start,
      value: specifierIn(text.slice(moduleRequest.start, moduleRequest.end)),
    })),
    ...typeImports,
  ];
  const commented = new Set(comments.flatMap(({ start, end }) => [lineAt(start), lineAt(end)]));
  const isExplained = (line: number): boolean =>
    Array.from({ length: REASON_REACHES + 1 }, (_, above) => line - above).some((near) => commented.has(near));
  return {
    path,
    lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0),
    imports: found.map(({ start, value }) => ({ specifier: value, line: lineAt(start) })),
    unexplainedAssertions: nodes
      .filter((node) => isAssertion(node, text))
      .map(({ start }) => lineAt(start))
      .filter((line) => !isExplained(line)),
  };
};
