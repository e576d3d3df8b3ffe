export const id = {
  which: 'Bahasa apa yang dipakai?',
  set: 'Baik, mulai sekarang saya menjawab dalam bahasa Indonesia.',
  names: { id: 'Bahasa Indonesia', en: 'English' },
  unsupported:
    'Saya baru bisa menjawab dalam bahasa Indonesia dan Inggris. Bahasa Palembang saya pahami dan saya jawab dalam bahasa Indonesia.',
};

export type LanguageWords = typeof id;
