import { smallWorld } from './small-world.ts';

// Two readers in the same state, Siti who is answered in Indonesian and Rini in English, for what is said to both.

type Fields = Readonly<Record<string, unknown>>;

export const bothReaders = (fields: Fields = {}): unknown => [
  { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'], ...fields },
  { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
  { id: 'P3', name: 'Rini', card: 'A-0003', linked: ['private:rini'], prefs: { language: 'en' }, ...fields },
  { id: 'P4', name: 'Anak Dewi', card: 'A-0004' },
];

/** The title that both ask for, with these fields, and one that they may have on loan. */
export const oneShelf = (fields: Fields = {}): unknown => [
  { id: 'LP', title: 'Laskar Pelangi', author: 'Andrea Hirata', copies: 3, ...fields },
  { id: 'SP', title: 'Sang Pemimpi', author: 'Andrea Hirata', copies: 2 },
];

export const lentToBoth = (fields: Fields = {}): unknown =>
  ['P1', 'P3'].map((patron) => ({ patron, item: 'SP', due: '2026-03-05', ...fields }));

/** No loans and no reservations but those that `changes` name. */
export const twoReaders = (changes: Fields): unknown =>
  smallWorld({ patrons: bothReaders(), items: oneShelf(), loans: [], holds: [], ...changes });
