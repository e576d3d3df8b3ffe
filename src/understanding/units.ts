import type { Lexicon, PhraseNode } from '#understanding/lexicon.ts';
import { conceptOfCode } from './codes.ts';
import { readWord, type Reading } from './spelling.ts';
import type { Token } from './tokens.ts';
import type { Mask, Unit } from './unit.ts';

/** One step of the walk: a token with its readings, or a masked stretch. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly reading?: Reading;
  readonly mask?: Mask;
  readonly sign: boolean;
  readonly breaks: boolean;
}

const BREAKS = new Set(['.', '?', '!', ';', '\n', ',']);

const maskConcepts = (mask: Mask, text: string): readonly string[] => {
  switch (mask.kind) {
    case 'code':
      return [conceptOfCode(text, mask.start, mask.end)];
    case 'event': {
      const inside = text.slice(mask.start, mask.end).toLowerCase();
      return /bedah|bincang|diskusi|launch|peluncuran|talk/u.test(inside) ? ['event', 'eventname', 'booktalk'] : ['event', 'eventname'];
    }
    case 'quote':
      return ['title', 'quoted'];
    default:
      return [mask.kind];
  }
};

/** What is cut into units, and whether words both languages have are English in it. */
export interface Cut {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly masks: readonly Mask[];
  readonly isEnglish: boolean;
}

const piecesOf = ({ text, tokens, masks, isEnglish }: Cut, lexicon: Lexicon): Piece[] => {
  const pieces: Piece[] = [];
  const isRegional = tokens.some((token) => lexicon.regional.has(token.lower));
  let at = 0;
  for (const token of tokens) {
    while (masks[at] !== undefined && (masks[at]?.end ?? 0) <= token.start) at += 1;
    const mask = masks[at];
    if (mask !== undefined && token.start >= mask.start) {
      if (pieces.at(-1)?.mask !== mask)
        pieces.push({
          start: mask.start,
          end: mask.end,
          lower: text.slice(mask.start, mask.end).toLowerCase(),
          mask,
          sign: false,
          breaks: false,
        });
      continue;
    }
    const base = { start: token.start, end: token.end, lower: token.lower, sign: token.kind === 'sign', breaks: BREAKS.has(token.text) };
    if (token.kind === 'sign') pieces.push(base);
    else
      pieces.push({
        ...base,
        reading: readWord(lexicon, token.lower, {
          isEnglish,
          isRegional,
          mayCorrect: token.start === 0 || !/^\p{Lu}\p{Ll}/u.test(token.text),
        }),
      });
  }
  return pieces;
};

interface Found {
  readonly to: number;
  readonly concepts: readonly string[];
  readonly words: readonly string[];
}

/** The longest phrase that begins at a piece; fillers inside are stepped over. */
const longestPhrase = (pieces: readonly Piece[], at: number, root: PhraseNode): Found | undefined => {
  let best: Found | undefined;
  const walk = (node: PhraseNode, from: number, words: readonly string[], closed = true): void => {
    if (closed && node.concepts !== undefined && from > at && (best === undefined || from > best.to))
      best = { to: from, concepts: node.concepts, words };
    const reading = pieces[from]?.reading;
    if (reading === undefined || from - at > 7) return;
    for (const alternative of reading.alternatives) {
      if (alternative.length === 0 && from > at) walk(node, from + 1, words, false);
      let next: PhraseNode | undefined = alternative.length === 0 ? undefined : node;
      for (const word of alternative) next = next?.next.get(word);
      if (next !== undefined) walk(next, from + 1, [...words, ...alternative]);
    }
  };
  walk(root, at, []);
  return best;
};

const conceptsOfWords = (words: readonly string[], root: PhraseNode): string[] =>
  words.flatMap((word) => root.next.get(word)?.concepts ?? []);

/** The first reading that means something. */
const meaningful = (alternatives: readonly (readonly string[])[], root: PhraseNode): readonly string[] =>
  alternatives.find((words) => conceptsOfWords(words, root).length > 0) ?? alternatives[0] ?? [];

const ASPECT = /^(?:r|item|e|s|t)_/u;

/** A phrase takes its words with it, except when it only says which side of a thing is meant: "maksimal pinjam" still borrows. */
const inherited = (found: Found, root: PhraseNode): readonly string[] =>
  found.words.length > 1 && found.concepts.every((concept) => ASPECT.test(concept))
    ? conceptsOfWords(found.words, root).filter((concept) => !QUIET.has(concept))
    : [];

const QUIET = new Set([
  'fw',
  'yes',
  'no',
  'abort',
  'more',
  'greet',
  'addr',
  'rating',
  'complain',
  'praise',
  'register',
  'open',
  'close',
  'skip',
]);

const unitOf = (
  text: string,
  pieces: readonly Piece[],
  at: number,
  lexicon: Lexicon,
): { readonly unit: Omit<Unit, 'segment' | 'negated'>; readonly to: number } => {
  const piece = pieces[at] as Piece; // safe: the caller only walks inside the list
  const base = { start: piece.start, text: text.slice(piece.start, piece.end), end: piece.end };
  if (piece.mask !== undefined) {
    const named = piece.mask.name === undefined ? {} : { name: piece.mask.name };
    return {
      to: at + 1,
      unit: { ...base, ...named, mask: piece.mask.kind, words: [piece.lower], concepts: maskConcepts(piece.mask, text), known: true },
    };
  }
  const found = longestPhrase(pieces, at, lexicon.phrases);
  const mine = pieces.slice(at, found?.to ?? at + 1).some((part) => part.reading?.mine === true) ? ['my'] : [];
  if (found !== undefined) {
    const end = pieces[found.to - 1]?.end ?? piece.end;
    return {
      to: found.to,
      unit: {
        start: piece.start,
        end,
        text: text.slice(piece.start, end),
        words: found.words,
        concepts: [...found.concepts, ...inherited(found, lexicon.phrases), ...mine],
        known: true,
      },
    };
  }
  const words = meaningful(piece.reading?.alternatives ?? [], lexicon.phrases);
  const isNumber = /^\d/u.test(piece.lower);
  const concepts = [
    ...conceptsOfWords(words, lexicon.phrases),
    ...mine,
    ...(isNumber ? ['number'] : []),
    ...(/^\d[\d-]{8,15}[\dx]$/iu.test(piece.lower) ? ['isbn'] : []),
  ];
  const known = piece.reading?.known === true || isNumber || words.length === 0;
  return { to: at + 1, unit: { ...base, words, concepts: known ? concepts : [...concepts, 'unknown'], known } };
};

/** The message as units: names and quotes whole, then the longest known phrases, then single words. */
export const unitsOf = (cut: Cut, lexicon: Lexicon): readonly Omit<Unit, 'negated'>[] => {
  const { text } = cut;
  const pieces = piecesOf(cut, lexicon);
  const units: Omit<Unit, 'negated'>[] = [];
  let segment = 0;
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece?.sign === true) {
      if (piece.breaks) segment += 1;
      units.push({
        text: piece.lower,
        start: piece.start,
        end: piece.end,
        words: [],
        concepts: piece.lower === '?' ? ['question'] : [],
        known: true,
        segment,
      });
      at += 1;
      continue;
    }
    const { unit, to } = unitOf(text, pieces, at, lexicon);
    units.push({ ...unit, segment });
    at = to;
  }
  return units;
};
