import { rulesFor } from '#understanding/intent-rule.ts';

/** What a reader has at home, for how long, and what it costs to be late. */
export const intents = [
  ...rulesFor(
    'loan.list',
    [5.4, 'loan -room'], [6, 'loan show|what|when|howmany|have|where'], [5.6, 'loan my'], [6.6, 'loan my show|what|when|howmany|have'], [6.2, 'loan due'], [6.7, 'return already my -borrow -when -want -#staff -itemcode -cardcode'], [6.4, 'return already book|title -when -want -#staff -question -itemcode'],
    [5.2, 'due'], [6, 'due when|what|my|title|book|date|have'], [6, 'return when'], [5.8, 'when return book|title'], [6.4, 'due loan'],
    [5.6, 'borrow my what|howmany|show -r_loan_limit -want'], [5.4, 'borrow already my'], [6, 'late book what|have -fine -van'], [6, 'loan childmine'], [6.8, 'loan childmine howmany|item_copies|what'],
    [6.2, 'borrow childmine what|show'], [6.4, 'notyet return'], [6, 'have my return'], [5.6, 'borrow already when'], [5.4, 'return have'], [6.6, 'due my when'],
    [5.6, 'return date when|have'], [5.2, 'late my have'], [6, 'book my what -recommend -want -talk_own -hold -holdnoun'], [6.4, 'borrow my what again|already -want -can'], [6.6, 'my borrow what book -want -can'], [6.6, 'item_status my -title -holdnoun'],
  ),
  ...rulesFor(
    'loan.renew',
    [6.2, 'renew -cardlife -agency -hoursnoun -open'], [7, 'renew book|title|loan -cardlife -card'], [7, 'renew ordinal -cardlife'], [7.2, 'renew title all|my -cardlife'], [7, 'renew all'],
    [7.2, 'renew loan|borrow|due'], [7, 'renew quoted|author'], [7.2, 'r_loan_period create|buy -howmany'], [7.2, 'timeword create -event -eventnoun -van -survey -room -hoursnoun'], [5, 'notyet reading book|title my'], [7, 'renew can|please|want -card -membership'],
  ),
  ...rulesFor(
    'fine.status',
    [5.6, 'fine'], [6.2, 'fine my'], [6.2, 'fine paid|amount|show|have|why'], [6.6, 'fine my amount|paid|have|why|show'], [6.6, 'fine title|book paid|amount|why|my'],
    [5, 'late paid amount my'], [6.4, 'fine already|notyet'], [6.2, 'fine late my'],
  ),
];
