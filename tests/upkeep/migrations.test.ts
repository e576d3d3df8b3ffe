import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import recorded from './migrations.json' with { type: 'json' };

// A migration that a library has applied is never edited: its database would refuse to start. A new migration is added to
// migrations.json with the sum that this test shows.

const folder = join(import.meta.dirname, '../../prisma/migrations');

const sums = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sql'))
    .sort()
    .map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
);

it('no migration was edited, none is missing', () => {
  expect(sums).toEqual(recorded);
});

it('both databases have the same migrations', () => {
  const namesOf = (kind: string): readonly string[] =>
    Object.keys(sums)
      .filter((path) => path.startsWith(kind))
      .map((path) => path.split('/')[1] ?? '');
  expect(namesOf('sqlite').length).toBeGreaterThan(0);
  expect(namesOf('sqlite')).toEqual(namesOf('postgresql'));
});
