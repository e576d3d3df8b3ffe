import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import type { MenuOption, ShownItem } from '#conversation/state.ts';
import { asTitleId, shownOf, textOf, titleBetweenTheLines, titleMeant } from '#conversation/titles.ts';
import type { TitleFound } from '#conversation/titles.ts';
import type { CatalogueHit, CatalogueQuery, CatalogueResult } from '#ports/catalogue.ts';
import type { Availability, TitleRecord } from '#ports/library-system.ts';
import type { TitleId } from '#shared/ids.ts';
import { isReadable, pageQuery, searchQuery } from './dialogue/query.ts';
import type { CatalogueWords } from './words/id.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const dialogue = dialoguesWith<CatalogueWords>({ id, en });
type CatalogueTurn = Turn<CatalogueWords>;

/** Titles shown at once; the next ones come with "Berikutnya". */
const PAGE = 5;

/** At or below it a word of the question is missing: that is not "we have it". */
const NEAR = 0.5;

const chosenTitle = z.object({
  titleId: z.string().optional(),
  offset: z.number().optional(),
  query: z.record(z.string(), z.json()).optional(),
});

const titleAct = z.object({
  titleId: z.string(),
  act: z.enum(['hold', 'renew', 'synopsis', 'location', 'others']),
  query: z.record(z.string(), z.json()).optional(),
  title: z.string().optional(),
});

export const search = dialogue('catalog.search')
  .begin(async (turn) => {
    const query = searchQuery(turn) ?? (await namedOnly(turn));
    return query ? showPage(turn, query, 0) : turn.question((w) => w.whatToFind, 'asked');
  })
  .step('asked', z.object({}), (turn, _memory, { text, understood }) =>
    isReadable(text)
      ? showPage(turn, { text, ...(understood ? pageQuery(understood.slots) : {}), limit: PAGE }, 0)
      : turn.ask((w) => w.whatToFind, 'asked'),
  )
  .step('chosen', chosenTitle, async (turn, { titleId, offset, query }) => {
    // as: the query was put into the memory by showPage
    if (offset !== undefined && query) return showPage(turn, query as unknown as CatalogueQuery, offset);
    return titleId ? details(turn, asTitleId({ id: titleId })) : turn.stop((w) => w.whichTitle);
  })
  .step('act', titleAct, actOn);

/** "Cari Pulang": a title that is also an ordinary word. */
const namedOnly = async (turn: CatalogueTurn): Promise<CatalogueQuery | null> => {
  const found = await titleBetweenTheLines(turn);
  if (found?.kind === 'several') return { text: found.said, limit: PAGE };
  return found?.kind === 'one' ? { text: found.title.label, limit: PAGE } : null;
};

const showPage = async (turn: CatalogueTurn, query: CatalogueQuery, offset: number): Promise<Reply> => {
  const result = await turn.rooms.catalogue.search({ ...query, limit: PAGE, offset });
  const what = turn.words((w) => w.filter(query));
  const [first] = result.hits;
  if (!first)
    return (await withoutFilters(turn, query, what)) ?? turn.stop((w) => (query.text ? w.nothing(query.text) : w.nothingFiltered(what)));
  const alone = (result.hits.length === 1 && first.closeness > NEAR) || isTheOne(first, result, query.text);
  if (offset === 0 && alone && query.text) return details(turn, first.id, { query, count: result.total - 1 });
  return listFound(turn, query, offset, result);
};

const listHits = async (turn: CatalogueTurn, query: CatalogueQuery, offset: number): Promise<Reply> =>
  listFound(turn, query, offset, await turn.rooms.catalogue.search({ ...query, limit: PAGE, offset }));

const listFound = async (turn: CatalogueTurn, query: CatalogueQuery, offset: number, result: CatalogueResult): Promise<Reply> => {
  const what = turn.words((w) => w.filter(query));
  const more: MenuOption[] =
    result.total > offset + PAGE ? [{ label: turn.words((w) => w.more), value: { offset: offset + PAGE }, role: 'more' }] : [];
  const titles = await optionsFor(turn, result.hits.map(shownOf));
  // as: a query is plain data
  const memory = { query: query as unknown as Record<string, string> };
  const nothingClose = (result.hits[0]?.closeness ?? 1) <= NEAR;
  return turn.list(
    (w) =>
      query.text && nothingClose
        ? w.perhaps(query.text)
        : query.text
          ? w.found(result.total, query.text, result.correctedTo)
          : w.foundFiltered(result.total, what),
    [...titles, ...more],
    'chosen',
    {
      shown: result.hits.map(shownOf),
      memory,
    },
  );
};

/** The title is there, only not in the form that was asked for: says which part is missing. */
const withoutFilters = async (turn: CatalogueTurn, query: CatalogueQuery, what: string): Promise<Reply | null> => {
  const { text, author } = query;
  const { hits } = text && what ? await turn.rooms.catalogue.search({ text, ...(author ? { author } : {}), limit: PAGE }) : { hits: [] };
  if (!hits[0] || hits[0].closeness <= NEAR) return null;
  const shown = hits.map(shownOf);
  return turn.list((w) => w.otherForm(text, what), await optionsFor(turn, shown), 'chosen', { shown });
};

