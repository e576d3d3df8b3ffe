import type { Database } from '#database/database.ts';
import { once } from '#database/outcomes.ts';
import type { Language } from '#languages/index.ts';
import type { Temporal } from '#shared/day.ts';

/** From now on the person is answered in this language unless she writes in another. */
export const saveLanguage = (
  database: Database,
  request: { readonly preference: string; readonly language: Language },
  { key, now }: { readonly key: string; readonly now: Temporal.Instant },
): Promise<null> =>
  once(database, { key, operation: 'save-language', now }, async (tx) => {
    const { preference, language } = request;
    await tx.preference.upsert({ where: { id: preference }, create: { id: preference, language }, update: { language } });
    return null;
  });
