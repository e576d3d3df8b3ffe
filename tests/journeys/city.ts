import { LIBRARY_ZONE, Temporal } from '#shared/day.ts';

const today = Temporal.Now.plainDateISO(LIBRARY_ZONE);
const allDay = '00:00-23:59';

/** Titles that are spelt so differently that none is taken for another. */
export const shelf = [
  'Laskar Pelangi',
  'Bumi Manusia',
  'Atheis',
  'Ronggeng Dukuh Paruk',
  'Tenggelamnya Kapal',
  'Siti Nurbaya',
  'Perahu Kertas',
  'Negeri Menara',
  'Supernova',
  'Gadis Kretek',
  'Orang Orang Biasa',
  'Cantik Itu Luka',
];

/**
 * The library of the journeys, where the clock is the real one: open day and night, and no loan falls due on a day for
 * which there is a reminder.
 */
export const city = {
  clock: `${today.toString()}T09:00:00+07:00`,
  library: { name: 'Perpustakaan Contoh', address: 'Jalan Contoh 1', phone: '0713-000', facilities: ['wifi'] },
  policy: { max_holds: 50, hours: { mon: allDay, tue: allDay, wed: allDay, thu: allDay, fri: allDay, sat: allDay, sun: allDay } },
  patrons: [
    { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:1001@telegram'] },
    { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:1002@telegram'] },
    { id: 'P3', name: 'Anak Dewi', card: 'A-0003' },
  ],
  link_codes: [{ card: 'A-0003', code: 'BUKA1234' }],
  platforms: { telegram: { buttons: true } },
  groups: [{ id: '-500', name: 'RT 05', platform: 'telegram', members: ['1001'], admins: ['1001'] }],
  items: shelf.map((title, at) => ({ id: `T${at + 1}`, title, copies: 2 })),
  loans: [{ patron: 'P2', item: 'T2', due: today.add({ days: 3 }).toString() }],
};
