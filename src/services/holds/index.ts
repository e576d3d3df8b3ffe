import type { Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { cancel, listHolds } from './dialogue.ts';
import { changePickup } from './dialogue/pickup.ts';
import { place } from './dialogue/placing.ts';
import { resume, suspend } from './dialogue/suspending.ts';

export const holds: Service = {
  name: 'holds',
  dialogues: [place, listHolds, cancel, suspend, resume, changePickup],
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
    { names: { id: 'tunda', en: 'suspend' }, describes: { id: 'Tunda pesanan', en: 'Suspend a reservation' }, intent: 'hold.suspend' },
    { names: { id: 'lanjutkan', en: 'resume' }, describes: { id: 'Lanjutkan pesanan', en: 'Resume a reservation' }, intent: 'hold.resume' },
    {
      names: { id: 'pindahambil', en: 'pickup' },
      describes: { id: 'Ganti tempat ambil', en: 'Change the pickup place' },
      intent: 'hold.change_pickup',
    },
  ],
};
