import type { Event } from '../histories/events.ts';
import { backInLine, end, passOnUnseen, settle } from './queue.ts';
import type { Expected } from './readers.ts';
import { copyWith, isOpen, type Model, type ModelHold, openAfter, openFrom, openLoans, plus, today } from './state.ts';

const closingTime = '16:00';
const sparedDays = 7;

/** R3: never on a closed day, on the last day only after closing time. */
const hasLapsed = (model: Model, { deadline }: ModelHold): boolean => {
  if (deadline === null || !isOpen(model, today(model))) return false;
  const last = openFrom(model, deadline);
  return today(model) > last || (today(model) === last && model.now.slice(11) >= closingTime);
};

const expire = (model: Model, hold: ModelHold): void => {
  const copy = hold.copy === null ? undefined : copyWith(model, hold.copy);
  const isSpared = model.terms.missedPickup === 'suspend' && !hold.wasSpared;
  if (isSpared) backInLine(hold, { status: 'suspended', until: openAfter(model, today(model), sparedDays), wasSpared: true });
  else end(hold, 'expired');
  if (copy?.status === 'on_hold_shelf') passOnUnseen(model, copy);
  settle(model, hold.title);
};

const wake = (model: Model, hold: ModelHold): void => {
  if (hold.until !== null && hold.until <= today(model)) Object.assign(hold, { status: 'waiting', until: null });
  else if (hold.deadline !== null && hold.deadline < today(model)) end(hold, 'expired');
  settle(model, hold.title);
};

/** What happens by itself. */
export const passTime = (model: Model): void => {
  for (const hold of model.holds.filter(({ status }) => status === 'ready')) if (hasLapsed(model, hold)) expire(model, hold);
  for (const hold of model.holds.filter(({ status }) => status === 'suspended')) wake(model, hold);
};

/** R3: a day more for each closed one of the time to fetch the book. */
const laterDeadline = (model: Model, { readyOn, deadline }: ModelHold, day: string): string | null => {
  if (deadline === null || day > deadline) return deadline;
  const lost = readyOn === null || day > readyOn ? 1 : 0;
  return openFrom(model, openAfter(model, deadline, lost));
};

/** R7: open loans and kept holds get later dates. */
export const close = (model: Model, { days }: Event): Expected => {
  const day = plus(today(model), days);
  if (!isOpen(model, day)) return { value: { loans: 0, holds: 0 } };
  model.closed.add(day);
  const due = openLoans(model).filter((loan) => loan.status === 'open' && loan.due === day && model.terms.dueMode !== 'calendar');
  for (const loan of due) loan.due = openFrom(model, day);
  const kept = model.holds.filter((hold) => hold.status === 'ready' && laterDeadline(model, hold, day) !== hold.deadline);
  for (const hold of kept) hold.deadline = laterDeadline(model, hold, day);
  return { value: { loans: due.length, holds: kept.length } };
};
