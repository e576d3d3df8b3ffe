import { describe, expect, it } from 'vitest';
import { branchNamedIn } from '#circulation/rules/named-branches.ts';
import {
  hoursSaid,
  onlyPutsRight,
  putRight,
  seasonDays,
  usableDays,
  vanSaid,
  weekSaid,
  withoutReason,
} from '#services/opening-times/staff/reading.ts';
import { Temporal } from '#shared/day.ts';

const now = Temporal.PlainDateTime.from('2026-03-03T09:00');

describe('hours as they are said', () => {
  it.each([
    ['jumat buka 08-11 dan 13.30-15', { kind: 'whole', hours: '08:00-11:00,13:30-15:00' }],
    ['buka jam 8 sampai jam 2 siang', { kind: 'whole', hours: '08:00-14:00' }],
    ['sabtu ini buka sampai jam 12', { kind: 'until', time: '12:00' }],
    ['besok tutup mulai jam 12', { kind: 'since', time: '12:00' }],
    ['closed tomorrow from 12', { kind: 'since', time: '12:00' }],
    ['tutup tanggal 10-12 maret', { kind: 'none' }],
    ['2026-03-10 tutup', { kind: 'none' }],
    ['buka 16-8', { kind: 'wrong' }],
    ['buka 8-25', { kind: 'wrong' }],
  ])('%s', (text, hours) => {
    expect(hoursSaid(text)).toEqual(hours);
  });

  it.each([
    [
      'senin-kamis 8.00-15.00, jumat 8-11',
      { mon: '08:00-15:00', tue: '08:00-15:00', wed: '08:00-15:00', thu: '08:00-15:00', fri: '08:00-11:00' },
    ],
    ['senin sampai rabu buka 8-15, minggu tutup', { mon: '08:00-15:00', tue: '08:00-15:00', wed: '08:00-15:00', sun: 'closed' }],
    ['sabtu dan minggu tutup', { sat: 'closed', sun: 'closed' }],
    ['jumat buka', null],
  ])('of the week: %s', (text, week) => {
    expect(weekSaid(text)).toEqual(week);
  });
});

describe('days as they are said', () => {
  it.each([
    ['besok', { days: '2026-03-04' }],
    ['10-12 maret', { days: '2026-03-10/2026-03-12' }],
    ['minggu ini', { days: '2026-03-03/2026-03-08' }],
    ['tgl 5 dan 6 maret', { days: '2026-03-05,2026-03-06' }],
    ['31 februari', { fault: 'invalid' }],
    ['senin 10 maret', { fault: 'conflict' }],
    ['kemarin', { fault: 'past', day: '2026-03-02' }],
    ['nanti saja', { fault: 'unsaid' }],
  ])('%s', (text, days) => {
    expect(usableDays(text, now)).toEqual(days);
  });

  it('of a season that runs already are those of this year', () => {
    expect(seasonDays('ramadan 18 februari sampai 19 maret', now)).toEqual({ from: '2026-02-18', to: '2026-03-19' });
  });
});

describe('what is put right', () => {
  it.each([
    ['besok jam 12 karena rapat', 'eh lusa', 'besok'],
    ['besok karena rapat', 'karena listrik', 'rapat'],
  ])('"%s", "%s" leaves no "%s"', (before, added, gone) => {
    expect(putRight(before, added, now)).not.toContain(gone);
  });

  it('keeps the hours that were said before', () => {
    expect(hoursSaid(withoutReason(putRight('besok jam 12 karena rapat', 'eh lusa', now)).rest)).toEqual({ kind: 'since', time: '12:00' });
  });

  it.each(['eh lusa', 'karena listrik padam', 'bukan, 5 maret', 'mobil tetap jalan'])('"%s" only puts right', (text) => {
    expect(onlyPutsRight(text)).toBe(true);
  });

  it.each(['kalender bulan ini', 'besok ada acara apa?', 'siapa yang pinjam Laskar Pelangi'])('"%s" is a wish of its own', (text) => {
    expect(onlyPutsRight(text)).toBe(false);
  });
});

it.each([
  ['mobil libur', 'suspended'],
  ['keliling tetap jalan', 'runs'],
  ['mobil tidak jalan', 'suspended'],
  ['besok tutup', null],
])('the vans: %s', (text, van) => {
  expect(vanSaid(text)).toBe(van);
});

it.each([
  ['besok di cabang timur', 'timur'],
  ['Perpustakaan Pusat tutup', 'main'],
  ['tutup karena pindah ke timur', null],
])('the branch: %s', (text, branch) => {
  const branches = [
    { id: 'main', name: 'Perpustakaan Pusat' },
    { id: 'timur', name: 'Cabang Timur' },
  ];
  expect(branchNamedIn(text, branches)).toBe(branch);
});
