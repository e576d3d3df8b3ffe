/** What an ISBN column holds. The printed form is always kept; only a sound ISBN identifies a title (FORMATS §4). */
export type Isbn =
  | { readonly kind: 'none' }
  | { readonly kind: 'sound'; readonly printed: string; readonly isbn13: string }
  | { readonly kind: 'issn'; readonly printed: string }
  /** a spreadsheet rounded it away: 9,78979E+12 */
  | { readonly kind: 'rounded'; readonly printed: string }
  | { readonly kind: 'failing'; readonly printed: string };

const weighted = (digits: string, weightAt: (place: number) => number): number =>
  [...digits].reduce((sum, digit, place) => sum + (digit === 'X' ? 10 : Number(digit)) * weightAt(place), 0);

const isSound13 = (digits: string): boolean => weighted(digits, (place) => (place % 2 === 0 ? 1 : 3)) % 10 === 0;
const isSound10 = (digits: string): boolean => weighted(digits, (place) => 10 - place) % 11 === 0;
const isSoundIssn = (digits: string): boolean => weighted(digits, (place) => 8 - place) % 11 === 0;

const as13 = (isbn10: string): string => {
  const body = `978${isbn10.slice(0, 9)}`;
  return `${body}${(10 - (weighted(body, (place) => (place % 2 === 0 ? 1 : 3)) % 10)) % 10}`;
};

// Printed forms carry dashes of every kind, spaces, a word before and a binding behind.
const bare = (text: string): string =>
  text
    .toUpperCase()
    .replace(/^[^0-9]*ISBN[^0-9]*/, '')
    .replace(/\(.*$/, '')
    .replace(/[^0-9X]/g, '');

/** Reads one ISBN or ISSN as printed. */
export const readIsbn = (text: string): Isbn => {
  const printed = text.trim();
  if (printed === '' || printed === '-' || printed === '0') return { kind: 'none' };
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(printed)) return { kind: 'rounded', printed };
  const digits = bare(printed);
  if (/^97[89]\d{10}$/.test(digits) && isSound13(digits)) return { kind: 'sound', printed, isbn13: digits };
  if (/^\d{9}[\dX]$/.test(digits) && isSound10(digits)) return { kind: 'sound', printed, isbn13: as13(digits) };
  if (/^\d{7}[\dX]$/.test(digits) && isSoundIssn(digits)) return { kind: 'issn', printed };
  return { kind: 'failing', printed };
};
