import { rulesFor } from '#understanding/intent-rule.ts';

/** Cards, the link between a card and a chat, personal data, and the rules for members. */
export const intents = [
  ...rulesFor(
    'member.register',
    [6.2, 'joinmember -cardlife'], [6.9, 'joinmember want'], [2.8, 'membership'], [6.6, 'joinmember want|how|can|please|childmine|name'], [6, 'register membership -event'], [6.2, 'register card -cardcode -event'], [5.6, 'create card|membership'],
    [6.4, 'register childmine membership|library|card'], [5.4, 'register library -event'], [5, 'register childmine -event'], [3.6, 'register -event -van'], [5.2, 'register how -event -eventname'], [4.2, 'membership new'], [5, 'join how -event'], [5.2, 'join library -event'],
    [5.6, 'membership want|how|can -rules -link'], [6.8, 'joinmember child|childmine'], [5.6, 'card want -my -renew -link -lost -unlink -cardcode -have'], [6.2, 'card want how -my -renew -link -lost -unlink -cardcode -have'],
  ),
  ...rulesFor(
    'member.link_card',
    [6.4, 'link card'], [7, 'link cardcode'], [6.6, 'link membership'], [5, 'link -talk'], [6, 'already card have'], [6.2, 'cardcode my'], [6.8, 'link card have|already'], [6.4, 'already membership'], [7, 'link card|membership bot'], [6.8, 'have card link'],
    [5.2, 'cardcode -record -staffact'], [6.6, 'link data'], [6.4, 'already cardcode'], [7, 'link childmine card'], [6.4, 'card have my give'], [5.6, 'card have already'], [7, 'cardcode talk bot|contactinfo'], [6.6, 'cardcode card my -unlink -drop -delete -lost -record -return -borrow'],
    [6.6, 'link bot'],
  ),
  ...rulesFor(
    'member.unlink',
    [6.4, 'unlink card|cardcode|data|membership'], [7.4, 'unlink card my'], [6.9, '!link card|cardcode|membership'], [6.6, 'drop card|cardcode -delete'], [5, 'unlink -holdnoun -title -event'], [7, 'unlink cardcode'], [6, '!link card cancel'], [6.2, 'cancel link'],
    [6.6, 'delete link'], [7.2, 'unlink stop'], [7.2, 'unlink link'], [7, 'unlink bot -talk'], [6.6, 'unlink my'], [7, 'drop data -delete'], [6.8, 'unlink bot'],
  ),
  ...rulesFor(
    'member.export_data',
    [6, 'copydata give|show|want|please|what|my'], [6.4, 'copydata data give|show|want|please|download'], [6.6, 'copydata download -digitalitem'], [5.2, 'copydata'], [2.5, 'data'], [6.4, 'data my give|what|show'],
    [6.8, 'copydata my give|what'], [6, 'data my download'],
  ),
  ...rulesFor(
    'member.delete_data',
    [6.8, 'delete data|you'],  [7.2, 'delete data my'], [7.2, 'delete copydata'], [7, 'delete membership -notice'], [7.2, 'delete data all'], [6.6, 'stop membership -notice'], [6.4, 'cancel membership -register'],
    [6.6, 'unlink data all delete'], [7, 'delete data want'], [7.6, 'delete data !stop'],
  ),
  ...rulesFor(
    'member.rules',
    [5.4, 'rules -event'], [2.6, 'card'], [6.2, 'rules borrow|membership|library|card|register|joinmember|loan'], [7.2, 'rules|r_requirements joinmember what|question -event'], [6.8, 'r_requirements joinmember|register|membership|card -event'],
    [6.8, 'r_eligibility joinmember|membership|borrow|card question|can|what|who'], [6.9, 'r_fee joinmember|membership|card -event'], [6.2, 'r_fee register -event'], [7, 'r_loan_limit borrow|loan|book -title -loan'],
    [6.4, 'r_loan_limit borrow'], [6.8, 'r_loan_period borrow|loan|book|renew'], [7.6, 'r_renewal_limit'], [7.9, 'r_renewal_limit renew'], [7, 'r_lost_card -cardcode'],
    [7, 'r_lost_item'], [6.8, 'lost book|title|loan -have'], [7, 'r_proxy'], [7, 'r_clearance'], [7.6, 'cardlife'], [7.6, 'expired card|membership'], [7.8, 'cardlife renew|card|membership'], [7.4, 'renew card|membership'],
    [6.9, 'fine perday'], [6.4, 'fine rules'], [6.8, 'how borrow -title -ordinal -digitalitem'], [6, 'how borrow book -title'], [6.4, 'how return'], [5, 'r_eligibility'], [6, 'r_fee borrow'], [6.6, 'late rules fine'],
    [7, 'fine howmany perday'], [6.8, 'late fine howmany perday'], [6.4, 'how cardlife'], [6.2, 'r_requirements borrow'], [6.2, 'r_eligibility register -event'], [6.6, 'lost card'], [6.4, 'fine what -my -paid'], [6.8, 'e_audience|r_eligibility joinmember question'], [6.4, 'how hold -title -ordinal'],
    [7.2, 'borrow card r_proxy'], [6.9, 'thirdperson pickup|return can -what -show'], [6.6, 'thirdperson pickup question'], [7, 'late fine how'],
  ),
];
