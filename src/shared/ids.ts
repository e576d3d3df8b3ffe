import { randomBytes } from 'node:crypto';
import type { Brand } from '#shared/brand.ts';

export type PatronId = Brand<string, 'PatronId'>;
export type TitleId = Brand<string, 'TitleId'>;
export type CopyCode = Brand<string, 'CopyCode'>;
export type LoanId = Brand<string, 'LoanId'>;
export type HoldId = Brand<string, 'HoldId'>;
export type BranchId = Brand<string, 'BranchId'>;
export type StaffId = Brand<string, 'StaffId'>;
/** platform + ':' + the platform's own id of the person */
export type AccountId = Brand<string, 'AccountId'>;

// The base32 alphabet of Crockford: no I, L, O, U, so a code can be read aloud and typed.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `length` random characters of base32 (5 bits each). */
export const randomCode = (length: number): string => Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');

/** A new row id: 80 random bits. */
export const newId = (): string => randomCode(16).toLowerCase();
