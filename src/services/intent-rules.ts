import { intents as catalogue } from '#services/catalogue/intents.ts';
import { intents as desk } from '#services/desk/intents.ts';
import { intents as help } from '#services/help/intents.ts';
import { intents as holds } from '#services/holds/intents.ts';
import { intents as language } from '#services/language/intents.ts';
import { intents as libraryInfo } from '#services/library-info/intents.ts';
import { intents as libraryRules } from '#services/library-rules/intents.ts';
import { intents as loans } from '#services/loans/intents.ts';
import { intents as membership } from '#services/membership/intents.ts';
import { intents as access } from '#services/not-yet/intents/access.ts';
import { intents as authors } from '#services/not-yet/intents/authors.ts';
import { intents as digital } from '#services/not-yet/intents/digital.ts';
import { intents as events } from '#services/not-yet/intents/events.ts';
import { intents as feedback } from '#services/not-yet/intents/feedback.ts';
import { intents as mobileLibrary } from '#services/not-yet/intents/mobile-library.ts';
import { intents as rooms } from '#services/not-yet/intents/rooms.ts';
import { intents as staff } from '#services/not-yet/intents/staff.ts';
import { intents as suggestions } from '#services/not-yet/intents/suggestions.ts';
import { intents as surveys } from '#services/not-yet/intents/surveys.ts';
import { intents as visits } from '#services/not-yet/intents/visits.ts';
import { intents as notices } from '#services/notices/intents.ts';
import { intents as openingTimes } from '#services/opening-times/intents.ts';
import type { IntentRule } from '#understanding/intent-rule.ts';

/** What all services say their intents are; the app hands them to the recogniser. */
export const intentRules: readonly IntentRule[] = [
  ...catalogue,
  ...holds,
  ...loans,
  ...membership,
  ...libraryInfo,
  ...help,
  ...language,
  ...notices,
  ...events,
  ...mobileLibrary,
  ...surveys,
  ...rooms,
  ...visits,
  ...feedback,
  ...digital,
  ...access,
  ...suggestions,
  ...authors,
  ...desk,
  ...openingTimes,
  ...libraryRules,
  ...staff,
];
