import type { Format } from '#languages/format.ts';
import { Temporal } from '#shared/day.ts';

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

const plain = (day: string | Temporal.PlainDate) => Temporal.PlainDate.from(day);
const weekday = (day: string | Temporal.PlainDate) => weekdays[plain(day).dayOfWeek - 1] ?? '';
const shortDay = (day: string | Temporal.PlainDate) => `${plain(day).day} ${months[plain(day).month - 1]}`;
const clock = (time: Temporal.PlainTime | string) => String(time).slice(0, 5).replace(':', '.');
const listFormat = new Intl.ListFormat('id', { type: 'conjunction' });
const numberFormat = new Intl.NumberFormat('id-ID');

const hours = (intervals: string) => intervals.split(',').map((interval) => interval.split('-').map(clock).join('–')).join(' dan ');

const codes = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A weekday's code by its name; anything that is none stays as it is. */
const dayName = (code: string) => weekdays[codes.indexOf(code)] ?? code;

export const format: Format = {
  day: (day) => `${weekday(day)}, ${shortDay(day)} ${plain(day).year}`,
  shortDay,
  weekday,
  time: (time) => `${clock(time)} WIB`,
  hours,
  staffHours: (spans) => spans.split(/;\s*/).map((span) => span.split(' ').map((part, at) => (at === 0 ? part.split('-').map(dayName).join('–') : hours(part))).join(' ')).join('; '),
  money: (amount) => `Rp${numberFormat.format(amount)}`,
  list: (parts) => listFormat.format(parts),
  number: (value) => numberFormat.format(value),
};
