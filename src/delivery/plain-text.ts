import type { Block, ChoiceOption, Choices, Field, FileRef, Picture, Span } from '#ports/message.ts';

/** A stretch of a rendered text; offsets are UTF-16 units, as Telegram, JavaScript and most platforms count. */
export type TextRange = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'strong' | 'em' | 'code' | 'quote' }
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'when'; readonly iso: string }
  | { readonly kind: 'mention'; readonly accountId: string }
);

export interface RenderedText {
  readonly text: string;
  /** by start, the outer one first */
  readonly ranges: readonly TextRange[];
}

export interface Renderable {
  readonly blocks: readonly Block[];
  readonly choices?: Choices | undefined;
  readonly lang: 'id' | 'en';
  /** for screen readers: lists without bullets */
  readonly plain?: boolean | undefined;
}

/** The few words a message needs beside its own. */
const words = {
  id: { picture: 'Gambar', file: 'Berkas', bytes: (size: string) => size.replace('.', ',') },
  en: { picture: 'Picture', file: 'File', bytes: (size: string) => size },
} as const;

type Mark = TextRange extends infer Range ? (Range extends TextRange ? Omit<Range, 'start' | 'end'> : never) : never;

/** Collects text and ranges; ranges are kept by the place where they open. */
class Sheet {
  #text = '';
  readonly #ranges: TextRange[] = [];

  add(text: string): this {
    this.#text += wellFormed(text);
    return this;
  }

  marked(mark: Mark, write: () => void): void {
    const start = this.#text.length;
    const at = this.#ranges.length;
    write();
    // as: a mark together with its two ends is the range it was taken from
    if (this.#text.length > start) this.#ranges.splice(at, 0, { ...mark, start, end: this.#text.length } as TextRange);
  }

  spans(spans: readonly Span[]): this {
    for (const span of spans) this.#span(span);
    return this;
  }

  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }

  finish(): RenderedText {
    return slice({ text: this.#text, ranges: this.#ranges }, 0, this.#text.length);
  }

  #span(span: Span): void {
    if (typeof span === 'string') {
      this.add(span);
      return;
    }
    switch (span.t) {
      case 'link': {
        this.#link(span.href, span.of);
        return;
      }
      case 'when': {
        this.marked({ kind: 'when', iso: span.iso }, () => this.add(span.text));
        return;
      }
      case 'mention': {
        this.marked({ kind: 'mention', accountId: span.accountId }, () => this.add(span.text));
        return;
      }
      default:
        this.marked({ kind: span.t }, () => this.spans(span.of));
    }
  }

  /** The address stands in the text too: a platform without links loses nothing. */
  #link(href: string, of: readonly Span[]): void {
    const start = this.#text.length;
    this.marked({ kind: 'link', href }, () => this.spans(of));
    const label = this.#text.slice(start).trimEnd();
    if (label === wellFormed(href)) return;
    if (label === '') this.marked({ kind: 'link', href }, () => this.add(href));
    else this.add(label.endsWith(':') ? ` ${href}` : `: ${href}`);
  }
}

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// Half a character cannot be sent as UTF-8, and a carriage return would shift every offset behind it.
const wellFormed = (text: string): string => text.replace(/\r\n?/g, '\n').replace(loneSurrogate, '\uFFFD');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const writeFields = (sheet: Sheet, rows: readonly Field[]): void => {
  rows.forEach((row, index) => {
    if (index > 0) sheet.add('\n');
    sheet.add(`${row.label}: `).spans(row.value);
  });
};

/** Writes each part that is not empty on a line of its own. */
const writeLines = (sheet: Sheet, parts: readonly (((sheet: Sheet) => void) | undefined | false)[]): void => {
  let first = true;
  for (const part of parts) {
    if (!part) continue;
    if (!first) sheet.add('\n');
    first = false;
    part(sheet);
  }
};

