import type { Lexicon } from '#understanding/lexicon.ts';
import type { Token } from './tokens.ts';

/** In which language a message is mostly written: words only one of the two languages has are counted. */
export const languageOf = (lexicon: Lexicon, tokens: readonly Token[], prior: 'id' | 'en' | undefined): 'id' | 'en' => {
  let english = 0;
  let indonesian = 0;
  for (const { kind, lower } of tokens) {
    if (kind !== 'word') continue;
    const isEnglish = lexicon.englishWords.has(lower);
    const isIndonesian = lexicon.indonesianWords.has(lower) || lexicon.spellings.has(lower);
    if (isEnglish && !isIndonesian) english += 1;
    else if (isIndonesian && !isEnglish) indonesian += 1;
    // Short function words that are fillers or abbreviations in chat still lean to English next to English words.
    else if (isEnglish && isIndonesian) english += lexicon.indonesianWords.has(lower) ? 0 : 0.4;
  }
  if (english === indonesian) return prior ?? 'id';
  return english > indonesian ? 'en' : 'id';
};
