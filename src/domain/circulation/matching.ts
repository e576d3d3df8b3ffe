/**
 * The largest number of pairs in which each left and each right element stands at most once.
 * `reachable[i]` lists the right elements (0…rights−1) that left element i can take. Kuhn's augmenting paths.
 */
export const largestMatching = (reachable: readonly (readonly number[])[], rights: number): number => {
  const takenBy: (number | null)[] = Array.from({ length: rights }, () => null);

  const place = (left: number, tried: Set<number>): boolean => {
    for (const right of reachable[left] ?? []) {
      if (tried.has(right)) continue;
      tried.add(right);
      const holder = takenBy[right] ?? null;
      if (holder === null || place(holder, tried)) {
        takenBy[right] = left;
        return true;
      }
    }
    return false;
  };

  return reachable.filter((_, left) => place(left, new Set())).length;
};

/** Whether every left element can have a right element of its own. */
export const allMatched = (reachable: readonly (readonly number[])[], rights: number): boolean =>
  largestMatching(reachable, rights) === reachable.length;
