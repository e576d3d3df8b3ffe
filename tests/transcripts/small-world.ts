/** A small library on Tuesday, 3 March 2026: enough people and books for one conversation each. */
const base = {
  clock: '2026-03-03T09:00:00+07:00',
  library: {
    name: 'Perpustakaan Contoh',
    address: 'Jalan Contoh 1',
    phone: '0713-000',
    lat: -3.43,
    lon: 104.23,
    facilities: ['wifi', 'toilet'],
  },
  branches: [
    { id: 'main', name: 'Perpustakaan Pusat' },
    { id: 'timur', name: 'Cabang Timur' },
    { id: 'van', name: 'Perpustakaan Keliling' },
  ],
  patrons: [
    { id: 'P1', name: 'Siti', card: 'A-0001', linked: ['private:siti'] },
    { id: 'P2', name: 'Budi', card: 'A-0002', linked: ['private:budi'] },
    { id: 'P3', name: 'Rini', card: 'A-0003', linked: ['private:rini'], prefs: { language: 'en' } },
    { id: 'P4', name: 'Anak Dewi', card: 'A-0004' },
  ],
  link_codes: [{ card: 'A-0004', code: 'BUKA1234' }],
  strangers: ['Dewi'],
  staff: [{ id: 'tuti', name: 'Tuti', role: 'librarian' }],
  groups: [{ id: 'g-rt05', name: 'RT 05', members: ['siti', 'budi'], admins: ['budi'] }],
  items: [
    { id: 'LP', title: 'Laskar Pelangi', author: 'Andrea Hirata', copies: 2, shelf: 'Rak 8' },
    { id: 'SP', title: 'Sang Pemimpi', author: 'Andrea Hirata', copies: 1 },
    { id: 'BM', title: 'Bumi Manusia', author: 'Pramoedya Ananta Toer', copies: 1 },
    { id: 'PU', title: 'Pulang', author: 'Leila S. Chudori', copies: 2 },
    { id: 'PT', title: 'Pulang', author: 'Tere Liye', copies: 1 },
    { id: 'KB', title: 'Kamus Besar Bahasa Indonesia', reference: true, copies: 1 },
  ],
  loans: [
    { patron: 'P1', item: 'SP', due: '2026-03-05' },
    { patron: 'P1', item: 'BM', due: '2026-03-04' },
  ],
  holds: [{ patron: 'P2', item: 'BM', status: 'waiting' }],
};

/** The small library with some fields put otherwise. */
export const smallWorld = (changes: Readonly<Record<string, unknown>> = {}): unknown => ({ ...base, ...changes });
