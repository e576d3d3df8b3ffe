import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { comparable } from '#circulation/import/repair-text.ts';
import { assetBeside } from '#prisma/asset.ts';

/** A title of the demo library, ready to be kept. */
export interface DemoTitle {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly subjects: readonly string[];
  readonly audience: string;
  readonly format: string;
  readonly language: string;
  readonly localAuthor: boolean;
  readonly reference: boolean;
  readonly digital: boolean;
  readonly isbn: string | null;
  readonly synopsis: string | null;
  readonly callNumber: string;
  readonly shelf: string;
  readonly copies: number;
}

type Row = Readonly<
  Record<'title' | 'author' | 'publisher' | 'year' | 'class' | 'subjects' | 'audience' | 'marks' | 'copies' | 'isbn' | 'synopsis', string>
>;

const hundreds = [
  'Komputer dan Karya Umum',
  'Filsafat dan Psikologi',
  'Agama',
  'Ilmu Sosial',
  'Bahasa',
  'Sains',
  'Ilmu Terapan',
  'Seni dan Olahraga',
  'Kesusastraan',
  'Sejarah dan Geografi',
] as const;

const letters = (text: string): string => comparable(text).replaceAll(' ', '');

/** The author's mark of a call number: three letters of the family name, or of the title where nobody is named. */
const authorMark = ({ author, title }: Row): string => {
  const first =
    author
      .replace(/\(.*\)|dkk\.?/g, '')
      .split('&')[0]
      ?.trim() ?? '';
  const family = first.split(' ').at(-1) ?? '';
  return (letters(family) || letters(title)).slice(0, 3).toUpperCase();
};

const callNumberOf = (row: Row, reference: boolean): string =>
  `${reference ? 'R ' : ''}${row.class} ${authorMark(row)} ${letters(row.title).slice(0, 1)}`;

const shelfOf = (row: Row, marks: ReadonlySet<string>): string => {
  if (marks.has('ref')) return 'Rak Rujukan';
  if (marks.has('braille') || marks.has('audio') || marks.has('large')) return 'Rak Layanan Khusus';
  if (marks.has('local')) return 'Rak Penulis Lokal';
  if (row.audience === 'child') return 'Rak Anak';
  return `Rak ${row.class.slice(0, 1)}00 ${hundreds[Number(row.class.slice(0, 1))] ?? ''}`.trim();
};

const formatOf = (marks: ReadonlySet<string>): string =>
  marks.has('braille') ? 'braille' : marks.has('audio') ? 'audio' : marks.has('large') ? 'large_print' : 'book';

const orNull = (text: string): string | null => (text === '' ? null : text);

/** Ids that can be read: the title's words, and the author's where two titles are called alike. */
const idOf = (row: Row, taken: ReadonlySet<string>): string => {
  const short = comparable(row.title.split(':')[0] ?? row.title)
    .replaceAll(' ', '-')
    .slice(0, 48);
  const whole = comparable(`${row.title} ${row.author}`).replaceAll(' ', '-');
  return taken.has(short) ? whole : short;
};

const titleFrom = (row: Row, id: string): DemoTitle => {
  const marks = new Set(row.marks.split(' ').filter((mark) => mark !== ''));
  return {
    ...{ id, title: row.title, author: row.author, publisher: orNull(row.publisher), year: row.year === '' ? null : Number(row.year) },
    ...{ audience: row.audience, isbn: orNull(row.isbn), synopsis: orNull(row.synopsis), copies: Number(row.copies) },
    subjects: row.subjects.split('; ').filter((subject) => subject !== ''),
    format: formatOf(marks),
    language: marks.has('en') ? 'en' : 'id',
    localAuthor: marks.has('local'),
    reference: marks.has('ref'),
    digital: marks.has('digital'),
    callNumber: callNumberOf(row, marks.has('ref')),
    shelf: shelfOf(row, marks),
  };
};

/** Reads titles.tsv, in its order. */
export const readDemoTitles = async (): Promise<readonly DemoTitle[]> => {
  const text = await readFile(assetBeside(import.meta.url, 'titles.tsv'));
  // as: with `columns: true` csv-parse yields the columns of the header, which README.md lists
  const rows = parse<Row>(text, { columns: true, delimiter: '\t', quote: false });
  const taken = new Set<string>();
  return rows.map((row) => {
    const id = idOf(row, taken);
    taken.add(id);
    return titleFrom(row, id);
  });
};
