import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings, settingsSchema } from '#src/config.ts';

const example = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8');
const lines = example.split('\n');
const assignments = lines.flatMap((line, at) => {
  const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(line) ?? [];
  return name === undefined ? [] : [{ name, value: value ?? '', sentence: lines[at - 1] ?? '' }];
});

it('.env.example names every setting, and no other', () => {
  expect(assignments.map(({ name }) => name).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
});

it.each(assignments)('$name is explained in a sentence right above it', ({ sentence }) => {
  expect(sentence).toMatch(/^# [A-Z].{15,}\.$/);
});

it('the example as it stands says what holds without it', () => {
  const given = Object.fromEntries(assignments.map(({ name, value }) => [name, value]));
  expect(readSettings(given)).toEqual(readSettings({}));
});
