import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { judge } from '../../tools/import-rules/rules.ts';
import { readSource } from '../../tools/import-rules/source.ts';
import { readTree } from '../../tools/import-rules/tree.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

const rulesOf = (files: Readonly<Record<string, string>>): readonly string[] =>
  judge(Object.entries(files).map(([path, text]) => readSource(path, text))).map(({ rule }) => rule);

describe('every rule is alive', () => {
  it.each(readdirSync(fixtures))('%s: each of its fixtures is refused, and for this reason only', (rule) => {
    const files = readTree(`${fixtures}${rule}`);
    const violations = judge(files);
    expect(new Set(violations.map((violation) => violation.rule))).toEqual(new Set([rule]));
    // A circle is one violation of several files.
    if (rule !== 'no-circles') expect(new Set(violations.map(({ path }) => path))).toEqual(new Set(files.map(({ path }) => path)));
  });

  it('has a fixture for every rule of the checker', () => {
    expect(readdirSync(fixtures).sort()).toEqual(
      [
        'adapters-only-from-main',
        'direction',
        'explained-assertion',
        'file-size',
        'names-its-ending',
        'no-circles',
        'package-home',
        'pure-room',
        'relative-inside-one-room',
        'sibling-service',
        'words-only',
      ].sort(),
    );
  });
});

describe('what is allowed stays allowed', () => {
  it.each([
    [
      'a service that knows circulation',
      { 'src/services/holds/dialogue.ts': `import { placeHold } from '#circulation/placing-holds.ts';` },
    ],
    ['the list of services', { 'src/services/index.ts': `export { holds } from '#services/holds/index.ts';` }],
    ['main that knows the adapters', { 'src/main.ts': `export { channels } from '#adapters/index.ts';` }],
    [
      'an adapter that hands routes to http',
      { 'adapters/chat/telegram/webhook.ts': `import type { HttpRoutes } from '#adapters/http/routes.ts';` },
    ],
    ['the package in its home', { 'adapters/chat/telegram/index.ts': `import { Bot } from 'grammy';` }],
    ['a subfolder that reaches up inside its room', { 'src/database/sqlite/raw-door.ts': `export { retry } from '../retry.ts';` }],
    ['an assertion with its reason', { 'src/domain/cards.ts': '// as: the schema allows nothing else\nexport const card = text as Card;' }],
    [
      'as const and what only widens',
      { 'src/domain/days.ts': `export const days = ['mon'] as const;\nexport const words = days as readonly string[];` },
    ],
  ])('%s', (_, files) => {
    expect(rulesOf(files)).toEqual([]);
  });
});

it('the tree keeps the import rules', () => {
  const files = readTree(root);
  expect(files.length).toBeGreaterThan(300);
  expect(judge(files).map(({ path, line, rule, what }) => `${path}:${line} ${rule}: ${what}`)).toEqual([]);
});
