/** The index that an ordinal names in a list of `length`: 1…, last, middle; null when it is outside. */
export const placeIn = (reference: unknown, length: number): number | null => {
  if (length === 0) return null;
  if (reference === 'last') return length - 1;
  if (reference === 'middle') return Math.floor((length - 1) / 2);
  const number = Number(reference);
  return Number.isInteger(number) && number >= 1 && number <= length ? number - 1 : null;
};
