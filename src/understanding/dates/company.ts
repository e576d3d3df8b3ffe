import type { Speech } from './atoms.ts';
import { isGrammarWord } from './lexicon.ts';
import type { Token } from './scan.ts';
import { DURING } from './words-holidays.ts';

/** Everyday words that may follow a date without being what a number counts. */
const PLAIN_WORDS = new Set(
  (
    'ya yah yaa be dikit agak sedikit mungkin dong deh nih sih kak min bu pak mas mbak gan aja saja bae sajo kok kan lho loh kah pun yuk buka tutup ada ado libur mau nak bisa biso ' +
    'boleh dateng datang ke di untuk buat apa apo kalau kalo yang please pls for is are do does can could will would i we you if on to at of in with there ' +
    'open closed works work ok oke okay fine instead bukan jangan tidak sudah belum masih kami aku saya kita'
  ).split(' '),
);

/** Whether a thing follows the number, so that it counts ("the 3rd book", "september 3 buku"). */
export const isFollowedByThing = (speech: Speech, at: number): boolean => {
  const after = speech.tokens[at + 1];
  return after?.kind === 'word' && !PLAIN_WORDS.has(after.raw) && !isGrammarWord(after.canon);
};

/** Whether nothing but small words stands around the tokens from `first` to `next`. */
export const isAllThatIsSaid = (speech: Speech, first: number, next: number): boolean =>
  speech.tokens.every(
    (token, at) => (at >= first && at < next) || token.kind === 'mark' || token.kind === 'stop' || PLAIN_WORDS.has(token.raw),
  );

/** Words that may begin an expression without being words of the grammar. */
const OPENERS = new Set([
  'a',
  'an',
  'h',
  'q',
  'quarter',
  'within',
  'past',
  'on',
  'pada',
  'di',
  'selama',
  'yang',
  'salat',
  'weekdays',
  'weekends',
  ...DURING,
]);

/** Whether an expression of time could begin with this token: most words of a message are stepped over at once. */
export const isBeginning = (token: Token | undefined): boolean => {
  if (token === undefined || token.kind === 'opaque' || token.kind === 'stop' || token.kind === 'mark') return false;
  return token.kind !== 'word' || OPENERS.has(token.raw) || isGrammarWord(token.canon);
};
