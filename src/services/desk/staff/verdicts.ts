// What staff say became of a copy, read from their words.

export const verdicts = ['lost', 'damaged', 'missing', 'found', 'replaced', 'price'] as const;
export type Verdict = (typeof verdicts)[number];

/** In this order: "diganti karena hilang" is a replacement, "tidak ada di rak" is no loss. */
const wordings: readonly (readonly [Verdict, RegExp])[] = [
  ['replaced', /\b(?:di\s?ganti|pengganti|ganti(?:nya)?|replaced?|replacement)\b/i],
  ['price', /\b(?:harga(?:nya)?|seharga|dibayar|bayar|price|charge)\b/i],
  ['found', /\b(?:ketemu|ditemukan|ketemunya|sudah ada lagi|found|diperbaiki|repaired|betemu)\b/i],
  ['missing', /\b(?:(?:tidak|tdk|nggak|gak|ga|dak|tak) (?:ada|ado) di rak|missing|not on the shelf)\b/i],
  ['damaged', /\b(?:rusak|sobek|basah|damaged|torn|wet)\b/i],
  ['lost', /\b(?:hilang|ilang|lenyap|lost)\b/i],
];

/** "Tidak rusak" says nothing became of it. */
const denied = /\b(?:tidak|tdk|nggak|gak|ga|dak|bukan|not)\s+(?:rusak|hilang|ilang|damaged|lost)\b/iu;

export const verdictIn = (text: string): Verdict | null => {
  if (denied.test(text)) return null;
  return wordings.find(([, words]) => words.test(text))?.[0] ?? null;
};

/** The verdicts that also stand in a message about a return; a price or "ketemu" there means something else. */
const beside: ReadonlySet<Verdict> = new Set<Verdict>(['replaced', 'damaged', 'lost']);

export const judgementIn = (text: string): Verdict | null => {
  const verdict = verdictIn(text);
  return verdict !== null && beside.has(verdict) ? verdict : null;
};
