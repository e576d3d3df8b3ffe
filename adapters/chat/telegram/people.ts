import type { Chat, Message, Update, User } from 'grammy/types';
import type { Conversation, Platform, Sender } from '#ports/chat-channel.ts';

// as: this file is the one place that names the platform
export const telegram = 'telegram' as Platform;

/** Who we are, as Telegram knows us. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}

export const senderOf = (user: User): Sender => {
  const displayName = [user.first_name, user.last_name].filter((name) => name !== undefined && name !== '').join(' ');
  return {
    platform: telegram,
    accountId: String(user.id),
    ...(displayName === '' ? {} : { displayName }),
    ...(user.language_code === undefined ? {} : { localeHint: user.language_code }),
    ...(user.is_bot ? { isBot: true } : {}),
  };
};

/** Nobody, when the message was written in the name of a chat: anonymous administrators, linked channels. */
export const writerOf = (message: Message): Sender | undefined =>
  message.sender_chat !== undefined || message.from === undefined ? undefined : senderOf(message.from);

export const conversationOf = (chat: Chat, threadId?: number): Conversation => ({
  platform: telegram,
  chatId: String(chat.id),
  kind: chat.type === 'private' ? 'direct' : chat.type === 'channel' ? 'channel' : 'group',
  ...(threadId === undefined ? {} : { threadId: String(threadId) }),
  ...(chat.title === undefined ? {} : { title: chat.title }),
});

/** A reply in an ordinary group carries a thread id too; only a topic is a conversation of its own. */
export const threadOf = (message: { readonly is_topic_message?: boolean; readonly message_thread_id?: number }): number | undefined =>
  message.is_topic_message === true ? message.message_thread_id : undefined;

/** The chat an update belongs to, for order: updates of one chat are handed over one after the other. */
export const chatOf = (update: Update): number | undefined =>
  (update.message ?? update.edited_message ?? update.callback_query?.message ?? update.my_chat_member ?? update.message_reaction)?.chat.id;
