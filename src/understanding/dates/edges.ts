import { canonAt, numberAt, type Parsed, type Reader, type Speech, skip } from './atoms.ts';
import { gather } from './bag.ts';
import { weekdayAfter, weekdayBefore, weekOf } from './calendar.ts';
import { daysOf, type Found } from './found.ts';
import { resolveBag } from './resolve.ts';
import { WEEKDAY_NUMBERS } from './words-days.ts';

const OF = ['of', 'the', 'di', 'dari', 'pada', 'in'];

/** "hari terakhir bulan ini", "last day of August", "hari pertama minggu depan". */
const edgeDay = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['the']);
  const [one, two] = [canonAt(speech, at), canonAt(speech, at + 1)];
  const isLast = (one === 'last' && two === 'hari') || ((one === 'hari' || one === 'tanggal') && two === 'terakhir');
  const isFirst = (one === '#1' && two === 'hari') || (one === 'hari' && two === '#1');
  if (!isLast && !isFirst) return undefined;
  const place = at + 2;
  const bag = [place, skip(speech, place, OF)].map((from) => gather(speech, from)).find((parsed) => parsed !== undefined);
  const found = bag === undefined ? undefined : resolveBag({ speech }, bag.value);
  if (bag === undefined || found?.kind !== 'days') return undefined;
  return { value: { kind: 'day', day: isLast ? found.to : found.from, confirm: found.confirm }, next: bag.next };
};

/** "the week of August 17". */
const weekAround = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['the']);
  if (canonAt(speech, at) !== 'pekan' || canonAt(speech, at + 1) !== 'of') return undefined;
  const bag = gather(speech, at + 2);
  const days = bag === undefined ? undefined : daysOf(resolveBag({ speech }, bag.value));
  if (bag === undefined || days === undefined || !days.from.equals(days.to)) return undefined;
  const week = weekOf(days.from, 0);
  return { value: { kind: 'days', from: week.from, to: week.to, confirm: false }, next: bag.next };
};

const MOST_WEEKS = 52;

/** "dua jumat lagi", "two Fridays from now". */
const severalWeekdays = (speech: Speech, at: number): Parsed<Found> | undefined => {
  const count = numberAt(speech, at);
  const weekday = WEEKDAY_NUMBERS[canonAt(speech, at + 1)];
  if (count === undefined || count < 1 || count > MOST_WEEKS || weekday === undefined || canonAt(speech, at + 1) === 'minggu')
    return undefined;
  const word = canonAt(speech, at + 2);
  const isFromNow = word === 'dari' && ['sekarang', 'hariini'].includes(canonAt(speech, at + 3));
  const weeks = count - 1;
  if (word === 'lagi' || isFromNow)
    return {
      value: { kind: 'day', day: weekdayAfter(speech.today, weekday).add({ weeks }), confirm: true },
      next: at + (isFromNow ? 4 : 3),
    };
  return word === 'ago' || word === 'lalu'
    ? {
        value: { kind: 'day', day: weekdayBefore(speech.today, weekday).subtract({ weeks }), confirm: true },
        next: at + 3,
      }
    : undefined;
};

/** Days named by their place in something longer. */
export const readEdge: Reader<Found> = (speech, at) => edgeDay(speech, at) ?? weekAround(speech, at) ?? severalWeekdays(speech, at);
