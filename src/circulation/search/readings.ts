import type { CatalogueQuery } from '#ports/catalogue.ts';

// What begins a part of the question that is no word of a title: a publisher, a shelf or call number.
const publisher = /^(.*?)\b(?:terbitan|penerbit|diterbitkan(?: oleh)?|published by|publisher)\s+(\p{L}.*)$/iu;
const shelf = /^(.*?)\b(?:rak|nomor panggil|no panggil|shelf|call number)\s+([\p{L}\p{N}].*)$/iu;
const year = /^(.*?)(?:\b(?:terbitan|tahun|terbit|year|published in)\s+)*\b(1[5-9]\d\d|20\d\d)\b(.*)$/iu;

/**
 * Other ways to read a question that its words alone did not answer: "laskar pelangi 2005", "novel terbitan Bentang",
 * "rak 813". The part that is no title becomes a filter.
 */
export const otherReadingsOf = (query: CatalogueQuery): CatalogueQuery[] => {
  const readings: CatalogueQuery[] = [];
  const [, beforePublisher = '', named] = publisher.exec(query.text) ?? [];
  if (named !== undefined && query.publisher === undefined)
    readings.push({ ...query, text: beforePublisher.trim(), publisher: named.trim() });
  const [, beforeShelf = '', marked] = shelf.exec(query.text) ?? [];
  if (marked !== undefined && query.shelf === undefined) readings.push({ ...query, text: beforeShelf.trim(), shelf: marked.trim() });
  const [, beforeYear = '', said, afterYear = ''] = year.exec(query.text) ?? [];
  if (said !== undefined && query.year === undefined)
    readings.push({ ...query, text: `${beforeYear} ${afterYear}`.trim(), year: Number(said) });
  return readings;
};
