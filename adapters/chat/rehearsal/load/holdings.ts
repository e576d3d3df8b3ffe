import type { Database } from '#database/database.ts';
import { dayOf, momentFrom, momentText, Temporal } from '#shared/day.ts';
import { copyCodes, isBound, placeCopies, type PlacedCopies } from '../world/copies.ts';
import type { Item, WorldHold } from '../world/library-schema.ts';
import type { World } from '../world/world.ts';
import { insertRows } from './insert-rows.ts';

/** Books whose day of arrival a world does not say have been there for long: they are no new arrivals. */
const LONG_AGO = '2000-01-01';

const numbered = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(5, '0')}`;

/** The id of a world's hold, by its place in the list. */
export const holdIdAt = (index: number): string => numbered('hold', index);

/** The main library and the van are always there; a world may rename them and add others. */
const branchRows = (world: World) => {
  const given = new Map(world.branches.map((branch) => [branch.id, branch.name]));
  const names = new Map([['main', world.library.name ?? 'Perpustakaan'], ['van', 'Perpustakaan keliling'], ...given]);
  return [...names].map(([id, name], sortOrder) => ({
    id,
    name,
    kind: /^van(?:\W|_|\d|$)/i.test(id) ? 'van' : 'branch',
    address: id === 'main' ? (world.library.address ?? '') : '',
    sortOrder,
  }));
};

const titleRow = (item: Item) => ({
  id: item.id,
  title: item.title,
  author: item.author,
  subjectsJson: JSON.stringify(item.subjects),
  isbn: item.isbn ?? null,
  publisher: item.publisher ?? null,
  year: item.year ?? null,
  synopsis: item.synopsis ?? null,
  language: item.language,
  format: item.format,
  audience: item.audience,
  localAuthor: item.local_author,
  reference: item.reference,
  shelf: item.shelf ?? null,
  digitalJson: item.digital ? JSON.stringify(item.digital) : null,
  addedOn: item.added ?? LONG_AGO,
});

const copyStateOf = (hold: WorldHold): string => (hold.status === 'ready' ? 'on_hold_shelf' : hold.status);

/** What each copy is doing, as its loan or hold says; every other copy stands on the shelf. */
const copyStates = (world: World, placed: PlacedCopies): ReadonlyMap<string, string> => {
  const held = world.holds.flatMap((hold, index) => {
    const copy = placed.holds[index];
    return copy !== null && copy !== undefined && isBound(hold.status) ? [[copy, copyStateOf(hold)] as const] : [];
  });
  return new Map([...held, ...placed.loans.map((copy) => [copy, 'on_loan'] as const)]);
};

const copyRows = (world: World, placed: PlacedCopies) => {
  const states = copyStates(world, placed);
  return world.items.flatMap((item) =>
    copyCodes(item).map((code, index) => {
      const branchId = item.branches?.[index] ?? 'main';
      const status = states.get(code) ?? 'available';
      return { code, titleId: item.id, branchId, homeBranchId: branchId, status, material: item.format, updatedAt: world.clock };
    }),
  );
};

/** A loan of a world was made one loan period before it is due, but not in the future. */
const loanedOn = (due: string, world: World): string => {
  const made = Temporal.PlainDate.from(due).subtract({ days: world.policy.loan_days });
  const today = dayOf(momentFrom(world.clock));
  return (Temporal.PlainDate.compare(made, today) < 0 ? made : today).toString();
};

const branchOfCopies = (world: World): ReadonlyMap<string, string> =>
  new Map(world.items.flatMap((item) => copyCodes(item).map((code, index) => [code, item.branches?.[index] ?? 'main'] as const)));

const loanRows = (world: World, placed: PlacedCopies) => {
  const branches = branchOfCopies(world);
  return world.loans.map((loan, index) => {
    const copyCode = placed.loans[index] ?? '';
    return {
      id: numbered('loan', index),
      patronId: loan.patron,
      titleId: loan.item,
      copyCode,
      branchId: branches.get(copyCode) ?? 'main',
      loanedOn: loanedOn(loan.due, world),
      dueOn: loan.due,
      renewals: loan.renewals,
      openMark: 1,
    };
  });
};

const queued: ReadonlySet<string> = new Set(['waiting', 'suspended', 'allocated', 'in_transit']);
const living: ReadonlySet<string> = new Set([...queued, 'ready']);

/** Places in the queue of each title: those given stay, the others get the free ones in list order. */
const queuePlaces = (holds: readonly WorldHold[]): readonly (number | null)[] => {
  const key = (item: string, place: number): string => JSON.stringify([item, place]);
  const waiting = holds.filter((hold) => queued.has(hold.status));
  const taken = new Set(waiting.flatMap((hold) => (hold.position ? [key(hold.item, hold.position)] : [])));
  const lastFilled = new Map<string, number>();
  const fill = (item: string): number => {
    let place = (lastFilled.get(item) ?? 0) + 1;
    while (taken.has(key(item, place))) place += 1;
    lastFilled.set(item, place);
    return place;
  };
  return holds.map((hold) => (queued.has(hold.status) ? (hold.position ?? fill(hold.item)) : null));
};

/** Holds were placed a week ago, those before the others in the queue earlier: the queue goes by this moment. */
const placedAt = (world: World, order: number): string =>
  momentText(
    momentFrom(world.clock)
      .subtract({ hours: 7 * 24 })
      .add({ milliseconds: order }),
  );

const nextVisit = (world: World, stop: string): string | null =>
  world.van_visits
    .filter((visit) => visit.stop === stop && visit.status === 'planned' && visit.start >= world.clock)
    .map((visit) => visit.start)
    .toSorted()[0] ?? null;

const holdRows = (world: World, placed: PlacedCopies) => {
  const places = queuePlaces(world.holds);
  return world.holds.map((hold, index) => {
    const isLiving = living.has(hold.status);
    const position = places[index] ?? null;
    return {
      id: holdIdAt(index),
      patronId: hold.patron,
      titleId: hold.item,
      status: hold.status,
      placedAt: placedAt(world, (position ?? 0) * world.holds.length + index),
      position,
      pickupPlace: hold.pickup,
      visitStart: nextVisit(world, hold.pickup),
      copyCode: placed.holds[index] ?? null,
      readyOn: hold.status === 'ready' ? dayOf(momentFrom(world.clock)).toString() : null,
      deadlineOn: hold.deadline ?? null,
      suspendedUntil: hold.status === 'suspended' ? (hold.until ?? null) : null,
      endedAt: isLiving ? null : world.clock,
      liveMark: isLiving ? 1 : null,
    };
  });
};

const fineRows = (world: World, placed: PlacedCopies) =>
  world.fines.map((fine, index) => {
    const loan = world.loans.findIndex((one) => one.patron === fine.patron && one.item === fine.item);
    return {
      id: numbered('fine', index),
      patronId: fine.patron,
      loanId: loan >= 0 && placed.loans[loan] !== undefined ? numbered('loan', loan) : null,
      titleId: fine.item ?? null,
      amount: fine.amount,
      asOf: fine.as_of ?? dayOf(momentFrom(world.clock)).toString(),
    };
  });

/** Branches, titles, copies, loans, holds and fines, exactly as the world says: nothing is allocated or computed anew. */
export const loadHoldings = async (database: Database, world: World): Promise<void> => {
  const copies = placeCopies(world);
  // A world is checked for this when it is read, so that the fault is told by its path.
  if (!copies.ok) throw new RangeError(copies.error);
  await insertRows(database, 'Branch', branchRows(world));
  await insertRows(database, 'Title', world.items.map(titleRow));
  await insertRows(database, 'Copy', copyRows(world, copies.placed));
  await insertRows(database, 'Loan', loanRows(world, copies.placed));
  await insertRows(database, 'Hold', holdRows(world, copies.placed));
  await insertRows(database, 'Fine', fineRows(world, copies.placed));
};
