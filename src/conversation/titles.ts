import { wordsOf } from '#shared/words.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { placeIn } from '#conversation/places-in-lists.ts';
import type { ShownItem } from '#conversation/state.ts';
import type { CatalogueHit } from '#ports/catalogue.ts';
import type { TitleId } from '#shared/ids.ts';

/** Which title somebody means. Never guessed silently: several near ones are for the person to choose from. */
export type TitleFound =
  | { readonly kind: 'one'; readonly title: ShownItem }
  | { readonly kind: 'several'; readonly titles: readonly ShownItem[]; readonly said: string }
  | { readonly kind: 'none'; readonly said: string }
  | { readonly kind: 'unsaid' };

const CERTAIN = 0.999;
/** above it every word was found, some after a correction */
const NEAR = 0.5;
/** one hit that is so much closer than the next needs no question */
const CLEARLY_CLOSER = 0.2;

export const asTitleId = (item: Pick<ShownItem, 'id'>): TitleId =>
  // as: ids of shown titles come from the catalogue
  item.id as TitleId;

export const nameOf = ({ title, author }: { readonly title: string; readonly author: string }): string =>
  author ? `${title} (${author})` : title;

/** By its place in the list on screen, by its name, or "yang tadi". */
export const titleMeant = async (turn: Pick<Turn<never>, 'slots' | 'shown' | 'topic' | 'rooms' | 'text'>): Promise<TitleFound> => {
  const { slots } = turn;
  const chosen = textOf(slots.title_id);
  if (chosen) return titleWithId(turn, asTitleId({ id: chosen }));
  const shown = slots.item_ref === undefined ? null : placeIn(slots.item_ref, turn.shown.length);
  const item = shown === null ? undefined : turn.shown[shown];
  if (item) return { kind: 'one', title: item };
  const said = textOf(slots.title) ?? textOf(slots.query);
  if (said) return titleNamed(turn, said, textOf(slots.author));
  const between = await titleBetweenTheLines(turn);
  if (between) return between;
  // a question about its shelf or copies, or nothing but "pesan yang tadi"; other words were about something else
  const isAboutTopic = slots.aspect !== undefined || wordsBeside(turn.text).length === 0;
  return turn.topic && isAboutTopic ? { kind: 'one', title: turn.topic } : { kind: 'unsaid' };
};

const wordsBeside = (text: string): readonly string[] => wordsOf(text).filter((word) => !around.has(word));

/** Words around a title that name none. */
const around = new Set(
  'pesan pesen pesankan pesenin pesani booking book reserve hold cari carikan cariin search find mau ingin pengen want would like to i my please tolong bisa boleh dong ya yo kak min saya aku ada buku novel judul the a it that this itu ini tu ni yang yg tadi aja saja bae deh nggak gak ga dak tidak copy title for me in'.split(
    ' ',
  ),
);

/** A title whose name is also an ordinary word ("pesan Pulang"): what was said beside the wish names it, whole or in part. */
export const titleBetweenTheLines = async ({ text, rooms }: Pick<Turn<never>, 'text' | 'rooms'>): Promise<TitleFound | null> => {
  const left = wordsBeside(text);
  if (left.length === 0 || left.length > 8) return null;
  const said = left.join(' ');
  const named = (await rooms.catalogue.search({ text: said, limit: 6 })).hits.filter((hit) =>
    left.every((word) => wordsOf(nameOf(hit)).includes(word)),
  );
  const [only] = named;
  if (!only) return null;
  return named.length === 1 ? one(only) : { kind: 'several', said, titles: named.map(shownOf) };
};

const titleWithId = async (turn: Pick<Turn<never>, 'slots' | 'shown' | 'topic' | 'rooms'>, id: TitleId): Promise<TitleFound> => {
  const [title] = await turn.rooms.library.titles([id]);
  return title ? { kind: 'one', title: shownOf(title) } : { kind: 'unsaid' };
};

export const textOf = (slot: unknown): string | undefined => {
  const value: unknown = Array.isArray(slot) ? slot[0] : slot;
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};

/** The titles that a name may stand for. */
export const titleNamed = async (
  turn: Pick<Turn<never>, 'slots' | 'shown' | 'topic' | 'rooms' | 'text'>,
  said: string,
  author?: string,
): Promise<TitleFound> => {
  const { hits } = await turn.rooms.catalogue.search({ text: said, ...(author ? { author } : {}), limit: 6 });
  const [best, next] = hits;
  if (!best) return author ? titleNamed(turn, `${said} ${author}`) : { kind: 'none', said };
  const written = wordsOf(turn.text);
  const whole = hits.filter((hit) => isWhole(hit, said));
  // "pesan pulang leila": of several titles with that name the one whose author was named too
  const byAuthor = whole.filter((hit) => wordsOf(hit.author).some((word) => word.length > 2 && written.includes(word)));
  const sure = byAuthor.length > 0 ? byAuthor : whole;
  if (sure.length === 1 && sure[0]) return one(sure[0]);
  if (sure.length === 0 && best.closeness > NEAR && (!next || best.closeness - next.closeness >= CLEARLY_CLOSER)) return one(best);
  return { kind: 'several', said, titles: (sure.length > 1 ? sure : hits).map(shownOf) };
};

const isWhole = (hit: CatalogueHit, said: string): boolean => hit.closeness >= CERTAIN && hit.title.toLowerCase() === said.toLowerCase();

const one = (hit: CatalogueHit): TitleFound => ({ kind: 'one', title: shownOf(hit) });

export const shownOf = (hit: Pick<CatalogueHit, 'id' | 'title' | 'author'>): ShownItem => ({ id: hit.id, label: nameOf(hit) });
