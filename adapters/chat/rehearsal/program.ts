import type { Log } from '#ports/log.ts';
import { intentRules } from '#services/intent-rules.ts';
import { createApp } from '#src/app.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createNames } from '#understanding/names.ts';
import { createUnderstanding } from '#understanding/understanding.ts';
import type { Program } from './rehearsed-app.ts';

/** The whole assistant as it runs every day. Only what makes people wait is off: flood limits, pace, joined messages. */
export const wholeProgram = (log: Log): Program => ({
  createApp: (ports) => createApp({ ...ports, log }, { limits: false, paced: false, joinBursts: false }),
  namesOf: createNames,
  recogniserWith: (names) => createUnderstanding({ rules: intentRules, names, lexicon: lexicon() }),
});
