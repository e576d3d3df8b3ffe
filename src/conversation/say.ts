import type { Block, Span } from '#ports/message.ts';

/** What a sentence function returns: paragraphs as strings, or blocks where a list or a card says it better. */
export type Say = string | readonly (string | Block)[];

export const text = (...spans: readonly Span[]): Block => ({ b: 'text', text: spans });

export const list = (items: readonly (string | readonly Span[])[], ordered = false): Block => ({
  b: 'list',
  items: items.map((item) => (typeof item === 'string' ? [item] : item)),
  ordered,
});

export const fields = (rows: readonly (readonly [label: string, value: string])[]): Block => ({
  b: 'fields',
  rows: rows.map(([label, value]) => ({ label, value: [value] })),
});

export const blocksOf = (say: Say): readonly Block[] =>
  (typeof say === 'string' ? [say] : say).map((part) => (typeof part === 'string' ? text(part) : part));
