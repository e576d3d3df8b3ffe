import { describe, expect, it } from 'vitest';
import { pageOf, resolveChoice } from '#conversation/choices.ts';
import type { MenuOption } from '#conversation/state.ts';

const three: readonly MenuOption[] = ['Laskar Pelangi', 'Bumi Manusia', '3 Cinta 1 Pria'].map((label, at) => ({ label, value: { at } }));

const chosen: readonly (readonly [typed: string, at: number])[] = [
  ['2', 1],
  ['2.', 1],
  [' 2 ', 1],
  ['no 2', 1],
  ['no. 2', 1],
  ['nomor 2', 1],
  ['nomer dua', 1],
  ['nomor dua', 1],
  ['dua', 1],
  ['Dua', 1],
  ['yang kedua', 1],
  ['yg kedua', 1],
  ['ke-2', 1],
  ['ke 2', 1],
  ['kedua', 1],
  ['yang ke-2', 1],
  ['2️⃣', 1],
  ['2 aja', 1],
  ['nomor 2 saja', 1],
  ['yang kedua dong kak', 1],
  ['pertama', 0],
  ['satu', 0],
  ['sikok', 0],
  ['duo', 1],
  ['tigo', 2],
  ['first', 0],
  ['the second one', 1],
  ['2nd', 1],
  ['option 3', 2],
  ['three please', 2],
  ['Bumi Manusia', 1],
  ['bumi manusia', 1],
  ['bumi', 1],
  ['"Bumi Manusia"', 1],
  ['BUMI  MANUSIA!', 1],
  ['3 cinta 1 pria', 2],
];

const outside = ['-1', '4', '12', '99', 'nomor 7', 'kesepuluh', 'sepuluh'];

const none = [
  'dua buku anak',
  'yang mana ya',
  'dua tiga',
  '2 dan 3',
  '1984 karya orwell',
  '',
  '!!!',
  'satu lagi dong buat besok',
  '1.5.2',
  'nomor',
  'yang itu',
];

describe('the answer to a list', () => {
  it.each(chosen)('"%s" is its option %i, counted from 0', (typed, at) => {
    expect(resolveChoice(typed, three)).toEqual({ kind: 'chosen', option: three[at] });
  });

  it.each(outside)('"%s" is a number outside it', (typed) => {
    expect(resolveChoice(typed, three)).toEqual({ kind: 'outside', count: 3 });
  });

  it.each(none)('"%s" is no answer to it', (typed) => {
    expect(resolveChoice(typed, three)).toEqual({ kind: 'none' });
  });

  it('takes 0 for the way out, where there is one, and counts it not', () => {
    const out: MenuOption = { label: 'Batal', value: {}, role: 'escape' };
    expect(resolveChoice('0', three)).toEqual({ kind: 'none' });
    expect(resolveChoice('0', [out, ...three])).toEqual({ kind: 'chosen', option: out });
    expect(resolveChoice('1', [out, ...three])).toEqual({ kind: 'chosen', option: three[0] });
  });
});

describe('the pages of a list', () => {
  const menu = (count: number, from = 0) => ({
    token: 't',
    from,
    expiresAt: '',
    options: Array.from({ length: count }, (_, at) => ({ label: `L${at}`, value: { at } })),
  });

  it.each([0, 1, 3, 8])('%i options stand on one page', (count) => {
    expect(pageOf(menu(count), 8)).toHaveLength(count);
  });

  it.each([9, 10, 25, 26, 60])('%i options stand on pages of eight and lose none', (count) => {
    const seen: string[] = [];
    for (let from = 0; from < count; from += 8) {
      const page = pageOf(menu(count, from), 8);
      expect(page.at(-1)?.role).toBe('more');
      expect(page.length).toBeLessThanOrEqual(9);
      seen.push(...page.slice(0, -1).map(({ label }) => label));
    }
    expect(seen).toEqual(menu(count).options.map(({ label }) => label));
  });
});
