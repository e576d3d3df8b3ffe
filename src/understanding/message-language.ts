import type { Lexicon } from '#understanding/lexicon.ts';
import type { Token } from './tokens.ts';
import type { Mask } from './unit.ts';

interface Counted {
  readonly english: number;
  readonly indonesian: number;
  readonly words: number;
}

const count = (lexicon: Lexicon, tokens: readonly Token[]): Counted => {
  let english = 0;
  let indonesian = 0;
  let words = 0;
  for (const { kind, lower } of tokens) {
    if (kind !== 'word') continue;
    words += 1;
    const isEnglish = lexicon.englishWords.has(lower);
    const isIndonesian = lexicon.indonesianWords.has(lower) || lexicon.spellings.has(lower);
    if (isEnglish && !isIndonesian) english += 1;
    else if (isIndonesian && !isEnglish) indonesian += 1;
    // Short function words that are fillers or abbreviations in chat still lean to English next to English words.
    else if (isEnglish && isIndonesian) english += lexicon.indonesianWords.has(lower) ? 0 : 0.4;
  }
  return { english, indonesian, words };
};

/** Whether words both languages have are read as English ones: where the other words of the message are. */
export const readsAsEnglish = (lexicon: Lexicon, tokens: readonly Token[], prior: 'id' | 'en' | undefined): boolean => {
  const { english, indonesian } = count(lexicon, tokens);
  return english === indonesian ? prior === 'en' : english > indonesian;
};

// Words nobody uses while writing the other language. Articles and short prepositions are not among them: titles have those.
const ENGLISH = new Set(
  "i you your my me we our us is are was were am do does did don't can't can could would should will may what when where how why who which this that these those it it's i'm i'd i'll i've please have has want need any with for from about and but not there they their much many some let's what's where's isn't doesn't".split(
    ' ',
  ),
);
const INDONESIAN = new Set(
  'yang yg dan di ke dari dengan dgn untuk utk buat ini itu saya aku gw gue kami kita kamu anda tidak ga gak nggak enggak gk tdk bukan jangan jgn apa apakah siapa kapan kpn mana dimana dmn bagaimana gimana gmn berapa brp kenapa bisa boleh mau ingin ada punya sudah udah sdh belum blm akan sedang lagi juga saja aja dong sih deh nih kok kan kak min mohon tolong minta karena kalau kalo klo atau tapi nak dak idak ado pacak cakmano apo siapo mano berapo dimano bae kito wong galo jugo amen samo aku'.split(
    ' ',
  ),
);

const ARTICLES = new Set(['the', 'a', 'an', 'of', 'and', 'in', 'to', 'on', 'at', 'sang', 'si', 'para', 'di', 'dan', 'ke']);
const OF_TITLES = new Set(['word', 'subjectword', 'aboutword', 'weakmisc', 'thing', 'good', 'someone']);

/** Plain words and articles: an unknown title may be made of them, so they are no sign of a language. */
const isOfTitles = (lexicon: Lexicon, word: string): boolean =>
  ARTICLES.has(word) ||
  (!lexicon.spellings.has(word) && (lexicon.phrases.next.get(word)?.concepts ?? []).every((concept) => OF_TITLES.has(concept)));

/**
 * The language to answer in: the one the person was last answered in, unless the message is written in the other. A title,
 * a name, a number, "ok" or "hmm" says nothing about it; a function word does, or most of several words.
 */
export const languageOf = (
  lexicon: Lexicon,
  tokens: readonly Token[],
  masks: readonly Mask[],
  prior: 'id' | 'en' | undefined,
): 'id' | 'en' => {
  const open = tokens.filter((token) => !masks.some((mask) => token.start >= mask.start && token.end <= mask.end && mask.kind !== 'topic'));
  const { english, indonesian } = count(
    lexicon,
    open.filter(({ lower }) => !isOfTitles(lexicon, lower)),
  );
  const words = open.filter(({ kind }) => kind === 'word').length;
  const last = prior ?? 'id';
  const [own, other] = last === 'en' ? [english, indonesian] : [indonesian, english];
  if (other <= own) return last;
  const flipped = last === 'en' ? 'id' : 'en';
  const signs = open.filter(({ lower }) => (flipped === 'en' ? ENGLISH : INDONESIAN).has(lower)).length;
  // One English word stands in many an Indonesian message ("renew …"); one Indonesian word in an English one is a choice.
  const isChosen =
    words >= 2 || prior === undefined || (flipped === 'id' && open.some(({ kind, lower }) => kind === 'word' && lower.length > 3));
  const isMost = other > words / 2 && isChosen;
  return signs > 0 || isMost ? flipped : last;
};
