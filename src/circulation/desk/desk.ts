import type { DeskKeyed, Keyed } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import type { Temporal } from '#shared/day.ts';
import type { CirculationParts } from '../context.ts';
import { claimReturned, type OwnLoan, reportLost } from './cases.ts';
import { judgeCopy } from './copy-states.ts';
import { liftSuspension, settleFines } from './fines.ts';
import { acceptReplacement, chargeLost } from './lost-loans.ts';
import { activateMember, extendCard, type NewMember, registerMember } from './members.ts';
import { caseLoans, copiesIn, copiesOut, deskLog, holdsSetBack, pendingMembers, proposedCard, readMember, recognise } from './reading.ts';
import { undoLast } from './undoing.ts';

/** The rarer acts of the desk and what it looks at, beyond the Desk port. */
export const deskActs = (parts: CirculationParts) => ({
  /** R10: what readers report themselves */
  claimReturned: (loan: OwnLoan, keyed: Keyed) => claimReturned(parts, loan, keyed),
  reportLost: (loan: OwnLoan, keyed: Keyed) => reportLost(parts, loan, keyed),
  judgeCopy: (request: Parameters<typeof judgeCopy>[1], keyed: DeskKeyed) => judgeCopy(parts, request, keyed),
  acceptReplacement: (request: Parameters<typeof acceptReplacement>[1], keyed: DeskKeyed) => acceptReplacement(parts, request, keyed),
  chargeLost: (request: Parameters<typeof chargeLost>[1], keyed: DeskKeyed) => chargeLost(parts, request, keyed),
  settleFines: (settlement: Parameters<typeof settleFines>[1], keyed: DeskKeyed) => settleFines(parts, settlement, keyed),
  liftSuspension: (patron: { readonly patronId: PatronId }, keyed: DeskKeyed) => liftSuspension(parts, patron, keyed),
  registerMember: (member: NewMember, keyed: DeskKeyed) => registerMember(parts, member, keyed),
  activateMember: (patronId: PatronId, keyed: DeskKeyed) => activateMember(parts, patronId, keyed),
  extendCard: (patronId: PatronId, keyed: DeskKeyed) => extendCard(parts, patronId, keyed),
  /** "urungkan" */
  undoLast: (by: { readonly staffId: string }, keyed: Keyed) => undoLast(parts, by, keyed),
  /** which words of a message are codes, cards or ids of titles */
  recognise: (words: readonly string[]) => recognise(parts, words),
  copiesOut: (titleIds: readonly string[]) => copiesOut(parts, titleIds),
  copiesIn: (states: readonly string[]) => copiesIn(parts, states),
  caseLoans: () => caseLoans(parts),
  pendingMembers: () => pendingMembers(parts),
  deskLog: (asked: { readonly staffId: string; readonly since: Temporal.Instant }) => deskLog(parts, asked),
  /** readers who may have been told what is no longer so, by acts since that moment */
  holdsSetBack: (since: string) => holdsSetBack(parts, since),
  proposedCard: () => proposedCard(parts),
  /** the member whose card this is */
  memberWith: (card: string) => readMember(parts, card),
});
