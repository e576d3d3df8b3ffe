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
  | { readonly kind: 'open-days-late'; readonly days: number; readonly due: string };

export interface ClosedDay {
  readonly day: string;
  readonly reason: string;
  /** the date is not confirmed yet (R8) */
  readonly tentative: boolean;
}
