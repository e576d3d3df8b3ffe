import { readAnchored, readCountdown } from './anchored.ts';
import type { Reader } from './atoms.ts';
import { readEdge } from './edges.ts';
import type { Found } from './found.ts';
import { group } from './group.ts';
import { readAfterwards, readDeadline, readSince, withTrailingDeadline } from './limits.ts';
import { readListing } from './listing.ts';
import { readRange } from './range.ts';
import { readRecurrence } from './read-recurrence.ts';

/** The expression of time that begins at this token, if one does. */
export const readExpression: Reader<Found> = (speech, at) => {
  const special =
    readRecurrence(speech, at) ??
    readEdge(speech, at) ??
    readCountdown(speech, at) ??
    readAnchored(speech, at) ??
    readRange(speech, at) ??
    readSince(speech, at);
  if (special !== undefined) return special;
  const plain = readListing(speech, at);
  return plain === undefined ? (readDeadline(speech, at) ?? readAfterwards(speech, at)) : withTrailingDeadline(speech, plain);
};

/** One expression only, not joined with what follows: "bukan tanggal 20, tanggal 21". */
export const readSingle: Reader<Found> = (speech, at) => {
  const comma = speech.tokens.findIndex((token, place) => place > at && token.canon === ',');
  const one = group(comma < 0 ? speech : { ...speech, tokens: speech.tokens.slice(0, comma) }, at);
  return one === undefined ? undefined : { value: one.value.found, next: one.next };
};
