const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Paths of the fields that were given and are not in what the schema made of them: misspelt or from a later version.
 * Comparing with the result keeps the schema free of a second list of its own names.
 */
export const unknownFields = (given: unknown, read: unknown, path = ''): readonly string[] => {
  if (Array.isArray(given) && Array.isArray(read)) {
    return given.flatMap((entry, index) => unknownFields(entry, read[index], `${path}[${index}]`));
  }
  if (!isRecord(given) || !isRecord(read)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const here = path === '' ? name : `${path}.${name}`;
    return Object.hasOwn(read, name) ? unknownFields(value, read[name], here) : [here];
  });
};
