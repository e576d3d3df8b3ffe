import type { Service } from '#conversation/service.ts';
import { access, facilities, hours, location } from './dialogue.ts';

export const libraryInfo: Service = {
  name: 'library-info',
  dialogues: [hours, location, facilities, access],
  commands: [
    { names: { id: 'jam', en: 'hours' }, describes: { id: 'Jam buka', en: 'Opening hours' }, intent: 'info.hours', listed: true },
    {
      names: { id: 'lokasi', en: 'location' },
      describes: { id: 'Alamat dan kontak', en: 'Address and contact' },
      intent: 'info.location',
      listed: true,
    },
  ],
};
