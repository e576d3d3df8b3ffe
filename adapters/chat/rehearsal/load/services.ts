import type { Database } from '#database/database.ts';
import { accountOf, OWN_PLATFORM } from '../world/chats.ts';
import type { World } from '../world/world.ts';
import { insertRows } from './insert-rows.ts';

const numbered = (kind: string, index: number): string => `${kind}-${String(index + 1).padStart(5, '0')}`;

const eventRows = (world: World) =>
  world.events.map((event) => ({
    id: event.id,
    title: event.title,
    startAt: event.start,
    endAt: event.end ?? null,
    place: event.place,
    capacity: event.capacity,
    otherSeats: event.confirmed,
    fee: event.fee,
    audience: event.audience ?? null,
    ages: event.ages ?? null,
    speaker: event.speaker ?? null,
    topic: event.topic ?? null,
    certificate: event.certificate,
    status: event.status,
  }));

const signupRows = (world: World) =>
  world.events
    .flatMap((event) => [
      ...event.signups.map((patronId) => ({ eventId: event.id, patronId, status: 'confirmed', position: null })),
      ...event.waitlist.map((patronId, index) => ({ eventId: event.id, patronId, status: 'waitlist', position: index + 1 })),
    ])
    .map((row, index) => ({ id: numbered('signup', index), ...row }));

const visitRows = (world: World) =>
  world.van_visits.map((visit, index) => ({
    id: numbered('visit', index),
    stopId: visit.stop,
    startAt: visit.start,
    endAt: visit.end,
    delayMin: visit.delay_min,
    status: visit.status,
  }));

const subscriptionRows = (world: World) =>
  world.van_subscriptions.map(({ chat, stop }, index) => ({ id: numbered('subscription', index), chat, stopId: stop }));

const surveyRows = (world: World) =>
  world.surveys.map(({ id, title, anonymous, questions }) => ({ id, title, anonymous, questionsJson: JSON.stringify(questions) }));

/** Readers and staff are known by their own ids, strangers only by their account. */
const keyOfPerson = (person: string, world: World): string =>
  world.strangers.includes(person) && !world.patrons.some(({ id }) => id === person) ? accountOf(OWN_PLATFORM, person) : person;

const bookingRows = (world: World) =>
  world.room_bookings.map((booking, index) => ({
    id: numbered('booking', index),
    roomId: booking.room,
    startAt: booking.start,
    endAt: booking.end,
    byId: keyOfPerson(booking.by, world),
    count: booking.count ?? null,
  }));

/** Events, van, surveys and rooms. A room's name is its id: a world has no other. */
export const loadServices = async (database: Database, world: World): Promise<void> => {
  await insertRows(database, 'Event', eventRows(world));
  await insertRows(database, 'EventSignup', signupRows(world));
  await insertRows(database, 'VanStop', world.van_stops);
  await insertRows(database, 'VanVisit', visitRows(world));
  await insertRows(database, 'VanSubscription', subscriptionRows(world));
  await insertRows(database, 'Survey', surveyRows(world));
  await insertRows(
    database,
    'Room',
    world.rooms.map(({ name, capacity }) => ({ id: name, name, capacity })),
  );
  await insertRows(database, 'RoomBooking', bookingRows(world));
};
