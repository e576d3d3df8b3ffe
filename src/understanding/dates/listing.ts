import { canonAt, type Parsed, type Speech, skip } from './atoms.ts';
import { type Bag, gather } from './bag.ts';
import { type Day, isBefore, isSame } from './calendar.ts';
import { asks, type Found, VAGUE } from './found.ts';
import { type Group, group, shared, startMonth } from './group.ts';
import { resolveBag } from './resolve.ts';
import { WEEKDAY_NUMBERS } from './words-days.ts';

const SET_LINKS: readonly string[] = ['dan', 'atau', ',', '/'];

const dayIn = (found: Found): Day | undefined => (found.kind === 'day' ? found.day : undefined);

/** Only like stands beside like in an enumeration: weekdays with weekdays, dates with dates. */
const isAlike = (a: Bag, b: Bag): boolean =>
  (a.weekday !== undefined && b.weekday !== undefined) ||
  (a.monthday !== undefined && b.monthday !== undefined) ||
  (a.relative !== undefined && b.relative !== undefined) ||
  (a.relative !== undefined && b.weekday !== undefined && a.time === undefined);

interface Listing {
  readonly groups: readonly Group[];
  readonly isChoice: boolean;
  readonly next: number;
}

const isBareWeekday = (bag: Bag | undefined): boolean =>
  bag?.weekday !== undefined && Object.keys(bag).length === 1 && bag.weekday.mode === undefined;

const MOST_LISTED = 31;

const listing = (speech: Speech, first: Parsed<Group>): Listing => {
  let groups: readonly Group[] = [first.value];
  let next = first.next;
  let isChoice = false;
  while (groups.length < MOST_LISTED) {
    const link = canonAt(speech, next);
    const isBeside = isBareWeekday(groups.at(-1)?.bag) && canonAt(speech, next) in WEEKDAY_NUMBERS;
    if (!SET_LINKS.includes(link) && !isBeside) break;
    const place = isBeside ? next : skip(speech, next + 1, ['dan', 'atau', 'hari']);
    const more = group(speech, place);
    const last = groups.at(-1);
    const isWeak = link === ',' && canonAt(speech, next + 1) === ',';
    if (more === undefined || last === undefined || isWeak || dayIn(more.value.found) === undefined || !isAlike(last.bag, more.value.bag))
      break;
    if (link === ',' && more.value.bag.weekday === undefined && place === next + 1) break;
    groups = [...groups, more.value];
    isChoice ||= isBeside || link === 'atau' || canonAt(speech, next + 1) === 'atau';
    next = more.next;
  }
  return { groups, isChoice, next };
};

const asDays = (speech: Speech, { groups, isChoice }: Listing): Found => {
  const last = groups.at(-1)?.bag ?? {};
  const founds = groups.map(({ bag }) => resolveBag({ speech }, startMonth(shared(bag, last), last)));
  const days = founds.map(dayIn).filter((day) => day !== undefined);
  if (days.length !== founds.length) return founds.find((found) => found.kind !== 'day') ?? VAGUE;
  const sorted = [...days].sort((a, b) => (isBefore(a, b) ? -1 : 1));
  const isDisordered = sorted.some((day, place) => days[place] !== undefined && !isSame(day, days[place]));
  const isLoose = groups.some(({ bag }, place) => asks(founds[place] ?? VAGUE) && bag.weekday?.loose !== true);
  const [only] = sorted;
  if (only !== undefined && sorted.every((day) => isSame(day, only))) return { kind: 'day', day: only, confirm: isLoose };
  return { kind: 'set', days: sorted, confirm: isChoice || isDisordered || isLoose };
};

/** One expression, or several days in a row. */
export const readListing = (speech: Speech, at: number): Parsed<Found> | undefined => {
  const first = group(speech, at);
  if (first === undefined) return undefined;
  const found = first.value.found;
  if (found.kind !== 'day') return { value: found, next: first.next };
  const list = listing(speech, first);
  const isOpen = list.groups.length === 1 && canonAt(speech, first.next) === 'atau' && gather(speech, first.next + 1) !== undefined;
  if (isOpen) return { value: { ...found, confirm: true }, next: first.next };
  return list.groups.length === 1 ? { value: found, next: first.next } : { value: asDays(speech, list), next: list.next };
};
