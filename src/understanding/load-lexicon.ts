import { lexicon as english } from '#languages/en/lexicon.ts';
import { lexicon as indonesian } from '#languages/id/lexicon.ts';
import { lexicon as palembang } from '#languages/palembang/lexicon.ts';
import { createLexicon, type Lexicon } from '#understanding/lexicon.ts';

let read: Lexicon | undefined;

/** The lexicon of all languages of the house, read from their data files once. */
export const lexicon = (): Lexicon => {
  read ??= createLexicon([palembang, indonesian, english]);
  return read;
};
