import { momentFrom } from '#shared/day.ts';
import { withLibraryOffset } from '../world/moments.ts';

/** A moment of the database as the snapshot shows it. */
export const moment = (text: string | null): string | null => (text === null ? null : withLibraryOffset(momentFrom(text)));