const writePicture =
  (picture: Picture, lang: 'id' | 'en') =>
  (sheet: Sheet): void => {
    sheet.add(`${words[lang].picture}: ${oneLine(picture.alt)}`);
  };

const sizeOf = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const typeOf = (file: FileRef): string => {
  const extension = /\.([A-Za-z0-9]{1,8})$/.exec(file.name)?.[1];
  return extension?.toUpperCase() ?? ('bytes' in file.source ? file.source.mime : '');
};

const writeFile =
  (file: FileRef, lang: 'id' | 'en') =>
  (sheet: Sheet): void => {
    const size = 'bytes' in file.source ? words[lang].bytes(sizeOf(file.source.bytes.byteLength)) : '';
    const facts = [typeOf(file), size].filter((fact) => fact !== '').join(', ');
    sheet.add(`${words[lang].file}: ${oneLine(file.name)}${facts === '' ? '' : ` (${facts})`}`);
  };

const writeList = (sheet: Sheet, block: Extract<Block, { b: 'list' }>, plain: boolean): void => {
  block.items.forEach((item, index) => {
    if (index > 0) sheet.add('\n');
    sheet.add(block.ordered === true ? `${index + 1}. ` : plain ? '' : '• ').spans(item);
  });
};

const writeCard = (sheet: Sheet, card: Extract<Block, { b: 'card' }>, lang: 'id' | 'en'): void => {
  const { subtitle, body, fields, cover } = card;
  writeLines(sheet, [
    (into) => into.marked({ kind: 'strong' }, () => into.add(card.title)),
    subtitle !== undefined && subtitle !== '' && ((into) => into.add(subtitle)),
    body !== undefined && body.length > 0 && ((into) => into.spans(body)),
    fields !== undefined && fields.length > 0 && ((into) => writeFields(into, fields)),
    cover && writePicture(cover, lang),
  ]);
};

const writeBlock = (sheet: Sheet, block: Block, { lang, plain }: Renderable): void => {
  switch (block.b) {
    case 'text':
      sheet.spans(block.text);
      return;
    case 'heading':
      sheet.marked({ kind: 'strong' }, () => sheet.add(block.text));
      return;
    case 'list':
      writeList(sheet, block, plain === true);
      return;
    case 'fields':
      writeFields(sheet, block.rows);
      return;
    case 'card':
      writeCard(sheet, block, lang);
      return;
    case 'image':
      writeLines(sheet, [captionOf(block.caption), writePicture(block.picture, lang)]);
      return;
    case 'document':
      writeLines(sheet, [captionOf(block.caption), writeFile(block.file, lang)]);
      return;
    case 'location':
      writeLines(sheet, [
        block.title !== '' && ((into) => into.add(block.title)),
        block.address !== '' && ((into) => into.add(block.address)),
      ]);
      return;
    case 'poll':
      sheet.add([block.question, ...block.options.map((option, index) => `${index + 1}. ${oneLine(option)}`)].join('\n'));
  }
};

const captionOf = (caption: readonly Span[] | undefined) =>
  caption !== undefined && caption.length > 0 && ((sheet: Sheet): void => void sheet.spans(caption));

const choiceLine = (number: number, option: ChoiceOption): string =>
  `${number}. ${oneLine(option.label)}${option.hint === undefined || option.hint === '' ? '' : ` (${oneLine(option.hint)})`}`;

const writeChoices = (sheet: Sheet, choices: Choices): void => {
  const lines = choices.options.map((option, index) => choiceLine(index + 1, option));
  if (choices.escape !== undefined) lines.push(choiceLine(0, choices.escape));
  if (choices.prompt !== undefined && choices.prompt !== '') lines.unshift(choices.prompt);
  sheet.add(lines.join('\n'));
};

type Kind = Block['b'] | 'choices' | 'prompted';

// A list stands directly under the words that announce it; everything else is a paragraph of its own.
const gapBetween = (above: Kind, below: Kind): string => {
  if (above === 'heading') return '\n';
  const announced = below === 'list' || below === 'fields' || below === 'choices';
  return above === 'text' && announced ? '\n' : '\n\n';
};

