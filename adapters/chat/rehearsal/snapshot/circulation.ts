import type { Database } from '#database/database.ts';
import { moment } from './moment.ts';
import type { People } from './people.ts';

const patrons = async ({ models }: Database, people: People) =>
  (await models.patron.findMany({ orderBy: { id: 'asc' } })).map((patron) => ({
    id: patron.id,
    name: patron.name,
    card: patron.card,
    type: patron.type,
    guardian: patron.guardianId,
    linked: people.linkedTo(patron.id),
    status: patron.status,
  }));

const loans = async ({ models }: Database) =>
  (await models.loan.findMany({ orderBy: { id: 'asc' } })).map((loan) => ({
    patron: loan.patronId,
    item: loan.titleId,
    copy: loan.copyCode,
    due: loan.dueOn,
    renewals: loan.renewals,
    status: loan.status,
  }));

const holds = async ({ models }: Database) =>
  (await models.hold.findMany({ orderBy: [{ placedAt: 'asc' }, { id: 'asc' }] })).map((hold) => ({
    patron: hold.patronId,
    item: hold.titleId,
    status: hold.status,
    position: hold.position,
    pickup: hold.pickupPlace,
    visit: moment(hold.visitStart),
    copy: hold.copyCode,
    deadline: hold.deadlineOn,
  }));

const copies = async ({ models }: Database) =>
  (await models.copy.findMany({ orderBy: { code: 'asc' } })).map((copy) => ({
    code: copy.code,
    item: copy.titleId,
    branch: copy.branchId,
    status: copy.status,
  }));

const fines = async ({ models }: Database) =>
  (await models.fine.findMany({ orderBy: { id: 'asc' } })).map((fine) => ({
    patron: fine.patronId,
    item: fine.titleId,
    amount: fine.amount,
    status: fine.status,
  }));

const downloads = async ({ models }: Database) =>
  (await models.download.findMany({ orderBy: { id: 'asc' } })).map((download) => ({
    patron: download.patronId,
    item: download.titleId,
    format: download.format,
    expires_at: moment(download.expiresAt),
    status: download.status,
  }));

/** Readers and what they have, owe and wait for. */
export const circulationCollections = async (database: Database, people: People) => ({
  patrons: await patrons(database, people),
  loans: await loans(database),
  holds: await holds(database),
  copies: await copies(database),
  fines: await fines(database),
  downloads: await downloads(database),
});
