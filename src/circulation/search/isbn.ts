const sum = (digits: string, weight: (index: number) => number): number =>
  [...digits].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * weight(index), 0);

const checked10 = (body: string): string => {
  const check = (11 - (sum(body, (index) => 10 - index) % 11)) % 11;
  return body + (check === 10 ? 'X' : String(check));
};

const checked13 = (body: string): string => body + String((10 - (sum(body, (index) => (index % 2 === 0 ? 1 : 3)) % 10)) % 10);

const withoutSigns = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase();

const isRight = (isbn: string): boolean =>
  isbn.length === 10 ? isbn === checked10(isbn.slice(0, 9)) : isbn === checked13(isbn.slice(0, 12));

/** As typed, and in the other length. One with a wrong check digit is looked for as typed: catalogues hold such numbers too. */
const formsOf = (isbn: string): readonly string[] => {
  if (!isRight(isbn) || (isbn.length === 13 && isbn.startsWith('979'))) return [isbn];
  return [isbn, isbn.length === 10 ? checked13(`978${isbn.slice(0, 9)}`) : checked10(isbn.slice(3, 12))];
};

const numberPattern = /(?<![\d-])\d[\d -]{7,15}[\dx](?![\d-])/gi;
const wholeIsbn = /^(?:\d{9}[\dX]|97[89]\d{10})$/;

/** An ISBN somewhere in a text: the ways in which it may stand in the catalogue, and where it was said. */
export interface IsbnSaid {
  readonly isbns: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** The first number of a text that is an ISBN, its check digit included: other numbers of that length are telephones. */
export const isbnIn = (text: string): IsbnSaid | null => {
  for (const { 0: said, index } of text.matchAll(numberPattern)) {
    const isbn = withoutSigns(said);
    if (wholeIsbn.test(isbn) && isRight(isbn)) return { isbns: formsOf(isbn), start: index, end: index + said.length };
  }
  return null;
};

/** The ISBN that a text asks for; null when it asks for none. */
export const isbnsOf = (text: string): readonly string[] | null => {
  const isbn = withoutSigns(text.replace(/^\s*isbn[\s:]*/i, ''));
  return wholeIsbn.test(isbn) ? formsOf(isbn) : (isbnIn(text)?.isbns ?? null);
};
