import { canonAt, type Parsed, type Speech, skip } from './atoms.ts';
import { type Bag, gather } from './bag.ts';
import { isBefore } from './calendar.ts';
import { asks, CONFLICT, daysOf, type Found } from './found.ts';
import { monthYear, shared, startMonth } from './group.ts';
import { recurringSpan } from './read-recurrence.ts';
import { resolveBag } from './resolve.ts';

const RANGE_LINKS: readonly string[] = ['sampai', '-', 'to', 'ke'];

const joinRange = (speech: Speech, from: Bag, to: Bag): Found => {
  const start = resolveBag({ speech }, monthYear(startMonth(shared(from, to), to), to));
  const first = daysOf(start);
  if (first === undefined) return start;
  const hasOwnWeek = to.week !== undefined || to.weekday?.mode !== undefined || from.week !== undefined;
  const end = resolveBag(hasOwnWeek ? { speech } : { speech, anchor: first.from }, shared(to, from));
  const last = daysOf(end);
  if (last === undefined) return end;
  if (start.kind === 'moment' && end.kind === 'moment') return moments(start, end);
  if (isBefore(last.to, first.from)) return CONFLICT;
  const isLoose = asks(start) || (asks(end) && to.weekday === undefined);
  return { kind: 'days', from: first.from, to: last.to, confirm: isLoose };
};

const moments = (start: Found & { readonly kind: 'moment' }, end: Found & { readonly kind: 'moment' }): Found => {
  const to = end.timeOnly ? start.at.toPlainDate().toPlainDateTime(end.at) : end.at;
  const isBackwards = to.since(start.at).sign <= 0;
  return isBackwards
    ? CONFLICT
    : {
        kind: 'moments',
        from: start.at,
        to,
        confirm: start.confirm || (end.confirm && !end.timeOnly),
        timeOnly: start.timeOnly,
      };
};

const isRangeEnd = (bag: Bag): boolean =>
  bag.vague === undefined && bag.invalid === undefined && bag.prayer === undefined && bag.holiday === undefined;

const isRangeStart = (bag: Bag): boolean => bag.time?.to === undefined && isRangeEnd(bag);

/** "besok pagi sampai siang": the day, which hours is asked. */
const wholeDay = (found: Found): Found => (found.kind === 'day' ? { kind: 'day', day: found.day, confirm: true } : found);

/** "senin sampai rabu", "dari besok hingga jumat", "antara tanggal 10 dan 15". */
export const readRange = (speech: Speech, start: number): Parsed<Found> | undefined => {
  const at = skip(speech, start, ['dari', 'mulai', 'antara', 'hari']);
  const isBetween = canonAt(speech, start) === 'antara';
  const from = gather(speech, at);
  if (from === undefined || !isRangeStart(from.value)) return undefined;
  const pair = from.value.monthday;
  if (isBetween && pair?.link === 'and')
    return { value: resolveBag({ speech }, { ...from.value, monthday: { ...pair, link: 'to' } }), next: from.next };
  const comma = skip(speech, from.next, [',']);
  const link = canonAt(speech, comma);
  const isLink = isBetween ? link === 'dan' || link === 'sampai' || link === '-' : RANGE_LINKS.includes(link);
  const isMove = (link === 'to' || link === 'ke') && (speech.moves || (link === 'ke' && canonAt(speech, start) !== 'dari'));
  if (!isLink || isMove) return undefined;
  const to = gather(speech, skip(speech, comma + 1, ['hari', 'dengan', 'ke', 'the']));
  if (to === undefined || !isRangeEnd(to.value)) return undefined;
  const isPartOnly = to.value.part !== undefined && Object.keys(to.value).length === 1;
  if (isPartOnly) return { value: wholeDay(resolveBag({ speech }, from.value)), next: to.next };
  const recurring = link === '-' ? recurringSpan(from.value, to.value) : undefined;
  return { value: recurring ?? joinRange(speech, from.value, to.value), next: to.next };
};
