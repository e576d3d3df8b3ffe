// npm run words -- [SERVICE…]: every sentence of the services in both languages, side by side, as Markdown tables for review.
import { readdirSync } from 'node:fs';
import process from 'node:process';
import { conversationWords } from '#conversation/words.ts';
import { type Sentence, sideBySide } from './words/sentences.ts';

const folder = new URL('../src/services/', import.meta.url);

const wordsOf = async (service: string, language: 'id' | 'en'): Promise<Readonly<Record<string, unknown>>> => {
  const module: Readonly<Record<string, unknown>> = await import(new URL(`${service}/words/${language}.ts`, folder).href);
  // as: every words file exports its sentences under the name of its language
  return module[language] as Readonly<Record<string, unknown>>;
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', '<br>');

const table = (name: string, sentences: readonly Sentence[]): string =>
  [
    `## ${name}`,
    '',
    '| sentence | Bahasa Indonesia | English |',
    '|---|---|---|',
    ...sentences.map(({ key, id, en }) => `| ${key} | ${cell(id)} | ${cell(en)} |`),
    '',
    '',
  ].join('\n');

const services = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const names = process.argv.length > 2 ? process.argv.slice(2) : ['conversation', ...services];
const unknown = names.filter((name) => name !== 'conversation' && !services.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`no such service: ${unknown.join(', ')}; there are conversation, ${services.join(', ')}\n`);
  process.exit(2);
}
for (const name of names) {
  const sentences =
    name === 'conversation'
      ? sideBySide({ ...conversationWords.id }, { ...conversationWords.en })
      : sideBySide(await wordsOf(name, 'id'), await wordsOf(name, 'en'));
  process.stdout.write(table(name, sentences));
}
