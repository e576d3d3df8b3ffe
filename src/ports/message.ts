/** One text tree per message. The plain text made of it is the truth and is complete; a platform's buttons add comfort. */
export type Span =
  | string
  | { readonly t: 'strong' | 'em' | 'code' | 'quote'; readonly of: readonly Span[] }
  | { readonly t: 'link'; readonly href: string; readonly of: readonly Span[] }
  | { readonly t: 'when'; readonly iso: string; readonly text: string }
  | { readonly t: 'mention'; readonly accountId: string; readonly text: string };

export interface Picture {
  readonly source: { readonly bytes: Uint8Array; readonly mime: string; readonly name: string } | { readonly ref: string };
  /** what the picture shows, in words: it has no default */
  readonly alt: string;
}

export interface FileRef {
  readonly source: { readonly bytes: Uint8Array; readonly mime: string; readonly name: string } | { readonly ref: string };
  readonly name: string;
}

export interface Field {
  readonly label: string;
  readonly value: readonly Span[];
}

export type Block =
  | { readonly b: 'text'; readonly text: readonly Span[] }
  | { readonly b: 'heading'; readonly text: string }
  | { readonly b: 'list'; readonly items: readonly (readonly Span[])[]; readonly ordered?: boolean }
  | { readonly b: 'fields'; readonly rows: readonly Field[] }
  | {
      readonly b: 'card';
      readonly title: string;
      readonly subtitle?: string;
      readonly body?: readonly Span[];
      readonly cover?: Picture;
      readonly fields?: readonly Field[];
    }
  | { readonly b: 'image'; readonly picture: Picture; readonly caption?: readonly Span[] }
  | { readonly b: 'document'; readonly file: FileRef; readonly caption: readonly Span[] }
  | { readonly b: 'location'; readonly lat: number; readonly lng: number; readonly title: string; readonly address: string }
  | { readonly b: 'poll'; readonly question: string; readonly options: readonly string[]; readonly multiple?: boolean };

export interface ChoiceOption {
  /** the opaque token that comes back when the choice is tapped */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly style?: 'primary' | 'danger';
}

export interface Choices {
  readonly prompt?: string;
  readonly options: readonly ChoiceOption[];
  readonly multiple?: boolean;
  /** an option that leaves the question, answered by 0 */
  readonly escape?: ChoiceOption;
}
