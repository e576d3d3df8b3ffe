import { parseDayHours, type Weekday, weekdays } from '#domain/opening-hours.ts';
import { findDates, readDate } from '#understanding/dates/read-date.ts';
import { Temporal } from '#shared/day.ts';
import type { DateReading, LocalNow } from '#understanding/dates/reading.ts';

// What staff wrote about opening, piece by piece: the reason, the hours, the days of the week, the days of the calendar. What
// cannot be read is asked for; nothing is guessed.

const BECAUSE = /\s*[,.]?\s*\b(?:karena|karna|krn|sebab|dikarenakan|gara-gara|untuk acara|because of|because|due to)\s+(.+)$/i;

/** The reason, and the text without it: a reason may hold dates and names of its own. */
export const withoutReason = (text: string): { readonly rest: string; readonly reason: string | null } => {
  const [whole, reason] = BECAUSE.exec(text) ?? [];
  return whole === undefined || reason === undefined
    ? { rest: text, reason: null }
    : { rest: text.slice(0, text.length - whole.length), reason: reason.replace(/[.!]+$/, '').trim() };
};

const HOLIDAY_WORDS =
  /\b(?:bulan )?(?:ramadh?an|puasa|lebaran|idul ?fitri|idul ?adha|syawal|kurban|qurban|maulid|nyepi|waisak|natal|imlek|muharam|isra|mikraj|1 syawal|eid al[- ]?(?:fitr|adha)|christmas)\b(?: \d{4}(?: ?h| hijriah)?)?/gi;

/** The day or days a text speaks of; the name of a holiday is not one of them. */
export const daysSaid = (text: string, now: LocalNow): DateReading => {
  const bare = text.replace(HOLIDAY_WORDS, ' ');
  const range = findDates(bare, now).find(({ type }) => type === 'range');
  return range ?? readDate(bare, now);
};

const HOUR = String.raw`(\d{1,2})(?:[.:](\d{2}))?(?:\s*(pagi|siang|sore|malam|am|pm)\b)?`;
const TO = String.raw`\s*(?:-|–|sampai(?: dengan)?|s\/d|sd|hingga|to|until)\s*(?:jam|pukul|pkl\.?)?\s*`;
const MONTHS =
  '(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|january|february|march|may|june|july|august|october|december|jan|feb|mar|apr|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)';
const NO_DATE = String.raw`(?!\d|[.:]\d|\s*(?:${MONTHS}|hari|minggu|bulan)\b)`;
const BEFORE = String.raw`(?<![\d.:/-])(?<!\b(?:tanggal|tgl|tgl\.)\s)`;
const INTERVAL = new RegExp(`${BEFORE}${HOUR}${TO}${HOUR}${NO_DATE}`, 'gi');
const UNTIL = new RegExp(String.raw`\b(?:sampai|hingga|s\/d|until|till)\s+(?:jam|pukul|pkl\.?)?\s*${HOUR}${NO_DATE}`, 'i');
const SINCE = new RegExp(String.raw`\b(?:(?:dari|mulai|sejak|from|at)\s+(?:jam|pukul|pkl\.?)?|jam|pukul|pkl\.?)\s*${HOUR}${NO_DATE}`, 'i');

const clock = (hour: string | undefined, minute = '00', part = ''): string => {
  const said = Number(hour ?? '0');
  const isLater = (/sore|malam|pm/i.test(part) && said < 12) || (/siang/i.test(part) && said < 6);
  return `${String(isLater ? said + 12 : said).padStart(2, '0')}:${minute}`;
};

/** `whole`: every hour of the day is said; `until`, `since`: only one end of it. */
export type HoursSaid =
  | { readonly kind: 'whole'; readonly hours: string }
  | { readonly kind: 'until'; readonly time: string }
  | { readonly kind: 'since'; readonly time: string }
  /** times that are no opening hours: the end before the beginning, or more than a day */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'none' };

const checked = (hours: string): HoursSaid => (parseDayHours(hours) === null ? { kind: 'wrong' } : { kind: 'whole', hours });

export const hoursSaid = (text: string): HoursSaid => {
  const intervals = [...text.matchAll(INTERVAL)].map(
    ([, fromHour, fromMinute, fromPart, toHour, toMinute, toPart]) =>
      `${clock(fromHour, fromMinute, fromPart)}-${clock(toHour, toMinute, toPart)}`,
  );
  if (intervals.length > 0) return checked(intervals.join(','));
  const [, untilHour, untilMinute, untilPart] = UNTIL.exec(text) ?? [];
  if (untilHour !== undefined) return oneEnd('until', clock(untilHour, untilMinute, untilPart));
  const [, sinceHour, sinceMinute, sincePart] = SINCE.exec(text) ?? [];
  return sinceHour === undefined ? { kind: 'none' } : oneEnd('since', clock(sinceHour, sinceMinute, sincePart));
};

const oneEnd = (kind: 'until' | 'since', time: string): HoursSaid =>
  /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time) ? { kind, time } : { kind: 'wrong' };

