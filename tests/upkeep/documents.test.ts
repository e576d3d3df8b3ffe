import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText } from '../../tools/notices/notices.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const documents = tracked.filter((path) => path.endsWith('.md') && !path.startsWith('tests/samples/'));

// as: package.json is an object with these two parts
const { scripts, license } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly license: string;
};

const tableOf = (document: string): readonly string[] => {
  const rows = read(document).split('\n');
  const start = rows.findIndex((row) => row.startsWith('| …add a new |'));
  return start < 0
    ? []
    : rows.slice(
        start + 2,
        rows.findIndex((row, at) => at > start && !row.startsWith('|')),
      );
};

const PATH = /`([\w.-]+(?:\/[\w.-]+)*\/?)`/g;

describe.each(['README.md', 'CONTRIBUTING.md'])('%s: the table "add a new …"', (document) => {
  const rows = tableOf(document);

  it('names the five things that are added in one place', () => {
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual([
      'service',
      'chat platform',
      'language',
      'notice or job',
      'library system',
    ]);
  });

  it('names paths that exist', () => {
    // The first foreign library system brings its folder along.
    const notThereYet = new Set(['adapters/library-system/']);
    const paths = rows
      .flatMap((row) => [...row.matchAll(PATH)].map(([, path = '']) => path))
      .filter((path) => path !== 'clockwork.ts' && !notThereYet.has(path));
    expect(paths.length).toBeGreaterThanOrEqual(6);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('leads nowhere that does not exist', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });

  it('names only commands that package.json has', () => {
    const names = [...text.matchAll(/\bnpm run (?:--silent )?([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(names.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names only files of ours that exist', () => {
    const paths = [...text.matchAll(/`((?:src|adapters|prisma|tests|tools|docs)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => path !== 'adapters/library-system/' && !existsSync(join(root, path)))).toEqual([]);
  });
});

it('the README gives the two commands first of all', () => {
  expect(read('README.md')).toMatch(/```\nnpm ci && npm start\n```[\s\S]*```\nnpm ci && npm test\n```/);
});

it('every script of package.json runs a file that exists', () => {
  const files = Object.values(scripts).flatMap((script) =>
    [...script.matchAll(/\b(?:src|tools|adapters|tests)\/[\w./-]+/g)].map(([path]) => path),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('the licence is there, and is the one that package.json names', () => {
  expect(license).toBe('MIT');
  expect(read('LICENSE')).toMatch(/^MIT License\n/);
});

it('the notices follow the lock file', () => {
  expect(read('THIRD-PARTY-NOTICES.md')).toBe(noticesText(root));
});

describe('what never stands in the tree', () => {
  const texts = tracked
    .filter((path) => !/^(?:tests\/samples\/|package-lock\.json$|tests\/upkeep\/documents\.test\.ts$)|\.(?:png|db)$/.test(path))
    .map((path) => ({ path, text: read(path) }));
  const found = (pattern: RegExp): readonly string[] =>
    texts.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
    );

  it('a path of somebody’s machine', () => {
    expect(found(/(?:^|[\s"'`(=:])\/(?:home|root|work|Users|mnt)\/\w/)).toEqual([]);
    expect(found(/\b[A-Z]:\\Users\\/)).toEqual([]);
  });

  it('a host of a package registry', () => {
    expect(found(/\bregistry\.[a-z-]+\.(?:org|com|net)\b/)).toEqual([]);
    expect(/"resolved":/.test(read('package-lock.json'))).toBe(false);
  });

  it('a signature of the tool that wrote it', () => {
    expect(found(/\b(?:co-authored-by:|generated (?:by|with) (?:an? )?[A-Z])/)).toEqual([]);
  });

  it('a drawer for whatever fits nowhere', () => {
    expect(tracked.filter((path) => /(?:^|\/)(?:utils?|helpers?|common|manager|handlers?|misc)(?:\/|\.ts$)/.test(path))).toEqual([]);
  });
});
