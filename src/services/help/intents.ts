import { rulesFor } from '#understanding/intent-rule.ts';

const OURS = 'book|title|van|loan|holdnoun|survey|room|card|membership|joinmember|hoursnoun|notice|facility|data|unlink|link|stop|resume|report|announce|visit|feedbacknoun|download';
const WEAKLY_OURS = `${OURS}|event|renew|fine|human|recommend|complain|search|buy|cancel|edit|late|item_biblio`;

const ACTS = '-give|borrow|hold|renew|cancel|download|have|register|join|detail|item_copies|item_location|item_synopsis|item_dueback|item_queue|item_loanable|item_status|item_biblio|drop|what|where|when|howmany|event';

/** Moving about in a conversation, small courtesies, a person instead of the machine, and what is not ours. */
export const intents = [
  ...rulesFor('nav.help', [5.8, 'help -human -book|title|visual|hearing|mobility|learning|disabled|quoted'], [5.4, 'confused'], [6.2, 'confused how|use|bot|help|what -human'], [6.2, 'help bot|what|can'], [7, 'startword solo'], [5.4, 'help solo'], [5, 'can what you'], [6, 'bot what -language'], [5.6, 'how use bot'], [6.4, 'how use service'], [6.2, 'help how use']),
  ...rulesFor(
    'nav.cancel',
    [6.4, 'abort solo -notice'], [5.4, 'cancel solo'], [7, 'abort short @slot_pending'], [7, 'cancel short @slot_pending'], [6.8, 'abort short @confirm_pending -yes'], [4, 'abort short -data'],
    [6.6, 'abort solo @list_shown'], [7.4, 'abort @slot_pending -yes -title -book'], [6.4, 'cancel solo @list_shown'], [5.2, 'abort short again'],
  ),
  ...rulesFor('nav.yes', [4.6, 'yes solo -no'], [7.2, 'yes short @confirm_pending -no -neg'], [6.4, 'yes @confirm_pending -no']),
  ...rulesFor('nav.no', [4.4, 'no solo'], [7.4, 'no short @confirm_pending'], [7.2, 'neg short @confirm_pending'], [6, 'no @confirm_pending']),
  ...rulesFor(
    'nav.select',
    [6.4, `ordinal short @list_shown ${ACTS}`], [5.2, 'ordinal solo'], [5.6, `ordinal @list_shown ${ACTS}`], [5.4, 'number solo'], [7, 'number solo @list_shown'], [6.6, 'title solo @list_shown'], [5.2, 'pick ordinal'], [6.6, 'pick ordinal @list_shown'],
    [6.4, 'author solo @list_shown'],
  ),
  ...rulesFor('nav.more', [4.6, 'more solo'], [7.2, 'more short @list_shown'], [6, 'more have @list_shown'], [5, 'more show'], [5.4, 'more short have'], [6.6, 'more @list_shown']),
  ...rulesFor('chat.greet', [3.4, 'greet'], [5, 'daypart solo'], [4.2, 'daypart addr short -library -date'], [5, 'greet solo'], [4.4, 'greet short'], [3, 'addr solo']),
  ...rulesFor('chat.thanks', [3.8, 'thanks'], [5.6, 'thanks short'], [5.4, 'thanks praise'], [3, 'bye']),
  ...rulesFor(
    'contact.librarian',
    [5.4, 'talk human'], [6.6, 'talk human want|can|please|my|link'], [5, 'human want|give|solo'], [6.4, 'human where|have -title -weakmisc -misc -contactinfo'], [6.6, 'human talk|confused'], [6.2, 'donate'], [6.8, 'donate book'], [5.6, 'human -complain -writer -report solo'], [6.4, 'human want talk'],
    [5, 'talk library -van'], [4.8, 'human give|link|where|have -complain -service'], [6.4, '!bot human'], [6.6, 'human !robot'], [4.4, 'talk please'], [4.6, 'talk addr short'], [5.2, 'human short -complain -praise'], [2.6, 'human'],
  ),
  ...rulesFor(
    'out_of_scope',
    [8, 'agency -title -topic -event -quoted -announce'], [6.6, `misc -title -topic -${OURS}`], [5.3, `weakmisc|weakagency -title -topic -${WEAKLY_OURS}`], [6.4, 'weakagency open|schedule|renew|fine|card|where -title -topic -book'], [6.8, 'misc|insult contactinfo'], [6.6, 'f_parking|f_toilet|f_food place|recommend -library'], [6.6, 'borrow thing -book -title -room -van'], [7, 'weakagency|agency complain -service -library'], [6.6, 'weakmisc human where'], [6.6, 'weakmisc borrow|buy|hold -title -topic -book -room'], [4.2, 'weakmisc|weakagency -title -topic -book'], [7, 'insult -complain -service -feedbacknoun'], [8.2, 'otherperson'], [7.4, 'person borrow|loan|fine what|show|howmany -#staff -my -record -can'], [7, 'contactinfo human weakmisc|misc|unknown -library'], [7.2, 'thirdperson borrow|loan|fine|holdnoun what|show|howmany|who|when|give'], [7.2, 'who borrow -can -localwriter'], [6.4, 'recommend weakagency|agency|misc -book -reading'], [6.8, 'weakagency hold|borrow|buy -title'], [7, 'thirdperson contactinfo'], [7, 'contactinfo borrow'], [7.2, 'who fine|late -my'], [7, 'address membership|person name'], [6.9, 'insult complain -service'], [7, 'insult you'], [6.6, 'hold thing -title -room -event'], [4.6, `explain -book -title -${OURS}`], [5, 'misc -title -topic -book'], [6.2, 'insult'],
    [7.4, 'agency book|card|van|schedule'], [3.8, 'foreign'], [6.8, 'misc borrow -title -topic'], [9, 'attack'], [6.4, 'misc hold|van|schedule -title'],
  ),
];
