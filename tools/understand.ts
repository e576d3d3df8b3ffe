import { intentRules } from '#services/intent-rules.ts';
import { Temporal } from '#shared/day.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';

// npm run understand -- "teks": every stage of the reading, so that a librarian sees why, and which word to add.
const names = createNames({
  titles: ['Laskar Pelangi', 'Bumi Manusia', 'Hujan', 'Sapiens', 'Atomic Habits'],
  authors: ['Tere Liye', 'Andrea Hirata'],
  events: ['Bedah Buku', 'Workshop Canva'],
  places: ['Cambai', 'Majasari', 'Sukaraja'],
});
const understanding = createUnderstanding({ rules: intentRules, names, lexicon: lexicon() });
const args = process.argv.slice(2);
const context = args.find((arg) => arg.startsWith('@'))?.slice(1);
const texts = args.filter((arg) => !arg.startsWith('@') && arg !== '--staff');
const now = Temporal.Now.plainDateTimeISO('Asia/Jakarta');

for (const text of texts) {
  // as: an unknown context only means that no rule of it speaks
  const understood = await understanding.understand({
    text,
    now,
    context: context as 'list_shown' | undefined,
    role: args.includes('--staff') ? 'staff' : undefined,
  });
  const { stages } = understood;
  const units = stages.units.map(
    (unit) =>
      `  ${unit.negated ? 'tidak: ' : ''}${unit.text} → ${unit.words.join(' ')} [${unit.concepts.join(', ')}]${unit.mask === undefined ? '' : ` (${unit.mask})`}`,
  );
  process.stdout.write(
    [
      `teks      ${stages.text}`,
      'dibaca    ',
      ...units,
      `konsep    ${stages.concepts.filter((concept) => concept !== 'fw').join(' ')}`,
      `calon     ${understood.candidates.map(({ intent, score }) => `${intent} ${score.toFixed(1)}`).join(', ')}`,
      `maksud    ${understood.intent} ${JSON.stringify(understood.slots)}`,
      `semua     ${understood.intents.map(({ intent, slots }) => `${intent} ${JSON.stringify(slots)}`).join(' + ')}`,
      `bahasa    ${understood.language}   yakin ${understood.confidence.toFixed(2)}   kata baru: ${understood.unknownWords.join(', ') || '-'}`,
      '',
    ].join('\n'),
  );
}
