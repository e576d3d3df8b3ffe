import type { Reason } from '#domain/reasons.ts';
import type { CirculationRefusal } from '#domain/refusals.ts';
import type { BranchId, CopyCode, HoldId, LoanId, PatronId, StaffId, TitleId } from '#shared/ids.ts';
import type { Result } from '#shared/result.ts';

/** All days are YYYY-MM-DD of the library's calendar. Everything here is serialisable: outcomes are stored as they are. */
export interface TitleRecord {
  readonly id: TitleId;
  readonly title: string;
  readonly author: string;
  readonly subjects: readonly string[];
  readonly isbn: string | null;
  readonly publisher: string | null;
  readonly year: number | null;
  readonly synopsis: string | null;
  readonly language: string;
  readonly format: 'book' | 'braille' | 'audio' | 'large_print';
  readonly audience: 'all' | 'child' | 'teen' | 'adult' | 'adult_only';
  readonly localAuthor: boolean;
  /** read in the library only */
  readonly reference: boolean;
  readonly callNumber: string | null;
  readonly shelf: string | null;
  readonly digital: { readonly formats: readonly string[]; readonly access: 'link' | 'file'; readonly concurrent: number | null } | null;
  readonly addedOn: string;
}

export interface PlaceAvailability {
  readonly branchId: BranchId;
  readonly branchName: string;
  readonly kind: 'branch' | 'van';
  readonly copies: number;
  /** on the shelf and promised to nobody */
  readonly available: number;
}

export interface Availability {
  readonly places: readonly PlaceAvailability[];
  readonly copies: number;
  readonly available: number;
  readonly onLoan: number;
  /** the first day on which a copy is due back, when none is free */
  readonly earliestDue: string | null;
  /** holds that wait for a copy */
  readonly queue: number;
}

export interface LoanRecord {
  readonly id: LoanId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly copyCode: CopyCode;
  readonly branchId: BranchId;
  readonly loanedOn: string;
  readonly dueOn: string;
  readonly renewals: number;
  readonly status: 'open' | 'lost' | 'claimed_returned';
  /** days after the due date on which the library was open (R7) */
  readonly openDaysLate: number;
}

export interface HoldRecord {
  readonly id: HoldId;
  readonly titleId: TitleId;
  readonly title: string;
  readonly author: string;
  readonly status: 'waiting' | 'suspended' | 'allocated' | 'in_transit' | 'ready';
  /** 1 = next */
  readonly position: number | null;
  readonly pickupPlace: string;
  readonly pickupName: string;
  readonly copyCode: CopyCode | null;
  readonly deadlineOn: string | null;
  readonly placedAt: string;
  /** the day on which a suspended hold waits again; null: not suspended, or until its reader says so */
  readonly suspendedUntil: string | null;
  /** at a stop of the van: when the visit begins that brings the book */
  readonly visitStart: string | null;
}

/** Where a hold may be fetched. */
export interface PickupPlace {
  readonly id: string;
  readonly name: string;
  readonly kind: 'branch' | 'stop';
  /** at a stop: the next visit that can still be reached, and until when books are ordered to it (moments) */
  readonly visit: { readonly startAt: string; readonly orderUntil: string } | null;
}

export interface FineRecord {
  readonly id: string;
  readonly title: string | null;
  readonly amount: number;
  readonly status: 'open' | 'paid' | 'waived';
}

export interface PatronRecord {
  readonly id: PatronId;
  readonly name: string;
  readonly card: string;
  readonly type: 'adult' | 'teen' | 'child';
  readonly status: 'pending' | 'active' | 'suspended' | 'expired' | 'deleted';
  readonly birthOn: string | null;
  readonly expiresOn: string | null;
  readonly suspendedUntil: string | null;
}

/** A decision and why; `because` is shown when somebody asks "kenapa?". */
export type Decision<Value> = Result<Value, CirculationRefusal> & { readonly because: readonly Reason[] };

export interface HoldPlaced {
  readonly holdId: HoldId;
  readonly status: HoldRecord['status'];
  readonly position: number | null;
  readonly pickupPlace: string;
  readonly pickupName: string;
  /** at a stop of the van: when the visit begins that brings the book */
  readonly visitStart: string | null;
  readonly copyCode: CopyCode | null;
  /** rough wait as days from and to, when nobody can know better */
  readonly expected: { readonly from: string; readonly to: string } | null;
}

