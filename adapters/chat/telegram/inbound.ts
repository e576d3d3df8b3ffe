import type { CallbackQuery, ChatMemberUpdated, Message, MessageReactionUpdated, Update } from 'grammy/types';
import type { Inbound, InboundContent } from '#ports/chat-channel.ts';
import { Temporal } from '#shared/day.ts';
import { commandIn, repliesToUs, writtenTo } from './addressing.ts';
import { mediaIn } from './media.ts';
import { type BotIdentity, conversationOf, senderOf, threadOf, writerOf } from './people.ts';

/** The updates we ask for: Telegram's own choice leaves reactions out and sends much we ignore. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] as const;

const secondsToInstant = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

/** An update as an event of ours; null when it is nothing to us. `now` dates taps, which carry no time of their own. */
export const inboundFrom = (update: Update, bot: BotIdentity, now: Temporal.Instant): Inbound | null => {
  // The same update is delivered with the same number until it is acknowledged.
  const eventId = `u${update.update_id}`;
  if (update.message !== undefined) return fromMessage(update.message, bot, eventId);
  if (update.edited_message !== undefined) return fromEdit(update.edited_message, bot, eventId);
  if (update.callback_query !== undefined) return fromTap(update.callback_query, eventId, now);
  if (update.my_chat_member !== undefined) return fromMembership(update.my_chat_member, eventId);
  if (update.message_reaction !== undefined) return fromReaction(update.message_reaction, eventId);
  return null;
};

const frameOf = (message: Message, eventId: string) => {
  const sender = writerOf(message);
  const replied = message.reply_to_message;
  const answersMessage = replied !== undefined && replied.forum_topic_created === undefined;
  return {
    eventId,
    at: secondsToInstant(message.date),
    conversation: conversationOf(message.chat, threadOf(message)),
    messageId: String(message.message_id),
    ...(sender === undefined ? {} : { sender }),
    ...(answersMessage ? { replyTo: String(replied.message_id) } : {}),
  };
};

const fromMessage = (message: Message, bot: BotIdentity, eventId: string): Inbound | null => {
  const written = writtenTo(bot, message.text ?? message.caption ?? '', message.entities ?? message.caption_entities);
  const content = contentOf(message, bot, written.text);
  if (content === null) return null;
  const addressed = message.chat.type === 'private' || written.mentionsUs || content.type === 'command' || repliesToUs(bot, message);
  return { ...frameOf(message, eventId), addressed, ...content };
};

const contentOf = (message: Message, bot: BotIdentity, text: string): InboundContent | null => {
  if (message.text !== undefined) return textOrCommand(text, bot);
  if (message.venue !== undefined) return { type: 'location', ...placeOf(message.venue.location), name: message.venue.title };
  if (message.location !== undefined) return { type: 'location', ...placeOf(message.location) };
  if (message.contact !== undefined) return contactOf(message);
  return mediaIn(message, text) ?? serviceOf(message, bot);
};

const textOrCommand = (text: string, bot: BotIdentity): InboundContent => {
  const command = commandIn(text);
  const forAnother = command?.to !== undefined && command.to.toLowerCase() !== bot.username.toLowerCase();
  if (command === null || forAnother) return { type: 'text', text };
  return { type: 'command', name: command.name, args: command.args };
};

const placeOf = (location: { readonly latitude: number; readonly longitude: number }) => ({
  lat: location.latitude,
  lng: location.longitude,
});

/** A number proves itself only when its owner shares it, in private, not forwarded. */
const contactOf = (message: Message): InboundContent | null => {
  const { contact, from } = message;
  if (contact === undefined) return null;
  const digits = contact.phone_number.replace(/\D/g, '');
  const name = [contact.first_name, contact.last_name].filter((part) => part !== undefined && part !== '').join(' ');
  const verifiedOwn =
    contact.user_id !== undefined &&
    contact.user_id === from?.id &&
    message.forward_origin === undefined &&
    message.chat.type === 'private';
  return { type: 'contact', verifiedOwn, ...(digits === '' ? {} : { phoneE164: `+${digits}` }), ...(name === '' ? {} : { name }) };
};

/** Our own coming and going is told by my_chat_member. */
const serviceOf = (message: Message, bot: BotIdentity): InboundContent | null => {
  if (message.migrate_to_chat_id !== undefined)
    return { type: 'membership', change: 'migrated', newChatId: String(message.migrate_to_chat_id) };
  if (message.new_chat_members?.some((member) => member.id !== bot.id)) return { type: 'membership', change: 'joined' };
  if (message.left_chat_member !== undefined && message.left_chat_member.id !== bot.id) return { type: 'membership', change: 'left' };
  return null;
};

const fromEdit = (message: Message, bot: BotIdentity, eventId: string): Inbound | null => {
  const original = message.text ?? message.caption;
  if (original === undefined) return null;
  const written = writtenTo(bot, original, message.entities ?? message.caption_entities);
  const addressed = message.chat.type === 'private' || written.mentionsUs || repliesToUs(bot, message);
  const at = secondsToInstant(message.edit_date ?? message.date);
  return { ...frameOf(message, eventId), at, addressed, type: 'edited', text: written.text };
};

const fromTap = (query: CallbackQuery, eventId: string, now: Temporal.Instant): Inbound | null => {
  const { message, data, from } = query;
  if (message === undefined || data === undefined) return null;
  // An inaccessible message is dated 0 and keeps only its chat and number.
  const thread = message.date === 0 ? undefined : threadOf(message);
  const messageId = String(message.message_id);
  return {
    eventId,
    at: now,
    conversation: conversationOf(message.chat, thread),
    sender: senderOf(from),
    messageId,
    addressed: true,
    type: 'choice',
    token: data,
    sourceMessageId: messageId,
  };
};

const isInside = (member: ChatMemberUpdated['new_chat_member']): boolean =>
  member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked';

const fromMembership = (update: ChatMemberUpdated, eventId: string): Inbound | null => {
  const before = isInside(update.old_chat_member);
  const after = isInside(update.new_chat_member);
  if (before === after) return null;
  const isDirect = update.chat.type === 'private';
  const change = isDirect ? (after ? 'unblocked' : 'blocked') : after ? 'bot-added' : 'bot-removed';
  return {
    eventId,
    at: secondsToInstant(update.date),
    conversation: conversationOf(update.chat),
    sender: senderOf(update.from),
    addressed: isDirect,
    type: 'membership',
    change,
  };
};

const fromReaction = (update: MessageReactionUpdated, eventId: string): Inbound | null => {
  const before = new Set(emojisOf(update.old_reaction));
  const emoji = emojisOf(update.new_reaction).find((one) => !before.has(one));
  if (emoji === undefined) return null;
  return {
    eventId,
    at: secondsToInstant(update.date),
    conversation: conversationOf(update.chat),
    ...(update.user === undefined ? {} : { sender: senderOf(update.user) }),
    addressed: update.chat.type === 'private',
    type: 'reaction',
    emoji,
    toMessageId: String(update.message_id),
  };
};

const emojisOf = (reactions: MessageReactionUpdated['new_reaction']): string[] =>
  reactions.flatMap((reaction) => (reaction.type === 'emoji' ? [reaction.emoji] : []));
