import { wordsOf } from '#shared/words.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { isNearWord } from '#conversation/named-in-text.ts';
import { textOf } from '#conversation/titles.ts';
import type { PickupPlace } from '#ports/library-system.ts';

// Where somebody wants to fetch a book. A place that was named is never passed over silently: known, unknown, or one of several.

export type PlaceSaid =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'one'; readonly place: PickupPlace }
  | { readonly kind: 'several'; readonly places: readonly PickupPlace[]; readonly said: string }
  /** `isStop`: a stop of the van where nothing can be fetched now */
  | { readonly kind: 'none'; readonly said: string; readonly isStop: boolean };

/** What follows "ambil di …", "ke cabang …": the only part of a message in which a place is looked for, a title may hold the same words. */
const AFTER =
  /\b(?:(?:di|ng)?ambil\w*|jemput|pick(?:ed)?[ -]?up|collect\w*|tempat(?:nya)?|lokasi(?:nya)?|place)\b.*?\b(?:di|d|ke|dari|lewat|pas|at|from|to|in|with|jadi)\s+(.+)$/i;
const TO_PLACE =
  /\b(?:di|d|ke|at|to|from|in)\s+((?:the\s+)?(?:cab\w*|branch|pusat|pusling|perpus\w*|library|main|kantor|titik|stop|mobil|van|bookmobile|keliling)\b.*)$/i;

const placeText = (text: string): string | null => AFTER.exec(text)?.[1] ?? TO_PLACE.exec(text)?.[1] ?? null;

const VAN = /\b(?:van|pusling|puskel|keliling|mobil(?:\s+(?:pintar|perpus\w*|keliling))?|bookmobile|mobile library)\b/i;

/** Words that are part of many names and tell none from another. */
const common = new Set(
  'perpustakaan perpus library cabang cab branch kantor titik stop layanan keliling pusling mobil pintar van di ke the yang yg gedung dari dan'.split(
    ' ',
  ),
);

/** English names of directions and of the main library, as readers say them. */
const alias: Readonly<Record<string, string>> = {
  east: 'timur',
  west: 'barat',
  north: 'utara',
  south: 'selatan',
  central: 'pusat',
  main: 'pusat',
  induk: 'pusat',
  utama: 'pusat',
  tmr: 'timur',
};

/** How many of the telling words of a name were said, as a part of all of them. */
const likeness = (said: readonly string[], name: string): number => {
  const telling = wordsOf(name).filter((word) => !common.has(word));
  const names = telling.length > 0 ? telling : wordsOf(name);
  return names.filter((word) => said.some((other) => isNearWord(word, alias[other] ?? other))).length / names.length;
};

const best = <Place extends { readonly name: string }>(said: string, places: readonly Place[]): readonly Place[] => {
  const words = wordsOf(said);
  const rated = places.map((place) => ({ place, likeness: likeness(words, place.name) }));
  const highest = Math.max(0, ...rated.map((one) => one.likeness));
  return highest === 0 ? [] : rated.filter((one) => one.likeness === highest).map(({ place }) => place);
};

const chosenFrom = (found: readonly PickupPlace[], said: string): PlaceSaid | null => {
  const [only] = found;
  if (!only) return null;
  return found.length === 1 ? { kind: 'one', place: only } : { kind: 'several', places: found, said };
};

type PlaceTurn = Pick<Turn<never>, 'rooms' | 'slots' | 'text'>;

/** The place that these words name, among those where holds can be fetched. */
export const placeNamed = async ({ rooms }: Pick<PlaceTurn, 'rooms'>, said: string): Promise<PlaceSaid> => {
  const places = await rooms.library.pickupPlaces();
  const exact = places.find(({ id, name }) => id === said || name.toLowerCase() === said.toLowerCase());
  if (exact) return { kind: 'one', place: exact };
  const stops = places.filter(({ kind }) => kind === 'stop');
  const found = chosenFrom(best(said, VAN.test(said) ? stops : places), said);
  if (found) return found;
  const closed = best(said, await rooms.circulation.closedStops());
  if (closed[0]) return { kind: 'none', said: closed[0].name, isStop: true };
  if (VAN.test(said)) return chosenFrom(stops, said) ?? { kind: 'none', said, isStop: true };
  return { kind: 'none', said, isStop: false };
};

/** The place that a message names; words about a day after it are no part of its name. */
export const placeSaid = async (turn: PlaceTurn): Promise<PlaceSaid> => {
  const slot = textOf(turn.slots.branch);
  const said = placeText(turn.text) ?? (slot === 'van' && VAN.test(turn.text) ? turn.text : slot);
  return said === undefined ? { kind: 'unsaid' } : placeNamed(turn, withoutDay(said));
};

const withoutDay = (said: string): string =>
  said
    .replace(
      /\s+(?:(?:pada\s+)?(?:hari|tanggal|tgl)|besok|lusa|nanti|jam|pukul|on|tomorrow|next|ya|dong|please|aja|saja|kak|min)\b.*$/i,
      '',
    )
    .trim() || said;
