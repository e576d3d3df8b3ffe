import { rulesFor } from '#understanding/intent-rule.ts';

export const intents = [
  ...rulesFor(
    'van.schedule',
    [5, 'van'], [6.2, 'van when|schedule|where|date'], [6.4, 'van come when|date|where'], [6.2, 'van place'], [6.6, 'van place when|date|schedule'], [5.8, 'van open|have|what'], [6, 'van late question|what|why|when'], [6.4, 'van open date|when'], [5.2, 'schedule place'],
    [6, 'van come question'], [6.2, 'van cancel question'], [6.8, 'van schedule place|date|show|please|want'], [5.4, 'stopnoun schedule'], [5.8, 'van already|notyet'], [5.8, 'van how borrow'], [6.4, 'van have date|place'],
  ),
  ...rulesFor('van.nearest_stop', [7, 'van near'], [7.2, 'van near stopnoun|where|my|place'], [6.8, 'stopnoun near'], [7.4, 'van stopnoun near place'], [6.2, 'van stopnoun where place'], [6, 'stopnoun van my']),
  ...rulesFor(
    'van.subscribe',
    [6.7, 'van tell -stop -cancel'], [7.2, 'van tell my|want|please|group|give -stop -cancel'], [7, 'van schedule tell -stop'], [6.8, 'van register'], [7, 'van group register|join|link|give'], [6.6, 'schedule tell group -stop'], [6.8, 'van notice resume'],
    [7.2, 'van resume'], [6.9, 'van tell when|place -stop -everyone -late'], [6.8, 'van join group|list'], [6.8, 'schedule register group'], [6.6, 'schedule give group'], [6.9, 'van schedule give always -when'], [7, 'van schedule|notice group|everyone my|please'], [7, 'van group create|record'], [7.2, 'van list my create|record|link|give|please'], [7.2, 'van join list|notice'],
  ),
  ...rulesFor(
    'van.unsubscribe',
    [7.4, 'van stop -where -near -when'], [7.6, '!van !tell|!notice|!give'], [7.4, '!van stop'], [7.8, 'van stop notice|tell|schedule'], [7.4, 'van !tell'], [7.4, 'van !notice'], [7.4, 'van !give'], [7.4, 'van cancel tell|notice'], [7.2, 'van drop|delete tell|notice|group|my'], [7.2, 'van !stop notice'], [7.6, 'van !stop !notice'], [7, 'schedule stop'],
    [7.2, 'van cancel register'], [7.2, 'schedule !give|!tell'], [7.4, 'van neg give|tell|notice'],
  ),
  ...rulesFor(
    'van.request_stop',
    [6.6, 'van come can|please|want -when'], [7, 'van come school|community can|please|want -colon'], [6.8, 'van come school|community my -when -what -where -date -schedule'], [6.9, 'van come please -when -where -what -schedule -late -tell'], [6.9, 'van come place can|please|want -when -title -colon'], [7, 'van propose'], [6.9, 'van can when come school|community'], [6.8, 'van come give'], [6.6, 'van create stopnoun'], [6.4, 'create stopnoun -#staff'], [6.9, 'van come please|want school'], [6.9, 'van come place use'], [6.8, 'van buy|suggest stopnoun|come|schedule'], [6.6, 'van please place -when -schedule -title -hold -late -edit'],
    [6.2, 'come school want|please -visit'], [6.8, 'van need'], [7.2, 'van never come|please|want'], [6.8, 'van suggest'], [6.4, 'want come place -event'], [6.6, 'van please date|school|community'], [7, 'van come want !schedule'], [6.6, '!schedule want come'], [6.6, 'van create place -#staff'],
    [7, 'van visit can|please|want'], [6.8, 'van school|community can|want|please -tell -schedule'],
  ),
  ...rulesFor(
    'staff.van_edit',
    [6.5, 'van edit'], [7.2, 'van edit date|time|place'], [7, 'edit schedule place|van'], [7.2, 'van edit #staff'], [6.6, 'edit place date|time'], [7.4, 'van create date|time|place #staff'], [6.8, 'van cancel place|date|schedule #staff'], [7, 'van drop|delete place|date|schedule|stopnoun'], [7, 'van create schedule|stopnoun place|date|time'],
    [6.6, 'edit stopnoun'], [7.2, 'edit schedule date|time'], [7, '!late edit'], [7.2, 'create schedule place'], [6.6, 'van empty #staff'], [7, 'drop|delete stopnoun'], [6.8, 'create stopnoun'], [7, 'van cancel #staff'], [7.2, 'drop|delete|cancel visit|stopnoun|place #staff'], [7.4, 'drop|delete|cancel visit place'], [6.6, 'schedule drop|delete|cancel place'],
  ),
  ...rulesFor(
    'staff.van_delay',
    [5.4, 'van late'], [7.4, 'van late announce|tell'], [6.8, 'van late #staff'], [7.2, 'van late minutes'], [7, 'late place minutes'], [6.8, 'late announce -open'], [7, 'late minutes tell|announce|#staff -book -fine'], [6.6, 'late place #staff'], [7, 'late !cancel'],
    [7.4, 'late place announce|tell'], [5.8, 'late minutes -my -fine'], [7.4, 'van late place minutes'],
  ),
];
