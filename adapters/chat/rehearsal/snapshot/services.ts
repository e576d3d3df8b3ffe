import type { Database } from '#database/database.ts';
import { moment } from './moment.ts';
import type { People } from './people.ts';

const signups = async ({ models }: Database, people: People) =>
  (await models.eventSignup.findMany({ orderBy: { id: 'asc' } })).map((signup) => ({
    patron: people.idOf(signup.patronId),
    event: signup.eventId,
    seats: signup.seats,
    status: signup.status,
    position: signup.position,
    offer_until: moment(signup.offerUntil),
  }));

const events = async ({ models }: Database) =>
  (await models.event.findMany({ orderBy: [{ startAt: 'asc' }, { id: 'asc' }] })).map((event) => ({
    id: event.id,
    title: event.title,
    start: moment(event.startAt),
    end: moment(event.endAt),
    place: event.place,
    capacity: event.capacity,
    status: event.status,
  }));

const vanVisits = async ({ models }: Database) =>
  (await models.vanVisit.findMany({ orderBy: [{ startAt: 'asc' }, { id: 'asc' }] })).map((visit) => ({
    stop: visit.stopId,
    start: moment(visit.startAt),
    end: moment(visit.endAt),
    delay_min: visit.delayMin,
    status: visit.status,
  }));

const vanSubscriptions = async ({ models }: Database) =>
  (await models.vanSubscription.findMany({ orderBy: { id: 'asc' } })).map(({ chat, stopId }) => ({ chat, stop: stopId }));

const vanRequests = async ({ models }: Database, people: People) =>
  (await models.vanRequest.findMany({ orderBy: { id: 'asc' } })).map((request) => ({
    place: request.place,
    date: request.dateOn,
    contact: request.contact,
    by: people.idOf(request.byId),
    status: request.status,
  }));

const roomBookings = async ({ models }: Database, people: People) =>
  (await models.roomBooking.findMany({ orderBy: [{ startAt: 'asc' }, { id: 'asc' }] })).map((booking) => ({
    room: booking.roomId,
    start: moment(booking.startAt),
    end: moment(booking.endAt),
    by: people.idOf(booking.byId),
    count: booking.count,
    status: booking.status,
  }));

const visitBookings = async ({ models }: Database, people: People) =>
  (await models.visitBooking.findMany({ orderBy: { id: 'asc' } })).map((booking) => ({
    by: people.idOf(booking.byId),
    institution: booking.institution,
    date: booking.dateOn,
    count: booking.count,
    status: booking.status,
  }));

const talkProposals = async ({ models }: Database, people: People) =>
  (await models.talkProposal.findMany({ orderBy: { id: 'asc' } })).map((proposal) => ({
    title: proposal.title,
    by: people.idOf(proposal.byId),
    contact: proposal.contact,
    date: proposal.dateOn,
    status: proposal.status,
  }));

/** Events, the van, and what was booked or asked for. */
export const serviceCollections = async (database: Database, people: People) => ({
  signups: await signups(database, people),
  events: await events(database),
  van_visits: await vanVisits(database),
  van_subscriptions: await vanSubscriptions(database),
  van_requests: await vanRequests(database, people),
  room_bookings: await roomBookings(database, people),
  visit_bookings: await visitBookings(database, people),
  talk_proposals: await talkProposals(database, people),
});
