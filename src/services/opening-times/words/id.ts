import { list, type Say } from '#conversation/say.ts';
import type { DayHours } from '#domain/opening-hours.ts';
import type { Format } from '#languages/format.ts';
import type { Concerned, VisitConcerned } from '../operations.ts';
import type { CalendarDay, CalendarPreview, DatesMoved, DatesShift, EditView, LaterDate, LibrarySeason, WeekGroup } from '../rules.ts';

const MOST_LINES = 5;

const hoursText = (hours: DayHours, f: Format): string =>
  hours.length === 0 ? 'tutup' : `buka ${f.list(hours.map(({ opens, closes }) => f.hours(`${opens}-${closes}`)))} WIB`;

const period = ({ days }: Pick<EditView, 'days'>, f: Format): string => {
  const [first = '', ...others] = days;
  const last = others.at(-1);
  if (last === undefined) return f.day(first);
  return days.length <= 3 ? f.list(days.map((day) => f.day(day))) : `${f.day(first)} sampai ${f.day(last)} (${days.length} hari)`;
};

const at = ({ branch }: Pick<EditView, 'branch'>): string => (branch === null ? '' : ` di ${branch}`);

const weekdayHours = ([weekday, hours]: readonly [string, string], f: Format): string =>
  hours === 'closed' ? `${f.staffHours(weekday)} tutup` : `${f.staffHours(`${weekday} ${hours}`)} WIB`;

const seasonLine = ({ name, from, to, hours, van }: LibrarySeason, f: Format): string =>
  `${name}, ${f.day(from)} sampai ${f.day(to)}: ${/^\d/.test(hours) ? f.hours(hours) : f.staffHours(hours)} WIB${van === 'suspended' ? ', mobil keliling libur' : ''}`;

/** What an edit makes true, as one sentence or two. */
const summary = (view: EditView, f: Format): string => {
  const { plan } = view;
  switch (plan.act) {
    case 'close':
      return `${period(view, f)}${at(view)} ${view.hours.length === 0 ? 'tutup seharian' : `${hoursText(view.hours, f)} saja`} (${plan.reason}).`;
    case 'reopen':
      return `${period(view, f)}${at(view)} ${hoursText(view.hours, f)} seperti biasa. Tanggal yang sudah digeser tidak dimundurkan.`;
    case 'week':
      return `Setiap minggu: ${f.list(Object.entries(plan.hours).map((day) => weekdayHours(day, f)))}. Untuk satu tanggal saja, sebut tanggalnya.`;
    case 'special':
      return `${period(view, f)}${at(view)} ${hoursText(view.hours, f)}${plan.reason ? ` (${plan.reason})` : ''}.`;
    case 'season':
      return `Jam ${seasonLine(plan, f)}.${view.replaced.length > 0 ? ` Menggantikan: ${f.list(view.replaced.map((season) => seasonLine(season, f)))}.` : ''}`;
    case 'end-season':
      return `Jam ${plan.name} tidak berlaku lagi; jam mingguan kembali berlaku.`;
    case 'holiday':
      return `Libur pasti: ${f.list(plan.days.map(({ day, reason }) => `${f.day(day)} (${reason})`))}.${plan.freed.length > 0 ? ` Tidak lagi libur karenanya: ${f.list(plan.freed.map((day) => f.day(day)))}.` : ''}`;
  }
};

const pickup = 'Batas ambil';

const shiftLines = (what: string, shifts: readonly DatesShift[], f: Format): readonly string[] => [
  ...shifts
    .slice(0, MOST_LINES)
    .map(({ from, to, count }) => `${what} ${count} ${what === pickup ? 'pesanan' : 'buku'} pindah dari ${f.day(from)} ke ${f.day(to)}`),
  ...(shifts.length > MOST_LINES ? [`${what} di ${shifts.length - MOST_LINES} tanggal lain juga pindah`] : []),
];

const visitNames = (visits: readonly VisitConcerned[], f: Format): string =>
  f.list(visits.slice(0, MOST_LINES).map(({ stop, day, time }) => `${stop} ${f.shortDay(day)} ${f.time(time)}`));

const visitLines = (visits: readonly VisitConcerned[], van: EditView['van'], f: Format): readonly string[] => {
  if (visits.length === 0) return [];
  if (van === 'runs') return [`Keliling tetap jalan: ${visitNames(visits, f)}`];
  const holds = visits.reduce((sum, visit) => sum + visit.holds, 0);
  return [
    `${visits.length} kunjungan keliling dibatalkan: ${visitNames(visits, f)}${holds > 0 ? `; ${holds} pesanan buku menunggu di sana, pindahkan tempat ambilnya` : ''}`,
  ];
};

const concernedLines = ({ events, rooms, groups }: Concerned, f: Format): readonly string[] => [
  ...events
    .slice(0, MOST_LINES)
    .map(({ title, day, time }) => `Kegiatan ${title}, ${f.shortDay(day)} ${f.time(time)}, belum dibatalkan: urus sendiri bila perlu`),
  ...(rooms > 0 ? [`${rooms} pemesanan ruang di jam itu: hubungi pemesannya`] : []),
  ...(groups.length > 0 ? [`Kunjungan rombongan: ${f.list(groups)}; hubungi mereka`] : []),
];

const told = (count: number): string => (count === 0 ? 'Tidak ada pembaca yang perlu dikabari' : `${count} pembaca dikabari lewat chat`);