/**
 * The whole message in words: pictures by their alternative text, places by their address, files by name, type and
 * size, choices as lines `1. …` with the way out as `0. …`. Nothing a platform shows beside it may say more.
 */
export const renderPlainText = (message: Renderable): RenderedText => {
  const sheet = new Sheet();
  let above: Kind | undefined;
  for (const block of message.blocks) {
    if (isEmptyBlock(block)) continue;
    if (above !== undefined) sheet.add(gapBetween(above, block.b));
    writeBlock(sheet, block, message);
    above = block.b;
  }
  const { choices } = message;
  if (choices !== undefined && hasChoices(choices)) {
    const prompted = choices.prompt !== undefined && choices.prompt !== '';
    if (above !== undefined) sheet.add(gapBetween(above, prompted ? 'prompted' : 'choices'));
    writeChoices(sheet, choices);
  }
  return trimmed(sheet.finish());
};

const hasChoices = (choices: Choices): boolean =>
  choices.options.length > 0 || choices.escape !== undefined || (choices.prompt !== undefined && choices.prompt !== '');

const isEmptyBlock = (block: Block): boolean => {
  if (block.b === 'text') return new Sheet().spans(block.text).isEmpty;
  if (block.b === 'heading') return block.text.trim() === '';
  if (block.b === 'list') return block.items.length === 0;
  return block.b === 'fields' && block.rows.length === 0;
};

/** The units from `start` to `end`, with the ranges that touch them counted from the new beginning. */
const slice = (from: RenderedText, start: number, end: number): RenderedText => {
  const ranges: TextRange[] = [];
  for (const range of from.ranges) {
    const first = Math.max(range.start, start) - start;
    const last = Math.min(range.end, end) - start;
    if (last > first) ranges.push({ ...range, start: first, end: last });
  }
  return { text: from.text.slice(start, end), ranges: ranges.sort((a, b) => a.start - b.start || b.end - a.end) };
};

const trimmed = (from: RenderedText): RenderedText => {
  const start = from.text.length - from.text.trimStart().length;
  return slice(from, start, Math.max(start, from.text.trimEnd().length));
};

/**
 * Parts of at most `maxText` UTF-16 units (at least 2), cut between paragraphs, else lines, else words, and inside a
 * word only when the word alone is longer. The white space at a cut is dropped; ranges go on in the next part.
 */
export const splitText = (rendered: RenderedText, maxText: number): readonly RenderedText[] => {
  if (maxText < 2) throw new RangeError(`a part of ${maxText} units cannot hold a character; give at least 2`);
  const parts: RenderedText[] = [];
  let start = 0;
  while (rendered.text.length - start > maxText) {
    const end = cutBefore(rendered.text, start, maxText);
    const part = trimmed(slice(rendered, start, end));
    if (part.text !== '') parts.push(part);
    start = end;
    while (/\s/.test(rendered.text.charAt(start))) start += 1;
  }
  const rest = trimmed(slice(rendered, start, rendered.text.length));
  if (rest.text !== '') parts.push(rest);
  return parts;
};

const cutBefore = (text: string, start: number, maxText: number): number => {
  // One unit more than fits: white space right behind a full part is a cut too.
  const view = text.slice(start, start + maxText + 1);
  const half = maxText / 2;
  const paragraph = view.lastIndexOf('\n\n');
  if (paragraph >= half) return start + paragraph;
  const line = view.lastIndexOf('\n');
  if (line >= half) return start + line;
  for (let at = maxText; at > 0; at -= 1) if (/\s/.test(view.charAt(at))) return start + at;
  const splitsPair = /[\uD800-\uDBFF]/.test(view.charAt(maxText - 1)) && /[\uDC00-\uDFFF]/.test(view.charAt(maxText));
  return start + maxText - (splitsPair ? 1 : 0);
};
