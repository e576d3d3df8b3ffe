import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createUnderstanding } from '#understanding/understanding.ts';
import { type Figures, figuresOf } from './figures.ts';
import { namesOfGold, predict, readGold } from './gold.ts';

const now = Temporal.PlainDateTime.from('2026-08-12T10:00');

const figuresFor = async (file: string): Promise<Figures> => {
  const gold = readGold(readFileSync(new URL(file, import.meta.url), 'utf8'));
  const understanding = createUnderstanding({ rules: intentRules, names: namesOfGold(gold), lexicon: lexicon() });
  return figuresOf(gold, await predict(understanding, gold, now));
};

describe.each(['./sample.jsonl', './corpus.jsonl'])('the labelled messages of %s', (file) => {
  it('are understood as well as the goals ask', async () => {
    const figures = await figuresFor(file);
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.94);
    expect(figures.macroF1).toBeGreaterThanOrEqual(0.94);
    expect(figures.hard).toBeGreaterThanOrEqual(0.85);
    expect(Math.min(...Object.values(figures.byLanguage))).toBeGreaterThanOrEqual(0.92);
    expect(figures.outOfScope.precision).toBeGreaterThanOrEqual(0.9);
    expect(figures.outOfScope.recall).toBeGreaterThanOrEqual(0.9);
    expect(figures.wrongStateChanging).toBeLessThanOrEqual(0.02);
    expect(figures.slots.exact).toBeGreaterThanOrEqual(0.85);
    expect(figures.secondIntents).toBeGreaterThanOrEqual(0.6);
  }, 60_000);
});
