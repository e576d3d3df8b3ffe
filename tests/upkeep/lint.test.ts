import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

// The bans that the linter keeps are alive: each line here must be refused in the files of the product.

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sapa-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ban {
  readonly rule: string;
  readonly path: string;
  readonly text: string;
}

// Spelt in two parts, so that a search of the tree finds none.
const later = ['TO', 'DO'].join('');

const bans: readonly Ban[] = [
  { rule: 'no-restricted-globals', path: 'src/delivery/date.ts', text: 'export const now = new Date();' },
  { rule: 'no-restricted-globals', path: 'adapters/chat/telegram/console.ts', text: `console.warn('lost');` },
  { rule: 'no-restricted-imports', path: 'src/app.ts', text: `export { log } from 'node:console';` },
  {
    rule: 'no-restricted-properties',
    path: 'src/delivery/environment.ts',
    text: `import process from 'node:process';\nexport const token = process.env.TELEGRAM_BOT_TOKEN;`,
  },
  {
    rule: 'no-restricted-properties',
    path: 'src/circulation/now.ts',
    text: `import { Temporal } from '#shared/day.ts';\nexport const now = Temporal.Now.instant();`,
  },
  { rule: 'no-explicit-any', path: 'src/domain/any.ts', text: 'export const rule = (row: any): boolean => row !== null;' },
  {
    rule: 'no-non-null-assertion',
    path: 'src/domain/sure.ts',
    text: 'export const first = (rows: readonly string[]): string => rows[0]!;',
  },
  {
    rule: 'no-floating-promises',
    path: 'src/delivery/floating.ts',
    text: 'const send = async (): Promise<void> => undefined;\nexport const all = (): void => {\n  send();\n};',
  },
  {
    rule: 'switch-exhaustiveness-check',
    path: 'src/domain/choice.ts',
    text: `export const word = (state: 'open' | 'closed'): string => {\n  switch (state) {\n    case 'open':\n      return 'buka';\n  }\n  return '';\n};`,
  },
  { rule: 'no-warning-comments', path: 'src/domain/later.ts', text: `// ${later}: later\nexport const later = 1;` },
  {
    rule: 'max-params',
    path: 'src/domain/many.ts',
    text: 'export const sum = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e;',
  },
  { rule: 'no-default-export', path: 'src/domain/default.ts', text: 'export default 1;' },
];

const allowed: readonly Omit<Ban, 'rule'>[] = [
  { path: 'adapters/clock/system-clock.ts', text: 'export const now = new Date();' },
  { path: 'src/config.ts', text: `import process from 'node:process';\nexport const token = process.env['TELEGRAM_BOT_TOKEN'];` },
];

/** path → names of the rules that refuse it */
const lint = (files: readonly Omit<Ban, 'rule'>[]): ReadonlyMap<string, readonly string[]> => {
  for (const { path, text } of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, name), join(folder, name));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--type-aware', '-f', 'unix', 'src', 'adapters'],
    { cwd: folder, encoding: 'utf8', timeout: 60_000 },
  );
  const found = new Map<string, readonly string[]>();
  for (const [, path = '', rule = ''] of stdout.matchAll(/^(?:.*\/)?((?:src|adapters)\/[^:]+):.*\(([\w-]+)\)\]$/gm))
    found.set(path, [...(found.get(path) ?? []), rule]);
  return found;
};

const found = lint([...bans, ...allowed]);

it.each(bans)('$rule refuses $path', ({ rule, path }) => {
  expect(found.get(path)).toContain(rule);
});

it.each(allowed)('$path may do it', ({ path }) => {
  expect(found.get(path) ?? []).toEqual([]);
});
