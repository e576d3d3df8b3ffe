import type { Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { cancel, listHolds, place } from './dialogue.ts';

export const holds: Service = {
  name: 'holds',
  dialogues: [place, listHolds, cancel],
  clockwork,
  commands: [
    {
      names: { id: 'pesan', en: 'reserve' },
      describes: { id: 'Pesan buku: /pesan judul', en: 'Reserve a book: /reserve title' },
      intent: 'hold.place',
      slot: 'title',
      listed: true,
    },
    { names: { id: 'pesanan', en: 'holds' }, describes: { id: 'Pesanan saya', en: 'My reservations' }, intent: 'hold.list', listed: true },
  ],
};
