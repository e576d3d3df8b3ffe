/**
 * Turns of one chain run one after the other, in the order they came; chains do not wait for each other. `run` may take
 * further waiting items into its turn, answers how many items it dealt with, and never throws.
 */
export interface Chains<Item> {
  add(key: string, item: Item): void;
  /** items that wait or run */
  readonly size: number;
  settled(): Promise<void>;
}

export const createChains = <Item>(run: (key: string, first: Item, waiting: Item[]) => Promise<number>): Chains<Item> => {
  const queues = new Map<string, Item[]>();
  let size = 0;
  let calm: (() => void)[] = [];

  const work = async (key: string, queue: Item[]): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      const dealtWith = await run(key, item, queue);
      size -= dealtWith;
    }
    queues.delete(key);
    if (size > 0) return;
    const waiting = calm;
    calm = [];
    for (const resolve of waiting) resolve();
  };

  return {
    add: (key, item) => {
      size += 1;
      const queue = queues.get(key);
      if (queue) queue.push(item);
      else {
        const begun = [item];
        queues.set(key, begun);
        void work(key, begun);
      }
    },
    get size() {
      return size;
    },
    settled: async () => {
      if (size > 0) await new Promise<void>((resolve) => calm.push(resolve));
    },
  };
};
