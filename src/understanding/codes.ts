import type { Mask } from './unit.ts';

/** Where cards or copies are spoken of, short codes count too: "K-71", "000042". */
const SPEAKS_OF_CODES =
  /\b(?:kartu(?:ku|nya|nyo)?|krtu|card|anggota|member|nomor|no|nmr|id|pinjamkan|pinjamin|pinjemin|pinjamke|pinjemke|pinjaman|pinjeman|peminjaman|pengembalian|kembali|balik|balek|return|check ?(?:in|out)|catat|catet|catetke|copy|eksemplar|barcode)\b/iu;
const NO_CODE = /^(?:sd|sdn|smp|smpn|sma|sman|smk|rt|rw|no|jam|ke|h|covid|tahun|bab|jilid|vol|kelas|hari|tgl|g|u|f|top|pukul|lantai)$/iu;

const LONG = /(?<![\p{L}\p{N}])(?!sd|rt|rw|no|jam)\p{L}{1,5}[- ]?\d{3,9}(?![\p{L}\p{N}])/giu;
const SPACED = /^(?:pbm|demo|b|bk|inv|brg) /iu;
const DASHED = /(?<![\p{L}\p{N}-])(\p{L}{1,5})-\d{1,9}(?![\p{L}\p{N}-])/gu;
const DOTTED = /(?<![\p{L}\p{N}.])\p{L}{1,4}\.\d{2,6}\.\d{1,8}(?![\p{L}\p{N}])/gu;
const ZEROED = /(?<![\p{L}\p{N}.,:+-])0\d{3,7}(?![\p{L}\p{N}.,:])/gu;

/** What staff type or scan at the desk: "B1", "T7-1", "PU-12"; in capitals, or with nothing beside it but other codes. */
const SCANNED = /(?<![\p{L}\p{N}-])\p{Lu}{1,4}-?\d{1,6}(?:-\d{1,3})?(?![\p{L}\p{N}-])/gu;
const ONLY_CODES = /^\s*\p{L}{1,4}-?\d{1,6}(?:-\d{1,3})?(?:[\s,;]+\p{L}{1,4}-?\d{1,6}(?:-\d{1,3})?)*\s*$/u;

const scanned = (text: string): RegExpMatchArray[] =>
  [...(ONLY_CODES.test(text) ? text.toUpperCase() : text).matchAll(SCANNED)].filter(
    ([code]) => !NO_CODE.test(/^\p{L}+/u.exec(code)?.[0] ?? ''),
  );

const MOST_CODES = 20;

const mask = (match: RegExpMatchArray): Mask => ({ kind: 'code', start: match.index ?? 0, end: (match.index ?? 0) + match[0].length });

/** Codes of cards and copies, kept whole. A card number may be written with a space: `pbm 00417`. */
export const codesOf = (text: string, isStaff: boolean): Mask[] => {
  if (!/\d/u.test(text)) return [];
  const typed = isStaff ? scanned(text) : [];
  const long = [...text.matchAll(LONG)].filter(([found]) => !/[- ]/u.test(found) || /^\p{L}{1,5}-/iu.test(found) || SPACED.test(found));
  const speaks = SPEAKS_OF_CODES.test(text);
  const dashed = [...text.matchAll(DASHED)].filter((match) => !NO_CODE.test(match[1] ?? '') && (speaks || /^\p{Lu}/u.test(match[0])));
  return [...typed, ...long, ...dashed, ...text.matchAll(DOTTED), ...(speaks ? text.matchAll(ZEROED) : [])].slice(0, MOST_CODES).map(mask);
};

const OF_A_COPY = /^(?:b|bk|inv|brg|it|ex|lp|bc|eks)[-. ]?\d/iu;
const BEFORE_A_CARD =
  /(?:ke|kepada|untuk|utk|buat|to|for|oleh|by|member|anggota|anggotanya|kartu|card|dari|from|nama|nomor|no|samo|sama)\W*$/iu;
const SPEAKS_OF_CARDS =
  /\b(?:denda|dendo|dendanya|fine|fines|skorsing|sanksi|kartu(?:ku|nya|nyo)?|krtu|card|anggota|member|keanggotaan|membership)\b/iu;
const DIGITS = /\d+/gu;

/** Is a code a copy's or a card's? Its letters say so, else the word before it; a short one beside no card word is a copy's. */
export const conceptOfCode = (text: string, start: number, end: number): 'itemcode' | 'cardcode' => {
  const code = text.slice(start, end);
  if (OF_A_COPY.test(code)) return 'itemcode';
  if (BEFORE_A_CARD.test(text.slice(Math.max(0, start - 16), start))) return 'cardcode';
  const longest = Math.max(0, ...(code.match(DIGITS) ?? []).map((digits) => digits.length));
  return longest >= 3 || SPEAKS_OF_CARDS.test(text) ? 'cardcode' : 'itemcode';
};
