import type { NameKind, NameMatch } from '#ports/names.ts';

/** A word, phrase or name of the message with what it means. */
export interface Unit {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** the standard words it was read as */
  readonly words: readonly string[];
  readonly concepts: readonly string[];
  readonly mask?: MaskKind;
  readonly name?: NameMatch;
  readonly known: boolean;
  /** which stretch between full stops and connecting words it stands in */
  readonly segment: number;
  readonly negated: boolean;
}

/** What a stretch is that no command word may be read in. */
export type MaskKind = NameKind | 'quote' | 'topic' | 'code' | 'number';

export interface Mask {
  readonly kind: MaskKind;
  readonly start: number;
  readonly end: number;
  readonly name?: NameMatch;
}

const QUIET = new Set(['fw', 'addr', 'question', 'and', 'please', 'my']);

/** Does a unit carry meaning of its own? */
export const isContent = (unit: Unit): boolean =>
  unit.mask !== undefined || !unit.known || unit.concepts.some((concept) => !QUIET.has(concept));
