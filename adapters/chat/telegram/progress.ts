/** A part that arrived. */
export interface SentPart {
  readonly messageId: string;
  /** the part as it was planned: what was sent is only what is planned again if both say the same */
  readonly plan: string;
}

/** Which parts of a message arrived before the rest failed, by the message's key. */
export interface Progress {
  /** the parts that arrived and still begin this plan */
  of(key: string, plan: readonly string[]): readonly SentPart[];
  keep(key: string, parts: readonly SentPart[]): void;
  forget(key: string): void;
}

const mostKept = 1000;

export const createProgress = (): Progress => {
  const kept = new Map<string, readonly SentPart[]>();
  return {
    of: (key, plan) => {
      const parts = kept.get(key) ?? [];
      return parts.every((part, index) => part.plan === plan[index]) ? parts : [];
    },
    keep: (key, parts) => {
      kept.delete(key);
      kept.set(key, parts);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
    forget: (key) => void kept.delete(key),
  };
};
