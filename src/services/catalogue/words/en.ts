import { fields } from '#conversation/say.ts';
import type { Format } from '#languages/format.ts';
import type { Availability } from '#ports/library-system.ts';
import type { CatalogueWords } from './id.ts';

const formats: Readonly<Record<string, string>> = {
  braille: 'braille books',
  audio: 'audio books',
  large_print: 'large-print books',
  digital: 'digital items',
};
const audiences: Readonly<Record<string, string>> = { child: 'children', teen: 'teenagers', adult: 'adults' };

const copies = (count: number): string => `${count} ${count === 1 ? 'copy' : 'copies'}`;
const readers = (count: number): string => (count === 1 ? '1 reader is' : `${count} readers are`);

const stock = (availability: Availability): string => {
  if (availability.copies === 0) return 'no copy yet';
  if (availability.available === 0)
    return availability.onLoan === availability.copies ? 'all on loan' : 'not available now, on loan or set aside for readers';
  return `${availability.available} of ${copies(availability.copies)} available`;
};

const places = (availability: Availability): readonly (readonly [string, string])[] =>
  availability.places.map((place) => [
    place.branchName,
    place.available > 0 ? `${place.available} of ${place.copies} available` : `${copies(place.copies)}, not available now`,
  ]);

const waiting = (availability: Availability, f: Format): readonly string[] => [
  ...(availability.available === 0 && availability.earliestDue ? [`The earliest is due back on ${f.day(availability.earliestDue)}.`] : []),
  ...(availability.queue > 0 ? [`${readers(availability.queue)} waiting.`] : []),
];

const asOf: CatalogueWords['asOf'] = (day, f) => `Data as of ${f.day(day)}.`;

export const en: CatalogueWords = {
  asOf,
  whatToFind: 'What are you looking for? Write a title, an author or a topic.',
  found: (count, said, corrected) =>
    `${count} ${count === 1 ? 'item' : 'items'} for "${corrected ?? said}". Reply with a number for details:`,
  perhaps: (said) => `I did not find "${said}". Perhaps you mean one of these? Reply with a number:`,
  foundFiltered: (count, what) => `${count} ${count === 1 ? 'item' : 'items'}${what ? ` ${what}` : ''}. Reply with a number for details:`,
  filter: (filter) =>
    [
      filter.format ? `(${formats[filter.format]})` : '',
      filter.subject ? `about ${filter.subject}` : '',
      filter.author ? `by ${filter.author}` : '',
      filter.audience ? `for ${audiences[filter.audience]}` : '',
      filter.localAuthor ? 'by local authors' : '',
      filter.branch ? `at ${filter.branch === 'van' ? 'the mobile library' : filter.branch}` : '',
      filter.availableOnly ? 'available now' : '',
    ]
      .filter(Boolean)
      .join(' '),
  option: (label, availability) =>
    availability === undefined || availability.copies === 0
      ? label
      : `${label}: ${availability.available > 0 ? 'available' : 'not available now'}`,
  more: 'Next',
  otherForm: (said, what) => `We have "${said}", but not ${what}. What there is:`,
  nothing: (said) =>
    `I found nothing for "${said}". Try another spelling or other words. If we really do not have it, type "suggest a book".`,
  nothingFiltered: (what) => `There is nothing ${what || 'that fits'} yet. Try other words, or type "suggest a book".`,
  which: (said) => `Which one do you mean by "${said}"?`,
  whichTitle: 'Which title? Please write its name.',
  details: (title, availability, f, { ownDue, importedOn }) => [
    `${title.title}${title.author ? ` (${title.author})` : ''}: ${ownDue ? `on loan to you, due ${f.day(ownDue)}` : title.reference ? 'for reading in the library only' : stock(availability)}.`,
    ...(availability.places.length > 0 ? [fields(places(availability))] : []),
    [
      ...waiting(availability, f),
      ...(title.digital ? [`There is a digital version too (${title.digital.formats.join(', ')}).`] : []),
      ...(importedOn ? [asOf(importedOn, f)] : []),
    ].join(' '),
  ],
  aspects: {
    availability: (title, availability, f) => [`${title.title}: ${stock(availability)}.`, ...waiting(availability, f)].join(' '),
    copies: (title, availability) => `${title.title} has ${copies(availability.copies)}, ${availability.available} available now.`,
    location: (title, shelf) =>
      shelf ? `${title.title} is on ${shelf}.` : `The shelf of ${title.title} is not recorded yet. Please ask at the desk.`,
    synopsis: (title) => (title.synopsis ? `${title.title}: ${title.synopsis}` : `Our catalogue has no summary of ${title.title} yet.`),
    due_back: (title, availability, f) =>
      availability.available > 0
        ? `${title.title} is available now, no need to wait.`
        : availability.earliestDue
          ? `${title.title} is due back on ${f.day(availability.earliestDue)} at the earliest.`
          : `There is no return date for ${title.title} yet.`,
    queue: (title, availability) =>
      availability.queue > 0 ? `${readers(availability.queue)} waiting for ${title.title}.` : `Nobody is waiting for ${title.title}.`,
    loanable: (title) =>
      title.reference ? `${title.title} is for reading in the library only.` : `${title.title} can be borrowed and taken home.`,
    bibliographic: (title) => [
      `${title.title}${title.author ? ` is by ${title.author}` : ''}.`,
      fields([
        ...(title.publisher ? [['Publisher', title.publisher] as const] : []),
        ...(title.year ? [['Year', String(title.year)] as const] : []),
        ...(title.isbn ? [['ISBN', title.isbn] as const] : []),
        ...(title.subjects.length > 0 ? [['Subjects', title.subjects.join(', ')] as const] : []),
        ...(title.callNumber ? [['Call number', title.callNumber] as const] : []),
      ]),
    ],
  },
  shelf: (callNumber, subject, shelf) => {
    if (!callNumber && !shelf) return null;
    const rack = shelf ? shelf : `shelf number ${callNumber?.split('.')[0]}`;
    return `${rack}${callNumber ? `, call number ${callNumber}` : ''}${subject ? ` (${subject})` : ''}`;
  },
  ddc: {
    '0': 'general works',
    '1': 'philosophy and psychology',
    '2': 'religion',
    '3': 'social sciences',
    '4': 'language',
    '5': 'science',
    '6': 'technology and health',
    '7': 'arts and sports',
    '8': 'literature',
    '9': 'history and geography',
  },
  actHold: 'Reserve this book',
  actRenew: 'Renew this loan',
  actSynopsis: 'What it is about',
  actOthers: (count) => `Show ${count} other ${count === 1 ? 'item' : 'items'}`,
  actShelf: 'Where it stands',
  newArrivals: (since, f) => `New since ${f.day(since)}. Reply with a number for details:`,
  noNewArrivals: (since, f) => `Nothing new since ${f.day(since)}. Type "recommend a book" for a suggestion.`,
  recommended: (what) => `Some that are available now${what ? ` ${what}` : ''}. Reply with a number for details:`,
  similar: (label) => `If you liked ${label}, try these. Reply with a number for details:`,
  nothingToRecommend: 'I have no fitting suggestion that is available now. Name a topic you like, such as "recommend a history novel".',
  localAuthors: 'Local authors in our catalogue. Reply with a number to see their books:',
  noLocalAuthors: 'No local author is in our catalogue yet. Authors from Prabumulih are welcome to introduce their work: type "librarian".',
};
