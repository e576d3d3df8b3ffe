import { describe, expect, it } from 'vitest';
import type { CirculationRefusal } from '#domain/refusals.ts';
import { languages } from '#languages/index.ts';

/** One of each reason, so that a new reason without a line here does not compile. */
const one: { readonly [Reason in CirculationRefusal['reason']]: Extract<CirculationRefusal, { reason: Reason }> } = {
  'loan-not-found': { reason: 'loan-not-found' },
  'not-yours': { reason: 'not-yours' },
  'item-lost': { reason: 'item-lost' },
  'claimed-returned': { reason: 'claimed-returned' },
  'member-expired': { reason: 'member-expired', on: '2026-02-28' },
  'member-suspended': { reason: 'member-suspended', until: '2026-03-09' },
  'hold-waiting': { reason: 'hold-waiting', waiting: 2, otherCopies: 1 },
  'limit-reached': { reason: 'limit-reached', limit: 1 },
  overdue: { reason: 'overdue', openDaysLate: 4, allowed: 3, due: '2026-02-26' },
  'too-soon': { reason: 'too-soon', firstDay: '2026-03-07' },
  'not-renewable': { reason: 'not-renewable' },
  'already-renewed': { reason: 'already-renewed', due: '2026-03-10' },
  'no-gain': { reason: 'no-gain', due: '2026-03-10' },
  'title-not-found': { reason: 'title-not-found' },
  'no-copies': { reason: 'no-copies' },
  'not-holdable': { reason: 'not-holdable' },
  'age-restricted': { reason: 'age-restricted', minimumAge: 18 },
  'already-yours': { reason: 'already-yours', due: '2026-03-10' },
  'duplicate-hold': { reason: 'duplicate-hold', position: 2, ready: false },
  'hold-limit': { reason: 'hold-limit', limit: 2, have: 2 },
  'hold-limit-today': { reason: 'hold-limit-today', limit: 3 },
  'pickup-invalid': { reason: 'pickup-invalid' },
  'hold-not-found': { reason: 'hold-not-found' },
  'hold-found': { reason: 'hold-found', state: 'ready', pickupName: 'Cabang Timur', deadline: '2026-03-09' },
  'suspension-limit': { reason: 'suspension-limit', days: 90, latest: '2026-06-01' },
  'loan-limit': { reason: 'loan-limit', limit: 2, have: 2 },
  'copy-not-found': { reason: 'copy-not-found' },
  'copy-not-available': { reason: 'copy-not-available', state: 'missing' },
  'reserved-for-another': { reason: 'reserved-for-another' },
  'other-card': { reason: 'other-card' },
  'which-copy': { reason: 'which-copy', copies: ['LP-1', 'LP-2'] },
  'patron-not-found': { reason: 'patron-not-found' },
  'code-taken': { reason: 'code-taken', code: 'A-0007' },
  'no-fine': { reason: 'no-fine' },
  'not-suspended': { reason: 'not-suspended' },
  'guardian-needed': { reason: 'guardian-needed' },
  'not-pending': { reason: 'not-pending' },
  'nothing-to-undo': { reason: 'nothing-to-undo' },
  'changed-since': { reason: 'changed-since', what: 'loan' },
  'fines-owed': { reason: 'fines-owed', amount: 1500 },
  'member-pending': { reason: 'member-pending' },
  unsupported: { reason: 'unsupported' },
  conflict: { reason: 'conflict' },
  other: { reason: 'other', detail: 'E_4711' },
};

/** What each refusal must say: its figures, days and states, in the reader's own form. */
const facts: Partial<Record<CirculationRefusal['reason'], { readonly id: readonly string[]; readonly en: readonly string[] }>> = {
  'member-expired': { id: ['Sabtu, 28 Februari 2026'], en: ['Saturday, 28 February 2026'] },
  'member-suspended': { id: ['Senin, 9 Maret 2026'], en: ['Monday, 9 March 2026'] },
  'hold-waiting': { id: ['2 pembaca', '1 eksemplar'], en: ['2 readers are', '1 other copy'] },
  'limit-reached': { id: ['1 kali'], en: ['once'] },
  overdue: {
    id: ['4 hari buka', 'Kamis, 26 Februari 2026', '3 hari buka'],
    en: ['4 open days', 'Thursday, 26 February 2026', '3 open days'],
  },
  'too-soon': { id: ['Sabtu, 7 Maret 2026'], en: ['Saturday, 7 March 2026'] },
  'no-gain': { id: ['Selasa, 10 Maret 2026'], en: ['Tuesday, 10 March 2026'] },
  'age-restricted': { id: ['18 tahun'], en: ['18 and older'] },
  'already-yours': { id: ['Selasa, 10 Maret 2026'], en: ['Tuesday, 10 March 2026'] },
  'duplicate-hold': { id: ['antrean ke-2'], en: ['number 2'] },
  'hold-limit': { id: ['2'], en: ['2 reservations'] },
  'hold-limit-today': { id: ['(3)'], en: ['(3)'] },
  'hold-found': { id: ['Cabang Timur', 'Senin, 9 Maret 2026'], en: ['Cabang Timur', 'Monday, 9 March 2026'] },
  'suspension-limit': { id: ['90 hari', 'Senin, 1 Juni 2026'], en: ['90 days', 'Monday, 1 June 2026'] },
  'loan-limit': { id: ['2 buku', 'meminjam 2'], en: ['2 books', 'has 2'] },
  'copy-not-available': { id: ['belum ditemukan di rak'], en: ['not found on the shelf'] },
  'fines-owed': { id: ['Rp1.500'], en: ['Rp1'] },
};

const rows = (['id', 'en'] as const).flatMap((language) =>
  Object.values(one).map((refusal) => ({ language, reason: refusal.reason, refusal })),
);

describe('the words of a refusal', () => {
  it.each(rows)('$reason in $language: a whole sentence that says more than no', ({ language, refusal }) => {
    const said = languages[language].explain(refusal);
    expect(said).toMatch(/^[A-Z].{20,}\.$/s);
    expect(said).not.toMatch(/undefined|null|\bNaN\b|\[object|error|gagal|E_4711|\d{4}-\d\d-\d\d/);
  });

  it.each(rows.filter(({ reason }) => facts[reason] !== undefined))(
    '$reason in $language: its figures and days',
    ({ language, reason, refusal }) => {
      for (const fact of facts[reason]?.[language] ?? []) expect(languages[language].explain(refusal)).toContain(fact);
    },
  );

  it('no two reasons sound the same', () => {
    for (const language of ['id', 'en'] as const) {
      const said = Object.values(one).map((refusal) => languages[language].explain(refusal));
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('tells a ready reservation from one that waits', () => {
    const ready = { reason: 'duplicate-hold', position: null, ready: true } as const;
    expect(languages.id.explain(ready)).toContain('siap diambil');
    expect(languages.en.explain(ready)).toContain('ready for pickup');
  });
});
