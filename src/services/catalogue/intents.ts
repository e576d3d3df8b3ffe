import { rulesFor } from '#understanding/intent-rule.ts';

const KNOWN_ITEM = 'title|ordinal|book|itemcode';

/** Finding, judging and choosing what to read. */
export const intents = [
  ...rulesFor(
    'catalog.search',
    [4.6, 'book have'], [5.4, 'book search'], [5.2, 'available book|title|author -my -holdnoun -hold'], [4.4, 'title have'], [4.6, 'title search'], [5.6, 'search title -my'], [3, 'title'], [3.4, 'author'],
    [4.6, 'title author'], [6.2, 'book localwriter'], [5.6, 'book localwriter have|search'], [5, 'localwriter write'],
    [5, 'author book'], [5, 'author have'], [5, 'book topic'], [5.6, 'book topic have|search'], [4.2, 'book subjectword'],
    [5.2, 'book subjectword have|search'], [2.6, 'subjectword'], [2.4, 'topic'], [3.2, 'search'], [4.4, 'book need'], [2.4, 'book'],
    [5.4, 'format_audio|format_braille|format_large book'], [4.6, 'format_braille|format_audio|format_large have'],
    [3.6, 'format_braille|format_audio'], [5.2, 'format_large -reply_style have|search|book'], [4.2, 'format_digital have'],
    [5.2, 'format_digital title have'], [4.2, 'format_digital title'], [4.8, 'format_digital book have|search'], [4.6, 'book l_en|l_ar|l_plm|l_other'],
    [5.4, 'book have|search l_en|l_ar|l_plm|l_other'], [4.9, 'book available search|have'], [4.4, 'book child|teen search|have'], [3.6, 'isbn'], [6.6, 'isbn search|have|book'],
    [5.2, 'quoted have'], [4, 'book author'], [4.2, 'search unknown'], [4.6, 'absent book -buy'], [3.2, 'have available unknown'],
    [4.8, 'title available -hold'], [6.7, 'van title|book have -when -schedule'], [6.9, 'format_audio|format_braille|format_large book|have visual'], [6.2, 'book title|quoted have'], [3.2, 'have unknown'],
  ),
  ...rulesFor(
    'catalog.item_details',
    [6.4, `item_copies ${KNOWN_ITEM}|author`], [6.2, `item_synopsis ${KNOWN_ITEM}`], [6.4, `item_location ${KNOWN_ITEM}|author`],
    [6.2, `item_dueback ${KNOWN_ITEM} -my`], [5.8, 'item_dueback title|ordinal'], [6.4, `item_queue ${KNOWN_ITEM}`],
    [6.2, `item_loanable title|ordinal|itemcode|book -r_loan_limit -how`], [6, 'item_status title|ordinal|itemcode'],
    [5, 'item_status book'], [6, `item_biblio ${KNOWN_ITEM}`], [5.8, 'detail title|ordinal|book'], [4, 'item_synopsis'],
    [4.2, 'item_copies'], [4.4, 'item_location -library'], [3.6, 'item_dueback'], [3.6, 'item_biblio'], [3.4, 'item_queue'],
    [5.2, 'item_status'], [5.4, 'ordinal what|where|when|howmany|who @list_shown'], [5.6, 'ordinal have @list_shown'],
    [5.2, 'title howmany -fine -borrow'], [6, 'ordinal available @list_shown'], [6.4, 'title howmany have|available'], [6.2, 'ordinal detail @list_shown'], [6.3, 'when title|book available'], [6.5, 'title due item_status'], [6.3, 'title item_status available|have -my'], [6.2, 'title writer'], [6.2, 'title what aboutword -book'], [6.5, 'when return title|unknown|ordinal -my -due'],
  ),
  ...rulesFor(
    'catalog.new_arrivals',
    [5.8, 'newarrivals'], [6.9, 'newarrivals what|show|have|period|book -recommend -survey -event'], [6.7, 'newarrivals what -survey -event'], [5, 'new book what|have|show'], [6.4, 'book added'], [4.4, 'new book period'],
  ),
  ...rulesFor(
    'reading.recommend',
    [4.4, 'recommend'], [5.6, 'suggest subjectword|child|teen -service'], [5.6, 'what book teen|child|adult|audience_word -borrow'], [5.5, 'book good -title -have -search'], [4.4, 'book good have -title'], [5.6, 'book good what -title'], [6, 'book good what'], [6, 'recommend confused'], [5.6, 'give book subjectword -buy'], [5, 'reading want -title'], [4.8, 'reading have'], [6.6, 'recommend want reading'], [5.4, 'recommend book'], [5, 'recommend what|give'], [5.2, 'recommend want|please|can'], [5.8, 'similar title'],
    [5.4, 'similar author'], [6, 'recommend title'], [6, 'recommend similar title'], [5.2, 'recommend reading'], [5.4, 'recommend child|teen|adult|audience_word'],
    [5.4, 'how reading'], [6, 'recommend subjectword|topic'], [4.8, 'suggest book give'], [4.6, 'reading what'], [5, 'suggest reading|book'], [5.8, 'recommend author'], [6.3, 'suggest|feedbacknoun book|title|reading have|what|give|similar -service'], [6.2, 'what book reading -my'], [5.8, 'book good -have -search'], [6.9, 'suggest|feedbacknoun book subjectword -service -buy'], [6.6, 'recommend newarrivals'],
  ),
  ...rulesFor(
    'local_author.list',
    [5.1, 'localwriter -book'], [3.2, 'writer -book -title'], [5.4, 'writer what|who -book -title'], [5, 'profile -data -my'], [6, 'localwriter who|profile|what|show -book'], [5.8, 'localwriter have -book'], [6.2, 'localwriter who'], [5.6, 'author profile'],
    [5.4, 'localwriter writer -book'], [5.4, 'profile writer'], [4.6, 'writer who -title -book -item_biblio'], [5, 'writer place'], [5.2, 'writer profile|detail'],
    [4.6, 'author who'], [6.4, 'localwriter profile'], [5.2, 'writer have library'], [5.2, 'author detail -book'], [6.8, 'writer have who|place|native -book -title'], [6.9, 'writer have native -title'], [6.4, 'localwriter create -search -booktalk'],
  ),
];
