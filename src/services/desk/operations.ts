import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import type { Temporal } from '#shared/day.ts';

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
    await tx.staffMember.upsert({ where: { id: DEMO_STAFF }, create: { id: DEMO_STAFF, name: 'Petugas contoh', role: 'librarian' }, update: {} });
    await tx.staffAccount.upsert({ where: { accountId }, create: { accountId, staffId: DEMO_STAFF }, update: { staffId: DEMO_STAFF } });
    return null;
  });

export const leaveDemoStaff = (database: Database, accountId: string, { key, now }: Keyed): Promise<null> =>
  once(database, { key, operation: 'demo-reader', now }, async (tx) => {
    await tx.staffAccount.deleteMany({ where: { accountId, staffId: DEMO_STAFF } });
    return null;
  });
