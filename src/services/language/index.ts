import type { Service } from '#conversation/service.ts';
import { setLanguage } from './dialogue.ts';

export const languageChoice: Service = {
  name: 'language',
  dialogues: [setLanguage],
  commands: [
    {
      names: { id: 'bahasa', en: 'language' },
      describes: { id: 'Ganti bahasa', en: 'Change language' },
      intent: 'settings.language',
      listed: true,
    },
  ],
};
