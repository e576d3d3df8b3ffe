import { describe, expect, it } from 'vitest';
import { cardSaid, datesSaid, patronTypeSaid, termSaid } from '#services/library-rules/staff/reading.ts';
import { Temporal } from '#shared/day.ts';

const now = Temporal.PlainDateTime.from('2026-03-03T09:00');

describe('a lending rule as it is said', () => {
  it.each([
    ['lama pinjam jadi 14 hari', 'loan_days', 14],
    ['masa pinjam buku dua minggu', 'loan_days', 14],
    ['loan period 10 days', 'loan_days', 10],
    ['batas pinjam anak 3', 'max_loans', 3],
    ['maksimal pinjam 5 buku', 'max_loans', 5],
    ['perpanjang maksimal 2 kali', 'max_renewals', 2],
    ['perpanjangan 7 hari jadi 14 hari', 'renew_days', 14],
    ['perpanjang dibuka 5 hari sebelum jatuh tempo', 'renew_window_days', 5],
    ['batas pesanan 4', 'max_holds', 4],
    ['pesanan maksimal 1 per hari', 'max_holds_per_day', 1],
    ['pesanan disimpan 5 hari', 'hold_pickup_days', 5],
    ['denda 500 per hari', 'fine_per_day', 500],
    ['denda 2 ribu per hari', 'fine_per_day', 2000],
    ['tanpa denda', 'fine_per_day', 0],
    ['batas denda Rp50.000', 'block_at_fine', 50_000],
    ['skorsing paling lama 14 hari', 'suspension_cap_days', 14],
    ['hari libur tidak dihitung', 'due_mode', 'skipClosed'],
    ['lama pinjam', 'loan_days', undefined],
    ['lama pinjam satu bulan', 'loan_days', undefined],
  ])('%s', (text, setting, value) => {
    expect(termSaid(text)).toMatchObject({ setting, value });
  });

  it('holds from when to when', () => {
    const ramadan = { from: '2026-02-19', to: '2026-03-20', name: 'Ramadan 1447 H' };
    expect(datesSaid('denda 500 mulai 1 april sampai 30 april', now, [])).toMatchObject({ from: '2026-04-01', to: '2026-04-30' });
    expect(datesSaid('lama pinjam 10 hari mulai 1 april', now, [])).toMatchObject({ from: '2026-04-01', to: null });
    expect(datesSaid('lama pinjam 10 hari selama ramadan', now, [ramadan])).toMatchObject({ from: '2026-02-19', to: '2026-03-20' });
    expect(datesSaid('lama pinjam 14 hari', now, [ramadan])).toMatchObject({ from: null, to: null });
  });

  it.each([
    ['batas pinjam anak 3', 'child'],
    ['untuk remaja', 'teen'],
    ['adults', 'adult'],
    ['lama pinjam 7 hari', null],
  ])('for whom: %s', (text, patronType) => {
    expect(patronTypeSaid(text)).toBe(patronType);
  });
});

it.each([
  ['ganti telepon perpustakaan jadi 0713-123456', { field: 'phone', value: '0713-123456', removes: false }],
  ['ubah alamat perpustakaan menjadi Jalan Sudirman 5', { field: 'address', value: 'Jalan Sudirman 5', removes: false }],
  ['tambah fasilitas musala', { field: 'facilities', value: 'musala', removes: false }],
  ['hapus fasilitas toilet', { field: 'facilities', value: 'toilet', removes: true }],
  ['alamat perpustakaan di mana', null],
])("the library's card: %s", (text, edit) => {
  expect(cardSaid(text)).toEqual(edit);
});
