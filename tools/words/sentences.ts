import { blocksOf, type Say } from '#conversation/say.ts';
import { renderPlainText } from '#delivery/plain-text.ts';
import type { Block } from '#ports/message.ts';
import { parametersOf, sample } from './samples.ts';

/** One sentence of a service: its name in the code and how each language says it. */
export interface Sentence {
  readonly key: string;
  readonly id: string;
  readonly en: string;
}

type Words = Readonly<Record<string, unknown>>;

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && !Array.isArray(value);

const isBlock = (part: unknown): part is Block => isWords(part) && 'b' in part;

const isSay = (value: unknown): value is Say =>
  typeof value === 'string' || (Array.isArray(value) && value.every((part) => typeof part === 'string' || isBlock(part)));

const spoken = (value: unknown, lang: 'id' | 'en'): string | undefined =>
  isSay(value) ? renderPlainText({ blocks: blocksOf(value), lang }).text : undefined;

const sourceOf = (sentence: (...args: readonly unknown[]) => unknown): string => String(sentence).replace(/\s+/g, ' ');

/** The sentence with samples in the places of what it speaks about; where that does not work, its source. */
export const sayWithSamples = (sentence: unknown, lang: 'id' | 'en'): string => {
  if (typeof sentence !== 'function') return spoken(sentence, lang) ?? JSON.stringify(sentence);
  // as: words are functions of values; what they are given here answers to everything
  const call = sentence as (...args: readonly unknown[]) => unknown;
  try {
    return spoken(call(...parametersOf(String(call)).map(sample)), lang) ?? sourceOf(call);
  } catch {
    // the sentence looks closer at its values than a sample can answer
    return sourceOf(call);
  }
};

/** Every sentence of two languages' words side by side; groups of words are walked through. */
export const sideBySide = (id: Words, en: Words, prefix = ''): readonly Sentence[] =>
  [...new Set([...Object.keys(id), ...Object.keys(en)])].flatMap((name): readonly Sentence[] => {
    const [ours, theirs] = [id[name], en[name]];
    const key = `${prefix}${name}`;
    if (isWords(ours) && isWords(theirs) && !isBlock(ours)) return sideBySide(ours, theirs, `${key}.`);
    return [
      {
        key,
        id: ours === undefined ? '(tidak ada)' : sayWithSamples(ours, 'id'),
        en: theirs === undefined ? '(missing)' : sayWithSamples(theirs, 'en'),
      },
    ];
  });
