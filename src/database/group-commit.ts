/**
 * Gathers what many callers want to write in one event-loop turn and writes it in one transaction (PERFORMANCE finding 2).
 * While one group is being written the next one gathers. If a group fails, each of its items is tried alone, so that one
 * bad item cannot take others with it.
 */
export const groupCommit = <Item, Outcome>(
  write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  mostInGroup = 256,
): ((item: Item) => Promise<Outcome>) => {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (outcome: Outcome) => void;
    readonly reject: (error: unknown) => void;
  }
  let waiting: Waiting[] = [];
  let writing = false;

  const settle = async (group: readonly Waiting[]): Promise<void> => {
    const outcomes = await write(group.map(({ item }) => item));
    group.forEach(({ resolve }, at) => {
      // as: `write` answers one outcome per item, in order
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
    writing = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (writing) return;
      writing = true;
      setImmediate(() => void drain());
    });
};