const WEEKDAY_WORDS: readonly (readonly [Weekday, string])[] = [
  ['mon', 'senin|monday|mondays'],
  ['tue', 'selasa|tuesday|tuesdays'],
  ['wed', 'rabu|wednesday|wednesdays'],
  ['thu', 'kamis|thursday|thursdays'],
  ['fri', "jumat|jum'at|jumaat|friday|fridays"],
  ['sat', 'sabtu|saturday|saturdays'],
  // "dua minggu", "minggu depan": weeks, not Sundays
  ['sun', String.raw`(?<!\d )(?<!(?:dua|tiga|se|per) )minggu(?! (?:depan|ini|lalu|kemarin))|ahad|sunday|sundays`],
];

const ANY_WEEKDAY = new RegExp(String.raw`\b(?:${WEEKDAY_WORDS.map(([, words]) => `(${words})`).join('|')})\b`, 'gi');

interface WeekdaySeen {
  readonly weekday: Weekday;
  readonly start: number;
  readonly end: number;
}

/** The days of the week a text names; "senin sampai kamis" names four. */
export const weekdaysSaid = (text: string): readonly Weekday[] => {
  const seen = [...text.matchAll(ANY_WEEKDAY)].map(({ index, 0: word, ...groups }): WeekdaySeen => {
    const at = WEEKDAY_WORDS.findIndex((_, place) => groups[place + 1] !== undefined);
    return { weekday: weekdays[at] ?? 'sun', start: index, end: index + word.length };
  });
  const named = new Set<Weekday>(/\b(?:setiap|tiap) hari\b|\bevery day\b/i.test(text) ? weekdays.slice(0, 6) : []);
  for (const [at, { weekday, end }] of seen.entries()) {
    named.add(weekday);
    const next = seen[at + 1];
    if (next === undefined || !/^\s*(?:-|–|sampai(?: dengan)?|s\/d|hingga|to|until)\s*$/i.test(text.slice(end, next.start))) continue;
    for (const between of weekdays.slice(weekdays.indexOf(weekday), weekdays.indexOf(next.weekday))) named.add(between);
  }
  return weekdays.filter((weekday) => named.has(weekday));
};

const NEXT_GROUP = new RegExp(
  String.raw`\s*(?:[,;]|\bdan\b|\band\b)\s*(?=(?:(?:setiap|tiap|every) )?(?:${WEEKDAY_WORDS.map(([, words]) => words).join('|')})\b)`,
  'gi',
);

/** Hours for days of the week, as many groups as were named ("senin-kamis 8-15, jumat 8-11"); null where one has no hours. */
export const weekSaid = (text: string): Readonly<Record<string, string>> | null => {
  const week: Record<string, string> = {};
  let waiting: readonly Weekday[] = [];
  for (const group of text.split(NEXT_GROUP)) {
    const named = [...waiting, ...weekdaysSaid(group)];
    const said = hoursSaid(group);
    const hours = said.kind === 'whole' ? said.hours : said.kind === 'none' && saysClosed(group) ? 'closed' : null;
    waiting = hours === null ? named : [];
    if (hours !== null) for (const weekday of named) week[weekday] = hours;
  }
  return waiting.length > 0 || Object.keys(week).length === 0 ? null : week;
};

/** Whether a named weekday means one date ("sabtu ini") and not every week. */
export const isOnce = (text: string): boolean =>
  !/\b(?:setiap|tiap|tiap-tiap|every)\b/i.test(text) &&
  new RegExp(
    String.raw`\b(?:ini|depan|besok|lusa|nanti|today|tomorrow|this|next|tanggal|tgl|\d{1,2} ${MONTHS}|\d{4}-\d{2}-\d{2})\b|\d/\d`,
    'i',
  ).test(text);

/** What is said of the vans; null: nothing. */
export const vanSaid = (text: string): 'runs' | 'suspended' | null => {
  const [, said] = /\b(?:mobil|keliling|pusling|van)\b(.{0,40})/i.exec(text) ?? [];
  if (said === undefined) return null;
  if (/libur|tidak|nggak|gak|ga |berhenti|batal|off|suspended|not run|stops/i.test(said)) return 'suspended';
  return /jalan|tetap|beroperasi|runs?\b|goes|as usual/i.test(said) ? 'runs' : null;
};

export const saysReopening = (text: string): boolean =>
  /\b(?:(?:batal(?:kan)?|hapus|cabut)\s+(?:tutup|libur|penutupan|hari libur)|tidak jadi tutup|(?:jadi|tetap|kembali) buka|buka (?:lagi|kembali|seperti biasa)|reopen|stays? open|open after all|open as usual|cancel (?:the )?clos\w+)\b/i.test(
    text,
  );

export const saysClosed = (text: string): boolean =>
  /\b(?:tutup|libur|closed?|closing)\b/i.test(text.replace(/\b(?:mobil|keliling|pusling|van)\b.{0,40}/i, ' '));

