import type { Keyed } from '#ports/library-system.ts';
import type { LoanId, PatronId } from '#shared/ids.ts';
import { changePickup, type PickupChange, previewPickupChange } from './changing-pickup.ts';
import {
  dueSoon,
  type DuePage,
  type DueQuestion,
  endedHolds,
  type EndedHold,
  type EndedQuestion,
  longSuspended,
  passedOnHolds,
  readyHolds,
  type ReadyHold,
  type ReadyQuestion,
} from './clockwork.ts';
import { type CirculationParts, look } from './context.ts';
import { cancelAllHolds, type OwnHold } from './ending-holds.ts';
import { explainDue, explainHolds, explainSuspension } from './explaining.ts';
import { endHopelessHolds, expireHolds, judgeHoldsOf, lapseSuspensions, resumeHolds } from './hold-jobs.ts';
import { explainFines } from './explaining-fines.ts';
import { closedStops } from './places.ts';
import { childrenOf } from './reading.ts';
import { previewSuspension, resumeHold, suspendHold, type Suspension } from './suspending-holds.ts';
import { moveStrandedHolds, type StrandedHold, strandedHolds } from './visit-holds.ts';

/** What readers can do in our own circulation beyond the port, and what happens to their holds and loans by itself. */
export const patronActs = (parts: CirculationParts) => ({
  /** before an account is erased */
  cancelAllHolds: (request: Pick<OwnHold, 'patronId'>, keyed: Keyed) => cancelAllHolds(parts, request, keyed),
  /** R4 */
  previewSuspension: (request: Suspension) => previewSuspension(parts, request),
  suspendHold: (request: Suspension, keyed: Keyed) => suspendHold(parts, request, keyed),
  resumeHold: (request: OwnHold, keyed: Keyed) => resumeHold(parts, request, keyed),
  previewPickupChange: (request: PickupChange) => previewPickupChange(parts, request),
  changePickup: (request: PickupChange, keyed: Keyed) => changePickup(parts, request, keyed),
  closedStops: async () => closedStops(await look(parts)),
  /** "kenapa?" */
  explainDue: (loan: { readonly patronId: PatronId; readonly loanId: LoanId }) => explainDue(parts, loan),
  explainHolds: (patronId: PatronId) => explainHolds(parts, patronId),
  explainFines: (patronId: PatronId) => explainFines(parts, patronId),
  explainSuspension: (patronId: PatronId) => explainSuspension(parts, patronId),
  /** R12 */
  childrenOf: (guardian: PatronId) => childrenOf(parts, guardian),
  /** R3, R4: repeating any of these changes nothing more */
  judgeHoldsOf: (patronId: PatronId) => judgeHoldsOf(parts, patronId),
  expireHolds: () => expireHolds(parts),
  resumeHolds: () => resumeHolds(parts),
  lapseSuspensions: () => lapseSuspensions(parts),
  endHopelessHolds: () => endHopelessHolds(parts),
  strandedHolds: () => strandedHolds(parts),
  moveStrandedHolds: (stranded: readonly StrandedHold[]) => moveStrandedHolds(parts, stranded),
  dueSoon: (question: DueQuestion): Promise<DuePage> => dueSoon(parts.database, question),
  endedHolds: (question: EndedQuestion): Promise<readonly EndedHold[]> => endedHolds(parts.database, question),
  readyHolds: (question?: ReadyQuestion): Promise<readonly ReadyHold[]> => readyHolds(parts.database, question),
  passedOnHolds: () => passedOnHolds(parts.database),
  longSuspended: (through: string) => longSuspended(parts.database, through),
});
