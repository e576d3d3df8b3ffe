import { z } from 'zod';
import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';
import { newId, randomCode } from '#shared/ids.ts';
import { recordAudit } from '#staff/audit.ts';
import { hashLinkCode } from '#staff/link-codes.ts';

interface Keyed {
  readonly key: string;
  readonly now: Temporal.Instant;
}

/** The row that fillDemoLibrary leaves behind. */
const DEMO_SETTING = 'demo';
const DEMO_STAFF = 'demo-librarian';

export const isDemo = async ({ models }: Database): Promise<boolean> => (await models.setting.count({ where: { key: DEMO_SETTING } })) > 0;

export const becomeDemoStaff = (database: Database, accountId: string, { key, now }: Keyed): Promise<null> =>
  once(database, { key, operation: 'demo-staff', now }, async (tx) => {
    await tx.staffMember.upsert({
      where: { id: DEMO_STAFF },
      create: { id: DEMO_STAFF, name: 'Petugas contoh', role: 'librarian' },
      update: {},
    });
    await tx.staffAccount.upsert({ where: { accountId }, create: { accountId, staffId: DEMO_STAFF }, update: { staffId: DEMO_STAFF } });
    return null;
  });

export const leaveDemoStaff = (database: Database, accountId: string, { key, now }: Keyed): Promise<null> =>
  once(database, { key, operation: 'demo-reader', now }, async (tx) => {
    await tx.staffAccount.deleteMany({ where: { accountId, staffId: DEMO_STAFF } });
    return null;
  });

/** R13: a code is valid so long, and unlocks a card that too many wrong tries had locked. */
const CODE_MINUTES = 15;

/** Issues a one-time code for a card; null when there is no such card. */
export const issueLinkCode = (
  database: Database,
  request: { readonly card: string; readonly actor: string },
  { key, now }: Keyed,
): Promise<{ readonly code: string } | null> =>
  once(database, { key, operation: 'issue-link-code', now }, async (tx) => {
    const patron = await tx.patron.findFirst({
      where: { card: { in: [request.card, request.card.toUpperCase()] }, status: { not: 'deleted' } },
    });
    if (!patron) return null;
    const moment = momentText(now);
    const code = randomCode(8);
    await tx.linkCode.updateMany({ where: { card: patron.card, usedAt: null }, data: { usedAt: moment } });
    await tx.linkCode.create({
      data: { id: newId(), card: patron.card, codeHash: hashLinkCode(code), validUntil: momentText(now.add({ minutes: CODE_MINUTES })) },
    });
    await tx.linkTry.deleteMany({ where: { card: patron.card } });
    await recordAudit(tx, { at: moment, actor: request.actor, action: 'link_code', subject: patron.id });
    return { code };
  });

const topicsShape = z.record(z.string(), z.unknown());

/** Topics are switched one by one; those of others stay as they are. */
const topicsIn = (topicsJson: string | null | undefined): Readonly<Record<string, unknown>> =>
  topicsJson ? topicsShape.parse(JSON.parse(topicsJson)) : {};

const preferenceOf = (patronId: string): string => `patron:${patronId}`;

/** Off until the patron asks for receipts. */
export const receiptsOn = async ({ models }: Database, patronId: string): Promise<boolean> => {
  const preference = await models.preference.findUnique({ where: { id: preferenceOf(patronId) }, select: { topicsJson: true } });
  return topicsIn(preference?.topicsJson).receipts === true;
};

export const setReceipts = (
  database: Database,
  { patronId, on }: { readonly patronId: string; readonly on: boolean },
  { key, now }: Keyed,
): Promise<null> =>
  once(database, { key, operation: 'set-receipts', now }, async (tx) => {
    const where = { id: preferenceOf(patronId) };
    const preference = await tx.preference.findUnique({ where, select: { topicsJson: true } });
    const topicsJson = JSON.stringify({ ...topicsIn(preference?.topicsJson), receipts: on });
    await tx.preference.upsert({ where, create: { ...where, topicsJson }, update: { topicsJson } });
    return null;
  });

export interface ReceiptAct {
  readonly id: string;
  readonly operation: string;
  readonly patronId: string;
  readonly title: string | null;
  readonly due: string | null;
}

