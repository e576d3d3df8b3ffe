import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Indonesian: chat spellings and what standard words mean. */
export const lexicon = { spellings: read('./lexicon-chat.tsv'), concepts: read('./lexicon-concepts.tsv') };
