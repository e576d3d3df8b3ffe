import type { Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { CatalogueQuery } from '#ports/catalogue.ts';
import type { Slots } from '#understanding/understanding.ts';

type Filters = Omit<CatalogueQuery, 'text' | 'limit' | 'offset'>;

const formats = ['braille', 'audio', 'large_print', 'digital'] as const;
const audiences = ['child', 'teen', 'adult'] as const;

/** The filters that a message named; slot forms as in the list of intents. */
export const pageQuery = (slots: Slots): Filters => {
  const format = formats.find((name) => name === textOf(slots.format));
  const audience = audiences.find((name) => name === textOf(slots.audience));
  const author = textOf(slots.author);
  const subject = textOf(slots.subject);
  const language = textOf(slots.language);
  const branch = textOf(slots.branch);
  const year = Number(textOf(slots.year) ?? slots.year);
  return {
    ...(format ? { format } : {}),
    ...(audience ? { audience } : {}),
    ...(author ? { author } : {}),
    ...(subject ? { subject } : {}),
    ...(language ? { language } : {}),
    ...(branch ? { branch } : {}),
    ...(Number.isInteger(year) && year > 0 ? { year } : {}),
    ...(slots.available_only ? { availableOnly: true } : {}),
    ...(slots.local_author ? { localAuthor: true } : {}),
  };
};

/** Signs and pictures alone name nothing. */
export const isReadable = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What to search for, or null when nothing at all was said. */
export const searchQuery = (turn: Pick<Turn<never>, 'slots' | 'text'>): CatalogueQuery | null => {
  const said = textOf(turn.slots.query) ?? textOf(turn.slots.title) ?? '';
  const text = isReadable(said) ? said : '';
  const filters = pageQuery(turn.slots);
  // a named title is shown with its availability, whatever it is
  const { availableOnly: _asked, ...others } = filters;
  return text === '' && Object.keys(filters).length === 0 ? null : { text, ...(text === '' ? filters : others), limit: 0 };
};
