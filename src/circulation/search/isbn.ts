const sum = (digits: string, weight: (index: number) => number): number =>
  [...digits].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0);

const checked10 = (body: string): string => {
  const check = (11 - (sum(body, (index) => 10 - index) % 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
};

const checked13 = (body: string): string => body + String((10 - (sum(body, (index) => (index % 2 === 0 ? 1 : 3)) % 10)) % 10);

/**
 * The ways in which the ISBN that a text consists of may stand in the catalogue: as typed, and in the other length.
 * Null when the text is no ISBN. One with a wrong check digit is looked for as typed: catalogues hold such numbers too.
 */
export const isbnsOf = (text: string): readonly string[] | null => {
  const said = /isbn(?:-?1[03])?[\s:]*(\d[\dx\s-]{7,16}[\dx])(?![\d-])/i.exec(text)?.[1] ?? text;
  const isbn = said.replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(isbn)) return isbn === checked10(isbn.slice(0, 9)) ? [isbn, checked13(`978${isbn.slice(0, 9)}`)] : [isbn];
  if (/^978\d{10}$/.test(isbn)) return isbn === checked13(isbn.slice(0, 12)) ? [isbn, checked10(isbn.slice(3, 12))] : [isbn];
  return /^979\d{10}$/.test(isbn) ? [isbn] : null;
};
