import { describe, expect, it } from 'vitest';
import { createChains } from '#conversation/chains.ts';
import { deferred, type Deferred } from '#tests/support/deferred.ts';

describe('chains', () => {
  it('run the items of one chain in order, and other chains meanwhile', async () => {
    const begun: string[] = [];
    const ends = new Map<string, Deferred<undefined>>();
    const chains = createChains<string>(async (_key, item) => {
      begun.push(item);
      const end = deferred<undefined>();
      ends.set(item, end);
      await end.promise;
      return 1;
    });
    chains.add('a', 'a1');
    chains.add('a', 'a2');
    chains.add('b', 'b1');
    expect(begun).toEqual(['a1', 'b1']);
    expect(chains.size).toBe(3);
    ends.get('a1')?.resolve(undefined);
    await expect.poll(() => begun).toEqual(['a1', 'b1', 'a2']);
    for (const item of ['b1', 'a2']) ends.get(item)?.resolve(undefined);
    await chains.settled();
    expect(chains.size).toBe(0);
  });

  it('let one turn take what waits behind it', async () => {
    const turns: string[][] = [];
    const chains = createChains<string>(async (_key, first, waiting) => {
      await Promise.resolve();
      const taken = [first, ...waiting.splice(0)];
      turns.push(taken);
      return taken.length;
    });
    for (const item of ['1', '2', '3']) chains.add('a', item);
    await chains.settled();
    expect(turns).toEqual([['1', '2', '3']]);
  });

  it('keep every order under a thousand items of fifty chains', async () => {
    const seen = new Map<string, number[]>();
    const chains = createChains<number>(async (key, item) => {
      for (let turns = item % 4; turns > 0; turns--) await Promise.resolve();
      seen.set(key, [...(seen.get(key) ?? []), item]);
      return 1;
    });
    for (let item = 0; item < 1000; item++) chains.add(`chain${item % 50}`, item);
    await chains.settled();
    expect([...seen.values()].flat()).toHaveLength(1000);
    for (const items of seen.values()) expect(items).toEqual([...items].sort((one, other) => one - other));
  });

  it('are settled at once when nothing waits', async () => {
    await expect(createChains(async () => 1).settled()).resolves.toBeUndefined();
  });
});
