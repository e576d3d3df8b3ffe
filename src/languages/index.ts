import { format as formatEn } from '#languages/en/format.ts';
import { explain as explainEn } from '#languages/en/refusals.ts';
import { explain as explainId } from '#languages/id/refusals.ts';
import { format as formatId } from '#languages/id/format.ts';
import type { Format } from '#languages/format.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';

/** Languages the assistant answers in; each must have every sentence. Palembang is understood and answered in id. */
export type Language = 'id' | 'en';

interface LanguagePack {
  readonly format: Format;
  /** what happened, why, and the next step, for each reason the library has for saying no */
  readonly explain: (refusal: CirculationRefusal) => string;
}

export const languages: Readonly<Record<Language, LanguagePack>> = {
  id: { format: formatId, explain: explainId },
  en: { format: formatEn, explain: explainEn },
};
