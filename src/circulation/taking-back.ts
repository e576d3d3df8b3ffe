import type { CirculationRefusal } from '#domain/refusals.ts';
import type { Desk, DeskKeyed } from '#ports/library-system.ts';
import type { CopyCode, PatronId } from '#shared/ids.ts';
import { type Act, type CirculationParts, granted, refused } from './context.ts';
import { deskAct } from './desk/acts.ts';
import { closeLoan, openLoans } from './desk/open-loans.ts';
import type { Touched } from './desk/rows.ts';
import { findTitle, titleIdOf } from './handing-out.ts';
import { capture, makeReady, type PassedOn, passOn } from './held-copies.ts';
import { findPatronByCard } from './patrons.ts';
import { backToQueue, moveCopy, settleQueue } from './queue-changes.ts';
import type { TitleCopy, TitleState } from './title-state.ts';

type CheckedIn = Awaited<ReturnType<Desk['checkIn']>>;
type Request = Parameters<Desk['checkIn']>[0];

/** The copy named by its code; of a title the one on loan, the card deciding between several; else one that awaits the desk. */
const chooseReturned = async (at: Act, state: TitleState, { copyOrTitle, card }: Request): Promise<TitleCopy | CirculationRefusal> => {
  const named = state.copies.find((copy) => copy.code === copyOrTitle);
  const patron = card === undefined ? null : await findPatronByCard(at, card);
  if (card !== undefined && patron === null) return { reason: 'patron-not-found' };
  if (named !== undefined) {
    const [loan] = await openLoans(at, 'copyCode', named.code);
    return loan !== undefined && patron !== null && loan.patronId !== patron.id ? { reason: 'other-card' } : named;
  }
  const loans = (await openLoans(at, 'titleId', state.id)).filter((loan) => patron === null || loan.patronId === patron.id);
  const out = new Set(loans.map((loan) => loan.copyCode));
  const copies = state.copies.filter((copy) =>
    out.size > 0 ? out.has(copy.code) : copy.status === 'in_transit' || copy.status === 'releasing',
  );
  const [only, another] = copies;
  if (only === undefined) return { reason: 'copy-not-available', state: state.copies[0]?.status ?? 'missing' };
  return another === undefined ? only : { reason: 'which-copy', copies: copies.map((copy) => copy.code) };
};

/** The title, and whoever may have the copy that is meant. */
const touches = async (at: Act, copyOrTitle: string): Promise<Touched> => {
  const loans = await openLoans(at, 'copyCode', copyOrTitle);
  const candidates = loans.length > 0 ? loans : await openLoans(at, 'titleId', copyOrTitle);
  return { patronIds: candidates.map((loan) => loan.patronId), titleIds: [await titleIdOf(at, copyOrTitle)] };
};

/** What the desk does with a copy in its hands, whatever it was before. */
const receive = async (at: Act, copy: TitleCopy, state: TitleState): Promise<PassedOn | CirculationRefusal> => {
  const hold = state.holds.find((each) => each.copyCode === copy.code);
  switch (copy.status) {
    case 'available':
    case 'on_hold_shelf':
    case 'damaged':
      return { reason: 'copy-not-available', state: copy.status };
    case 'in_transit':
      return hold === undefined ? passOn(at, copy, state) : makeReady(at, copy, hold);
    case 'allocated':
      return hold === undefined ? passOn(at, copy, state) : capture(at, copy, hold);
    default:
      return passOn(at, copy, state);
  }
};

const checkInIn = async (at: Act, request: Request): Promise<CheckedIn> => {
  const state = await findTitle(at, request.copyOrTitle);
  if (state === null) return refused({ reason: 'copy-not-found' });
  const copy = await chooseReturned(at, state, request);
  if ('reason' in copy) return refused(copy);
  const [loan] = await openLoans(at, 'copyCode', copy.code);
  const received = await receive(at, copy, state);
  if ('reason' in received) return refused(received);
  const closed = loan === undefined ? { openDaysLate: 0, because: [] } : await closeLoan(at, loan);
  await settleQueue(at, state.id);
  // as: codes and ids that were just read
  const [copyCode, heldFor, returnedBy] = [copy.code, received.hold?.patronId ?? null, loan?.patronId ?? null] as [
    CopyCode,
    PatronId | null,
    PatronId | null,
  ];
  const { openDaysLate, because } = closed;
  return granted({ title: state.title, copyCode, openDaysLate, nextState: received.status, heldFor, returnedBy }, because);
};

/** A copy comes back, arrives, or is found: it is ready for the first reader at once, or travels to them, or is free. */
export const checkIn = (parts: CirculationParts, request: Request, keyed: DeskKeyed): Promise<CheckedIn> =>
  deskAct(parts, 'check-in', keyed, {
    touches: (at) => touches(at, request.copyOrTitle),
    work: (at) => checkInIn(at, request),
    about: ({ title, copyCode, returnedBy }) => ({ title, copyCode, patronId: returnedBy }),
  });

interface OneCopy {
  readonly copyCode: CopyCode;
}

/** Staff took the copy of a hold from the shelf: it is ready when this is the pickup place, else it travels. */
export const confirmCapture = (parts: CirculationParts, { copyCode }: OneCopy, keyed: DeskKeyed): ReturnType<Desk['confirmCapture']> =>
  deskAct(parts, 'confirm-capture', keyed, {
    touches: (at) => touches(at, copyCode),
    about: ({ title }) => ({ title, copyCode, patronId: null }),
    work: async (at) => {
      const state = await findTitle(at, copyCode);
      const copy = state?.copies.find((each) => each.code === copyCode);
      if (state === null || copy === undefined) return refused({ reason: 'copy-not-found' });
      const hold = state.holds.find((each) => each.copyCode === copy.code);
      if (hold === undefined || copy.status !== 'allocated') return refused({ reason: 'copy-not-available', state: copy.status });
      const { status, deadline } = await capture(at, copy, hold);
      await settleQueue(at, state.id);
      return granted({ title: state.title, status: status === 'in_transit' ? 'in_transit' : 'ready', deadline }, []);
    },
  });

const shelved: ReadonlySet<string> = new Set(['available', 'allocated', 'on_hold_shelf']);

/** "Tidak ada di rak": the copy is missing, its reader keeps the place and gets the next copy (R1). */
export const reportMissing = (parts: CirculationParts, { copyCode }: OneCopy, keyed: DeskKeyed) =>
  deskAct<OneCopy & { readonly title: string }>(parts, 'report-missing', keyed, {
    touches: (at) => touches(at, copyCode),
    about: ({ title }) => ({ title, copyCode, patronId: null }),
    work: async (at) => {
      const state = await findTitle(at, copyCode);
      const copy = state?.copies.find((each) => each.code === copyCode);
      if (state === null || copy === undefined) return refused({ reason: 'copy-not-found' });
      if (!shelved.has(copy.status)) return refused({ reason: 'copy-not-available', state: copy.status });
      await moveCopy(at, copy, 'missing');
      const hold = state.holds.find((each) => each.copyCode === copy.code);
      if (hold !== undefined) await backToQueue(at, hold.id, { status: 'waiting' });
      await settleQueue(at, state.id);
      return granted({ title: state.title, copyCode }, []);
    },
  });
