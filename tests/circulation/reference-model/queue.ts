import {
  comesToBranches,
  copiesOf,
  copyWith,
  livingHolds,
  type Model,
  type ModelCopy,
  type ModelHold,
  move,
  openAfter,
  today,
  waitingHolds,
} from './state.ts';

// R1 to R4 on paper.

const pickupDays = 3;

const best = (hold: ModelHold, free: readonly ModelCopy[]): ModelCopy | undefined =>
  free.find((copy) => copy.branch === hold.place) ?? free[0];

const isLost = ({ status }: ModelCopy): boolean => status === 'lost' || status === 'damaged';

/** Nobody waits for what cannot come; free copies go to the first in line; places are counted. */
export const settle = (model: Model, title: string): void => {
  const isHopeless = !copiesOf(model, title).some((copy) => comesToBranches(copy) && !isLost(copy));
  for (const hold of livingHolds(model, title)) if (isHopeless && ['waiting', 'suspended'].includes(hold.status)) end(hold, 'unfillable');
  for (const hold of waitingHolds(model, title)) {
    const copy = best(
      hold,
      copiesOf(model, title).filter((each) => each.status === 'available' && comesToBranches(each)),
    );
    if (copy === undefined) continue;
    move(model, copy, 'allocated');
    Object.assign(hold, { status: 'allocated', copy: copy.code });
  }
  let place = 0;
  for (const hold of livingHolds(model, title)) hold.position = hold.status === 'ready' ? null : (place += 1);
};

export const end = (hold: ModelHold, status: string, copy: string | null = null): void => {
  Object.assign(hold, { status, copy, position: null });
};

export const backInLine = (hold: ModelHold, change: Partial<ModelHold> = {}): void => {
  Object.assign(hold, { status: 'waiting', copy: null, readyOn: null, deadline: null, until: null, ...change });
};

/** The reader gives the copy up: free at once when nobody has touched it, else for the staff. */
export const letGo = (model: Model, hold: ModelHold): void => {
  const copy = hold.copy === null ? undefined : copyWith(model, hold.copy);
  if (copy !== undefined) move(model, copy, hold.status === 'allocated' ? 'available' : 'releasing');
};

export const makeReady = (model: Model, copy: ModelCopy, hold: ModelHold): void => {
  move(model, copy, 'on_hold_shelf');
  copy.branch = hold.place;
  Object.assign(hold, {
    status: 'ready',
    copy: copy.code,
    position: null,
    readyOn: today(model),
    deadline: openAfter(model, today(model), pickupDays),
  });
};

export const capture = (model: Model, copy: ModelCopy, hold: ModelHold): void => {
  if (copy.branch === hold.place) return makeReady(model, copy, hold);
  move(model, copy, 'in_transit');
  Object.assign(hold, { status: 'in_transit', copy: copy.code });
};

const firstFor = (model: Model, copy: ModelCopy): ModelHold | undefined =>
  comesToBranches(copy) ? waitingHolds(model, copy.title)[0] : undefined;

/** A copy in the hands of staff. */
export const passOn = (model: Model, copy: ModelCopy): void => {
  const hold = firstFor(model, copy);
  if (hold === undefined) move(model, copy, 'available');
  else capture(model, copy, hold);
};

/** A copy on the hold shelf whose reader did not come. */
export const passOnUnseen = (model: Model, copy: ModelCopy): void => {
  const hold = firstFor(model, copy);
  move(model, copy, hold === undefined ? 'releasing' : 'allocated');
  if (hold !== undefined) Object.assign(hold, { status: 'allocated', copy: copy.code });
};
