import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { finerIntents, intentIds } from '#understanding/intent-ids.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';
import { readGold } from './gold.ts';

const texts = readGold(readFileSync(new URL('./sample.jsonl', import.meta.url), 'utf8')).map((message) => message.text);
const names = createNames({
  titles: ['Laskar Pelangi', '5 cm', '1984'],
  authors: ['Tere Liye'],
  events: ['Bedah Buku'],
  places: ['Cambai'],
});
const understanding = createUnderstanding({ rules: intentRules, names, lexicon: lexicon() });
const now = Temporal.PlainDateTime.from('2026-08-12T10:00');
const known = new Set<string>([...intentIds, ...Object.keys(finerIntents), 'unsure']);

const mutated = fc
  .tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(40), fc.string({ unit: 'binary', maxLength: 12 }))
  .map(([text, at, length, noise]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + noise + text.slice(place + length);
  });

describe('any text', () => {
  it('is answered with an intent of the list, never with an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 200 })),
        fc.constantFrom(undefined, 'list_shown', 'confirm_pending', 'survey_question'),
        async (text, context) => {
          const understood = await understanding.understand({ text, now, context });
          expect(known.has(understood.intent)).toBe(true);
          expect(understood.confidence).toBeGreaterThanOrEqual(0);
          expect(understood.confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1500 },
    );
  }, 60_000);

  it.each(['a'.repeat(4000), '"'.repeat(4000), '1 '.repeat(2000), 'ha'.repeat(2000), "'".repeat(4000), 'buku tentang '.repeat(300)])(
    'of 4,000 characters is read',
    async (text) => {
      expect(known.has((await understanding.understand({ text, now })).intent)).toBe(true);
    },
  );
});
