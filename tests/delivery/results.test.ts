import { describe, expect, it } from 'vitest';
import type { OutboxKind, OutboxRow } from '#delivery/outbox.ts';
import { outcomeOf } from '#delivery/results.ts';
import type { Platform, SendResult } from '#ports/chat-channel.ts';
import { Temporal } from '#shared/day.ts';

const now = Temporal.Instant.from('2026-03-03T02:00:00Z');
// as: the tests' own platform
const to = { platform: 'p' as Platform, chatId: 'c', kind: 'direct' as const };

const row = (kind: OutboxKind, attempts = 0): OutboxRow => ({
  id: 1,
  dedupeKey: 'k',
  platform: 'p',
  chatId: 'c',
  kind,
  attempts,
  priority: 0,
  accountId: 'p:1',
  notBefore: '',
  expiresAt: null,
  payload: { type: 'notice', notice: 'N', recipient: 'P1', subjects: [], to },
});

const refusal = (
  kind: (SendResult & { ok: false })['kind'],
  more: { readonly retryAfterMs?: number; readonly movedTo?: string } = {},
): SendResult => ({ ok: false, kind, detail: kind, ...more });

const cases: readonly (readonly [name: string, row: OutboxRow, result: SendResult, outcome: object])[] = [
  ['sent: done', row('reply'), { ok: true, messageIds: ['m1', 'm2'] }, { status: 'SENT', messageId: 'm1' }],
  [
    'too fast: waits as long as it is told to, and no attempt is counted',
    row('reply', 7),
    refusal('rate', { retryAfterMs: 30_000 }),
    { status: 'DEFERRED', notBefore: '2026-03-03T02:00:30.000Z', attempts: 7 },
  ],
  [
    'too fast without a time: one second',
    row('notice'),
    refusal('rate'),
    { status: 'DEFERRED', notBefore: '2026-03-03T02:00:01.000Z', attempts: 0 },
  ],
  ['blocked: passed over, the person remembered', row('notice'), refusal('blocked'), { status: 'SKIPPED', blocked: true }],
  ['gone: passed over, the person remembered', row('reply'), refusal('gone'), { status: 'SKIPPED', blocked: true }],
  ['never sendable: dead', row('reply'), refusal('invalid'), { status: 'DEAD' }],
  [
    'not sent: tried again after a second',
    row('reply'),
    refusal('transient'),
    { status: 'DEFERRED', notBefore: '2026-03-03T02:00:01.000Z', attempts: 1 },
  ],
  [
    'not sent again and again: tried ever later',
    row('reply', 5),
    refusal('transient'),
    { status: 'DEFERRED', notBefore: '2026-03-03T02:00:32.000Z', attempts: 6 },
  ],
  ['not sent eight times: dead', row('reply', 7), refusal('transient'), { status: 'DEAD' }],
  ['unknown outcome of a reply: said again', row('reply'), refusal('unknown-outcome'), { status: 'DEFERRED', attempts: 1 }],
  ['unknown outcome of a notice: said again', row('notice'), refusal('unknown-outcome'), { status: 'DEFERRED', attempts: 1 }],
  ['unknown outcome of a broadcast: left for staff', row('broadcast'), refusal('unknown-outcome'), { status: 'UNKNOWN' }],
  [
    'moved: sent to the new chat at once',
    row('notice'),
    refusal('gone', { movedTo: 'c2' }),
    { status: 'DEFERRED', chatId: 'c2', notBefore: '2026-03-03T02:00:00.000Z' },
  ],
  ['moved to where it is: no way out', row('notice'), refusal('gone', { movedTo: 'c' }), { status: 'SKIPPED' }],
];

describe('what becomes of a row', () => {
  it.each(cases)('%s', (_name, given, result, outcome) => {
    expect(outcomeOf(given, result, now)).toMatchObject(outcome);
  });
});
