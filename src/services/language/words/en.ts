import type { LanguageWords } from './id.ts';

export const en: LanguageWords = {
  which: 'Which language shall I use?',
  set: 'All right, from now on I will answer in English.',
  names: { id: 'Bahasa Indonesia', en: 'English' },
  unsupported: 'So far I can answer in Indonesian and English. I understand Palembang and answer it in Indonesian.',
};
