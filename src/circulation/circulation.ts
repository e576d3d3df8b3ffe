import type { Desk, DeskKeyed, LibrarySystem } from '#ports/library-system.ts';
import type { CopyCode, TitleId } from '#shared/ids.ts';
import type { Clock } from '#ports/clock.ts';
import type { Database } from '#database/database.ts';
import { lookedUpTogether } from '#database/together.ts';
import { readAvailability } from './availability.ts';
import { type CirculationParts, look } from './context.ts';
import { deskActs } from './desk/desk.ts';
import { cancelHold } from './ending-holds.ts';
import { checkOut } from './handing-out.ts';
import { createLibraryRules, type LibraryRules } from './library-rules.ts';
import { patronActs } from './patron-acts.ts';
import { pickupPlaces } from './places.ts';
import { placeHold, previewHold } from './placing-holds.ts';
import { readFinesOf, readHolds, readLoans, readPatron, readPullList, readTitles } from './reading.ts';
import { previewRenewal, renew } from './renewing.ts';
import { ruleActs } from './rules/acts.ts';
import { checkIn, confirmCapture, reportMissing } from './taking-back.ts';

export interface CirculationOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** by default those of the database */
  readonly rules?: LibraryRules;
}

/** What half of all turns ask for; the questions of turns that run at the same time are asked as one. */
const lookUps = (parts: CirculationParts): Pick<LibrarySystem, 'titles' | 'availability'> => {
  const title = lookedUpTogether(async (ids: readonly TitleId[]) => new Map((await readTitles(parts, ids)).map((one) => [one.id, one])));
  const availability = lookedUpTogether((ids: readonly TitleId[]) => readAvailability(parts.database.sql, ids));
  return {
    titles: async (ids) => (await Promise.all(ids.map(title))).filter((found) => found !== undefined),
    availability: async (ids) => {
      const found = await Promise.all(ids.map(availability));
      return new Map(ids.flatMap((id, at) => (found[at] === undefined ? [] : [[id, found[at]] as const])));
    },
  };
};

const librarySystem = (parts: CirculationParts): LibrarySystem => ({
  ...lookUps(parts),
  patron: (id) => readPatron(parts, id),
  loansOf: (patron) => readLoans(parts, patron),
  holdsOf: (patron) => readHolds(parts, patron),
  finesOf: (patron) => readFinesOf(parts, patron),
  previewHold: (request) => previewHold(parts, request),
  placeHold: (request, keyed) => placeHold(parts, request, keyed),
  cancelHold: (request, keyed) => cancelHold(parts, request, keyed),
  previewRenewal: (request) => previewRenewal(parts, request),
  renew: (request, keyed) => renew(parts, request, keyed),
  pickupPlaces: async () => pickupPlaces(await look(parts)),
});

const desk = (parts: CirculationParts): Desk => ({
  checkOut: (request, keyed) => checkOut(parts, request, keyed),
  checkIn: (request, keyed) => checkIn(parts, request, keyed),
  pullList: () => readPullList(parts),
  confirmCapture: (request, keyed) => confirmCapture(parts, request, keyed),
});

/** What only our own circulation can do, beyond the ports. */
const ownActs = (parts: CirculationParts) => ({
  ...patronActs(parts),
  /** "tidak ada di rak" */
  reportMissing: (request: { readonly copyCode: CopyCode }, keyed: DeskKeyed) => reportMissing(parts, request, keyed),
  ...ruleActs(parts),
});

export type Circulation = LibrarySystem &
  Desk &
  ReturnType<typeof ownActs> &
  ReturnType<typeof deskActs> & { readonly rules: LibraryRules };

/** The library's own circulation over its database: the library system, the desk, and the jobs. */
export const createCirculation = ({ database, clock, rules = createLibraryRules(database) }: CirculationOptions): Circulation => {
  const parts: CirculationParts = { database, clock, rules };
  return { ...librarySystem(parts), ...desk(parts), ...ownActs(parts), ...deskActs(parts), rules };
};
