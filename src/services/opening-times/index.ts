import type { Service } from '#conversation/service.ts';
import { clockwork } from './clockwork.ts';
import { closure, openingHours } from './staff.ts';

export const openingTimes: Service = {
  name: 'opening-times',
  dialogues: [closure, openingHours],
  clockwork,
  commands: [
    {
      names: { id: 'tutup', en: 'close' },
      describes: { id: 'Petugas: catat hari tutup', en: 'Staff: record a closed day' },
      intent: 'staff.closure',
      slot: 'args',
    },
    {
      names: { id: 'kalender', en: 'calendar' },
      describes: { id: 'Petugas: jam buka dan hari libur', en: 'Staff: opening hours and holidays' },
      intent: 'staff.opening_hours',
      slot: 'args',
    },
  ],
};
