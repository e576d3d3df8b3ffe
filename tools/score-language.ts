import { readFileSync, writeFileSync } from 'node:fs';
import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { figuresOf, figuresText } from '#tests/understanding/figures.ts';
import { type GoldMessage, namesOfGold, predict, readGold } from '#tests/understanding/gold.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createUnderstanding } from '#understanding/understanding.ts';

// node --import tsx tools/score-language.ts [GOLD.jsonl …] [--names NAMES.jsonl] [--predictions OUT.jsonl]
const args = process.argv.slice(2);
const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const files = args.filter((arg, at) => !arg.startsWith('--') && !(args[at - 1] ?? '').startsWith('--'));
const gold: readonly GoldMessage[] = files.flatMap((file) => readGold(readFileSync(file, 'utf8')));
const names = namesOfGold(option('--names') === undefined ? gold : readGold(readFileSync(option('--names') ?? '', 'utf8')));
const understanding = createUnderstanding({
  rules: intentRules,
  names: args.includes('--no-names') ? namesOfGold([]) : names,
  lexicon: lexicon(),
});
const predictions = await predict(understanding, gold, Temporal.PlainDateTime.from('2026-08-12T10:00'));
const out = option('--predictions');
if (out !== undefined) writeFileSync(out, `${predictions.map((prediction) => JSON.stringify(prediction)).join('\n')}\n`);
process.stdout.write(figuresText(figuresOf(gold, predictions), args.includes('--errors')));
