import { createHash } from 'node:crypto';
import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { recordAudit } from '#staff/audit.ts';
import { newId, randomCode } from '#shared/ids.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

export const staffRoles = ['librarian', 'driver', 'events', 'head', 'admin'] as const;
export type StaffRoleName = (typeof staffRoles)[number];

const VALID_DAYS = 7;

const hashOf = (code: string): string => createHash('sha256').update(`invitation:${code.trim().toUpperCase()}`).digest('base64url');

/** Makes a code with which one person becomes staff in this role, within a week; it is stored hashed and shown once. */
export const inviteStaff = async (
  database: Database,
  role: StaffRoleName,
  now: Temporal.Instant,
): Promise<{ readonly code: string; readonly validUntil: string }> => {
  const code = randomCode(10);
  const validUntil = momentText(now.add({ hours: 24 * VALID_DAYS }));
  await database.transaction((tx) => tx.invitation.create({ data: { id: newId(), role, codeHash: hashOf(code), validUntil } }));
  return { code, validUntil };
};

export type InvitationOutcome = { readonly accepted: true; readonly role: string } | { readonly accepted: false };

/** The account that sends a valid code becomes staff; the platform's id counts, never a name (PLATFORMS §7). */
export const acceptInvitation = (
  database: Database,
  request: { readonly accountId: string; readonly name: string; readonly code: string },
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<InvitationOutcome> =>
  once(database, { key, operation: 'accept-invitation', now }, async (tx): Promise<InvitationOutcome> => {
    const moment = momentText(now);
    const codeHash = hashOf(request.code);
    const { count } = await tx.invitation.updateMany({
      where: { codeHash, usedAt: null, validUntil: { gte: moment } },
      data: { usedAt: moment, usedBy: request.accountId },
    });
    const invitation = count > 0 ? await tx.invitation.findUnique({ where: { codeHash } }) : null;
    if (!invitation) return { accepted: false };
    const staffId = newId();
    await tx.staffMember.create({ data: { id: staffId, name: request.name, role: invitation.role } });
    await tx.staffAccount.upsert({
      where: { accountId: request.accountId },
      create: { accountId: request.accountId, staffId },
      update: { staffId },
    });
    await recordAudit(tx, { at: moment, actor: request.accountId, action: 'staff_join', subject: staffId });
    return { accepted: true, role: invitation.role };
  });
