/** One word, number, code or sign of the message, where it stands. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'number' | 'code' | 'sign';
}

// One alternative per kind; each consumes at least one character and none nests a repetition, so there is no backtracking.
const TOKEN = /https?:\/\/\S+|\d+(?:[.:,]\d+)+|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|\p{Extended_Pictographic}|[^\s\p{L}\p{N}]/gu;
const CODE = /^\p{L}{1,6}-\d{2,}$/u;
const NUMBER = /^\d+(?:[.:,]\d+)*$/u;

const kindOf = (text: string): Token['kind'] => {
  if (NUMBER.test(text)) return 'number';
  if (CODE.test(text) || text.startsWith('http')) return 'code';
  return /^[\p{L}\p{N}]/u.test(text) ? 'word' : 'sign';
};

export const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(TOKEN), (match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
    kind: kindOf(match[0]),
  }));
