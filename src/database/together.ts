/**
 * Gathers what many callers want in one event-loop turn and does it at once: writes in one transaction (group commit,
 * PERFORMANCE finding 2), look-ups in one statement. While one group is being done the next one gathers, so what is read was
 * read after it was asked for. If a group fails, each of its items is tried alone: one bad item cannot take others with it.
 */
export const together = <Item, Outcome>(
  doAll: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  mostInGroup = 256,
): ((item: Item) => Promise<Outcome>) => {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let isDoing = false;

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const outcomes = await doAll(group.map(({ item }) => item));
    group.forEach(({ resolve }, at) => {
      // as: `doAll` answers one outcome per item, in order
      resolve(outcomes[at] as Outcome);
    });
  };

  const settleAlone = (one: Waiting): Promise<void> => settle([one]).catch(one.reject);

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const group = waiting.slice(0, mostInGroup);
      waiting = waiting.slice(mostInGroup);
      await settle(group).catch(async (error: unknown) => {
        if (group.length === 1) group[0]?.reject(error);
        else for (const one of group) await settleAlone(one);
      });
    }
    isDoing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isDoing) return;
      isDoing = true;
      setImmediate(() => void drain());
    });
};

/**
 * Look-ups by key, gathered. `read` gets each key once, or the last one several times: lists whose length is a power of two
 * need few statements.
 */
export const lookedUpTogether = <Key, Row>(
  read: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>,
): ((key: Key) => Promise<Row | undefined>) =>
  together(async (keys) => {
    const found = await read(padded([...new Set(keys)]));
    return keys.map((key) => found.get(key));
  });

const padded = <Key>(keys: readonly Key[]): readonly Key[] => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(1, keys.length)));
  return [...keys, ...keys.slice(-1).flatMap((last) => Array.from({ length: size - keys.length }, () => last))];
};
