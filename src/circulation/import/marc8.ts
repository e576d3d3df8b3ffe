// MARC-8 with the Latin characters of ANSEL (Z39.47): what European and American records of the last century are written
// in. Other scripts need tables of tens of thousands of characters; a field in one of them is reported, not guessed.

const graphics = 'ŁØĐÞÆŒʹ·♭®±ƠƯʼ\0ʻłøđþæœʺı£ð\0ơư\0\0°ℓ℗©♯¿¡ß€'; // 0xA1 … 0xC8
const marks =
  '\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\u0361\0\u0315\u030b\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\u0360\0\0\0\u0313'; // 0xE0 … 0xFE
const firstGraphic = 0xa1;
const firstMark = 0xe0;
// The second half of a mark over two letters stands in the first half; marks for sorting and joining are invisible.
const silent: ReadonlySet<number> = new Set([0x88, 0x89, 0x8d, 0x8e, 0xec, 0xfb]);
const escape = '\u001b';

/** What a reading of bytes came to. */
export interface Marc8Reading {
  readonly text: string;
  /** bytes that MARC-8 does not have, or marks over nothing: most likely it is not MARC-8 at all */
  readonly impossible: number;
  /** marks that make a letter some language has, and those that do not; a caron says nothing, its byte is é elsewhere */
  readonly usual: number;
  readonly unusual: number;
  readonly carons: number;
  /** bare escape characters that were left out */
  readonly strayEscapes: number;
  /** the field goes on in a script whose table we do not have */
  readonly otherScript: boolean;
}

const caron = '\u030c';

/** One letter of some language, or the first of two that share a mark. */
const isUsual = (letter: string): boolean => !/\p{M}/u.test(letter.normalize('NFC').replace(/[\u0360\u0361]/g, ''));

const isLetter = (character: string): boolean => /\p{L}/u.test(character);

/** Reads MARC-8, given as a text of code units up to 255. A mark stands before its letter there, behind it here. */
export const readMarc8 = (bytes: string): Marc8Reading => {
  const reading = { impossible: 0, usual: 0, unusual: 0, carons: 0, strayEscapes: 0, otherScript: false };
  let text = '';
  let waiting = '';
  const put = (character: string): void => {
    if (waiting !== '') {
      if (!isLetter(character)) reading.impossible += 1;
      else if (waiting === caron) reading.carons += 1;
      else if (isUsual(character + waiting)) reading.usual += 1;
      else reading.unusual += 1;
    }
    text += character + waiting;
    waiting = '';
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const code = bytes.charCodeAt(at);
    if (bytes.charAt(at) === escape) {
      // To ASCII and back to ANSEL: nothing changes. To anything else: another script.
      const ascii = /^[(),]?[BE]|^\)!E|^\(!E/.exec(bytes.slice(at + 1, at + 4))?.[0];
      if (ascii !== undefined && ascii.length > 1) at += ascii.length;
      else if (/^(?:\$[,)-]?[1]|[(),-][NQS23]|[gbp])/.test(bytes.slice(at + 1, at + 4))) reading.otherScript = true;
      else reading.strayEscapes += 1;
    } else if (code < 0x80) put(bytes.charAt(at));
    else if (silent.has(code)) continue;
    else if (code >= firstMark && (marks[code - firstMark] ?? '\0') !== '\0') waiting += marks[code - firstMark] ?? '';
    else if (code >= firstGraphic && (graphics[code - firstGraphic] ?? '\0') !== '\0') put(graphics[code - firstGraphic] ?? '');
    else reading.impossible += 1;
  }
  if (waiting !== '') reading.impossible += 1;
  return { ...reading, text: text.normalize('NFC') };
};
