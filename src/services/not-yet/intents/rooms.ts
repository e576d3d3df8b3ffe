import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'room.book',
  [6.9, 'room borrow|hold|use -f_parking'],
  [7.4, 'room borrow|hold|use date|time|want|please|can|count'],
  [6.9, 'room empty date|time|question'],
  [6.6, 'room date'],
  [6.6, 'room time'],
  [6.4, 'room want|need'],
  [6.8, 'roomword borrow|hold'],
  [6.4, 'roomword use'],
  [7.6, 'room !borrow'],
  [7.2, 'roomword want borrow'],
  [6.4, 'room count'],
  [6.4, 'roomword need|want date|time|count'],
  [7, 'room loan'],
  [6.4, 'room register'],
  [7, 'roomword date borrow|hold|use|empty'],
  [7, 'f_discussion_area hold|borrow'],
  [6.8, 'f_discussion_area date|time use|want|empty'],
);
