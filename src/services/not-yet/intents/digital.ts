import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'digital.download',
  [6.2, 'download -copydata'],
  [7, 'download title|ordinal|book|format_digital|quoted|format_audio'],
  [6.4, 'format_digital give -have'],
  [7, 'format_digital give title|ordinal|book|want'],
  [5.6, 'digitalitem how'],
  [6.4, 'cannot download|format_digital'],
  [6.2, 'format_digital borrow how'],
  [7.2, '!borrow format_digital give'],
  [6.6, 'ordinal format_digital'],
  [6.2, 'format_digital open cannot'],
  [6.2, 'format_digital how reading|download|use|open|pickup|give'],
  [6.8, 'download how'],
  [7.2, 'download expired'],
  [7.2, 'file cannot|expired -copydata'],
  [7, 'file again|resume -copydata -notice'],
  [6.6, 'file give -copydata -report'],
);
