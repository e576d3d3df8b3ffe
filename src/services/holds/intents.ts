import { rulesFor } from '#understanding/intent-rule.ts';

/** Borrowing, keeping and queueing for a title; what became of it. */
export const intents = [
  ...rulesFor(
    'hold.place',
    [4.6, 'borrow -room'], [6.9, 'register holdnoun -show'], [6.6, 'give ordinal @list_shown -download'], [7.1, 'hold title van'], [7.1, 'borrow title|book van -when'], [5.6, 'borrow book -how -room -loan'], [5.6, 'borrow title -how'], [6, 'borrow ordinal'], [6, 'borrow want book|title -how -search'],
    [4.2, 'hold -room -holdnoun'], [5.8, 'hold book|title|author -holdnoun'], [6.2, 'hold ordinal -holdnoun -event'], [6.4, 'hold title -room'],
    [6.2, 'hold ordinal @list_shown'], [6, 'borrow author'], [5.6, 'ready want title'], [5.8, 'want title give'], [5, 'want title'],
    [6, 'hold quoted'], [6, 'borrow quoted'], [5, 'give ordinal @list_shown'], [5.4, 'want ordinal @list_shown'], [6.4, 'hold van title|book'],
    [6.2, 'borrow item_location title'], [5.2, 'hold itemcode -cardcode'], [6.4, 'borrow need title|book'], [5.8, 'ready my title can'], [5.6, 'pickup title'], [6.2, 'pickup title want|can'], [6.2, 'title can give'], [6.6, 'want ordinal short @list_shown'], [7.5, 'pickup prepare title|book -holdnoun -#staff'], [6.8, 'book ordinal my @list_shown -item_status -item_copies -what -loan'],
  ),
  ...rulesFor(
    'hold.cancel',
    [6.6, 'cancel holdnoun'], [7, 'drop hold|holdnoun'], [7, 'cancel hold -event -room'], [6.6, 'cancel title -event -renew'], [6.4, 'cancel book -event'], [6.9, 'drop holdnoun'],
    [6.6, 'drop hold -event -data'], [6.8, 'cancel borrow -room'], [6, 'delete holdnoun|hold -notice'], [6, 'cancel ordinal -event @list_shown'],
    [7.2, 'cancel hold title'], [7, 'cancel holdnoun all'], [6.4, 'cancel author'], [6.6, 'cancel title ready'], [6.2, 'stop hold holdnoun'],
    [7.2, '!hold !title cancel'], [7, 'unlink holdnoun|hold'], [7, 'cancel hold|holdnoun drop'], [6.8, 'holdnoun !want|!need'], [6.6, '!holdnoun drop|delete'], [6.8, 'neg holdnoun already'], [7, '!hold drop|delete'], [7.2, 'letgo'], [6.6, '!hold neg -want -room -event -buy'],
  ),
  ...rulesFor(
    'hold.list',
    [5, 'holdnoun'], [7.4, 'prepare my'], [6, 'hold howmany'], [6.8, 'hold have my|name -want'], [6.4, 'holdnoun show|what|when|where|have|howmany -cancel'], [6.4, 'ready holdnoun -prepare'], [6.2, 'ready hold -prepare'],
    [5.4, 'ready my'], [6, 'ready title -want'], [6.2, 'holdnoun title howmany|what|ready'], [4.4, 'ready book'], [6, 'holdnoun my'], [4.2, 'ready'], [5.6, 'pickup when|howmany'], [5.8, 'pickup holdnoun|hold -want'],
    [6.6, 'holdnoun my show|what|when|howmany|ready|have'], [6.2, 'hold my what -want -please'], [6.6, 'hold my what book -want -please -can'], [6, 'hold when ready'], [6.2, 'hold already ready|where|have|what'],
    [6, 'hold already my -borrow'],
  ),
];
