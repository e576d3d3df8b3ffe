import { describe, expect, it } from 'vitest';
import { wholeProgram } from '#adapters/chat/rehearsal/program.ts';
import { bigWorld } from './big-world.ts';
import { rehearse, silentLog } from './rehearsing.ts';

const program = wholeProgram(silentLog);
const load = { op: 'load', world: bigWorld };

describe('the whole assistant in a big world', () => {
  it('tells nobody anything because a world was loaded, even when jobs run', async () => {
    const [, notices, snapshot] = await rehearse(program, [load, { op: 'job', name: 'notices' }, { op: 'snapshot' }]);
    expect(notices).toEqual({ ok: true, out: [] });
    expect(snapshot).toMatchObject({ ok: true });
  });

  it('keeps nothing of a group that did not call, and changes nothing for a greeting', async () => {
    const say = (id: string, chat: string, text: string) => ({ op: 'send', message: { id, chat, from: 'U1', text } });
    const [, before, group, greeting, after] = await rehearse(program, [
      load,
      { op: 'snapshot' },
      say('g', 'PKK', 'besok jadi kumpul?'),
      say('h', 'private:U1', 'halo'),
      { op: 'snapshot' },
    ]);
    expect(group).toEqual({ ok: true, out: [] });
    expect(greeting).toMatchObject({ ok: true, intent: 'chat.greet', out: [{ chat: 'private:U1' }] });
    expect(after).toEqual(before);
  });

  it('answers a redelivery with nothing new', async () => {
    const ask = { op: 'send', message: { id: 'a', chat: 'private:U1', from: 'U1', text: 'buku apa yang saya pinjam?' } };
    const [, first, again] = await rehearse(program, [load, ask, ask]);
    expect(first).toMatchObject({ ok: true, out: [{ chat: 'private:U1', text: expect.stringContaining('Entrok') }] });
    expect(again).toMatchObject({ ok: true, out: [] });
  });
});
