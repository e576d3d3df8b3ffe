import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { momentText, type Temporal } from '#shared/day.ts';
import { recordAudit } from './audit.ts';

/** Who does something, when, and under which key. */
export interface StaffAct {
  readonly key: string;
  readonly now: Temporal.Instant;
  /** the account that acts */
  readonly actor: string;
}

/** Which member of staff changed what; kept under the act's own key, so that a repeated act stands there once. */
export const auditOnce = (
  database: Database,
  entry: { readonly action: string; readonly subject: string },
  { key, now, actor }: StaffAct,
): Promise<null> =>
  once(database, { key: `${key}:audit`, operation: 'audit', now }, async (tx) => {
    await recordAudit(tx, { at: momentText(now), actor, ...entry });
    return null;
  });
