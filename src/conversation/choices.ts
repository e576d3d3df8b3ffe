import type { Menu, MenuOption } from '#conversation/state.ts';

// One resolver for every way of answering a list: number, ordinal or label (PLATFORMS §8). "12" on a list of three is a number
// outside it; "dua buku anak" is no answer at all.

export type ChoiceAnswer =
  | { readonly kind: 'chosen'; readonly option: MenuOption }
  | { readonly kind: 'outside'; readonly count: number }
  | { readonly kind: 'none' };

const ordinals: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
  pertama: 1,
  kesatu: 1,
  kedua: 2,
  ketiga: 3,
  keempat: 4,
  kelima: 5,
  keenam: 6,
  ketujuh: 7,
  kedelapan: 8,
  kesembilan: 9,
  kesepuluh: 10,
  sikok: 1,
  duo: 2,
  tigo: 3,
  limo: 5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

const leading = new Set(['no', 'nomor', 'nomer', 'number', 'yang', 'yg', 'the', 'pilih', 'pilihan', 'option', 'ke']);
const trailing = new Set(['aja', 'saja', 'bae', 'dong', 'ya', 'kak', 'min', 'deh', 'one', 'please']);

/** The options of the page on screen, the way they are numbered there. */
export const pageOf = (menu: Menu, size: number): readonly MenuOption[] => {
  const page = menu.options.slice(menu.from, menu.from + size);
  return menu.options.length > size ? [...page, { label: '', value: {}, role: 'more' as const }] : page;
};

export const resolveChoice = (typed: string, options: readonly MenuOption[]): ChoiceAnswer => {
  const plain = normalised(typed);
  const byLabel = options.find((option) => option.label !== '' && normalised(option.label) === plain);
  if (byLabel) return { kind: 'chosen', option: byLabel };
  if (/^-\d+$/.test(plain)) return { kind: 'outside', count: options.length };
  const number = numberIn(plain);
  if (number === null) return byWords(plain, options);
  if (number === 0) {
    const escape = options.find((option) => option.role === 'escape');
    return escape ? { kind: 'chosen', option: escape } : { kind: 'none' };
  }
  const option = options.filter((candidate) => candidate.role !== 'escape')[number - 1];
  return option ? { kind: 'chosen', option } : { kind: 'outside', count: options.length };
};

/** "Tere Liye", "semua": a few words that stand in the label of one option alone. */
const byWords = (plain: string, options: readonly MenuOption[]): ChoiceAnswer => {
  const words = plain.split(' ').filter((word) => !leading.has(word) && !trailing.has(word));
  if (words.length === 0 || words.length > 5 || options.some(({ role }) => role === 'yes')) return { kind: 'none' };
  const fitting = options.filter(({ label }) =>
    words.every((word) => labelWords(label).some((other) => other === word || (word.length >= 4 && other.startsWith(word)))),
  );
  const [only] = fitting;
  return only && fitting.length === 1 ? { kind: 'chosen', option: only } : { kind: 'none' };
};

/** Without what is said about the option behind a colon or a date. */
const labelWords = (label: string): readonly string[] => normalised(label.split(/: |\(jatuh tempo|\(due/)[0] ?? '').split(' ');

const normalised = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll('\u20E3', '')
    .replaceAll('\uFE0F', '')
    .toLowerCase()
    .replaceAll(/[.,!?)("'“”]/g, ' ')
    .replaceAll(/\bke-/g, 'ke ')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ');

const numberIn = (plain: string): number | null => {
  const words = plain.split(' ').filter(Boolean);
  while (words.length > 1 && leading.has(words[0] ?? '')) words.shift();
  while (words.length > 1 && trailing.has(words.at(-1) ?? '')) words.pop();
  const [word] = words;
  if (words.length !== 1 || word === undefined) return null;
  const joined = /^(?:no|ke)?(\d{1,3})(?:st|nd|rd|th)?$/.exec(word);
  if (joined) return Number(joined[1]);
  return ordinals[word] ?? null;
};