export interface Renewed {
  readonly loanId: LoanId;
  readonly title: string;
  readonly oldDue: string;
  readonly newDue: string;
  readonly renewalsLeft: number;
}

/** `key` makes a repeated call change nothing and answer the same (HOUSE §1). */
export interface Keyed {
  readonly key: string;
}

/** An act of the desk: with the member of staff who does it, it can be taken back ("urungkan"). */
export interface DeskKeyed extends Keyed {
  readonly staffId?: StaffId;
}

/** What the assistant asks of the system that lends the books: our own circulation, or a foreign one. */
export interface LibrarySystem {
  titles(ids: readonly TitleId[]): Promise<readonly TitleRecord[]>;
  availability(ids: readonly TitleId[]): Promise<ReadonlyMap<TitleId, Availability>>;
  patron(id: PatronId): Promise<PatronRecord | null>;
  /** open loans, also lost or claimed returned ones, by due date */
  loansOf(patron: PatronId): Promise<readonly LoanRecord[]>;
  /** living holds, oldest first */
  holdsOf(patron: PatronId): Promise<readonly HoldRecord[]>;
  finesOf(patron: PatronId): Promise<readonly FineRecord[]>;
  /** what placeHold would answer now; changes nothing */
  previewHold(request: HoldRequest): Promise<Decision<Omit<HoldPlaced, 'holdId'>>>;
  placeHold(request: HoldRequest, keyed: Keyed): Promise<Decision<HoldPlaced>>;
  /** R2: a hold that was found releases its copy only when staff confirm it */
  cancelHold(request: { readonly patronId: PatronId; readonly holdId: HoldId }, keyed: Keyed): Promise<Decision<HoldCancelled>>;
  previewRenewal(request: RenewalRequest): Promise<Decision<Omit<Renewed, 'loanId'>>>;
  renew(request: RenewalRequest, keyed: Keyed): Promise<Decision<Renewed>>;
  /** branches first */
  pickupPlaces(): Promise<readonly PickupPlace[]>;
}

export interface HoldCancelled {
  readonly title: string;
  /** a copy was set aside for this hold and is free for others already */
  readonly copyReleased: boolean;
  /** its copy was found, and moves on when staff have it in their hands (R2) */
  readonly awaitsStaff: boolean;
}

export interface HoldRequest {
  readonly patronId: PatronId;
  readonly titleId: TitleId;
  readonly pickupPlace: string;
}

export interface RenewalRequest {
  readonly patronId: PatronId;
  readonly loanId: LoanId;
  /** renew only a loan that is still due on this day: an old offer does not renew twice */
  readonly ifDueOn?: string;
}

/** Acts of the desk; only where we are the master of the holdings. */
export interface Desk {
  checkOut(
    request: { readonly copyOrTitle: string; readonly card: string },
    keyed: DeskKeyed,
  ): Promise<
    Decision<{
      readonly loanId: LoanId;
      readonly title: string;
      readonly copyCode: CopyCode;
      readonly due: string;
      readonly patronId: PatronId;
    }>
  >;
  /** `card` decides when a title has several copies on loan */
  checkIn(
    request: { readonly copyOrTitle: string; readonly card?: string },
    keyed: DeskKeyed,
  ): Promise<
    Decision<{
      readonly title: string;
      readonly copyCode: CopyCode;
      readonly openDaysLate: number;
      readonly nextState: string;
      readonly heldFor: PatronId | null;
      /** who had it on loan */
      readonly returnedBy: PatronId | null;
    }>
  >;
  /** holds whose copy must be taken from a shelf */
  pullList(): Promise<
    readonly {
      readonly holdId: HoldId;
      readonly title: string;
      readonly author: string;
      readonly copyCode: CopyCode;
      readonly shelf: string | null;
      readonly branchName: string;
      readonly pickupName: string;
    }[]
  >;
  confirmCapture(
    request: { readonly copyCode: CopyCode },
    keyed: DeskKeyed,
  ): Promise<Decision<{ readonly title: string; readonly status: 'ready' | 'in_transit'; readonly deadline: string | null }>>;
}
