import { rulesFor } from '#understanding/intent-rule.ts';

const FACTS = 'e_time|e_place|e_fee|e_capacity|e_requirements|e_speaker|e_certificate|e_audience|e_deadline';

export const intents = [
  ...rulesFor(
    'event.list',
    [4.8, 'eventnoun'], [6, 'eventnoun what|have|show|date|schedule'], [5.4, 'event have|what'], [5.6, 'event have date'], [6.2, 'eventnoun what have'], [6.2, 'eventnoun have child|teen|adult|date'],
    [5.2, 'event have child|teen|adult|topic'], [5.2, 'event schedule'], [6.2, 'eventnoun library'], [5.2, 'event search'], [5.8, 'happening library|date'], [5.4, 'eventnoun audience_word|child'], [5.2, 'event date what'], [4.2, 'event'],
  ),
  ...rulesFor(
    'event.details',
    [6, `event ${FACTS} -eventnoun`], [6.6, `eventname ${FACTS}`], [5.8, `eventnoun ${FACTS} -have`], [5.6, 'eventname detail'], [5.6, 'event detail'], [6, 'event ordinal'], [5.4, 'e_speaker|e_certificate'], [6.2, 'e_speaker event'], [4.8, 'eventname'],
    [5.6, 'event can child|adult|teen'], [6.6, 'e_certificate event'], [6.6, 'e_capacity event'], [6.8, 'e_deadline'], [7, 'e_deadline event'], [6.6, 'e_requirements event'], [6.2, 'event ordinal when|where|what|howmany'], [5.2, 'e_capacity'], [6.6, 'e_audience event'],
    [6.6, 'register event when|e_deadline'], [6.6, 'eventname what'], [6.2, 'event question f_food|f_parking'], [6.6, 'event empty join -want -my -register'], [6.6, 'eventname item_status'], [6.4, 'event r_eligibility'],
  ),
  ...rulesFor(
    'event.signup',
    [6.7, 'register event'], [6.2, 'join event'], [6.4, 'come event want|please|my -van -cancel -cannot -booktalk'], [6.4, 'join event reading'], [6.8, 'join event want|please|can|my'], [7, 'register event my|want|please|count'], [6.4, 'hold event -room'], [6.4, 'register ordinal @list_shown'], [6.6, 'join ordinal @list_shown'], [4.6, 'join -survey'], [6.6, 'register childmine event'], [7, 'register join -title'],
    [6.8, 'join want eventname'], [7, 'join register event'], [5.2, 'join want|my -van'], [6.2, 'join date'], [7.4, 'register event !card|!membership'], [5.6, 'register ordinal'], [5.8, 'join ordinal'], [6.6, 'want event !register'],
  ),
  ...rulesFor(
    'event.cancel_signup',
    [7.4, 'cancel join -title -book'], [7.8, 'unlink register event'], [7.6, 'cancel join event'], [7.2, 'cancel event -#staff'], [7.6, 'cancel register -joinmember'], [7.4, 'cancel event my'], [7.8, 'cancel register event'], [6.6, 'drop event my'], [7.4, 'stop|drop event my -announce -t_due'], [7, 'delete register|join'],
    [7.6, '!join event cancel'], [7, 'event cannot come'], [7, '!join event -want'], [6.4, 'drop register'], [6.2, 'cancel ordinal event'], [7.2, 'delete event my'],
  ),
];