/** The title is exactly what was asked for, once typing errors are put right; no other title is. */
const isTheOne = (first: CatalogueHit, { hits, correctedTo }: CatalogueResult, asked: string): boolean => {
  const wanted = [asked, correctedTo].map((text) => text?.toLowerCase());
  const fitting = hits.filter(({ title }) => wanted.includes(title.toLowerCase()));
  return fitting.length === 1 && fitting[0] === first;
};

const optionsFor = async (turn: CatalogueTurn, items: readonly ShownItem[]): Promise<readonly MenuOption[]> => {
  const availability = await turn.rooms.library.availability(items.map(asTitleId));
  return items.map((item) => ({
    label: turn.words((w) => w.option(item.label, availability.get(asTitleId(item)))),
    value: { titleId: item.id },
  }));
};

const listOf = async (turn: CatalogueTurn, ids: readonly TitleId[], sentence: (w: CatalogueWords) => string): Promise<Reply> => {
  const shown = (await turn.rooms.library.titles(ids)).map(shownOf);
  return turn.list(sentence, await optionsFor(turn, shown), 'chosen', { shown });
};

const titleAndStock = async (
  turn: CatalogueTurn,
  titleId: TitleId,
): Promise<{ readonly title: TitleRecord; readonly availability: Availability } | null> => {
  const [[title], availability] = await Promise.all([turn.rooms.library.titles([titleId]), turn.rooms.library.availability([titleId])]);
  const stock = availability.get(titleId);
  return title && stock ? { title, availability: stock } : null;
};

/** Everything about one title; `others` are further hits of the search that found it. */
const details = async (
  turn: CatalogueTurn,
  titleId: TitleId,
  others?: { readonly query: CatalogueQuery; readonly count: number },
): Promise<Reply> => {
  const known = await titleAndStock(turn, titleId);
  if (!known) return turn.stop((w) => w.whichTitle);
  const { title, availability } = known;
  const item = shownOf(title);
  const act = (name: string, label: string): MenuOption => ({ label, value: { titleId, act: name } });
  const [ownLoan, importedOn] = await Promise.all([ownLoanOf(turn, titleId), turn.rooms.importedOn()]);
  const more = { ownDue: ownLoan?.dueOn ?? null, importedOn };
  const options = turn.words((w) => [
    ...(ownLoan
      ? [{ label: w.actRenew, value: { titleId, act: 'renew', title: title.title } }]
      : title.reference || availability.copies === 0
        ? []
        : [act('hold', w.actHold)]),
    ...(title.synopsis ? [act('synopsis', w.actSynopsis)] : []),
    ...(title.callNumber || title.shelf ? [act('location', w.actShelf)] : []),
    ...(others && others.count > 0 ? [act('others', w.actOthers(others.count))] : []),
  ]);
  // as: a query is plain data
  const memory = others && others.count > 0 ? { query: others.query as unknown as Record<string, string> } : {};
  const notes = { topic: item, shown: [item], memory };
  return options.length > 0
    ? turn.list((w, f) => w.details(title, availability, f, more), options, 'act', notes)
    : turn.say((w, f) => w.details(title, availability, f, more), notes);
};

/** The asker's own loan of the title; nobody's in a group. */
const ownLoanOf = async ({ person, rooms, ...turn }: CatalogueTurn, titleId: TitleId) =>
  person.patron && turn.private ? (await rooms.library.loansOf(person.patron.id)).find((loan) => loan.titleId === titleId) : undefined;

async function actOn(turn: CatalogueTurn, { titleId, act, query, title }: z.infer<typeof titleAct>): Promise<Reply> {
  if (act === 'hold') return turn.continueWith('hold.place', { title_id: titleId });
  if (act === 'renew') return turn.continueWith('loan.renew', { title: title ?? '' });
  // as: the query was put into the memory by details
  if (act === 'others' && query) return listHits(turn, query as unknown as CatalogueQuery, 0);
  return aspectOf(turn, asTitleId({ id: titleId }), act);
}

/** What changes from day to day. */
const ofStock = new Set(['availability', 'copies', 'due_back', 'queue']);

const aspectOf = async (turn: CatalogueTurn, titleId: TitleId, aspect: string): Promise<Reply> => {
  const known = await titleAndStock(turn, titleId);
  if (!known) return turn.stop((w) => w.whichTitle);
  const { title, availability } = known;
  const notes = { topic: shownOf(title) };
  const importedOn = await turn.rooms.importedOn();
  return turn.say((w, f) => {
    const subject = title.callNumber ? (w.ddc[title.callNumber.trim().charAt(0)] ?? null) : null;
    const sayings: Readonly<Record<string, () => ReturnType<typeof w.details>>> = {
      availability: () => w.aspects.availability(title, availability, f),
      copies: () => w.aspects.copies(title, availability),
      location: () => w.aspects.location(title, w.shelf(title.callNumber, subject, title.shelf)),
      synopsis: () => w.aspects.synopsis(title),
      due_back: () => w.aspects.due_back(title, availability, f),
      queue: () => w.aspects.queue(title, availability),
      loanable: () => w.aspects.loanable(title),
      bibliographic: () => w.aspects.bibliographic(title),
    };
    const say = sayings[aspect];
    if (!say) return w.details(title, availability, f, { ownDue: null, importedOn });
    return importedOn && ofStock.has(aspect) ? [say(), w.asOf(importedOn, f)].flat() : say();
  }, notes);
};

