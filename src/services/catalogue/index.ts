import type { Service } from '#conversation/service.ts';
import { itemDetails, localAuthors, newArrivals, recommend, search } from './dialogue.ts';

export const catalogue: Service = {
  name: 'catalogue',
  dialogues: [search, itemDetails, newArrivals, recommend, localAuthors],
  commands: [
    {
      names: { id: 'cari', en: 'find' },
      describes: { id: 'Cari buku: /cari judul atau pengarang', en: 'Find a book: /find title or author' },
      intent: 'catalog.search',
      slot: 'query',
      listed: true,
    },
    { names: { id: 'baru', en: 'new' }, describes: { id: 'Koleksi baru', en: 'New books' }, intent: 'catalog.new_arrivals', listed: true },
  ],
};
