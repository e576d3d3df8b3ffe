import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatched, largestMatching } from '#domain/circulation/matching.ts';

/** Tries every choice of every left element. */
const bruteForce = (reachable: readonly (readonly number[])[], taken: ReadonlySet<number> = new Set()): number => {
  const [first, ...rest] = reachable;
  if (first === undefined) return 0;
  const without = bruteForce(rest, taken);
  const withOne = first.filter((right) => !taken.has(right)).map((right) => 1 + bruteForce(rest, new Set([...taken, right])));
  return Math.max(without, ...withOne);
};

const graph = fc.integer({ min: 0, max: 5 }).chain((rights) =>
  fc.record({
    rights: fc.constant(rights),
    reachable: fc.array(fc.uniqueArray(fc.nat({ max: Math.max(0, rights - 1) }), { maxLength: rights }), { maxLength: 5 }),
  }),
);

describe('matching', () => {
  it('finds as many pairs as trying everything does', () => {
    fc.assert(
      fc.property(graph, ({ reachable, rights }) => {
        expect(largestMatching(reachable, rights)).toBe(bruteForce(reachable));
      }),
    );
  });

  it.each<[string, readonly (readonly number[])[], number, boolean]>([
    ['nobody waits', [], 0, true],
    ['one waits and nothing is there', [[]], 0, false],
    ['the union is large enough, but two want the same one', [[0], [0], [1, 2]], 3, false],
    ['the first must step aside for the second', [[0, 1], [0]], 2, true],
  ])('%s', (_, reachable, rights, all) => {
    expect(allMatched(reachable, rights)).toBe(all);
  });
});
