import { readFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** Palembang: its words as standard Indonesian says them; meanings come from the Indonesian file. */
export const lexicon = { spellings: read('./lexicon.tsv'), concepts: '' };
