// Text of foreign systems and what tends to have happened to it (FORMATS §4).
import { isUtf8 } from 'node:buffer';

// The characters that Windows-1252 keeps in 0x80–0x9F; the five free places stand for themselves.
const cp1252High = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const cp1252Bytes: ReadonlyMap<string, number> = new Map([...cp1252High].map((character, place) => [character, 0x80 + place]));
const beyondAscii = /[^\u0000-\u007f]/u;
const mostRounds = 4;

/** Reads bytes, given as a text of code units up to 255, as Windows-1252: Node 20's own decoder of that name reads Latin-1. */
export const cp1252Text = (bytes: string): string =>
  bytes.replace(/[\u0080-\u009f]/g, (byte) => cp1252High.charAt(byte.charCodeAt(0) - 0x80));

const asCp1252 = (text: string): Uint8Array | null => {
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    // A control character of 0x80–0x9F is no text: whoever damaged it took Latin-1 for Windows-1252.
    const byte = code <= 0xff ? code : cp1252Bytes.get(text.charAt(place));
    if (byte === undefined) return null;
    bytes[place] = byte;
  }
  return bytes;
};

/** Undoes UTF-8 that was read as Windows-1252, up to four times over. Sound text comes back as it is. */
export const repairMojibake = (text: string): string => {
  let repaired = text;
  for (let round = 0; round < mostRounds && beyondAscii.test(repaired); round += 1) {
    const bytes = asCp1252(repaired);
    if (bytes === null || !isUtf8(bytes)) break;
    repaired = new TextDecoder().decode(bytes);
  }
  return repaired;
};

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '', "'": "'", '"': '"', '\\': '\\' };

/** SLiMS writes line breaks as a literal \n and, in some exports, quotes with a backslash. */
export const withoutBackslashes = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([nr'"\\])/g, (_, letter: string) => escapes[letter] ?? letter) : text;

/** `<Douglas, Korry><Douglas, Susan>` as a list; the entries are byte-exact. */
export const angleList = (text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .replace(/^</, '')
        .replace(/>\s*$/, '')
        .split('><')
        .filter((entry) => entry !== '');

/** One line, single spaces. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The same words are the same key: letter case, accents, punctuation and spacing do not count. */
export const comparable = (text: string): string =>
  (beyondAscii.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Without the punctuation that catalogue cards set behind a part: `Jakarta :`, `Grafika,` (ISBD). */
export const withoutIsbd = (text: string): string => text.replace(/[\s:;/,=]+$/, '');
