/** The longest message that is read; what stands behind it is not looked at. */
const LONGEST = 4000;

// Written as code points: most of these cannot be seen.
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE0E\uFE0F\u20E3\uFEFF]/gu;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const PILED_MARKS = /(\p{M})\p{M}+/gu;
const SINGLE_QUOTES = /[\u2018\u2019\u201B\u0060\u00B4\u02BC]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u00AB\u00BB\u301D\u301E]/gu;

// A message that is nothing but a gesture says it in a word.
const GESTURES: readonly (readonly [RegExp, string])[] = [
  [/^(?:[\u{1F44D}\u{2705}\u{1F44C}\u2714]\p{Emoji_Modifier}?\s*)+$/u, 'ya'],
  [/^(?:[\u{1F44E}\u274C]\p{Emoji_Modifier}?\s*)+$/u, 'tidak'],
  [/^(?:\u{1F64F}\p{Emoji_Modifier}?\s*)+$/u, 'terima kasih'],
];

const spoken = (text: string): string => GESTURES.find(([gesture]) => gesture.test(text.trim()))?.[1] ?? text;

/** A message as it is read: compatible letters folded, invisible signs and direction marks gone, keycap digits plain. */
export const cleanText = (raw: string): string =>
  spoken(
    raw
      .slice(0, LONGEST)
      .replace(LONE_SURROGATE, '')
      .normalize('NFKC')
      .replaceAll('\u{1F51F}', '10')
      .replace(INVISIBLE, '')
      .replace(CONTROL, ' ')
      .replace(PILED_MARKS, '$1')
      .replace(SINGLE_QUOTES, "'")
      .replace(DOUBLE_QUOTES, '"'),
  );
