import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression, Place } from '#circulation/search/expression.ts';
import { Gathering } from '#circulation/search/posting-lists.ts';
import { Postings } from '#circulation/search/postings.ts';
import type { Doc } from '#circulation/search/title-index.ts';

type Texts = Readonly<Record<Place, string>>;

const docOf = (no: number, { title, author, subject }: Texts): Doc => ({
  no,
  titleId: `t${no}`,
  rawTitle: title,
  rawAuthor: author,
  rawSubjects: subject,
  key: title,
  copies: 0,
  popularity: 0,
});

/** Some titles are there when the lists are made, the others come later. */
const postingsOf = async (early: readonly Doc[], late: readonly Doc[] = []): Promise<Postings> => {
  const gathering = new Gathering();
  await gathering.addAll(early.map((doc) => ({ no: doc.no, key: doc.key, author: doc.rawAuthor, subjects: doc.rawSubjects })));
  const postings = new Postings((await gathering.finish()).lists);
  for (const doc of late) postings.note(doc);
  return postings;
};

const wordsIn = (doc: Doc, place: Place): readonly string[] =>
  ({ title: doc.rawTitle, author: doc.rawAuthor, subject: doc.rawSubjects })[place].split(' ');

/** The meaning of an expression, title by title. */
const holds = (doc: Doc, expression: Expression): boolean => {
  if ('all' in expression) return expression.all.length > 0 && expression.all.every((part) => holds(doc, part));
  if ('any' in expression) return expression.any.some((part) => holds(doc, part));
  const { word, unfinished, in: places = ['title', 'author', 'subject'] } = expression;
  return places.some((place) => wordsIn(doc, place).some((one) => (unfinished === true ? one.startsWith(word) : one === word)));
};

const word = fc.constantFrom('air', 'airlangga', 'api', 'bumi', 'bulan', 'cinta', 'laut', 'lautan', 'senja');
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const texts = fc.record({ title: text, author: text, subject: text });
const places = fc.option(fc.uniqueArray(fc.constantFrom<Place>('title', 'author', 'subject'), { minLength: 1 }), { nil: undefined });

const leaf = fc.record({ word, places, unfinished: fc.boolean() }).map(
  ({ word: said, places: where, unfinished }): Expression => ({
    word: unfinished ? said.slice(0, 3) : said,
    unfinished,
    ...(where === undefined ? {} : { in: where }),
  }),
);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
}));

const numbers = (found: readonly number[]): number[] => [...found].sort((a, b) => a - b);

describe('which titles hold which words', () => {
  it('is answered as by reading every title, for those that came late too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(texts, { minLength: 1, maxLength: 60 }),
        fc.array(expression, { minLength: 4 }),
        fc.nat(60),
        async (all, asked, cut) => {
          const docs = all.map((one, i) => docOf(i + 1, one));
          const postings = await postingsOf(docs.slice(0, cut), docs.slice(cut));
          for (const one of asked) {
            const expected = docs.filter((doc) => holds(doc, one)).map((doc) => doc.no);
            expect(numbers(postings.matching(one, 100))).toEqual(expected);
            const some = postings.matching(one, 3);
            expect(some).toHaveLength(Math.min(3, expected.length));
            expect(expected).toEqual(expect.arrayContaining(some));
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('follows a title that was changed, and forgets what it was before', async () => {
    const before = docOf(7, { title: 'bumi manusia', author: 'tim', subject: 'novel' });
    const postings = await postingsOf([before], [{ ...before, key: 'sang pemimpi', rawTitle: 'Sang Pemimpi' }]);
    expect(postings.matching({ word: 'manusia' }, 10)).toEqual([]);
    expect(postings.matching({ word: 'pemimpi', in: ['title'] }, 10)).toEqual([7]);
    expect(postings.withKey('bumi manusia')).toEqual([]);
    expect(postings.withKey('sang pemimpi')).toEqual([7]);
  });

  it('leads from a whole title to at most a few that have it', async () => {
    const docs = Array.from({ length: 500 }, (_, i) =>
      docOf(i + 1, { title: i % 2 === 0 ? 'matematika' : `judul ${i}`, author: 'a', subject: 's' }),
    );
    const postings = await postingsOf(docs);
    expect(postings.withKey('judul 301')).toEqual([302]);
    expect(postings.withKey('matematika').length).toBeGreaterThan(3);
    expect(postings.withKey('matematika').length).toBeLessThan(20);
    expect(postings.withKey('tidak ada')).toEqual([]);
  });

  it('knows nothing of an empty catalogue', async () => {
    const postings = await postingsOf([]);
    expect(postings.matching({ word: 'laut', unfinished: true }, 10)).toEqual([]);
    expect(postings.withKey('')).toEqual([]);
  });
});
