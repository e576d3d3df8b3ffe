import type { SqlStatements } from '#database/sql.ts';
import type { PickupPoint } from '#domain/circulation/allocation.ts';
import type { PickupPlace } from '#ports/library-system.ts';
import type { Act } from './context.ts';
import { nextReachableVisit, type ReachableVisit } from './van-visits.ts';

export interface BranchPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'branch' | 'van';
}

export interface StopPlace {
  readonly id: string;
  readonly name: string;
  readonly lending: boolean;
}

/** Every branch, van and stop; there are few. */
export interface Places {
  readonly branches: ReadonlyMap<string, BranchPlace>;
  readonly stops: ReadonlyMap<string, StopPlace>;
}

export interface ChosenPickup extends PickupPoint {
  readonly name: string;
  /** at a stop: the visit that brings the book */
  readonly visitStart: string | null;
}

interface StopRow {
  readonly id: string;
  readonly name: string;
  readonly lending: number;
}

export const readPlaces = async (sql: SqlStatements): Promise<Places> => {
  const branches = await sql.all<BranchPlace>('SELECT "id", "name", "kind" FROM "Branch" ORDER BY "sortOrder", "id"');
  const stops = await sql.all<StopRow>('SELECT "id", "name", "lending" FROM "VanStop" ORDER BY "name", "id"');
  return {
    branches: new Map(branches.map(({ id, name, kind }) => [id, { id, name, kind: kind === 'van' ? 'van' : 'branch' }])),
    stops: new Map(stops.map(({ id, name, lending }) => [id, { id, name, lending: lending === 1 }])),
  };
};

export const isVan = (places: Places, branchId: string): boolean => places.branches.get(branchId)?.kind === 'van';

/** Where a stored hold is fetched; an id that is no branch is a stop. */
export const pickupPoint = (places: Places, id: string): PickupPoint => ({ id, kind: places.branches.has(id) ? 'branch' : 'stop' });

/** The place a patron named for pickup; null when holds cannot be fetched there. */
export const choosePickup = async (act: Act, places: Places, id: string): Promise<ChosenPickup | null> => {
  const branch = places.branches.get(id);
  if (branch !== undefined) return branch.kind === 'van' ? null : { id, kind: 'branch', name: branch.name, visitStart: null };
  const stop = places.stops.get(id);
  if (stop === undefined || !stop.lending) return null;
  const visit = await nextReachableVisit(act, id);
  return visit === null ? null : { id, kind: 'stop', name: stop.name, visitStart: visit.startAt };
};

/** What the place of a stored hold is called. */
export const placeName = (places: Places, id: string): string => places.branches.get(id)?.name ?? places.stops.get(id)?.name ?? id;

const stopPlace = ({ id, name }: StopPlace, { startAt, orderUntil }: ReachableVisit): PickupPlace => ({
  id,
  name,
  kind: 'stop',
  visit: { startAt, orderUntil },
});

/** Where holds can be fetched now: every branch, and the stops with a visit to come. */
export const pickupPlaces = async (act: Act): Promise<readonly PickupPlace[]> => {
  const places = await readPlaces(act.sql);
  const branches = [...places.branches.values()].filter((branch) => branch.kind === 'branch');
  const stops: PickupPlace[] = [];
  for (const stop of places.stops.values()) {
    const visit = stop.lending ? await nextReachableVisit(act, stop.id) : null;
    if (visit !== null) stops.push(stopPlace(stop, visit));
  }
  return [...branches.map(({ id, name }): PickupPlace => ({ id, name, kind: 'branch', visit: null })), ...stops];
};

/** Stops of the van where nothing can be fetched now: read there only, or no visit can be reached any more. */
export const closedStops = async (act: Act): Promise<readonly Pick<PickupPlace, 'id' | 'name'>[]> => {
  const open = new Set((await pickupPlaces(act)).map(({ id }) => id));
  const { stops } = await readPlaces(act.sql);
  return [...stops.values()].filter(({ id }) => !open.has(id)).map(({ id, name }) => ({ id, name }));
};
