import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { preferenceKeyOf } from '#conversation/person.ts';
import { textOf } from '#conversation/titles.ts';
import type { Language } from '#languages/index.ts';
import { saveLanguage } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { LanguageWords } from './words/id.ts';

const sentences = { id, en };
const dialogue = dialoguesWith<LanguageWords>(sentences);

export const setLanguage = dialogue('settings.language', { personal: true })
  .begin((turn) => {
    const asked = textOf(turn.slots.language);
    if (asked === 'id' || asked === 'en') return save(turn, asked);
    if (asked) return turn.say((w) => w.unsupported);
    const options = (['id', 'en'] as const).map((language) => ({ label: turn.words((w) => w.names[language]), value: { language } }));
    return turn.list((w) => w.which, options, 'chosen');
  })
  .step('chosen', z.object({ language: z.enum(['id', 'en']) }), (turn, { language }) => save(turn, language));

const save = async (turn: Turn<LanguageWords>, language: Language): Promise<Reply> => {
  await saveLanguage(turn.rooms.database, { preference: preferenceKeyOf(turn.person), language }, { key: turn.nextKey(), now: turn.now });
  // said in the language that holds from now on
  return turn.say(() => sentences[language].set);
};
