import { adultAge, statusOn } from '#domain/circulation/membership.ts';
import type { PatronType } from '#domain/policy.ts';
import type { Decision, DeskKeyed } from '#ports/library-system.ts';
import { newId, type PatronId } from '#shared/ids.ts';
import { Temporal } from '#shared/day.ts';
import { type Act, type CirculationParts, countRows, granted, refused } from '../context.ts';
import { findPatron, findPatronByCard } from '../patrons.ts';
import { deskAct } from './acts.ts';

/** R12: under it a card needs a guardian. */
export const needsGuardian = (birthOn: string, today: Temporal.PlainDate): boolean => ageAt(birthOn, today) < adultAge;

/** From so many years on, a child's card is a teenager's. */
const teenAge = 13;

const ageAt = (birthOn: string, today: Temporal.PlainDate): number =>
  Temporal.PlainDate.from(birthOn).until(today, { largestUnit: 'year' }).years;

export const patronTypeFor = (birthOn: string, today: Temporal.PlainDate): PatronType => {
  const age = ageAt(birthOn, today);
  return age >= adultAge ? 'adult' : age >= teenAge ? 'teen' : 'child';
};

export interface NewMember {
  readonly name: string;
  readonly birthOn: string;
  readonly card: string;
  readonly guardianId: PatronId | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface MemberCard {
  readonly patronId: PatronId;
  readonly name: string;
  readonly card: string;
  readonly expiresOn: string;
}

/** A card is valid for a year. */
const cardYears = 1;

const aYearAfter = (day: Temporal.PlainDate): string => day.add({ years: cardYears }).toString();

const insertMember = async (at: Act, id: PatronId, member: NewMember): Promise<Decision<MemberCard>> => {
  if ((await countRows(at, 'FROM "Patron" WHERE "card" = ?', [member.card])) > 0)
    return refused({ reason: 'code-taken', code: member.card });
  if (needsGuardian(member.birthOn, at.today) && member.guardianId === null) return refused({ reason: 'guardian-needed' });
  const expiresOn = aYearAfter(at.today);
  const text = `INSERT INTO "Patron" ("id", "name", "card", "type", "birthOn", "guardianId", "status", "expiresOn", "phone", "address", "joinedOn")
    VALUES (?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?)`;
  const { name, card, birthOn, guardianId, phone, address } = member;
  const type = patronTypeFor(birthOn, at.today);
  await at.sql.run(text, [id, name, card, type, birthOn, guardianId, expiresOn, phone, address, at.today.toString()]);
  return granted({ patronId: id, name, card, expiresOn }, []);
};

const about = ({ patronId, name }: MemberCard) => ({ title: name, copyCode: null, patronId });

/** A new member at the desk, whose card works at once. */
export const registerMember = (parts: CirculationParts, member: NewMember, keyed: DeskKeyed): Promise<Decision<MemberCard>> => {
  // as: made here as the id of a patron
  const id = newId() as PatronId;
  return deskAct(parts, 'register-member', keyed, {
    touches: async () => ({ patronIds: [id], titleIds: [] }),
    work: (at) => insertMember(at, id, member),
    about,
  });
};

const update = async (at: Act, patronId: PatronId, change: { readonly expiresOn: string; readonly joinedOn?: string }) => {
  const text = `UPDATE "Patron" SET "status" = CASE WHEN "status" = 'suspended' THEN "status" ELSE 'active' END, "expiresOn" = ?, "joinedOn" = COALESCE("joinedOn", ?) WHERE "id" = ?`;
  await at.sql.run(text, [change.expiresOn, change.joinedOn ?? null, patronId]);
};

const activate = async (at: Act, patronId: PatronId): Promise<Decision<MemberCard>> => {
  const patron = await findPatron(at, patronId);
  if (patron === null || patron.status === 'deleted') return refused({ reason: 'patron-not-found' });
  if (patron.status !== 'pending') return refused({ reason: 'not-pending' });
  const expiresOn = aYearAfter(at.today);
  await update(at, patronId, { expiresOn, joinedOn: at.today.toString() });
  return granted({ patronId, name: patron.name, card: patron.card, expiresOn }, []);
};

/** Somebody who registered in chat stands at the desk with papers: the card works from now on. */
export const activateMember = (parts: CirculationParts, patronId: PatronId, keyed: DeskKeyed): Promise<Decision<MemberCard>> =>
  deskAct(parts, 'activate-member', keyed, {
    touches: async () => ({ patronIds: [patronId], titleIds: [] }),
    work: (at) => activate(at, patronId),
    about,
  });

/** A year from today, or from the last day of a card that is still valid: nobody loses days by coming early. */
const extend = async (at: Act, patronId: PatronId): Promise<Decision<MemberCard>> => {
  const patron = await findPatron(at, patronId);
  if (patron === null || patron.status === 'deleted') return refused({ reason: 'patron-not-found' });
  const today = at.today.toString();
  if (statusOn(patron, today) === 'pending') return refused({ reason: 'member-pending' });
  const from = patron.expiresOn !== null && patron.expiresOn > today ? Temporal.PlainDate.from(patron.expiresOn) : at.today;
  const expiresOn = aYearAfter(from);
  await update(at, patronId, { expiresOn });
  return granted({ patronId, name: patron.name, card: patron.card, expiresOn }, []);
};

export const extendCard = (parts: CirculationParts, patronId: PatronId, keyed: DeskKeyed): Promise<Decision<MemberCard>> =>
  deskAct(parts, 'extend-card', keyed, {
    touches: async () => ({ patronIds: [patronId], titleIds: [] }),
    work: (at) => extend(at, patronId),
    about,
  });

/** The number after the highest of the numbers in use, written like them. */
export const nextCard = async (at: Act): Promise<string> => {
  const [last] = await at.sql.all<{ readonly card: string }>(
    'SELECT "card" FROM "Patron" ORDER BY LENGTH("card") DESC, "card" DESC LIMIT 1',
  );
  const [, prefix = 'A-', digits = '0000'] = /^(.*?)(\d+)$/.exec(last?.card ?? '') ?? [];
  return `${prefix}${String(Number(digits) + 1).padStart(digits.length, '0')}`;
};

export const memberByCard = async (at: Act, card: string) => {
  const patron = await findPatronByCard(at, card);
  return patron === null || patron.status === 'deleted' ? null : patron;
};
