import type { Parsed, Speech } from './atoms.ts';
import { type Bag, gather } from './bag.ts';
import type { Found } from './found.ts';
import { resolveBag } from './resolve.ts';

export interface Group {
  readonly bag: Bag;
  readonly found: Found;
}

export const group = (speech: Speech, at: number): Parsed<Group> | undefined => {
  const bag = gather(speech, at);
  return bag === undefined ? undefined : { value: { bag: bag.value, found: resolveBag({ speech }, bag.value) }, next: bag.next };
};

/** Start and end of a range share the week or month that only one of them names. */
export const shared = (own: Bag, other: Bag): Bag => {
  if (
    own.weekday !== undefined &&
    own.week === undefined &&
    own.weekday.mode === undefined &&
    other.week !== undefined &&
    other.weekday !== undefined
  )
    return { ...own, week: other.week };
  if (own.monthday !== undefined && own.monthday.month === undefined && own.month === undefined && other.month !== undefined)
    return { ...own, month: other.month };
  return own;
};

export const startMonth = (own: Bag, other: Bag): Bag => {
  const [mine, theirs] = [own.monthday, other.monthday];
  const lacks = mine !== undefined && mine.month === undefined && own.month === undefined && theirs?.month !== undefined;
  if (!lacks || (mine.days[0] ?? 0) > (theirs.days[0] ?? 0)) {
    const lacksYear =
      mine?.month !== undefined &&
      mine.year === undefined &&
      theirs?.year !== undefined &&
      theirs.month !== undefined &&
      mine.month <= theirs.month;
    return lacksYear ? { ...own, monthday: { ...mine, year: theirs.year } } : own;
  }
  return {
    ...own,
    monthday: { ...mine, month: theirs.month, ...(theirs.year === undefined ? {} : { year: theirs.year }) },
  };
};

export const monthYear = (own: Bag, other: Bag): Bag => {
  const lacksYear =
    own.month?.month !== undefined &&
    own.month.year === undefined &&
    other.month?.year !== undefined &&
    own.month.month <= (other.month.month ?? 0);
  return lacksYear && own.month !== undefined ? { ...own, month: { ...own.month, year: other.month?.year ?? 0 } } : own;
};
