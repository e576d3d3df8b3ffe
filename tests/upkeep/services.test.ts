import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { services } from '#services/index.ts';
import { intentIds } from '#understanding/intent-ids.ts';
import { sideBySide } from '../../tools/words/sentences.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'src/services');
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const FIXED_NAMES = new Set([
  'index.ts',
  'rules.ts',
  'operations.ts',
  'intents.ts',
  'dialogue.ts',
  'staff.ts',
  'clockwork.ts',
  'words/id.ts',
  'words/en.ts',
]);

/** A name whose matter is too much for one file is a folder as well: `dialogue.ts` and its parts in `dialogue/`. */
const isFixed = (file: string): boolean => FIXED_NAMES.has(file) || FIXED_NAMES.has(file.replace(/\/[a-z-]+\.ts$/, '.ts'));

const filesOf = (service: string): readonly string[] =>
  readdirSync(join(folder, service), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, service).length + 1));

describe.each(names)('the service %s', (name) => {
  it('has only files of the fixed names', () => {
    expect(filesOf(name).filter((file) => !isFixed(file))).toEqual([]);
  });

  it('has its door, and words in both languages', () => {
    for (const file of ['index.ts', 'words/id.ts', 'words/en.ts']) expect(existsSync(join(folder, name, file)), file).toBe(true);
  });

  it('stands in the list of services once', () => {
    expect(services.filter((service) => service.name === name)).toHaveLength(1);
  });

  it('says every sentence in both languages', async () => {
    const [{ id }, { en }] = await Promise.all([import(join(folder, name, 'words/id.ts')), import(join(folder, name, 'words/en.ts'))]);
    const sentences = sideBySide(id, en);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter((sentence) => sentence.id === '(tidak ada)' || sentence.en === '(missing)').map(({ key }) => key)).toEqual([]);
  });
});

/** Steering words that answer whatever is on the screen: the conversation itself takes them (src/conversation/routing.ts). */
const STEERING: ReadonlySet<string> = new Set(['nav.cancel', 'nav.yes', 'nav.no', 'nav.select', 'nav.more']);

it('somebody answers every intent', () => {
  const answered = new Set(services.flatMap(({ dialogues }) => dialogues.map(({ intent }) => intent)));
  expect(intentIds.filter((intent) => !answered.has(intent) && !STEERING.has(intent))).toEqual([]);
});

it('no intent is answered twice', () => {
  const all = services.flatMap(({ dialogues }) => dialogues.map(({ intent }) => intent));
  expect(all.filter((intent, at) => all.indexOf(intent) !== at)).toEqual([]);
});

it('no command has two meanings', () => {
  const all = services.flatMap(({ commands = [] }) => commands).flatMap(({ names: { id, en } }) => (id === en ? [id] : [id, en]));
  expect(all.filter((command, at) => all.indexOf(command) !== at)).toEqual([]);
});
