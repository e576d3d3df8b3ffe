/** `p001`, `p002` …: so many readers, beginning with this one. */
export const readersFrom = (first: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `p${String(first + index).padStart(3, '0')}`);
