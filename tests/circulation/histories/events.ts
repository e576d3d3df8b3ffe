import fc from 'fast-check';

// What can happen in a small library. Every event names everything, whether its act needs it or not: a history that went
// wrong shrinks to its acts, and reads like a list.

export const people = ['ani', 'budi', 'citra', 'dewi'] as const;

/** Titles by the branches of their copies: `V` has one on the van, which comes to no branch. */
export const shelves = { T: ['main', 'east'], U: ['main'], V: ['van', 'main'] } as const;
type ModelTitle = keyof typeof shelves;

// as: the keys of the object above
export const titles = Object.keys(shelves) as readonly ModelTitle[];
export const copyCodes: readonly string[] = titles.flatMap((title) => shelves[title].map((_, index) => `${title}-${index + 1}`));

/** How often each act is tried, of about a hundred. */
const weights = {
  place: 18,
  cancel: 4,
  suspend: 5,
  resume: 3,
  moveElsewhere: 3,
  renew: 5,
  lend: 11,
  lendCopy: 4,
  takeBack: 9,
  takeBackCopy: 6,
  capture: 9,
  missing: 2,
  lost: 2,
  damaged: 1,
  found: 3,
  claim: 2,
  reportLost: 2,
  replace: 1,
  undo: 6,
  close: 4,
  wait: 9,
  evening: 3,
} as const;
export type ActName = keyof typeof weights;

export interface Event {
  readonly act: ActName;
  readonly reader: string;
  readonly title: string;
  readonly copy: string;
  readonly place: 'main' | 'east';
  /** until, in, or for so many days */
  readonly days: number;
  /** whether it meets a hold, loan or copy that is there, as people mostly do, and not whatever its names say */
  readonly aimed: boolean;
}

// as: the keys of the object above
const names = Object.keys(weights) as readonly ActName[];

const act = fc.oneof(...names.map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })));

export const event: fc.Arbitrary<Event> = fc.record({
  act,
  reader: fc.constantFrom(...people),
  title: fc.constantFrom(...titles),
  copy: fc.constantFrom(...copyCodes),
  place: fc.constantFrom('main' as const, 'east' as const),
  days: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 8 }) }, { weight: 1, arbitrary: fc.constantFrom(89, 90, 91) }),
  aimed: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
});

/** Terms under which a history plays. */
export interface Terms {
  readonly maxHolds: number;
  readonly maxRenewals: number;
  readonly renewWindowDays: number | null;
  readonly overdueRenewal: 'allow' | 'block' | 'block-all';
  readonly dueMode: 'calendar' | 'pushNextOpen' | 'skipClosed';
  readonly missedPickup: 'expire' | 'suspend';
}

export const terms: fc.Arbitrary<Terms> = fc.record({
  maxHolds: fc.integer({ min: 1, max: 3 }),
  maxRenewals: fc.integer({ min: 0, max: 2 }),
  renewWindowDays: fc.constantFrom(null, 3, 7),
  overdueRenewal: fc.constantFrom('allow' as const, 'block' as const, 'block-all' as const),
  dueMode: fc.constantFrom('calendar' as const, 'pushNextOpen' as const, 'skipClosed' as const),
  missedPickup: fc.constantFrom('expire' as const, 'suspend' as const),
});
