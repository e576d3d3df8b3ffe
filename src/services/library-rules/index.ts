import type { Service } from '#conversation/service.ts';
import { libraryCard, policy } from './staff.ts';

export const libraryRules: Service = {
  name: 'library-rules',
  dialogues: [policy, libraryCard],
  commands: [
    {
      names: { id: 'aturanpinjam', en: 'policy' },
      describes: { id: 'Petugas: aturan peminjaman', en: 'Staff: lending rules' },
      intent: 'staff.policy',
      slot: 'args',
    },
    {
      names: { id: 'identitas', en: 'librarycard' },
      describes: { id: 'Petugas: nama, alamat, telepon, fasilitas', en: 'Staff: name, address, telephone, facilities' },
      intent: 'staff.library_card',
      slot: 'args',
    },
  ],
};
