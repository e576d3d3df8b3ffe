import type { Message, MessageEntity } from 'grammy/types';
import type { BotIdentity } from './people.ts';

/** What a person wrote, without our name in it, and whether our name was in it. */
export interface Written {
  readonly text: string;
  readonly mentionsUs: boolean;
}

export const writtenTo = (bot: BotIdentity, text: string, entities: readonly MessageEntity[] = []): Written => {
  const ours = entities.filter((entity) => isOurName(bot, text, entity));
  if (ours.length === 0) return { text: text.trim(), mentionsUs: false };
  return { text: without(text, ours), mentionsUs: true };
};

const isOurName = (bot: BotIdentity, text: string, entity: MessageEntity): boolean => {
  if (entity.type === 'text_mention') return entity.user.id === bot.id;
  if (entity.type !== 'mention') return false;
  return text.slice(entity.offset, entity.offset + entity.length).toLowerCase() === `@${bot.username.toLowerCase()}`;
};

/** "@perpus, buka jam berapa?" is "buka jam berapa?" */
const without = (text: string, names: readonly MessageEntity[]): string => {
  let rest = text;
  for (const { offset, length } of [...names].sort((a, b) => b.offset - a.offset)) {
    const before = rest.slice(0, offset).trimEnd();
    const after = rest.slice(offset + length);
    if (before === '') rest = after.replace(/^[\s,:;-]+/, '');
    else rest = `${before}${/^[\s]*[,.!?;:]/.test(after) ? after.trimStart() : ` ${after.trimStart()}`}`;
  }
  return rest.trim();
};

/** A reply to something we wrote. The root of a topic counts as replied to by every message in it, so it does not count. */
export const repliesToUs = (bot: BotIdentity, message: Message): boolean => {
  const original = message.reply_to_message;
  return original !== undefined && original.from?.id === bot.id && original.forum_topic_created === undefined;
};

export interface Command {
  readonly name: string;
  readonly args: string;
  /** the bot it names, if any */
  readonly to?: string;
}

export const commandIn = (text: string): Command | null => {
  const found = /^\/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]+))?(?=\s|$)/.exec(text);
  if (found === null) return null;
  const [whole, name = '', to] = found;
  const args = text.slice(whole.length).trim();
  return { name: name.toLowerCase(), args, ...(to === undefined ? {} : { to }) };
};
