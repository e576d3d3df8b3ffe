import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = rulesFor(
  'feedback.submit',
  [4.9, 'complain -fine'], [6.2, 'complain service|library|facility'], [5.8, 'feedbacknoun -recommend'], [6.6, 'feedbacknoun want|give|please|can|where|service'], [6, 'praise service|library -question'], [7.4, 'renew hoursnoun -title -loan -book'], [6.9, 'complain joinmember|card|membership'], [6.2, 'praise service human|library'], [5, 'suggest service|library|facility'], [6.4, 'suggest hoursnoun|open|notice|bot'],
  [6.2, 'complain human'], [6, 'praise human'], [6.4, 'feedbacknoun complain|praise|suggest'], [7.4, 'feedbacknoun announce -everyone'], [5.6, 'complain van'], [6.8, 'feedbacknoun hoursnoun|open'], [6.4, 'complain f_wifi|f_toilet|f_reading_room|f_parking|f_computer|f_children_corner|f_locker|f_food|f_prayer_room|f_power_outlet|f_printing|rest_facility'],
  [6.4, 'suggest f_wifi|f_toilet|f_reading_room|f_parking|f_computer|f_children_corner|f_locker|f_food|f_prayer_room|f_power_outlet|f_printing|rest_facility'], [6.9, 'complain book|event -my'], [7, 'why lost -my'], [7, 'feedbacknoun loan|borrow|register|card'], [6.9, 'complain insult service|library|facility|f_toilet -you'], [6.6, 'complain please f_toilet|service|f_reading_room'], [5.8, 'praise event -question -recommend'], [6.2, 'cannot service -my'],
);
