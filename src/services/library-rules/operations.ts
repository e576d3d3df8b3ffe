import { LIBRARY_CARD_KEY, libraryCardSchema } from '#conversation/settings.ts';
import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import { momentText } from '#shared/day.ts';
import { recordAudit } from '#staff/audit.ts';
import type { StaffAct } from '#staff/audited.ts';
import { type CardEdit, changedCard, type LibraryCard } from './rules.ts';

/** What people are told of the library, put otherwise; once per key, and written down who did it. */
export const changeCard = (database: Database, edit: CardEdit, { key, now, actor }: StaffAct): Promise<LibraryCard> =>
  once(database, { key, operation: 'change-library-card', now }, async (tx) => {
    const updatedAt = momentText(now);
    const row = await tx.setting.findUnique({ where: { key: LIBRARY_CARD_KEY } });
    const card = changedCard(libraryCardSchema.parse(JSON.parse(row?.valueJson ?? '{}')), edit);
    const valueJson = JSON.stringify(card);
    await tx.setting.upsert({
      where: { key: LIBRARY_CARD_KEY },
      create: { key: LIBRARY_CARD_KEY, valueJson, updatedAt },
      update: { valueJson, updatedAt },
    });
    await recordAudit(tx, { at: updatedAt, actor, action: 'library_card_edit', subject: edit.field });
    return card;
  });

/** The kinds of material the library lends, beside books. */
export const materialsLent = async ({ sql }: Database): Promise<readonly string[]> => {
  const rows = await sql.all<{ readonly material: string }>(`SELECT DISTINCT "material" FROM "Copy" WHERE "material" <> 'book' LIMIT 50`);
  return rows.map(({ material }) => material);
};
