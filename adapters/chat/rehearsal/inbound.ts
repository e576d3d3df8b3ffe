import type { Inbound, InboundContent, Platform } from '#ports/chat-channel.ts';
import type { Temporal } from '#shared/day.ts';
import type { Message } from './protocol.ts';
import type { ChatPlace } from './world/chats.ts';

export interface Hearing {
  readonly place: ChatPlace;
  readonly at: Temporal.Instant;
  /** how the assistant is called in groups */
  readonly mention: string;
  /** whether a message of this chat is the assistant's */
  isOurs(messageId: string): boolean;
  /** the message of this chat that offered a choice */
  offeredIn(token: string): string | undefined;
}

/** The form of a slash command; a platform may put the assistant's name behind the slash word. */
const commandForm = /^\/([A-Za-z0-9_]+)(?:@\S+)?(?:\s+([\s\S]*))?$/;

const mediaKinds = { voice: 'voice', image: 'image', sticker: 'sticker', video: 'video', file: 'document' } as const;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The name as a word of its own: "@perpus" is not called by "@perpustakaan". */
const mentionIn = (mention: string): RegExp => new RegExp(`${escaped(mention)}(?![\\p{L}\\p{N}_])`, 'giu');

const withoutMention = (text: string, mention: string): string => text.replace(mentionIn(mention), ' ').replace(/ {2,}/g, ' ').trim();

const textContent = (text: string, mention: string): InboundContent => {
  const said = mentionIn(mention).test(text) ? withoutMention(text, mention) : text;
  const [, name, args = ''] = commandForm.exec(said.trim()) ?? [];
  return name === undefined ? { type: 'text', text: said } : { type: 'command', name: name.toLowerCase(), args: args.trim() };
};

const mediaContent = (attachment: NonNullable<Message['attachment']>): InboundContent => ({
  type: 'media',
  kind: mediaKinds[attachment.kind],
  ref: attachment.base64 ?? '',
  ...(attachment.name === undefined ? {} : { name: attachment.name }),
  ...(attachment.caption === undefined ? {} : { caption: attachment.caption }),
  ...(attachment.base64 === undefined ? {} : { size: Buffer.byteLength(attachment.base64, 'base64') }),
});

const choiceContent = (token: string, { offeredIn }: Hearing): InboundContent => {
  const sourceMessageId = offeredIn(token);
  return { type: 'choice', token, ...(sourceMessageId === undefined ? {} : { sourceMessageId }) };
};

const contentOf = (message: Message, hearing: Hearing): InboundContent => {
  if (message.attachment !== undefined) return mediaContent(message.attachment);
  if (message.location !== undefined) return { type: 'location', lat: message.location.lat, lng: message.location.lon };
  if (message.reaction !== undefined) return { type: 'reaction', emoji: message.reaction.emoji, toMessageId: message.reaction.to };
  if (message.choice !== undefined) return choiceContent(message.choice, hearing);
  return textContent(message.text ?? '', hearing.mention);
};

const isAddressed = (message: Message, { place, mention, isOurs }: Hearing): boolean => {
  if (place.kind === 'direct' || message.choice !== undefined) return true;
  const said = message.text ?? message.attachment?.caption ?? '';
  const answered = message.replyTo ?? message.reaction?.to;
  return said.startsWith('/') || mentionIn(mention).test(said) || (answered !== undefined && isOurs(answered));
};

/** A message keeps its id in its chat: the same one again is a redelivery. */
export const eventIdOf = (message: Message): string => `${message.chat}/${message.id}`;

/** What a platform would hand in for this message. */
export const inboundOf = (message: Message, hearing: Hearing): Inbound => {
  const { place } = hearing;
  // as: a world names its platforms
  const platform = place.platform as Platform;
  return {
    eventId: eventIdOf(message),
    at: hearing.at,
    conversation: { platform, chatId: place.chatId, kind: place.kind },
    sender: { platform, accountId: message.from },
    messageId: message.id,
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    addressed: isAddressed(message, hearing),
    ...contentOf(message, hearing),
  };
};
