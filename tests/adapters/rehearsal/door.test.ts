import { describe, expect, it } from 'vitest';
import { echoProgram } from './echo-program.ts';
import { rehearse, rehearseRaw } from './rehearsing.ts';

const load = { op: 'load', world: { clock: '2026-03-03T09:00:00+07:00', groups: [{ id: 'PKK', name: 'PKK' }] } };
const say = (id: string, text: string, more: object = {}) => ({
  op: 'send',
  message: { id, chat: 'private:P1', from: 'P1', text, ...more },
});
const said = (answer: unknown): string => JSON.stringify(answer);

describe('the door', () => {
  it('answers each line with one line, in order, also when lines are sent ahead', async () => {
    const requests = Array.from({ length: 40 }, (_, index) => ({ ...say(`a${index}`, `kata ${index}`), n: index }));
    const answers = await rehearse(echoProgram, [load, ...requests]);
    expect(answers).toHaveLength(41);
    expect(answers.slice(1)).toEqual(
      requests.map(({ n }) => ({
        ok: true,
        n,
        intent: 'chat.greet',
        out: [expect.objectContaining({ chat: 'private:P1', text: `kata ${n}` })],
      })),
    );
  });

  it.each<[string, unknown, RegExp]>([
    ['bad JSON', '{"op":', /objek JSON/],
    ['JSON that is no object', '[1]', /objek JSON/],
    ['no operation', { n: 5 }, /op/],
    ['an unknown operation', { op: 'sing', n: 5 }, /^Operasi "sing" tidak dikenal\.$/],
    ['an operation that objects have by nature', { op: 'constructor' }, /tidak dikenal/],
    ['a world without a clock', { op: 'load', world: {} }, /^clock: /],
    ['no world', { op: 'load' }, /^world: /],
    [
      'a world that refers to nobody',
      { op: 'load', world: { clock: '2026-03-03T09:00', fines: [{ patron: 'Q', amount: 1 }] } },
      /^fines\[0\]\.patron: /,
    ],
    ['a time that is none', { op: 'clock', at: 'besok' }, /^at: /],
    ['a message without a sender', { op: 'send', message: { id: 'a', chat: 'private:P1', text: 'x' } }, /^message\.from: /],
    ['a message that says nothing', { op: 'send', message: { id: 'a', chat: 'private:P1', from: 'P1' } }, /^message: /],
    ['a message that says two things', say('a', 'x', { choice: 'k' }), /^message: /],
    [
      'a message in the private chat of another',
      { op: 'send', message: { id: 'a', chat: 'private:P1', from: 'P2', text: 'x' } },
      /^message\.from: /,
    ],
    [
      'a message from an unknown platform',
      { op: 'send', message: { id: 'a', chat: 'private:P1@fax', from: 'P1', text: 'x' } },
      /^message\.chat: /,
    ],
    ['an unknown job', { op: 'job', name: 'sing' }, /^Pekerjaan "sing"/],
    ['a date without its reference', { op: 'date', text: 'besok' }, /^ref: /],
    ['a broken assistant', say('a', 'rusak'), /^Operasi "send" tidak dapat dijalankan: the assistant broke$/],
  ])('says what is wrong with %s and goes on', async (_, request, error) => {
    const [, answer, after] = await rehearse(echoProgram, [load, request, say('z', 'masih di sini')]);
    expect(answer).toMatchObject({ ok: false, error: expect.stringMatching(error) });
    expect(after).toMatchObject({ ok: true, out: [{ text: 'masih di sini' }] });
  });

  it('echoes whatever n is, also with an error', async () => {
    const answers = await rehearse(echoProgram, [
      { op: 'snapshot', n: 'x' },
      { op: 'sing', n: null },
      { op: 'clock', at: '2026-03-04T09:00', n: { a: 1 } },
      { op: 'sing' },
    ]);
    expect(answers.map((answer) => (answer as { n?: unknown }).n)).toEqual(['x', null, { a: 1 }, undefined]);
  });

  it('writes no character that a reader could take for the end of a line', async () => {
    const [raw] = await rehearseRaw(echoProgram, [say('a', 'satu\u2028dua\u0085tiga')]);
    expect(raw).toMatch(/^[^\u0085\u2028\u2029\n]+\n$/);
    expect(JSON.parse(raw ?? '')).toMatchObject({ out: [{ text: 'satu\u2028dua\u0085tiga' }] });
  });

  it('skips empty lines', async () => {
    expect(await rehearse(echoProgram, ['', '  ', { op: 'sing' }])).toHaveLength(1);
  });

  it('has an empty world before one is loaded', async () => {
    const [first, second] = await rehearse(echoProgram, [say('a', 'halo'), { op: 'snapshot' }]);
    expect(first).toMatchObject({ ok: true, out: [{ text: 'halo' }] });
    expect(second).toMatchObject({ ok: true, collections: { patrons: [], copies: [] } });
  });

  it('keeps the world it has when the next one is wrong, and forgets it when the next one is right', async () => {
    const world = { clock: '2026-03-03T09:00', items: [{ id: 'T1', title: 'Entrok' }] };
    const [, , kept, , gone] = await rehearse(echoProgram, [
      { op: 'load', world },
      { op: 'load', world: { clock: 'x' } },
      { op: 'snapshot' },
      load,
      { op: 'snapshot' },
    ]);
    expect(kept).toMatchObject({ collections: { copies: [{ code: 'T1-1' }] } });
    expect(gone).toMatchObject({ collections: { copies: [] } });
  });

  it('tells unknown fields of a world and loads it', async () => {
    expect(await rehearse(echoProgram, [{ op: 'load', world: { clock: '2026-03-03T09:00', colour: 1 } }, load])).toEqual([
      { ok: true, warnings: ['colour'] },
      { ok: true },
    ]);
  });

  it('moves time by clock and at alone, backwards too', async () => {
    const answers = await rehearse(echoProgram, [
      load,
      { op: 'job', name: 'tick' },
      { op: 'clock', at: '2026-03-05T09:00' },
      { op: 'job', name: 'tick' },
      say('a', 'x', { at: '2026-03-01T09:00:00+07:00' }),
      { op: 'job', name: 'tick' },
      { op: 'job', name: 'notices', at: '2026-03-02T00:00:00Z' },
    ]);
    expect([1, 3, 5, 6].map((index) => said(answers[index]).match(/2026[^"]*Z/)?.[0])).toEqual([
      '2026-03-03T02:00:00Z',
      '2026-03-05T02:00:00Z',
      '2026-03-01T02:00:00Z',
      '2026-03-02T00:00:00Z',
    ]);
  });

  it('runs the jobs there are, and answers empty for those no service has yet', async () => {
    const names = [
      'due_reminders',
      'hold_expiry',
      'waitlist',
      'event_reminders',
      'van_day_before',
      'survey_nudge',
      'broadcast_queue',
      'digital_expiry',
      'retention',
    ];
    const answers = await rehearse(echoProgram, [load, ...names.map((name) => ({ op: 'job', name })), { op: 'job', name: 'notices' }]);
    expect(answers.slice(1, -1)).toEqual(names.map(() => ({ ok: true, out: [] })));
    expect(answers.at(-1)).toMatchObject({ ok: true, out: [{ chat: 'PKK' }] });
  });

  it('leaves a redelivery without an answer, and a group that did not call', async () => {
    const inGroup = { op: 'send', message: { id: 'g', chat: 'PKK', from: 'P1', text: 'besok jadi?' } };
    const [, , again, group] = await rehearse(echoProgram, [load, say('a', 'halo'), say('a', 'halo'), inGroup]);
    expect(again).toMatchObject({ ok: true, out: [] });
    expect(group).toEqual({ ok: true, out: [] });
  });

  it('keeps given names for later requests until others are given or a world is loaded', async () => {
    const understand = (more: object = {}) => ({ op: 'understand', text: 'ada Entrok dan Hujan?', ...more });
    const answers = await rehearse(echoProgram, [
      load,
      understand(),
      understand({ lexicon: { titles: ['Entrok'] } }),
      understand(),
      understand({ lexicon: { titles: ['Hujan'] } }),
      load,
      understand(),
    ]);
    expect([1, 2, 3, 4, 6].map((index) => (answers[index] as { slots: unknown }).slots)).toEqual([
      { heard: 'ada Entrok dan Hujan?' },
      { query: ['Entrok'] },
      { query: ['Entrok'] },
      { query: ['Hujan'] },
      { heard: 'ada Entrok dan Hujan?' },
    ]);
  });
});
