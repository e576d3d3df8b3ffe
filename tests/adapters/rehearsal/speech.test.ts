import { describe, expect, it } from 'vitest';
import type { Program } from '#adapters/chat/rehearsal/rehearsed-app.ts';
import { intentRules } from '#services/intent-rules.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';
import { echoProgram } from './echo-program.ts';
import { rehearse } from './rehearsing.ts';

/** The real recogniser and date reader behind the smallest assistant. */
const program: Program = {
  ...echoProgram,
  namesOf: createNames,
  recogniserWith: (names) => createUnderstanding({ rules: intentRules, names, lexicon: lexicon() }),
};

const ref = '2026-08-12T10:00:00+07:00';
const world = { clock: ref, items: [{ id: 'T1', title: 'Hujan Bulan Juni' }] };
const names = { titles: ['Laskar Pelangi', '1984'], authors: ['Andrea Hirata'], events: ['Kelas Mewarnai'], van_places: ['Pasar Minggu'] };

const answersTo = async (requests: readonly object[]): Promise<readonly unknown[]> =>
  (await rehearse(program, [{ op: 'load', world }, ...requests])).slice(1);

describe('understanding at the door', () => {
  it('gives intent, slots, candidates best first and all requests', async () => {
    const [answer] = await answersTo([{ op: 'understand', text: 'ada buku Laskar Pelangi?', lexicon: names, ref }]);
    expect(answer).toMatchObject({
      ok: true,
      intent: 'catalog.search',
      slots: { query: 'laskar pelangi' },
      intents: [{ intent: 'catalog.search' }],
    });
    const { candidates } = answer as { candidates: readonly { intent: string; score: number }[] };
    expect(candidates[0]?.intent).toBe('catalog.search');
    expect(candidates.map(({ score }) => score)).toEqual(candidates.map(({ score }) => score).toSorted((a, b) => b - a));
  });

  it('heeds what is open and who writes, and takes an unknown hint for none', async () => {
    const [selected, plain] = await answersTo([
      { op: 'understand', text: 'nomor 2', context: 'list_shown', role: 'staff', lexicon: names, ref },
      { op: 'understand', text: 'nomor 2', context: 'none', role: null, ref },
    ]);
    expect(selected).toMatchObject({ intent: 'nav.select', slots: { item_ref: '2' } });
    expect(plain).toMatchObject({ ok: true });
  });
});

describe('dates at the door', () => {
  it.each([
    ['besok', { type: 'date', value: '2026-08-13', confirm: false }],
    ['1984', { type: 'none', confirm: false }],
    ['31 februari', { type: 'invalid' }],
  ])('reads %s', async (text, expected) => {
    const [answer] = await answersTo([{ op: 'date', text, ref, lexicon: names }]);
    expect(answer).toMatchObject({ ok: true, ...expected });
  });

  it('finds no month in a title of the world, until other names are given', async () => {
    const [own] = await answersTo([{ op: 'date', text: 'Hujan Bulan Juni', ref }]);
    expect(own).toMatchObject({ ok: true, type: 'none' });
  });

  it("counts from the library's day, whatever the offset of the reference", async () => {
    const [answer] = await answersTo([{ op: 'date', text: 'besok', ref: '2026-08-12T20:00:00Z' }]);
    expect(answer).toMatchObject({ value: '2026-08-14' });
  });
});
