import type { InlineKeyboardMarkup } from 'grammy/types';
import { type RenderedText, renderPlainText, splitText } from '#delivery/plain-text.ts';
import type { Outbound } from '#ports/chat-channel.ts';
import type { Block, Choices, FileRef, Picture } from '#ports/message.ts';
import { keyboardOf } from './keyboard.ts';

export const longestText = 4096;
export const longestCaption = 1024;

/** One call to the platform. */
export type Step = { readonly keyboard?: InlineKeyboardMarkup | undefined } & (
  | { readonly kind: 'text'; readonly words: RenderedText }
  | { readonly kind: 'photo'; readonly picture: Picture; readonly words: RenderedText }
  | { readonly kind: 'document'; readonly file: FileRef; readonly words: RenderedText }
  | { readonly kind: 'venue'; readonly place: Extract<Block, { b: 'location' }> }
);

type PictureBlock = Extract<Block, { b: 'image' | 'card' }>;

interface Rest {
  readonly lang: Outbound['lang'];
  readonly choices?: Choices | undefined;
}

/** The calls that carry a message out, in order; empty when there is nothing to say. */
export const planOf = (message: Outbound): readonly Step[] => {
  const { blocks, lang } = message;
  const choices = message.choices;
  const pictures = blocks.filter(hasPicture);
  const only = pictures[0];
  const attached = blocks.filter((block) => block.b === 'document' || block.b === 'location').length;
  if (only !== undefined && pictures.length === 1 && attached === 0) {
    const words = renderPlainText({ blocks, choices, lang });
    if (words.text.length <= longestCaption) return [{ kind: 'photo', picture: pictureOf(only), words, keyboard: keyboardOf(choices) }];
  }
  return stepsOf(segmentsOf(blocks), { lang, choices });
};

const hasPicture = (block: Block): block is PictureBlock => block.b === 'image' || (block.b === 'card' && block.cover !== undefined);

const pictureOf = (block: PictureBlock): Picture => {
  const picture = block.b === 'image' ? block.picture : block.cover;
  if (picture === undefined) throw new TypeError('a card without a cover is text');
  return picture;
};

type Segment =
  | { readonly kind: 'text'; readonly blocks: readonly Block[] }
  | { readonly kind: 'picture'; readonly block: PictureBlock }
  | { readonly kind: 'document'; readonly block: Extract<Block, { b: 'document' }> }
  | { readonly kind: 'venue'; readonly block: Extract<Block, { b: 'location' }> };

const segmentsOf = (blocks: readonly Block[]): readonly Segment[] => {
  const segments: Segment[] = [];
  for (const block of blocks) {
    const last = segments.at(-1);
    if (hasPicture(block)) segments.push({ kind: 'picture', block });
    else if (block.b === 'document') segments.push({ kind: 'document', block });
    else if (block.b === 'location' && block.title.trim() !== '' && block.address.trim() !== '') segments.push({ kind: 'venue', block });
    else if (last?.kind === 'text') segments[segments.length - 1] = { kind: 'text', blocks: [...last.blocks, block] };
    else segments.push({ kind: 'text', blocks: [block] });
  }
  return segments;
};

/** The choices go with the last words; a place has no words, so they follow it. */
const stepsOf = (segments: readonly Segment[], { lang, choices }: Rest): readonly Step[] => {
  const last = segments.at(-1);
  const all = last !== undefined && last.kind !== 'venue' ? segments : [...segments, { kind: 'text', blocks: [] } as const];
  return all.flatMap((segment, index) => stepsOfSegment(segment, { lang, choices: index === all.length - 1 ? choices : undefined }));
};

const stepsOfSegment = (segment: Segment, rest: Rest): readonly Step[] => {
  switch (segment.kind) {
    case 'text':
      return textSteps(renderPlainText({ blocks: segment.blocks, ...rest }), rest.choices);
    case 'venue':
      return [{ kind: 'venue', place: segment.block }];
    case 'document':
      return documentSteps(segment.block, rest);
    case 'picture':
      return pictureSteps(segment.block, rest);
  }
};

const textSteps = (words: RenderedText, choices: Choices | undefined): readonly Step[] => {
  const parts = splitText(words, longestText);
  return parts.map((part, index) => ({
    kind: 'text',
    words: part,
    keyboard: index === parts.length - 1 ? keyboardOf(choices) : undefined,
  }));
};

/** Telegram shows a file's name, type and size itself. */
const documentSteps = (block: Extract<Block, { b: 'document' }>, rest: Rest): readonly Step[] => {
  const words = renderPlainText({ blocks: [{ b: 'text', text: block.caption }], ...rest });
  if (words.text.length <= longestCaption) return [{ kind: 'document', file: block.file, words, keyboard: keyboardOf(rest.choices) }];
  return [...textSteps(words, rest.choices), { kind: 'document', file: block.file, words: { text: '', ranges: [] } }];
};

const pictureSteps = (block: PictureBlock, rest: Rest): readonly Step[] => {
  const picture = pictureOf(block);
  const words = renderPlainText({ blocks: [block], ...rest });
  if (words.text.length <= longestCaption) return [{ kind: 'photo', picture, words, keyboard: keyboardOf(rest.choices) }];
  const told = renderPlainText({ blocks: [withoutPicture(block)], ...rest });
  const alt = splitText(renderPlainText({ blocks: [{ b: 'image', picture }], lang: rest.lang }), longestCaption);
  const [caption = { text: '', ranges: [] }, ...more] = alt;
  return [
    ...textSteps(told, rest.choices),
    { kind: 'photo', picture, words: caption },
    ...more.map((part) => ({ kind: 'text', words: part }) as const),
  ];
};

const withoutPicture = (block: PictureBlock): Block => {
  if (block.b === 'image') return { b: 'text', text: block.caption ?? [] };
  const { cover: _cover, ...words } = block;
  return words;
};
