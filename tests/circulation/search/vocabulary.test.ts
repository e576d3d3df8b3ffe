import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingsOf } from '#circulation/search/corrections.ts';
import { editsBetween, editsFrom } from '#circulation/search/distance.ts';
import { foldWord, keyOf, lettersOf, soundOf, tokensOf } from '#circulation/search/fold.ts';
import { buildVocabulary, emptyVocabulary, type Vocabulary } from '#circulation/search/vocabulary.ts';

/** The whole table, as in the textbook: what the two quick ways must agree with. */
const slowEdits = (a: string, b: string): number => {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
      const row = table[i];
      if (row !== undefined) row[j] = best;
    }
  }
  return at(a.length, b.length);
};

const words = fc.string({ unit: fc.constantFrom(...'abcdé1'), minLength: 1, maxLength: 12 });

describe('edits between words', () => {
  it('are counted as the whole table counts them, up to the limit', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 4 }), (a, b, most) => {
        const true_ = Math.min(slowEdits(a, b), most + 1);
        expect(editsBetween(a, b, most)).toBe(true_);
        expect(editsFrom(a, most)(b)).toBe(true_);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['laskar', 'lasakr', 1],
    ['pelangi', 'plangi', 1],
    ['bumi', 'bumii', 1],
    ['hujan', 'hijau', 2],
  ])('%s and %s: %i', (a, b, edits) => {
    expect(editsFrom(a, 3)(b)).toBe(edits);
  });
});

describe('folding', () => {
  it.each([
    ['Pédagogi Kréatif', 'pedagogi kreatif'],
    ["Jum'at, Al-Qur’an!", 'jumat al quran'],
    ['5 cm.', '5 cm'],
    ['القُرآنُ الكريم', 'القرآن الكريم'],
  ])('%s becomes %s', (text, key) => {
    expect(keyOf(text)).toBe(key);
  });

  it('tells where each word stands in the text as it was written', () => {
    const text = 'ada “Né­geri” ?';
    for (const { word, start, end } of tokensOf(text)) expect(foldWord(text.slice(start, end))).toBe(word);
  });

  it.each([
    ['soekarno', 'sukarno'],
    ['lskr', 'laskar'],
    ['tjinta', 'cinta'],
    ['filsafat', 'pilsapat'],
    ['dzikir', 'dzikirr'],
  ])('%s sounds like %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ['laskar', 'lasker'],
    ['bumi', 'bumbu'],
  ])('%s and %s differ in letters', (one, other) => {
    expect(lettersOf(one)).not.toBe(lettersOf(other));
  });
});

const catalogue =
  'laskar pelangi bumi manusia ayat cinta hujan pulang negeri menara 5 cm pendidikan matematika anak bunga rumah laut bercerita';
const vocabularyOf = (text: string): Promise<Vocabulary> =>
  buildVocabulary(text.split(' ').map((word) => ({ word, all: 3, inTitle: 3, inAuthor: 0 })));

const firstReading = (word: string, vocabulary: Vocabulary): string | undefined =>
  readingsOf(word, vocabulary, 'all-words', false)[0]?.words.join(' ');

describe('what a typed word may have meant', () => {
  it.each([
    ['laskar', 'laskar'],
    ['plangi', 'pelangi'],
    ['pelagni', 'pelangi'],
    ['manusai', 'manusia'],
    ['laskarpelangi', 'laskar pelangi'],
    ['ayatayatcinta', 'ayat ayat cinta'],
    ['laskarplangi', 'laskar pelangi'],
    ['5cm', '5 cm'],
    ['bunganya', 'bunga'],
    ['rumahku', 'rumah'],
    ['anak2', 'anak'],
    ['lima', '5'],
    ['lskr', 'laskar'],
    ['pendiidikan', 'pendidikan'],
    ['metematyka', 'matematika'],
  ])('%s is read as %s', async (typed, meant) => {
    expect(firstReading(typed, await vocabularyOf(catalogue))).toBe(meant);
  });

  it('reads nothing into a word that is like none', async () => {
    expect(readingsOf('xylofon', await vocabularyOf(catalogue), 'all-words', false)).toEqual([]);
  });

  it('lets the last word be unfinished', async () => {
    const vocabulary = await vocabularyOf(catalogue);
    expect(readingsOf('pela', vocabulary, 'unknown-words', true)).toContainEqual({ words: ['pela'], cost: 0.6, unfinished: true });
    expect(readingsOf('pela', vocabulary, 'unknown-words', false).some((one) => one.unfinished)).toBe(false);
  });
});

describe('the vocabulary', () => {
  it('knows a word as soon as its title is noted, and finds it by its neighbours', async () => {
    const vocabulary = await vocabularyOf(catalogue);
    expect(vocabulary.count('entrok')).toBeNull();
    expect(vocabulary.near('entrk', 1)).toEqual([]);
    vocabulary.add(['Entrok'], ['Okky', 'Madasari'], []);
    expect(vocabulary.count('entrok')).toEqual({ word: 'entrok', all: 1, inTitle: 1, inAuthor: 0 });
    expect(vocabulary.count('okky')).toEqual({ word: 'okky', all: 1, inTitle: 0, inAuthor: 1 });
    expect(vocabulary.near('entrk', 1).map((near) => near.word)).toEqual(['entrok']);
  });

  it('finds every word within the edits asked for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(words, { minLength: 1, maxLength: 30 }),
        words,
        fc.integer({ min: 1, max: 3 }),
        async (known, typed, most) => {
          const vocabulary = await buildVocabulary(known.map((word) => ({ word, all: 1, inTitle: 1, inAuthor: 0 })));
          const near = new Set(vocabulary.near(typed, most).map((one) => one.word));
          for (const word of known) if (word !== typed && slowEdits(typed, word) <= most) expect(near).toContain(word);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers nothing before it is loaded', () => {
    expect(emptyVocabulary().near('laskar', 2)).toEqual([]);
  });
});
