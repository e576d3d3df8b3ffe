/** Which parts of a message arrived before the rest was refused for now, by the message's key. */
export interface Progress {
  of(key: string): readonly string[];
  keep(key: string, messageIds: readonly string[]): void;
  forget(key: string): void;
}

const mostKept = 1000;

export const createProgress = (): Progress => {
  const kept = new Map<string, readonly string[]>();
  return {
    of: (key) => kept.get(key) ?? [],
    keep: (key, messageIds) => {
      kept.delete(key);
      kept.set(key, messageIds);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    forget: (key) => void kept.delete(key),
  };
};
