import { describe, expect, it } from 'vitest';
import { cleanText } from '#understanding/clean-text.ts';
import { intentIds } from '#understanding/intent-ids.ts';
import { rulesFor } from '#understanding/intent-rule.ts';
import { intentRules } from '#services/intent-rules.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createNearWords } from '#understanding/near-words.ts';
import { readWord } from '#understanding/spelling.ts';

const read = (word: string) =>
  readWord(lexicon(), word, { isEnglish: false, mayCorrect: true, isRegional: false }).alternatives[0]?.join(' ');

describe('cleaning', () => {
  it('drops signs that cannot be seen and folds letters that look alike', () => {
    expect(cleanText('pin\u200Bjam \u202Ebuku\u202C ＡＢＣ 2\uFE0F\u20E3')).toBe('pinjam buku ABC 2');
  });
  it('hears a thumb as a yes', () => {
    expect(cleanText('👍')).toBe('ya');
  });
  it('reads no more than 4,000 characters', () => {
    expect(cleanText('a'.repeat(10_000))).toHaveLength(4000);
  });
});

describe('spelling', () => {
  it.each([
    ['prpnjng', 'perpanjang'],
    ['bukuuuu', 'buku'],
    ['pacak', 'bisa'],
    ['dibalekke', 'dikembalikan'],
    ['minjem', 'meminjam'],
    ['jadwall', 'jadwal'],
    ['perpustakan', 'perpustakaan'],
    ['anak2', 'anak-anak'],
    ['gak', 'tidak'],
    ['katek', 'tidak ada'],
  ])('%s is %s', (written, standard) => {
    expect(read(written)).toBe(standard);
  });
  it('leaves short words alone', () => {
    expect(createNearWords(['buku']).nearest('baku')).toBeUndefined();
  });
  it('finds swapped letters', () => {
    expect(createNearWords(['jadwal']).nearest('jadawl')).toBe('jadwal');
  });
});

describe('names', () => {
  const names = createNames({
    titles: ['Laskar Pelangi', 'Hujan', 'Harry Potter dan Batu Bertuah'],
    authors: ['Pramoedya Ananta Toer'],
    events: ['Workshop Canva'],
    places: ['Cambai'],
  });
  const found = async (text: string) => (await names.find(text)).map((match) => `${match.kind}:${text.slice(match.start, match.end)}`);

  it('are found in the midst of a message, mistyped too', async () => {
    expect(await found('min ad laskar plangi ga')).toContain('title:laskar plangi');
  });
  it('are found by their beginning when they are long', async () => {
    expect(await found('ada harry potter?')).toContain('title:harry potter');
  });
  it('of authors are found by one name', async () => {
    expect(await found('bukunya pramoedya')).toContain('author:pramoedya');
  });
  it('are not found in unlike words', async () => {
    expect(await found('kapan perpustakaan buka')).toEqual([]);
  });
});

describe('rules', () => {
  it('speak only of concepts the lexicon or the reader can give', () => {
    const signs = [
      'solo',
      'short',
      'question',
      'colon',
      'date',
      'time',
      'minutes',
      'math',
      'fromcard',
      'foreign',
      'title',
      'author',
      'event',
      'place',
      'quote',
      'quoted',
      'topic',
      'number',
      'isbn',
      'cardcode',
      'itemcode',
      'unknown',
      'ordinal',
      'eventname',
      'booktalk',
      'my',
    ];
    const given = new Set<string>(signs);
    const visit = (node: ReturnType<typeof lexicon>['phrases']): void => {
      for (const concept of node.concepts ?? []) given.add(concept);
      for (const next of node.next.values()) visit(next);
    };
    visit(lexicon().phrases);
    const asked = new Set(
      intentRules
        .flatMap((rule) => [...rule.all.flat(), ...rule.none])
        .map((concept) => concept.replace(/^!/u, ''))
        .filter((concept) => !/^[@#]/u.test(concept)),
    );
    expect([...asked].filter((concept) => !given.has(concept))).toEqual([]);
  });
  it('exist for every intent', () => {
    expect(intentIds.filter((intent) => !intentRules.some((rule) => rule.intent === intent))).toEqual([]);
  });
  it('read their short form', () => {
    expect(rulesFor('loan.renew', [7, 'renew book|title -card !stop'])).toEqual([
      { intent: 'loan.renew', weight: 7, all: [['renew'], ['book', 'title'], ['!stop']], none: ['card'] },
    ]);
  });
});
