// All members are invented: names made of rivers and villages, cards DEMO-…; no real person is meant.

/** A member of the demo library; days are counted from the first start. */
export interface DemoMember {
  readonly id: string;
  readonly card: string;
  readonly name: string;
  readonly type: 'adult' | 'teen' | 'child';
  readonly birthOn: string;
  readonly status: 'active' | 'suspended' | 'pending' | 'expired';
  readonly expiresInDays: number | null;
  readonly suspendedForDays: number | null;
  readonly guardianId: string | null;
}

const adults = [
  'Tamu Demo',
  'Sari Kelekar',
  'Budi Lematang',
  'Ayu Rambang',
  'Hasan Enim',
  'Dewi Komering',
  'Rudi Ogan',
  'Nurul Belida',
  'Yanto Musi',
  'Lestari Cambai',
  'Marwan Patih',
  'Eka Sungai',
  'Jamilah Karang',
  'Fajar Gunung',
  'Wulan Sindur',
  'Dodi Lembak',
  'Ratna Gelumbang',
  'Irwan Pangkul',
  'Siska Talang',
  'Anwar Rasuan',
] as const;
const teens = ['Bima Kelekar', 'Citra Ogan', 'Gilang Enim', 'Intan Musi', 'Reza Lematang'] as const;
const children = ['Adik Kelekar', 'Lala Rambang', 'Umar Komering'] as const;

const two = (number: number): string => String(number).padStart(2, '0');

const member = (place: number, name: string, type: DemoMember['type'], firstYear: number): DemoMember => ({
  id: place === 1 ? 'guest' : `demo-${two(place)}`,
  card: `DEMO-${String(place).padStart(4, '0')}`,
  name,
  type,
  birthOn: `${firstYear - (type === 'adult' ? place : place % 3)}-${two((place % 12) + 1)}-${two((place % 27) + 1)}`,
  status: 'active',
  expiresInDays: 150 + place * 7,
  suspendedForDays: null,
  guardianId: type === 'child' ? `demo-${two(place - 24)}` : null,
});

/** Members by the year of the first start, so that children stay children. The first is the guest, who may be tried by anybody. */
export const demoMembers = (year: number): readonly DemoMember[] => {
  const grown = adults.map((name, place) => member(place + 1, name, 'adult', year - 20));
  const young = teens.map((name, place) => member(place + 21, name, 'teen', year - 14));
  const small = children.map((name, place) => member(place + 26, name, 'child', year - 8));
  const special: readonly DemoMember[] = [
    { ...member(29, 'Hendra Muara', 'adult', year - 20), status: 'expired', expiresInDays: -20 },
    { ...member(30, 'Mega Tanjung', 'adult', year - 20), status: 'suspended', suspendedForDays: 5 },
    { ...member(31, 'Zainal Raman', 'adult', year - 20), status: 'pending', expiresInDays: null },
  ];
  return [...grown, ...young, ...small, ...special];
};

export const demoBranches = [
  { id: 'main', name: 'Perpustakaan Kota Prabumulih', kind: 'branch', address: 'Alamat contoh, tetapkan oleh petugas' },
  { id: 'cambai', name: 'Layanan Cambai (cabang contoh)', kind: 'branch', address: 'Alamat contoh, tetapkan oleh petugas' },
  { id: 'van-1', name: 'Mobil Keliling 1', kind: 'van', address: '' },
  { id: 'van-2', name: 'Mobil Keliling 2', kind: 'van', address: '' },
  { id: 'van-3', name: 'Mobil Keliling 3', kind: 'van', address: '' },
] as const;
