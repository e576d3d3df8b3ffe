export type NameKind = 'title' | 'author' | 'event' | 'place';

/** A stretch of the message that names something the library knows. Offsets are UTF-16 units of the text handed in. */
export interface NameMatch {
  readonly kind: NameKind;
  /** the record's own spelling */
  readonly name: string;
  readonly id: string | null;
  readonly start: number;
  readonly end: number;
  /** 0..1; 1 = as written in the record, up to letter case */
  readonly closeness: number;
}

/** The library's own names, for the recogniser: titles, authors, events, places. */
export interface Names {
  /** every plausible match, overlapping ones too; the recogniser chooses */
  find(text: string): Promise<readonly NameMatch[]>;
}
