import { OWN_PLATFORM, placeOf } from './chats.ts';
import { copyCodes, copyCount } from './copies.ts';
import type { World } from './world.ts';

type Faults = Generator<string, void, undefined>;

/** What a world declares, to look references up in. */
interface Declared {
  readonly world: World;
  readonly patrons: ReadonlySet<string>;
  readonly items: ReadonlyMap<string, World['items'][number]>;
  readonly platforms: ReadonlySet<string>;
  readonly branches: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((row) => row.id);

const declaredIn = (world: World): Declared => ({
  world,
  patrons: new Set(idsOf(world.patrons)),
  items: new Map(world.items.map((item) => [item.id, item])),
  platforms: new Set([OWN_PLATFORM, ...Object.keys(world.platforms)]),
  branches: new Set(['main', 'van', ...idsOf(world.branches)]),
  stops: new Set(idsOf(world.van_stops)),
  people: new Set([...idsOf(world.patrons), ...world.strangers, ...idsOf(world.staff)]),
});

function* missing(path: string, value: string | undefined, known: { has(value: string): boolean }, noun: string): Faults {
  if (value !== undefined && !known.has(value)) yield `${path}: ${noun} "${value}" tidak dikenal`;
}

function* twice(path: string, field: string, values: readonly string[]): Faults {
  const seen = new Set<string>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) yield `${path}[${index}]${field}: "${value}" dipakai dua kali`;
    seen.add(value);
  }
}

function* repeatedIds(world: World): Faults {
  for (const name of ['branches', 'patrons', 'staff', 'groups', 'items', 'events', 'van_stops', 'surveys'] as const) {
    yield* twice(name, '.id', idsOf(world[name]));
  }
  yield* twice(
    'patrons',
    '.card',
    world.patrons.map((patron) => patron.card),
  );
  yield* twice(
    'rooms',
    '.name',
    world.rooms.map((room) => room.name),
  );
  yield* twice('strangers', '', world.strangers);
  yield* twice(
    'preferences',
    '.chat',
    world.preferences.map((row) => row.chat),
  );
}

function* inChat(path: string, chat: string, { world, platforms }: Declared): Faults {
  yield* missing(path, placeOf(chat, world.groups).platform, platforms, 'platform');
}

function* inPeople(declared: Declared): Faults {
  const { world, patrons, platforms } = declared;
  const cards = new Set(world.patrons.map((patron) => patron.card));
  for (const [index, patron] of world.patrons.entries()) {
    yield* missing(`patrons[${index}].guardian`, patron.guardian, patrons, 'anggota');
    for (const [at, chat] of patron.linked.entries()) yield* inChat(`patrons[${index}].linked[${at}]`, chat, declared);
  }
  for (const [index, code] of world.link_codes.entries()) yield* missing(`link_codes[${index}].card`, code.card, cards, 'kartu');
  for (const [index, group] of world.groups.entries()) yield* missing(`groups[${index}].platform`, group.platform, platforms, 'platform');
  for (const [index, row] of world.preferences.entries()) yield* inChat(`preferences[${index}].chat`, row.chat, declared);
}

function* inItems({ world, branches }: Declared): Faults {
  for (const [index, item] of world.items.entries()) {
    for (const [at, branch] of (item.branches ?? []).entries()) {
      yield* missing(`items[${index}].branches[${at}]`, branch, branches, 'cabang');
    }
    const given = item.branches?.length ?? 0;
    if (given > copyCount(item)) yield `items[${index}].branches: ${given} cabang untuk ${copyCount(item)} eksemplar`;
  }
}

function* ofCopy(path: string, row: { readonly item: string; readonly copy?: string | null | undefined }, declared: Declared): Faults {
  const item = declared.items.get(row.item);
  if (item === undefined) yield `${path}.item: judul "${row.item}" tidak dikenal`;
  else yield* missing(`${path}.copy`, row.copy ?? undefined, new Set(copyCodes(item)), 'eksemplar');
}

function* inCirculation(declared: Declared): Faults {
  const { world, patrons, items, branches, stops } = declared;
  const places = new Set([...branches, ...stops]);
  for (const [index, loan] of world.loans.entries()) {
    yield* missing(`loans[${index}].patron`, loan.patron, patrons, 'anggota');
    yield* ofCopy(`loans[${index}]`, loan, declared);
  }
  for (const [index, hold] of world.holds.entries()) {
    yield* missing(`holds[${index}].patron`, hold.patron, patrons, 'anggota');
    yield* ofCopy(`holds[${index}]`, hold, declared);
    yield* missing(`holds[${index}].pickup`, hold.pickup, places, 'tempat ambil');
  }
  for (const [index, fine] of world.fines.entries()) {
    yield* missing(`fines[${index}].patron`, fine.patron, patrons, 'anggota');
    yield* missing(`fines[${index}].item`, fine.item, items, 'judul');
  }
}

const ended: ReadonlySet<string> = new Set(['filled', 'cancelled', 'expired', 'unfillable']);

function* doubleHolds(world: World): Faults {
  const seen = new Set<string>();
  for (const [index, hold] of world.holds.entries()) {
    if (ended.has(hold.status)) continue;
    const key = JSON.stringify([hold.patron, hold.item]);
    if (seen.has(key)) yield `holds[${index}]: "${hold.patron}" sudah memesan "${hold.item}"`;
    seen.add(key);
  }
}

function* inServices(declared: Declared): Faults {
  const { world, patrons, stops, people } = declared;
  for (const [index, event] of world.events.entries()) {
    for (const list of ['signups', 'waitlist'] as const) {
      for (const [at, patron] of event[list].entries()) {
        yield* missing(`events[${index}].${list}[${at}]`, patron, patrons, 'anggota');
      }
    }
  }
  for (const [index, visit] of world.van_visits.entries()) yield* missing(`van_visits[${index}].stop`, visit.stop, stops, 'titik layanan');
  for (const [index, row] of world.van_subscriptions.entries()) {
    yield* missing(`van_subscriptions[${index}].stop`, row.stop, stops, 'titik layanan');
    yield* inChat(`van_subscriptions[${index}].chat`, row.chat, declared);
  }
  const rooms = new Set(world.rooms.map((room) => room.name));
  for (const [index, booking] of world.room_bookings.entries()) {
    yield* missing(`room_bookings[${index}].room`, booking.room, rooms, 'ruang');
    yield* missing(`room_bookings[${index}].by`, booking.by, people, 'orang');
  }
}

/** Every reference of a world that leads nowhere or to two things, named by its path, in the order of the world's fields. */
export function* brokenReferences(world: World): Faults {
  const declared = declaredIn(world);
  yield* repeatedIds(world);
  yield* inPeople(declared);
  yield* inItems(declared);
  yield* inCirculation(declared);
  yield* doubleHolds(world);
  yield* inServices(declared);
}
