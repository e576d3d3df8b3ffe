import { fields, list } from '#conversation/say.ts';
import type { CalendarEntry } from '#domain/opening-calendar.ts';
import type { OpeningInterval } from '#domain/opening-hours.ts';
import type { Format } from '#languages/format.ts';
import type { DayOpening, DoorsNow, InfoWords, NextOpening } from './id.ts';

const hoursOf = (hours: readonly OpeningInterval[], f: Format): string =>
  f.list(hours.map(({ opens, closes }) => f.hours(`${opens}-${closes}`)));

const because = (entry: CalendarEntry): string => (entry.reason ? ` (${entry.reason}${entry.tentative ? ', not confirmed yet' : ''})` : '');

const line = ({ day, entry }: DayOpening, f: Format): string =>
  entry.hours.length > 0 ? `${f.day(day)}: ${hoursOf(entry.hours, f)} WIB${because(entry)}` : `${f.day(day)}: closed${because(entry)}`;

const next = ({ day, entry, expected }: NextOpening, f: Format): string =>
  `We open again on ${f.day(day)}, ${hoursOf(entry.hours, f)} WIB${expected ? ' (expected)' : ''}.`;

const doors = (now: DoorsNow, f: Format): string => {
  switch (now.state) {
    case 'open':
      return `Right now we are open until ${f.time(now.until)}.`;
    case 'before':
      return `Right now we are closed and open at ${f.time(now.opens)}.`;
    case 'break':
      return `Right now we are closed for a break and open again at ${f.time(now.opens)}.`;
    case 'closed':
      return `We are closed for today. ${next(now.next, f)}`;
  }
};

const facilityWords: Readonly<Record<string, readonly string[]>> = {
  wifi: ['wi-fi', 'wifi', 'internet'],
  reading_room: ['ruang baca', 'reading'],
  children_corner: ['anak', 'child'],
  discussion_area: ['diskusi', 'discussion'],
  power_outlet: ['colokan', 'stop kontak', 'listrik', 'power'],
  computer: ['komputer', 'computer'],
  printing: ['cetak', 'print', 'fotokopi'],
  prayer_room: ['musala', 'mushola', 'musholla', 'prayer'],
  parking: ['parkir', 'parking'],
  toilet: ['toilet'],
  locker: ['loker', 'locker'],
  food: ['kantin', 'makan', 'food'],
};

export const en: InfoWords = {
  openToday: (day, entry, now, f) => `Today (${f.day(day)}) we are open ${hoursOf(entry.hours, f)} WIB${because(entry)}. ${doors(now, f)}`,
  atTime: ({ day, entry }, time, open, f) =>
    `At ${time} on ${f.day(day)} we are ${open ? 'open' : 'closed'}. Hours that day: ${hoursOf(entry.hours, f)} WIB${because(entry)}.`,
  unclearDate: 'That date does not exist, or its weekday does not fit. Which date do you mean?',
  closedOn: (opening, after, isToday, f) =>
    `${isToday ? `Today (${f.day(opening.day)})` : f.day(opening.day)} we are closed${because(opening.entry)}. ${next(after, f)}`,
  openOn: ({ day, entry }, f) => `On ${f.day(day)} we are open ${hoursOf(entry.hours, f)} WIB${because(entry)}.`,
  week: (days, f) => ['Opening hours:', list(days.map((day) => line(day, f)))],
  holiday: (days, f) => ["According to the library's calendar:", list(days.map((day) => line(day, f)))],
  season: ({ name, from, to, hours, van }, f) =>
    `${name}, ${f.day(from)} to ${f.day(to)}: open ${/^\d/.test(hours) ? f.hours(hours) : f.staffHours(hours)} WIB on the days we open${van === 'suspended' ? '; the vans are off' : ''}.`,
  holidayUnknown:
    'That holiday is not in the library\'s calendar yet, and I do not want to guess. Ask again closer to the day, or type "librarian".',
  location: (card, fallbackName) => [
    `${card.name ?? fallbackName}${card.address ? ` is at ${card.address}` : ''}.`,
    fields([...(card.phone ? [['Telephone', card.phone] as const] : [])]),
    ...(card.lat !== undefined && card.lon !== undefined
      ? [{ b: 'location' as const, lat: card.lat, lng: card.lon, title: card.name ?? fallbackName, address: card.address ?? '' }]
      : []),
  ],
  facilities: (all) =>
    all.length > 0
      ? ['What the library offers:', list(all)]
      : 'The list of facilities is not recorded yet. Please ask staff: type "librarian".',
  facility: (wanted, all) => {
    const found = all.find((one) => (facilityWords[wanted] ?? [wanted]).some((word) => one.toLowerCase().includes(word)));
    const name = wanted.replaceAll('_', ' ');
    if (found) return `Yes: ${found}.`;
    return all.length > 0
      ? `Our list of facilities has no ${name}. We have: ${all.join(', ')}.`
      : `I have no record about ${name} yet. Please ask staff: type "librarian".`;
  },
  access:
    'For help with a disability please tell staff by telephone or at the desk before you come, so that it can be prepared. Braille, audio and large-print books can be searched here, such as "find braille books".',
  accessPhone: (phone) => `Telephone: ${phone}.`,
  name: 'The library',
};
