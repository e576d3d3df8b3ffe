import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** English: what words mean; English has no chat spellings of its own here. */
export const lexicon = { spellings: '', concepts: read('./lexicon-concepts.tsv') };
