import type { Service } from '#conversation/service.ts';
import { catalogue } from '#services/catalogue/index.ts';
import { desk } from '#services/desk/index.ts';
import { helping } from '#services/help/index.ts';
import { importing } from '#services/importing/index.ts';
import { holds } from '#services/holds/index.ts';
import { languageChoice } from '#services/language/index.ts';
import { libraryInfo } from '#services/library-info/index.ts';
import { libraryRules } from '#services/library-rules/index.ts';
import { loans } from '#services/loans/index.ts';
import { membership } from '#services/membership/index.ts';
import { notices } from '#services/notices/index.ts';
import { notYet } from '#services/not-yet/index.ts';
import { openingTimes } from '#services/opening-times/index.ts';

/** What the library does for people, in the order of the menu. A new service is a folder and a line here. */
export const services: readonly Service[] = [
  catalogue,
  holds,
  loans,
  membership,
  libraryInfo,
  helping,
  languageChoice,
  notices,
  desk,
  openingTimes,
  libraryRules,
  importing,
  notYet,
];
