import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'visit.book',
  [6.2, 'visit -van -address'],
  [7, 'visit school|community|count|date -van'],
  [7.2, 'visit want|can|please school|community|count -van'],
  [6.8, 'visit library -van'],
  [6.8, 'come library school|community count|date|want -van'],
  [6.6, 'school count library -van -event'],
  [6.4, 'school come count -van'],
  [6.8, 'visit schedule -van'],
  [7, 'visit hold|register -van'],
  [6.8, 'bring school|count|community -event -van'],
  [7.1, 'bring school|count library|date|can -event -van'],
  [6.8, 'school come library -van'],
);
