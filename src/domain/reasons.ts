/** Why a decision is as it is, recorded when it is made, so that "kenapa?" needs no second computation. Serialisable. */
export type Reason =
  /** a row of the lending rules decided `field` */
  | { readonly kind: 'rule'; readonly ruleId: string; readonly label: string; readonly field: string; readonly value: string | number }
  /** these closed days moved `from` to `to` (YYYY-MM-DD) */
  | { readonly kind: 'closed-days'; readonly from: string; readonly to: string; readonly days: readonly ClosedDay[] }
  | { readonly kind: 'holds-before'; readonly count: number }
  /** copies that could serve a hold: all, and those free now */
  | { readonly kind: 'copies'; readonly usable: number; readonly free: number }
  /** a result was cut at the day the card expires */
  | { readonly kind: 'card-expiry'; readonly on: string }
  /** `title`: which loan, where the decision is about more than one; open days, unless the rule counts those of the calendar */
  | {
      readonly kind: 'open-days-late';
      readonly days: number;
      readonly due: string;
      readonly title?: string;
      readonly count?: 'open' | 'calendar';
    }
  /** the days were counted from `on`, which is not one of them */
  | { readonly kind: 'counted-from'; readonly on: string }
  | { readonly kind: 'renewed'; readonly times: number }
  /** the first day on which a copy is due back, or was */
  | { readonly kind: 'earliest-due'; readonly on: string; readonly isLate: boolean }
  /** the book stands on the hold shelf since then */
  | { readonly kind: 'ready-since'; readonly on: string }
  /** a visit of the van brings the book, or takes it back */
  | { readonly kind: 'van-visit'; readonly on: string; readonly stop: string }
  /** a hold is passed over: until that day, or until its reader says so */
  | { readonly kind: 'suspended-hold'; readonly until: string | null }
  | { readonly kind: 'minimum-age'; readonly age: number }
  | { readonly kind: 'reference-only' };

export interface ClosedDay {
  readonly day: string;
  readonly reason: string;
  /** the date is not confirmed yet (R8) */
  readonly tentative: boolean;
}
