import type { Database } from '#database/database.ts';
import type { NameKind, NameMatch } from '#ports/names.ts';
import { align, type Alignment } from './alignment.ts';
import { lettersOf, type Token, wordsOf } from './fold.ts';
import { isOrdinary } from './ordinary-words.ts';

interface SmallName {
  readonly kind: NameKind;
  readonly id: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly masks: readonly number[];
}

/** Names of which there are few: events, branches, stops. Held in memory, read anew at most once a second. */
export interface SmallNames {
  look(): Promise<void> | undefined;
  refresh(): Promise<void>;
  find(tokens: readonly Token[]): NameMatch[];
}

const checkEveryMs = 1000;

// What kind of place or event it is; alone it names none.
const kindWords: ReadonlySet<string> = new Set(
  'kantor kelurahan desa taman pasar sekolah sd sdn smp smpn sma sman lapangan gedung rumah masjid puskesmas posyandu lomba acara festival workshop bedah cabang titik perpustakaan kota prabumulih anak'.split(
    ' ',
  ),
);

const isTelling = (word: string): boolean => !kindWords.has(word) && !isOrdinary(word);

const named = (row: { kind: string; id: string; name: string }): SmallName => {
  const words = wordsOf(row.name);
  return { kind: row.kind === 'event' ? 'event' : 'place', id: row.id, name: row.name, words, masks: words.map(lettersOf) };
};

const names = `SELECT 'event' AS "kind", "id", "title" AS "name" FROM "Event" WHERE "status" = 'open'
  UNION ALL SELECT 'place', "id", "name" FROM "VanStop"
  UNION ALL SELECT 'place', "id", "name" FROM "Branch"`;

const lettersIn = (words: readonly string[]): number => words.reduce((total, word) => total + word.length, 0);

/** All of the name, or a part of it that tells it from others: "gunung ibul" for "Kantor Kelurahan Gunung Ibul". */
const isEnough = (name: SmallName, stretch: Alignment): boolean => {
  const met = name.words.slice(stretch.first, stretch.first + stretch.words);
  if (stretch.share === 1) return met.length > 1 || met.some(isTelling);
  const telling = name.words.filter(isTelling);
  const metTelling = met.filter(isTelling);
  if (metTelling.length === 0) return false;
  return stretch.typos <= 1 && lettersIn(metTelling) >= 0.6 * lettersIn(telling) && lettersIn(met) >= 4;
};

const matchOf = (name: SmallName, tokens: readonly Token[]): NameMatch | null => {
  const stretch = align(tokens, name.words, true);
  if (stretch === null || !isEnough(name, stretch)) return null;
  const exactness = 1 - stretch.typos / Math.max(4, lettersIn(name.words) + 1);
  return {
    kind: name.kind,
    name: name.name,
    id: name.id,
    start: tokens[stretch.from]?.start ?? 0,
    end: tokens[stretch.to - 1]?.end ?? 0,
    closeness: Math.round(exactness * (stretch.share === 1 ? 1 : 0.5 + stretch.share * 0.45) * 1000) / 1000,
  };
};

const bitsApart = (a: number, b: number): number => {
  let bits = 0;
  for (let rest = a ^ b; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
};

/** A cheap look before the exact one: does any telling word of the name resemble any of the message? */
const mayStandIn = (name: SmallName, masks: readonly number[]): boolean =>
  name.words.some((word, i) => isTelling(word) && masks.some((mask) => bitsApart(mask, name.masks[i] ?? 0) <= 4)) ||
  !name.words.some(isTelling);

export const keepSmallNames = ({ sql }: Pick<Database, 'sql'>): SmallNames => {
  let known: readonly SmallName[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const refresh = async (): Promise<void> => {
    lookedAt = performance.now();
    known = (await sql.all<{ kind: string; id: string; name: string }>(names)).map(named);
  };
  return {
    refresh,
    look: () => (performance.now() - lookedAt >= checkEveryMs ? refresh() : undefined),
    find: (tokens) => {
      const masks = tokens.map((token) => lettersOf(token.word));
      return known
        .filter((name) => mayStandIn(name, masks))
        .map((name) => matchOf(name, tokens))
        .filter((match): match is NameMatch => match !== null);
    },
  };
};
