import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const nameIn = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** name@version, its licence; sorted, each once. */
const shipped = (root: string): readonly string[] => {
  // as: npm writes lock files in this form
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const rows = Object.entries(packages)
    .filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional)
    .map(([path, { version = '', license = 'see the package' }]) => `| ${nameIn(path)} | ${version} | ${license} |`);
  return [...new Set(rows)].sort();
};

/** The text of THIRD-PARTY-NOTICES.md. */
export const noticesText = (root: string): string =>
  [
    '# Third-party notices',
    '',
    'This program is under the MIT licence (LICENSE). `npm ci` installs the packages below beside it; each keeps its own licence,',
    'whose text lies in its folder under `node_modules`. The list follows the lock file (`npm run notices`).',
    '',
    'Data: the titles and authors of the demo library and the days of the calendar are facts, put together by us; its members are invented.',
    'The files in `tests/samples` come from other projects (GPL-3.0, LGPL-2.1, Apache-2.0, BSD and MIT: see the README of each folder); they serve the tests only',
    'and are not part of the program.',
    '',
    '| package | version | licence |',
    '|---|---|---|',
    ...shipped(root),
    '',
  ].join('\n');