/** Steps shared by every dialogue that may have to ask which title is meant. */
const chooseTitle = (turn: CatalogueTurn, found: Exclude<TitleFound, { kind: 'one' }>): Reply => {
  if (found.kind === 'none') return turn.stop((w) => w.nothing(found.said));
  if (found.kind === 'unsaid') return turn.question((w) => w.whichTitle, 'named');
  const options = found.titles.map((item) => ({ label: item.label, value: { titleId: item.id } }));
  return turn.list((w) => w.which(found.said), options, 'chosen', {
    shown: found.titles,
    memory: { aspect: textOf(turn.slots.aspect) ?? '' },
  });
};

export const itemDetails = dialogue('catalog.item_details')
  .begin(async (turn) => {
    const found = await titleMeant(turn);
    const aspect = textOf(turn.slots.aspect);
    if (found.kind !== 'one') return chooseTitle(turn, found);
    return aspect ? aspectOf(turn, asTitleId(found.title), aspect) : details(turn, asTitleId(found.title));
  })
  .step('named', z.object({}), (turn, _memory, { text }) => turn.continueWith('catalog.item_details', { ...turn.slots, title: text }))
  .step('chosen', z.object({ titleId: z.string(), aspect: z.string().default('') }), (turn, { titleId, aspect }) =>
    aspect ? aspectOf(turn, asTitleId({ id: titleId }), aspect) : details(turn, asTitleId({ id: titleId })),
  )
  .step('act', titleAct, actOn);

const NEW_DAYS = 60;

export const newArrivals = dialogue('catalog.new_arrivals')
  .begin(async (turn) => {
    const period = textOf(turn.slots.period);
    const since = period?.slice(0, 10) ?? turn.today.subtract({ days: NEW_DAYS }).toString();
    const { subject, audience, format } = pageQuery(turn.slots);
    const ids = await turn.rooms.catalogue.newArrivals({
      since,
      limit: 8,
      ...(subject ? { subject } : {}),
      ...(audience ? { audience } : {}),
      ...(format ? { format } : {}),
    });
    const { format: f } = turn;
    return ids.length === 0 ? turn.say((w) => w.noNewArrivals(since, f)) : listOf(turn, ids, (w) => w.newArrivals(since, f));
  })
  .step('chosen', chosenTitle, (turn, { titleId }) =>
    titleId ? details(turn, asTitleId({ id: titleId })) : turn.stop((w) => w.whichTitle),
  )
  .step('act', titleAct, actOn);

export const recommend = dialogue('reading.recommend')
  .begin(async (turn) => {
    const { subject, audience } = pageQuery(turn.slots);
    const like = textOf(turn.slots.similar_to);
    const similar = like ? await titleMeant({ ...turn, slots: { title: like } }) : null;
    const similarTo = similar?.kind === 'one' ? similar.title : similar?.kind === 'several' ? similar.titles[0] : undefined;
    const ids = await turn.rooms.catalogue.recommend({
      limit: 5,
      ...(subject ? { subject } : {}),
      ...(audience ? { audience } : {}),
      ...(similarTo ? { similarTo: asTitleId(similarTo) } : {}),
    });
    if (ids.length === 0) return turn.say((w) => w.nothingToRecommend);
    const what = turn.words((w) => w.filter({ ...(subject ? { subject } : {}), ...(audience ? { audience } : {}) }));
    return listOf(turn, ids, (w) => (similarTo ? w.similar(similarTo.label) : w.recommended(what)));
  })
  .step('chosen', chosenTitle, (turn, { titleId }) =>
    titleId ? details(turn, asTitleId({ id: titleId })) : turn.stop((w) => w.whichTitle),
  )
  .step('act', titleAct, actOn);

export const localAuthors = dialogue('local_author.list')
  .begin(async (turn) => {
    const { hits } = await turn.rooms.catalogue.search({ text: '', localAuthor: true, limit: 50 });
    const authors = [...new Set(hits.map(({ author }) => author).filter(Boolean))].sort().slice(0, 8);
    if (authors.length === 0) return turn.say((w) => w.noLocalAuthors);
    return turn.list(
      (w) => w.localAuthors,
      authors.map((author) => ({ label: author, value: { author } })),
      'chosen',
    );
  })
  .step('chosen', z.object({ author: z.string() }), (turn, { author }) =>
    turn.continueWith('catalog.search', { author, local_author: true }),
  );
