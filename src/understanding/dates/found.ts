import type { Temporal } from '#shared/day.ts';
import type { Side } from './atoms.ts';
import type { Day } from './calendar.ts';

/** What an expression turned out to mean, before it is written down as a reading. */
export type Found =
  | { readonly kind: 'day'; readonly day: Day; readonly part?: string; readonly confirm: boolean }
  | { readonly kind: 'days'; readonly from: Day; readonly to: Day; readonly confirm: boolean }
  | { readonly kind: 'set'; readonly days: readonly Day[]; readonly confirm: boolean }
  | {
      readonly kind: 'moment';
      readonly at: Temporal.PlainDateTime;
      readonly confirm: boolean;
      readonly timeOnly: boolean;
    }
  | {
      readonly kind: 'moments';
      readonly from: Temporal.PlainDateTime;
      readonly to: Temporal.PlainDateTime;
      readonly confirm: boolean;
      readonly timeOnly: boolean;
    }
  | { readonly kind: 'deadline'; readonly value: string; readonly named?: string; readonly confirm: boolean }
  | { readonly kind: 'recurring'; readonly value: string; readonly part?: string; readonly confirm: boolean }
  | { readonly kind: 'holiday'; readonly key: string; readonly side?: Side; readonly confirm: boolean }
  | {
      readonly kind: 'prayer';
      readonly key: string;
      readonly side?: Side;
      readonly day: Day;
      readonly confirm: boolean;
    }
  | { readonly kind: 'vague' | 'invalid' | 'conflict' };

export const INVALID: Found = { kind: 'invalid' };
export const CONFLICT: Found = { kind: 'conflict' };
export const VAGUE: Found = { kind: 'vague' };

/** The first and last day something found covers, when days are known. */
export const daysOf = (found: Found): { readonly from: Day; readonly to: Day } | undefined => {
  if (found.kind === 'day') return { from: found.day, to: found.day };
  if (found.kind === 'days') return { from: found.from, to: found.to };
  if (found.kind === 'moment') return { from: found.at.toPlainDate(), to: found.at.toPlainDate() };
  if (found.kind === 'moments') return { from: found.from.toPlainDate(), to: found.to.toPlainDate() };
  return undefined;
};

export const asks = (found: Found): boolean => ('confirm' in found ? found.confirm : true);
