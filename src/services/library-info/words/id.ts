import { fields, list } from '#conversation/say.ts';
import type { Say } from '#conversation/say.ts';
import type { LibraryCard } from '#conversation/settings.ts';
import type { CalendarEntry } from '#domain/opening-calendar.ts';
import type { OpeningInterval } from '#domain/opening-hours.ts';
import type { Format } from '#languages/format.ts';

export interface DayOpening {
  readonly day: string;
  readonly entry: CalendarEntry;
}

export interface NextOpening extends DayOpening {
  /** it rests on a holiday that is not certain yet */
  readonly expected: boolean;
}

/** How the doors stand at this moment. */
export type DoorsNow =
  | { readonly state: 'open'; readonly until: string }
  | { readonly state: 'before' | 'break'; readonly opens: string }
  | { readonly state: 'closed'; readonly next: NextOpening };

export interface SeasonHours {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly hours: string;
  readonly van: 'runs' | 'suspended';
}

const hoursOf = (hours: readonly OpeningInterval[], f: Format): string =>
  f.list(hours.map(({ opens, closes }) => f.hours(`${opens}-${closes}`)));

const because = (entry: CalendarEntry): string => (entry.reason ? ` (${entry.reason}${entry.tentative ? ', masih perkiraan' : ''})` : '');

const line = ({ day, entry }: DayOpening, f: Format): string =>
  entry.hours.length > 0 ? `${f.day(day)}: ${hoursOf(entry.hours, f)} WIB${because(entry)}` : `${f.day(day)}: tutup${because(entry)}`;

const next = ({ day, entry, expected }: NextOpening, f: Format): string =>
  `Buka lagi ${f.day(day)}, ${hoursOf(entry.hours, f)} WIB${expected ? ' (perkiraan)' : ''}.`;

const doors = (now: DoorsNow, f: Format): string => {
  switch (now.state) {
    case 'open':
      return `Sekarang buka sampai ${f.time(now.until)}.`;
    case 'before':
      return `Sekarang masih tutup, mulai buka ${f.time(now.opens)}.`;
    case 'break':
      return `Sekarang tutup untuk istirahat, buka lagi ${f.time(now.opens)}.`;
    case 'closed':
      return `Sekarang sudah tutup. ${next(now.next, f)}`;
  }
};

const facilities: Readonly<Record<string, readonly string[]>> = {
  wifi: ['wi-fi', 'wifi', 'internet'],
  reading_room: ['ruang baca'],
  children_corner: ['anak'],
  discussion_area: ['diskusi'],
  power_outlet: ['colokan', 'stop kontak', 'listrik'],
  computer: ['komputer'],
  printing: ['cetak', 'print', 'fotokopi'],
  prayer_room: ['musala', 'mushola', 'musholla'],
  parking: ['parkir'],
  toilet: ['toilet'],
  locker: ['loker'],
  food: ['kantin', 'makan'],
};

const facilityNames: Readonly<Record<string, string>> = {
  wifi: 'Wi-Fi',
  reading_room: 'Ruang baca',
  children_corner: 'Pojok anak',
  discussion_area: 'Ruang diskusi',
  power_outlet: 'Stop kontak',
  computer: 'Komputer',
  printing: 'Layanan cetak',
  prayer_room: 'Musala',
  parking: 'Tempat parkir',
  toilet: 'Toilet',
  locker: 'Loker',
  food: 'Tempat makan',
};

export const id = {
  openToday: (day: string, entry: CalendarEntry, now: DoorsNow, f: Format): string =>
    `Hari ini (${f.day(day)}) buka ${hoursOf(entry.hours, f)} WIB${because(entry)}. ${doors(now, f)}`,
  atTime: ({ day, entry }: DayOpening, time: string, open: boolean, f: Format): string =>
    `${time} ${f.day(day)} ${open ? 'masih buka' : 'tutup'}. Hari itu buka ${hoursOf(entry.hours, f)} WIB${because(entry)}.`,
  unclearDate: 'Tanggal itu tidak ada atau tidak cocok dengan harinya. Tanggal berapa maksudnya?',
  closedOn: (opening: DayOpening, after: NextOpening, isToday: boolean, f: Format): string =>
    `${isToday ? `Hari ini (${f.day(opening.day)})` : f.day(opening.day)} tutup${because(opening.entry)}. ${next(after, f)}`,
  openOn: ({ day, entry }: DayOpening, f: Format): string => `${f.day(day)} buka ${hoursOf(entry.hours, f)} WIB${because(entry)}.`,
  week: (days: readonly DayOpening[], f: Format): Say => ['Jam buka perpustakaan:', list(days.map((day) => line(day, f)))],
  holiday: (days: readonly DayOpening[], f: Format): Say => ['Menurut kalender perpustakaan:', list(days.map((day) => line(day, f)))],
  season: ({ name, from, to, hours, van }: SeasonHours, f: Format): string =>
    `${name}, ${f.day(from)} sampai ${f.day(to)}, buka ${/^\d/.test(hours) ? f.hours(hours) : f.staffHours(hours)} WIB di hari kerja perpustakaan${van === 'suspended' ? '; mobil keliling libur' : ''}.`,
  holidayUnknown:
    'Jadwal hari libur itu belum diumumkan di kalender perpustakaan, jadi saya tidak mau menebak. Tanyakan lagi mendekati harinya, atau ketik "pustakawan".',
  location: (card: LibraryCard, fallbackName: string): Say => [
    `${card.name ?? fallbackName}${card.address ? ` ada di ${card.address}` : ''}.`,
    fields([...(card.phone ? [['Telepon', card.phone] as const] : [])]),
    ...(card.lat !== undefined && card.lon !== undefined
      ? [{ b: 'location' as const, lat: card.lat, lng: card.lon, title: card.name ?? fallbackName, address: card.address ?? '' }]
      : []),
  ],
  facilities: (all: readonly string[]): Say =>
    all.length > 0 ? ['Fasilitas perpustakaan:', list(all)] : 'Daftar fasilitas belum dicatat. Silakan tanya petugas: ketik "pustakawan".',
  facility: (wanted: string, all: readonly string[]): Say => {
    const found = all.find((one) => (facilities[wanted] ?? [wanted]).some((word) => one.toLowerCase().includes(word)));
    const name = facilityNames[wanted] ?? wanted;
    if (found) return `Ada: ${found}.`;
    return all.length > 0
      ? `${name} tidak ada di daftar fasilitas kami. Yang ada: ${all.join(', ')}.`
      : `Saya belum punya catatan tentang ${name.toLowerCase()}. Silakan tanya petugas: ketik "pustakawan".`;
  },
  access:
    'Untuk layanan bagi penyandang disabilitas, beri tahu petugas lewat telepon atau di meja layanan sebelum datang supaya bisa disiapkan. Buku braille, audio, dan huruf besar bisa dicari di sini, misalnya "cari buku braille".',
  accessPhone: (phone: string): string => `Telepon: ${phone}.`,
  name: 'Perpustakaan',
};

export type InfoWords = typeof id;
