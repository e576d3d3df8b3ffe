import { rulesFor } from '#understanding/intent-rule.ts';

/** What staff tell the assistant to do. Recognising it never grants the right to it. */
export const intents = [
  ...rulesFor(
    'staff.broadcast',
    [5.6, 'announce -late -survey'], [6.8, 'announce everyone'], [6.8, 'announce library|open|event|van -late -my'], [6.6, 'give everyone announce|notice'], [6.8, 'tell everyone'], [7, 'tell|announce everyone open|library'], [7, 'announce everyone #staff'], [6.4, 'announce #staff -late'], [6.2, 'give group #staff'], [6.4, 'give everyone'], [7.6, 'give group|everyone colon'],
    [6.6, 'announce group'], [6.6, 'tell group colon'], [6.8, 'create announce'], [7.6, 'announce everyone edit|event|cancel|van'],
  ),
  ...rulesFor(
    'staff.event_create',
    [6.6, 'create event -booktalk'], [6.8, 'create event new|name|date|time'], [7.2, 'create event #staff'], [6.4, 'create booktalk #staff'], [7.4, 'create event !edit'], [7, 'create eventnoun new'], [6.6, 'new event date #staff'], [7, 'create event count'],
  ),
  ...rulesFor(
    'staff.event_edit',
    [6.9, 'edit event'], [7.4, 'edit event date|time|place|e_speaker|e_capacity|#staff'], [7.2, 'edit event !cancel'], [7.2, 'edit e_capacity|e_speaker event'], [6.4, 'edit e_capacity|e_speaker|e_place #staff'], [7, 'edit e_place event'],
  ),
  ...rulesFor(
    'staff.event_cancel',
    [6.8, 'cancel event #staff'], [7.6, 'cancel event #staff -my -join -register'], [7.4, 'cancel event !my #staff'], [7.4, 'cancel eventnoun event -join -my -register'], [7.6, 'cancel event everyone'], [7.2, 'drop|delete event #staff'], [7, 'drop|delete eventname'], [7.8, 'cancel event announce'], [7.4, 'cancel event reasonword'], [6.8, 'drop event eventnoun'],
  ),
  ...rulesFor(
    'staff.holds_picklist',
    [5.4, 'prepare -survey -my'], [7, 'holdnoun|hold expired'], [6.6, 'prepare holdnoun|hold|book'], [6.8, 'list|show holdnoun|hold #staff -my'], [7, 'prepare show|what|date|howmany|van'], [7.2, 'prepare holdnoun|hold #staff'], [6.8, 'prepare ready date'], [6.6, 'holdnoun show date #staff'], [6.2, 'holdnoun|hold howmany date #staff'], [7, 'van prepare'], [6.2, 'holdnoun new'],
  ),
  ...rulesFor(
    'staff.checkout',
    [7.2, 'record loan|borrow #staff'], [7.6, 'record loan|borrow title|itemcode|cardcode|membership'], [7.2, 'borrow cardcode'], [7.4, 'borrow itemcode cardcode'], [7, 'itemcode cardcode -return'], [7.6, 'checkoutcommand itemcode|cardcode|person|name'], [7.4, 'checkoutcommand #staff'], [6.8, 'borrow membership name'], [6.4, 'title cardcode -return -hold'],
    [6.6, 'give itemcode|title cardcode'], [7, 'borrow title membership #staff'], [6.6, 'borrow cardcode|person #staff'],
  ),
  ...rulesFor(
    'staff.checkin',
    [7.4, 'record return'], [7.8, 'record return title|itemcode|cardcode'], [7.6, 'return itemcode'], [7.2, 'return cardcode'], [7.6, 'checkincommand'], [7.4, 'itemcode item_status'], [7.6, 'record item_status'], [7.2, 'item_status title #staff -question'], [6.4, 'return title #staff'], [6.6, 'return already title|book #staff'], [6.6, 'return membership #staff'], [6.4, 'itemcode return|record'], [6.8, 'return person #staff'],
  ),
  ...rulesFor(
    'staff.answer_question',
    [6.4, 'ticket answer'], [7.2, 'ticket answer number|ordinal|cardcode|colon'], [6.8, 'takeover'], [7.6, 'takeover ticket|cardcode|number'], [6.8, 'answer cardcode'], [7, 'ticket number'], [6.6, 'answer colon #staff'], [6.8, 'ticket cardcode'], [6.2, 'answer #staff -survey'], [7.6, 'takeover ticket ordinal'], [6.4, 'ticket #staff'],
    [6.4, 'answer membership'],
  ),
  ...rulesFor(
    'staff.report',
    [6, 'report -complain'], [7, 'report period|date|show|howmany|loan|give|create|please|want'], [7, 'report #staff'], [7.2, 'report van|event|loan|library|membership'], [6.6, 'howmany loan #staff -my'], [6.8, 'copydata|download loan|borrow #staff -my'], [7, 'howmany visit|membership period|date'], [6.6, 'howmany borrow period -my'],
  ),
];
