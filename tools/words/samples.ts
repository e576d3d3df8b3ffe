// Sentences are functions of what they speak about. To print them without a library, they are called with samples: a sample
// answers to every name and writes itself as ‹name›; as a number it is 2, as a list it holds one sample.

/** What a sentence needs of a value to speak of it; every property is again a sample. */
const LIST_METHODS: Readonly<Record<string, (list: readonly unknown[]) => unknown>> = {
  map: (list) => list.map.bind(list),
  flatMap: (list) => list.flatMap.bind(list),
  filter: (list) => () => list,
  slice: (list) => () => list,
  find: (list) => () => list[0],
  join: (list) => list.join.bind(list),
  some: () => () => true,
  every: () => () => true,
};

/** A stand-in for the argument of that name. */
export const sample = (name: string): unknown => {
  const shown = `‹${name}›`;
  const target = (): undefined => undefined;
  return new Proxy(target, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 2 : shown);
      if (key === Symbol.iterator) return [][Symbol.iterator];
      if (typeof key === 'symbol') return undefined;
      if (key === 'toString' || key === 'toLowerCase' || key === 'trim') return () => shown;
      if (key === 'length') return 2;
      return LIST_METHODS[key]?.([sample(`${name}[]`)]) ?? sample(key);
    },
    // f.day(due) is written as ‹day due›: what is formatted, and how
    apply: (_, __, args: readonly unknown[]) =>
      args.length === 0
        ? shown
        : Array.isArray(args[0])
          ? args[0].map(String).join(', ')
          : sample(`${name} ${String(args[0]).replace(/[‹›]/g, '')}`),
  });
};

/** The names of a function's parameters, as far as they can be read from its source. */
export const parametersOf = (source: string): readonly string[] => {
  const [, inside = ''] = /^(?:async\s*)?\(([^)]*)\)\s*=>/.exec(source) ?? [];
  const [, single = ''] = /^(?:async\s*)?([\w$]+)\s*=>/.exec(source) ?? [];
  return (inside || single)
    .split(',')
    .map((part) => part.trim().split(/[\s:=]/)[0] ?? '')
    .filter((name) => name !== '');
};