const dayLine = ({ day, kind, hours, reason, tentative }: CalendarDay, branch: string | null, f: Format): string => {
  const notes = [...(reason ? [reason] : []), ...(tentative ? ['masih perkiraan'] : []), ...(branch ? [branch] : [])];
  return `${f.day(day)}: ${kind === 'closed' ? 'tutup' : `${f.hours(hours ?? '')} WIB`}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
};

export const id = {
  notAllowed: (names: readonly string[], f: Format): string =>
    `Jam dan hari tutup hanya diubah pustakawan, kepala, atau admin. Sampaikan kepada ${names.length > 0 ? f.list(names) : 'mereka'}.`,
  whichDay: 'Tutup hari apa? Tulis tanggalnya, misalnya "besok", "5 maret", atau "10-12 maret".',
  whichDayHours: 'Untuk hari apa? Tulis harinya ("setiap jumat") atau tanggalnya ("sabtu ini", "7 maret").',
  noSuchDay: 'Tanggal itu tidak ada di kalender. Tanggal berapa maksudnya?',
  dayConflict: 'Hari dan tanggalnya tidak cocok. Tanggal berapa maksudnya?',
  pastDay: (day: string, f: Format): string => `${f.day(day)} sudah lewat, jadi tidak bisa diubah lagi. Tanggal berapa maksudnya?`,
  tooLong: (most: number): string => `Penutupan paling lama ${most} hari sekali catat. Tulis tanggal yang lebih pendek.`,
  wrongHours: 'Jam itu tidak bisa dibaca sebagai jam buka. Tulis misalnya "08.00-11.30 dan 13.30-16.00".',
  whichHours: 'Jam berapa bukanya? Tulis misalnya "08.00-11.30 dan 13.30-16.00".',
  whichSeasonDays: 'Dari tanggal berapa sampai tanggal berapa? Tulis misalnya "18 februari sampai 19 maret".',
  noReason: 'penutupan sementara',
  seasonName: 'Jam khusus',
  reasonHint: 'Alasannya belum disebut; tambahkan dengan menulis "karena …".',
  alreadyClosed: (days: readonly string[], reason: string | null, f: Format): string =>
    `${period({ days }, f)} memang sudah tercatat tutup${reason ? ` (${reason})` : ''}, jadi tidak ada yang berubah.`,
  alreadySo: 'Itu sudah tercatat begitu, jadi tidak ada yang berubah.',
  alreadyOpen: (day: string, hours: DayHours, f: Format): string =>
    `${f.day(day)} memang ${hoursText(hours, f)}, jadi tidak ada yang berubah.`,
  weeklyClosed: (day: string, f: Format): string =>
    `${f.day(day)} tutup menurut jam mingguan. Untuk membukanya sebut jamnya, misalnya "${f.shortDay(day)} buka 09.00-12.00".`,
  vanQuestion: (visits: readonly VisitConcerned[], f: Format): string =>
    `Ada ${visits.length} kunjungan keliling (${visitNames(visits, f)}). Mobil tetap jalan?`,
  vanRuns: 'Ya, tetap jalan',
  vanStays: 'Tidak, batalkan kunjungannya',
  preview: (view: EditView, preview: CalendarPreview, concerned: Concerned, f: Format): Say => [
    summary(view, f),
    'Belum ada yang berubah. Akibatnya:',
    list([
      ...shiftLines('Jatuh tempo', preview.loans, f),
      ...shiftLines(pickup, preview.holds, f),
      ...concernedLines(concerned, f),
      ...visitLines(concerned.visits, view.van, f),
      told(preview.told),
    ]),
    ...(view.hint ? [id.reasonHint] : []),
    'Catat begitu?',
  ],
  done: (view: EditView, moved: DatesMoved, visits: number, f: Format): Say => [
    `Sudah dicatat. ${summary(view, f)}`,
    ...(moved.loans > 0 ? [`Jatuh tempo ${moved.loans} buku digeser.`] : []),
    ...(moved.holds > 0 ? [`Batas ambil ${moved.holds} pesanan digeser.`] : []),
    ...(visits > 0 ? [`${visits} kunjungan keliling dibatalkan.`] : []),
  ],
  noHoliday: 'Hari libur itu belum ada di kalender. Tulis tanggalnya, misalnya "tutup 20 maret karena Idul Fitri".',
  holidayCertain: (days: readonly CalendarDay[], f: Format): string =>
    `${f.list(days.map(({ day, reason }) => `${f.day(day)} (${reason})`))} memang sudah pasti libur.`,
  noSeason: 'Tidak ada jam musim yang tercatat untuk itu.',
  calendar: (
    week: readonly WeekGroup[],
    seasons: readonly LibrarySeason[],
    days: readonly { entry: CalendarDay; branch: string | null }[],
    f: Format,
  ): Say => [
    'Kalender perpustakaan:',
    list([
      ...week.map(({ span, hours }) => weekdayHours([span, hours], f)),
      ...seasons.map((season) => seasonLine(season, f)),
      ...days.map(({ entry, branch }) => dayLine(entry, branch, f)),
    ]),
    'Ubah dengan menulis misalnya "besok tutup karena listrik", "jumat buka 08.00-11.00", atau "pastikan libur 19 maret".',
  ],
  datesMoved: (
    closures: readonly { day: string; reason: string | null; branch: string | null; dates: readonly LaterDate[] }[],
    f: Format,
  ): Say =>
    closures.flatMap(({ day, reason, branch, dates }) => [
      `${branch ?? 'Perpustakaan'} tutup ${f.day(day)}${reason ? ` (${reason})` : ''}, jadi Kakak punya waktu lebih:`,
      list(dates.map((date) => `${date.title}: ${date.what === 'loan' ? 'jatuh tempo' : 'ambil paling lambat'} ${f.day(date.day)}`)),
    ]),
};

export type OpeningWords = typeof id;
