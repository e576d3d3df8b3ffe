import { createHash } from 'node:crypto';

/** How a desk's one-time code is stored: never as itself. Case, spaces and dashes do not matter when it is typed. */
export const hashLinkCode = (code: string): string =>
  createHash('sha256')
    .update(`link-code:${normalised(code)}`)
    .digest('base64url');

const normalised = (code: string): string => code.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
