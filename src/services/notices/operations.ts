import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import type { Temporal } from '#shared/day.ts';
import { momentText } from '#shared/day.ts';

/** Switches all notices of a person on or off; waiting ones are withdrawn at once (R15). */
export const saveNotices = (
  database: Database,
  request: { readonly preference: string; readonly accountId: string; readonly patronId: string | null; readonly on: boolean },
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<null> =>
  once(database, { key, operation: 'save-notices', now }, async (tx) => {
    const { preference, accountId, patronId, on } = request;
    await tx.preference.upsert({ where: { id: preference }, create: { id: preference, notices: on }, update: { notices: on } });
    if (!on)
      await tx.outboxMessage.updateMany({
        where: { accountId, kind: { not: 'reply' }, status: { in: ['PENDING', 'DEFERRED'] } },
        data: { status: 'CANCELLED' },
      });
    if (!on && patronId)
      await tx.consent.updateMany({
        where: { subject: patronId, purpose: 'reminders', withdrawnAt: null },
        data: { withdrawnAt: momentText(now) },
      });
    return null;
  });