interface ActRow {
  readonly id: string;
  readonly operation: string;
  readonly titleJson: string;
  readonly at: string;
}

const aboutShape = z.object({ title: z.string().nullable(), patronId: z.string().nullable(), due: z.string().optional() });

const receiptFrom = ({ id, operation, titleJson }: ActRow): readonly ReceiptAct[] => {
  const { title, patronId, due = null } = aboutShape.parse(JSON.parse(titleJson));
  return patronId === null ? [] : [{ id, operation, patronId, title, due }];
};

const receiptActs = `"operation" IN ('check-out', 'check-in') AND "undoneAt" IS NULL`;

/** Hand-outs and returns since then that were not taken back, oldest first. */
export const actsSince = async ({ sql }: Database, since: Temporal.Instant): Promise<readonly (ReceiptAct & { readonly at: string })[]> => {
  const rows = await sql.all<ActRow>(
    `SELECT "id", "operation", "titleJson", "at" FROM "DeskAct" WHERE ${receiptActs} AND "at" > ? ORDER BY "at" LIMIT 5000`,
    [momentText(since)],
  );
  return rows.flatMap((row) => receiptFrom(row).map((act) => ({ ...act, at: row.at })));
};

/** Those of the acts that still stand. */
export const actsStanding = async ({ sql }: Database, ids: readonly string[]): Promise<readonly ReceiptAct[]> => {
  const rows = await sql.all<ActRow>(
    `SELECT "id", "operation", "titleJson", "at" FROM "DeskAct" WHERE ${receiptActs} AND "id" IN (${ids.map(() => '?').join(', ')}) ORDER BY "at"`,
    ids,
  );
  return rows.flatMap(receiptFrom);
};

/** Patrons who asked for receipts. */
export const receiptReaders = async ({ sql }: Database): Promise<ReadonlySet<string>> => {
  const rows = await sql.all<{ readonly id: string }>(`SELECT "id" FROM "Preference" WHERE "topicsJson" LIKE '%"receipts":true%'`);
  return new Set(rows.map(({ id }) => id.replace(/^patron:/, '')));
};

interface MessageRow {
  readonly id: number;
  readonly status: string;
}

/** What was told about a hold in error: whether it reached its reader, and the marks that would keep it from being told again. */
export interface ToldNotice {
  readonly keys: readonly string[];
  readonly messageIds: readonly number[];
  readonly reached: boolean;
}

const gone: ReadonlySet<string> = new Set(['SENT', 'UNKNOWN']);
const settled: ReadonlySet<string> = new Set([...gone, 'SKIPPED', 'DEAD', 'CANCELLED']);

/** Null when nothing was told, or while the message waits: the sender looks again and drops what is no longer true. */
export const toldAbout = async (
  { sql }: Database,
  { holdId, before, since }: { readonly holdId: string; readonly before: string; readonly since: string },
): Promise<ToldNotice | null> => {
  const keys = await sql.all<{ readonly key: string }>(
    `SELECT "key" FROM "NoticeSent" WHERE ("key" LIKE ? OR "key" LIKE ?) AND "at" <= ?`,
    [`HOLD_READY:${holdId}:%`, `HOLD_UNFILLABLE:${holdId}:%`, before],
  );
  if (keys.length === 0) return null;
  const messages = await sql.all<MessageRow>(
    `SELECT "id", "status" FROM "OutboxMessage" WHERE "kind" = 'notice' AND "createdAt" >= ? AND "payloadJson" LIKE ?`,
    [since, `%"holdId":"${holdId}"%`],
  );
  if (messages.some(({ status }) => !settled.has(status))) return null;
  return {
    keys: keys.map(({ key }) => key),
    messageIds: messages.map(({ id }) => id),
    reached: messages.some(({ status }) => gone.has(status)),
  };
};

/** What was told in error may be told again, under the same key, when it is true. */
export const forgetTold = ({ sql }: Database, { keys, messageIds }: ToldNotice): Promise<void> =>
  sql.transaction(async (tx) => {
    for (const key of keys) await tx.run('DELETE FROM "NoticeSent" WHERE "key" = ?', [key]);
    for (const id of messageIds) await tx.run(`UPDATE "OutboxMessage" SET "dedupeKey" = "dedupeKey" || ':' || "id" WHERE "id" = ?`, [id]);
  });
