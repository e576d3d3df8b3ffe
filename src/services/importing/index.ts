import type { Service } from '#conversation/service.ts';
import { importing as importFile } from './staff.ts';

export const importing: Service = {
  name: 'importing',
  dialogues: [importFile],
  commands: [
    {
      names: { id: 'impor', en: 'import' },
      describes: { id: 'Petugas: memasukkan ekspor katalog, anggota, atau pinjaman', en: 'Staff: bring in a catalogue, members or loans' },
      intent: 'staff.import',
    },
  ],
};
