import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'purchase.suggest',
  [6.6, 'buy book -my'],
  [7, 'buy title -cancel'],
  [7, 'buy book|title please|want|can|suggest|absent'],
  [6.6, 'create book topic|subjectword'],
  [6.4, 'create book absent'],
  [6.2, 'create book -event -survey -card -hold -talk_own -recommend'],
  [6.8, 'suggest book buy'],
  [6.6, 'buy absent'],
  [6.2, 'suggest book absent'],
  [6.4, 'buy library book|title|subjectword'],
  [6.6, 'buy quoted|author|topic|subjectword'],
  [5, 'buy -event'],
  [6.4, 'suggest buy'],
  [6.6, 'absent title please|create'],
  [6.2, 'create title -event -staffact'],
  [6.6, 'buy format_braille|format_audio|format_large|format_digital'],
);
