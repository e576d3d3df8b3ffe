import type { Database } from '#database/database.ts';
import { fillDemoLibrary } from '#prisma/demo-library.ts';
import { momentText, dayOf } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

/** The card of the demo reader whom the guest of the terminal plays. */
const GUEST_CARD = 'DEMO-0001';
/** The setting that marks a database as the demo's; only there may a guest play a librarian. */
const DEMO_SETTING = 'demo';
/** The setting that fillDemoLibrary leaves behind when it was cut off. */
const UNFINISHED_SETTING = 'demo.filling';
const GUEST_ACCOUNT = 'terminal:guest';

/**
 * Fills an empty database with the demo library and lets the guest of the terminal speak for its demo reader. A database
 * that holds anything is left as it is; the answer says whether it is the demo's.
 */
export const openDemo = async (database: Database, now: Temporal.Instant): Promise<boolean> => {
  const [holdings, unfinished] = await Promise.all([
    database.models.title.count(),
    database.models.setting.count({ where: { key: UNFINISHED_SETTING } }),
  ]);
  if (holdings === 0 || unfinished > 0) await fillAndMark(database, now);
  const reader = await database.models.patron.findUnique({ where: { card: GUEST_CARD } });
  const isDemo = (await database.models.setting.count({ where: { key: DEMO_SETTING } })) > 0;
  if (!reader || !isDemo) return isDemo;
  await database.transaction(async (tx) => {
    const linkedAt = momentText(now);
    const account = { id: GUEST_ACCOUNT, platform: 'terminal', accountId: 'guest', chatId: 'guest', createdAt: linkedAt };
    await tx.account.upsert({ where: { id: GUEST_ACCOUNT }, create: account, update: {} });
    const link = { accountId: GUEST_ACCOUNT, patronId: reader.id };
    await tx.link.upsert({ where: { accountId_patronId: link }, create: { id: 'demo-guest', ...link, linkedAt }, update: {} });
  });
  return true;
};

const fillAndMark = async (database: Database, now: Temporal.Instant): Promise<void> => {
  if ((await database.models.patron.count()) > 0 && (await database.models.setting.count({ where: { key: UNFINISHED_SETTING } })) === 0)
    return;
  await fillDemoLibrary(database, { today: dayOf(now), now });
  const since = momentText(now);
  const row = { valueJson: JSON.stringify({ since }), updatedAt: since };
  await database.models.setting.upsert({ where: { key: DEMO_SETTING }, create: { key: DEMO_SETTING, ...row }, update: {} });
};