export const saysCertain = (text: string): boolean =>
  /\b(?:pastikan|pasti|tetapkan|sudah pasti|resmi|confirm(?:ed)?|definite)\b/i.test(text);

export const saysMoved = (text: string): boolean => /\b(?:jadi|jatuh|pindah(?:kan)?|geser|menjadi|moved?|falls|is on)\b/i.test(text);

export const saysRemoved = (text: string): boolean => /\b(?:hapus|batal(?:kan)?|cabut|remove|cancel)\b/i.test(text);

export const saysSeason = (text: string): string | null => {
  if (/\b(?:ramadh?an|puasa)\b/i.test(text)) return 'Ramadan';
  return /\b(?:musim|selama|season)\b/i.test(text) ? '' : null;
};

/** Days that can be used, or why not: nothing was said, no such day, a day that has passed. */
export type DaysSaid =
  | { readonly days: string }
  | { readonly fault: 'unsaid' | 'invalid' | 'conflict' }
  | { readonly fault: 'past'; readonly day: string };

const rangeOf = ({ type, value = '' }: DateReading, today: string): string | null => {
  if (type === 'datetime' || type === 'date') return value.slice(0, 10);
  if (type === 'range' || type === 'set') return value;
  if (type === 'deadline') return `${today}/${value.slice(0, 10)}`;
  const [from = '', to = ''] = value.split('/').map((moment) => moment.slice(0, 10));
  return type === 'datetime_range' ? (from === to ? from : `${from}/${to}`) : null;
};

export const usableDays = (text: string, now: LocalNow): DaysSaid => {
  const said = daysSaid(text, now);
  const today = now.toPlainDate().toString();
  if (said.type === 'invalid' || said.type === 'conflict') return { fault: said.type };
  const days = rangeOf(said, today);
  if (days === null) return { fault: 'unsaid' };
  const [from = days, to] = days.split('/');
  // "minggu ini": of a time that runs already, what is left of it
  if (to !== undefined && from < today && to >= today) return { days: `${today}/${to}` };
  const first = days.split(/[/,]/).sort()[0] ?? days;
  return first < today ? { fault: 'past', day: first } : { days };
};

/** A season that runs now began before today: its days are not those of the year after. */
export const seasonDays = (text: string, now: LocalNow): { readonly from: string; readonly to: string } | null => {
  const { type, value = '' } = daysSaid(text, now);
  const [from, to] = value.split('/');
  if (type !== 'range' || from === undefined || to === undefined) return null;
  const yearBefore = (day: string) => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
  return yearBefore(to) >= now.toPlainDate().toString() ? { from: yearBefore(from), to: yearBefore(to) } : { from, to };
};

const FILLER =
  /\b(?:eh|bukan|maksud(?:nya|ku)?|salah|yang|yg|jadi|saja|aja|deh|ya|hari|tanggal|tgl|mulai|dari|sampai|jam|pukul|alasan(?:nya)?|no|not|i mean|on|the|from|instead)\b|[.,!?]/gi;

/** Whether a message only puts right what is about to be confirmed: a day, hours, a reason or the vans, and nothing else. */
export const onlyPutsRight = (text: string): boolean => {
  const { rest, reason } = withoutReason(` ${text}`);
  // whether something is a day does not depend on today
  const dates = findDates(rest, Temporal.PlainDateTime.from('2026-01-01T12:00'));
  const bare = dates.reduceRight((left, { start = 0, end = 0 }) => `${left.slice(0, start)} ${left.slice(end)}`, rest);
  const isBare = bare.replace(INTERVAL, ' ').replace(SINCE, ' ').replaceAll(FILLER, ' ').trim() === '';
  return (
    (isBare && (dates.length > 0 || reason !== null)) || (vanSaid(text) !== null && /^\s*(?:mobil|keliling|pusling|van)\b/i.test(text))
  );
};

const hoursAgain = (said: HoursSaid): string => {
  if (said.kind === 'whole') return said.hours.replaceAll(',', ' dan ');
  return said.kind === 'until' ? `sampai jam ${said.time}` : said.kind === 'since' ? `mulai jam ${said.time}` : '';
};

/** What was said before, put right by what was said now: its days, hours and reason count where it names any. */
export const putRight = (before: string, added: string, now: LocalNow): string => {
  const [old, fresh] = [withoutReason(before), withoutReason(` ${added}`)];
  const reason = fresh.reason ?? old.reason;
  const because = reason === null ? '' : ` karena ${reason}`;
  if (findDates(fresh.rest, now).length === 0) return `${fresh.rest} ${old.rest}${because}`.trim();
  const hours = hoursSaid(fresh.rest).kind === 'none' ? hoursAgain(hoursSaid(old.rest)) : '';
  const bare = findDates(old.rest, now).reduceRight(
    (text, { start = 0, end = 0 }) => `${text.slice(0, start)} ${text.slice(end)}`,
    old.rest,
  );
  return `${fresh.rest} ${hours} ${bare.replace(INTERVAL, ' ')}${because}`.trim();
};
