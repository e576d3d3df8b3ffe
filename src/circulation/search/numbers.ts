const spelt: ReadonlyMap<string, string> = new Map(
  'satu 1 dua 2 tiga 3 empat 4 lima 5 enam 6 tujuh 7 delapan 8 sembilan 9 sepuluh 10 seratus 100 seribu 1000'
    .split(' ')
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1] ?? ''] as const, [all[i + 1] ?? '', word] as const] : [])),
);

/** The other way to write a small number: "5" for "lima" and the reverse. */
export const otherNumeral = (word: string): string | null => spelt.get(word) ?? null;
