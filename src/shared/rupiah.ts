import type { Brand } from '#shared/brand.ts';

/** A whole number of rupiah. */
export type Rupiah = Brand<number, 'Rupiah'>;

/** Throws RangeError unless `amount` is a whole number that can be counted exactly. */
export const rupiah = (amount: number): Rupiah => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of rupiah`);
  // as: the check above is what the brand promises
  return amount as Rupiah;
};
