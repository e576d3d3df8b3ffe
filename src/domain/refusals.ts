/**
 * Every reason the library has for saying no, in one closed union; each complete language has words for each of them
 * (languages/<x>/refusals.ts). DOMAIN R6, R9, R12 and the codes of foreign systems, in kebab-case. Dates are YYYY-MM-DD.
 */
export type CirculationRefusal =
  // loans and renewals, in the order of R6
  | { readonly reason: 'loan-not-found' }
  | { readonly reason: 'not-yours' }
  | { readonly reason: 'item-lost' }
  | { readonly reason: 'claimed-returned' }
  | { readonly reason: 'member-expired'; readonly on: string | null }
  | { readonly reason: 'member-suspended'; readonly until: string | null }
  | { readonly reason: 'hold-waiting'; readonly waiting: number; readonly otherCopies: number }
  | { readonly reason: 'limit-reached'; readonly limit: number }
  | { readonly reason: 'overdue'; readonly openDaysLate: number; readonly allowed: number; readonly due: string }
  | { readonly reason: 'too-soon'; readonly firstDay: string }
  /** it was renewed since it was offered */
  | { readonly reason: 'already-renewed'; readonly due: string }
  | { readonly reason: 'not-renewable' }
  | { readonly reason: 'no-gain'; readonly due: string }
  // holds
  | { readonly reason: 'title-not-found' }
  | { readonly reason: 'no-copies' }
  | { readonly reason: 'not-holdable' }
  | { readonly reason: 'age-restricted'; readonly minimumAge: number }
  | { readonly reason: 'already-yours'; readonly due: string }
  | { readonly reason: 'duplicate-hold'; readonly position: number | null; readonly ready: boolean }
  | { readonly reason: 'hold-limit'; readonly limit: number; readonly have: number }
  | { readonly reason: 'hold-limit-today'; readonly limit: number }
  | { readonly reason: 'pickup-invalid' }
  | { readonly reason: 'hold-not-found' }
  /** the book of this hold was found: it is kept, or travels, for its reader (R4) */
  | { readonly reason: 'hold-found'; readonly state: 'ready' | 'in_transit'; readonly pickupName: string; readonly deadline: string | null }
  /** R4: `latest` is the last day a hold may be suspended to */
  | { readonly reason: 'suspension-limit'; readonly days: number; readonly latest: string }
  // desk
  | { readonly reason: 'loan-limit'; readonly limit: number; readonly have: number }
  | { readonly reason: 'copy-not-found' }
  | { readonly reason: 'copy-not-available'; readonly state: string }
  | { readonly reason: 'reserved-for-another' }
  /** the copy is out on another card than the one that was named */
  | { readonly reason: 'other-card' }
  /** several copies of the title could be meant */
  | { readonly reason: 'which-copy'; readonly copies: readonly string[] }
  | { readonly reason: 'patron-not-found' }
  /** a new copy or card was to get a number that is in use */
  | { readonly reason: 'code-taken'; readonly code: string }
  | { readonly reason: 'no-fine' }
  | { readonly reason: 'not-suspended' }
  /** R12 */
  | { readonly reason: 'guardian-needed' }
  | { readonly reason: 'not-pending' }
  /** this member of staff did nothing lately that can be taken back */
  | { readonly reason: 'nothing-to-undo' }
  /** something was built on the act since */
  | { readonly reason: 'changed-since'; readonly what: 'loan' | 'copy' | 'hold' | 'fine' | 'member' }
  // membership and money
  | { readonly reason: 'fines-owed'; readonly amount: number }
  | { readonly reason: 'member-pending' }
  // foreign systems
  | { readonly reason: 'unsupported' }
  | { readonly reason: 'conflict' }
  | { readonly reason: 'other'; readonly detail: string };
