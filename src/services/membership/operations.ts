import type { Database, Transaction } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { recordAudit } from '#staff/audit.ts';
import { newId } from '#shared/ids.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';
import { hashLinkCode } from '#staff/link-codes.ts';

/** What became of a try to link. Unknown card, wrong, used or old code all look the same from outside (RELIABILITY §7). */
export type LinkOutcome =
  | { readonly outcome: 'linked'; readonly patronId: string; readonly alreadyLinked: boolean }
  | { readonly outcome: 'mismatch' }
  | { readonly outcome: 'locked' };

export interface LinkTry {
  readonly accountId: string;
  readonly platform: string;
  readonly platformAccountId: string;
  readonly chatId: string;
  readonly card: string;
  readonly code: string;
  readonly mostTries: number;
  readonly consent: { readonly version: string; readonly textHash: string; readonly messageId: string };
}

/** R13: card number plus the desk's one-time code; at the limit of wrong tries the card's linking is locked until a new code. */
export const linkCard = (
  database: Database,
  request: LinkTry,
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<LinkOutcome> => once(database, { key, operation: 'link-card', now }, (tx) => tryLink(tx, request, now));

const tryLink = async (tx: Transaction, typed: LinkTry, now: Temporal.Instant): Promise<LinkOutcome> => {
  const moment = momentText(now);
  const request = { ...typed, card: await cardAsPrinted(tx, typed.card) };
  const tries = await tx.linkTry.upsert({ where: { card: request.card }, create: { card: request.card }, update: {} });
  if (tries.lockedAt) return { outcome: 'locked' };
  const used = await tx.linkCode.updateMany({
    where: {
      card: request.card,
      codeHash: hashLinkCode(request.code),
      usedAt: null,
      OR: [{ validUntil: null }, { validUntil: { gte: moment } }],
    },
    data: { usedAt: moment },
  });
  const patron = used.count > 0 ? await tx.patron.findUnique({ where: { card: request.card } }) : null;
  if (!patron || patron.status === 'deleted') return countWrong(tx, request, moment);
  return establish(tx, request, patron.id, moment);
};

/** Members type their number in small letters too; the card's own spelling counts. */
const cardAsPrinted = async (tx: Transaction, typed: string): Promise<string> => {
  const known = await tx.patron.findFirst({
    where: { card: { in: [typed, typed.toUpperCase(), typed.toLowerCase()] } },
    select: { card: true },
  });
  return known?.card ?? typed;
};

const countWrong = async (tx: Transaction, { card, mostTries }: LinkTry, moment: string): Promise<LinkOutcome> => {
  const { wrong } = await tx.linkTry.update({ where: { card }, data: { wrong: { increment: 1 } } });
  if (wrong < mostTries) return { outcome: 'mismatch' };
  await tx.linkTry.update({ where: { card }, data: { lockedAt: moment } });
  return { outcome: 'locked' };
};

const establish = async (tx: Transaction, request: LinkTry, patronId: string, moment: string): Promise<LinkOutcome> => {
  const { accountId, platform, platformAccountId, chatId, card } = request;
  await tx.account.upsert({
    where: { id: accountId },
    create: { id: accountId, platform, accountId: platformAccountId, chatId, createdAt: moment, activePatronId: patronId },
    update: { chatId, state: 'active', activePatronId: patronId },
  });
  const before = await tx.link.count({ where: { accountId, patronId } });
  await tx.link.upsert({
    where: { accountId_patronId: { accountId, patronId } },
    create: { id: newId(), accountId, patronId, linkedAt: moment },
    update: {},
  });
  await tx.linkTry.update({ where: { card }, data: { wrong: 0 } });
  const { version, textHash, messageId } = request.consent;
  for (const purpose of ['link-account', 'reminders'])
    await tx.consent.create({ data: { id: newId(), subject: patronId, purpose, version, textHash, messageId, givenAt: moment } });
  await recordAudit(tx, { at: moment, actor: accountId, action: 'link_card', subject: patronId });
  return { outcome: 'linked', patronId, alreadyLinked: before > 0 };
};

/** Takes the card off this chat; loans and holds stay as they are. */
export const unlinkCard = (
  database: Database,
  request: { readonly accountId: string; readonly patronId: string },
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<{ readonly unlinked: boolean }> =>
  once(database, { key, operation: 'unlink-card', now }, async (tx) => {
    const { count } = await tx.link.deleteMany({ where: { accountId: request.accountId, patronId: request.patronId } });
    await tx.account.updateMany({ where: { id: request.accountId }, data: { activePatronId: null } });
    const moment = momentText(now);
    await tx.consent.updateMany({
      where: { subject: request.patronId, purpose: 'link-account', withdrawnAt: null },
      data: { withdrawnAt: moment },
    });
    if (count > 0) await recordAudit(tx, { at: moment, actor: request.accountId, action: 'unlink_card', subject: request.patronId });
    return { unlinked: count > 0 };
  });
