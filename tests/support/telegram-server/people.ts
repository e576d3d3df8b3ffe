import type { UpdateQueue } from './update-queue.ts';
import type { SentMessage, ServerChat, World } from './world.ts';

export interface PeopleNeeds {
  readonly world: World;
  readonly queue: UpdateQueue;
  readonly bot: { readonly id: number; readonly username: string };
  readonly now: () => number;
}

export interface SayOptions {
  /** another message's id */
  readonly replyTo?: number;
  readonly threadId?: number;
  /** in the name of the group itself */
  readonly anonymous?: boolean;
  /** anything else Telegram would put into the message */
  readonly extra?: Readonly<Record<string, unknown>>;
}

const entitiesIn = (text: string): readonly Readonly<Record<string, unknown>>[] => {
  const found = [...text.matchAll(/@[A-Za-z0-9_]{4,32}/g)].map((match) => ({
    type: 'mention',
    offset: match.index,
    length: match[0].length,
  }));
  const command = /^\/[A-Za-z0-9_]+(?:@[A-Za-z0-9_]+)?/.exec(text);
  if (command === null) return found;
  return [{ type: 'bot_command', offset: 0, length: command[0].length }, ...found.filter((entity) => entity.offset >= command[0].length)];
};

/** What a person does in the app. Each act returns the update's number, or null when the bot does not get to see it. */
export class Person {
  readonly id: number;
  readonly #needs: PeopleNeeds;
  readonly #details: Readonly<Record<string, unknown>>;
  #taps = 0;

  constructor(needs: PeopleNeeds, id: number, details: Readonly<Record<string, unknown>>) {
    this.#needs = needs;
    this.id = id;
    this.#details = details;
  }

  get user(): Readonly<Record<string, unknown>> {
    return { id: this.id, is_bot: false, ...this.#details };
  }

  says(text: string, chat: ServerChat = this.#privateChat(), options: SayOptions = {}): number | null {
    const entities = entitiesIn(text);
    return this.sends({ text, ...(entities.length === 0 ? {} : { entities }) }, chat, options);
  }

  /** A message of any kind. */
  sends(content: Readonly<Record<string, unknown>>, chat: ServerChat = this.#privateChat(), options: SayOptions = {}): number | null {
    const message = this.#message(content, chat, options);
    return this.#isShownToBot(message, chat, options) ? this.#needs.queue.add('message', message) : null;
  }

  edits(messageId: number, text: string, chat: ServerChat = this.#privateChat()): number | null {
    return this.#needs.queue.add('edited_message', { ...this.#frame(chat), message_id: messageId, edit_date: this.#needs.now(), text });
  }

  /** Taps the button with this label or token on a message, the newest that has it by default. */
  taps(
    labelOrToken: string,
    chat: ServerChat = this.#privateChat(),
    on?: SentMessage,
  ): { readonly updateId: number | null; readonly queryId: string } {
    const { world, queue } = this.#needs;
    const messages = on === undefined ? [...world.sentTo(chat.id)].reverse() : [on];
    for (const message of messages) {
      const button = message.buttons.flat().find((one) => one.text === labelOrToken || one.callback_data === labelOrToken);
      if (button?.callback_data === undefined) continue;
      this.#taps += 1;
      const queryId = `${this.id}${this.#taps}`;
      world.openTaps.add(queryId);
      return { queryId, updateId: queue.add('callback_query', this.#query(queryId, message, chat, button.callback_data)) };
    }
    throw new RangeError(`no message shows a button "${labelOrToken}"`);
  }

  reacts(emoji: string, messageId: number, chat: ServerChat = this.#privateChat()): number | null {
    const reaction = {
      chat: chatJson(chat),
      message_id: messageId,
      user: this.user,
      date: this.#needs.now(),
      old_reaction: [],
      new_reaction: [{ type: 'emoji', emoji }],
    };
    return this.#needs.queue.add('message_reaction', reaction);
  }

  blocks(): number | null {
    return this.#membership('member', 'kicked', true);
  }

  unblocks(): number | null {
    return this.#membership('kicked', 'member', false);
  }

  /** What the bot wrote to this person in private. */
  get sees(): readonly SentMessage[] {
    return this.#needs.world.sentTo(this.id);
  }

  #membership(before: string, after: string, closed: boolean): number | null {
    const chat = this.#privateChat();
    chat.closed = closed;
    return this.#needs.queue.add('my_chat_member', membership(this.#needs, { chat, by: this.user, before, after }));
  }

  #privateChat(): ServerChat {
    const chat = this.#needs.world.chats.get(this.id);
    if (chat === undefined) throw new RangeError(`person ${this.id} is not known`);
    return chat;
  }

  #frame(chat: ServerChat) {
    return { date: this.#needs.now(), chat: chatJson(chat), from: this.user };
  }

  #query(id: string, message: SentMessage, chat: ServerChat, data: string) {
    const { bot } = this.#needs;
    const topic = message.threadId === undefined ? {} : { message_thread_id: message.threadId, is_topic_message: true };
    const shown = {
      message_id: message.messageId,
      date: this.#needs.now(),
      chat: chatJson(chat),
      from: { id: bot.id, is_bot: true, first_name: 'Bot' },
      text: message.text,
      ...topic,
    };
    return { id, from: this.user, chat_instance: String(chat.id), message: shown, data };
  }

  #message(content: Readonly<Record<string, unknown>>, chat: ServerChat, { replyTo, threadId, anonymous, extra }: SayOptions) {
    const { world, bot } = this.#needs;
    const messageId = world.nextMessageId();
    world.heard.add(`${chat.id}:${messageId}`);
    const isOurs = world.sent.some((message) => message.chatId === chat.id && message.messageId === replyTo);
    const from =
      anonymous === true
        ? { from: { id: 1087968824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' }, sender_chat: chatJson(chat) }
        : {};
    return {
      ...this.#frame(chat),
      message_id: messageId,
      ...content,
      ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true }),
      ...(replyTo === undefined
        ? {}
        : {
            reply_to_message: {
              message_id: replyTo,
              date: this.#needs.now(),
              chat: chatJson(chat),
              from: isOurs ? { id: bot.id, is_bot: true, first_name: 'Bot' } : { id: 5, is_bot: false, first_name: 'x' },
            },
          }),
      ...from,
      ...extra,
    };
  }

  /** Privacy mode: in a group a bot hears commands, its name, replies to it, and service messages. */
  #isShownToBot(message: Readonly<Record<string, unknown>>, chat: ServerChat, { replyTo }: SayOptions): boolean {
    if (chat.type === 'private' || chat.seesAll) return true;
    const text = typeof message['text'] === 'string' ? message['text'] : typeof message['caption'] === 'string' ? message['caption'] : null;
    const isService = text === null && (message['new_chat_members'] !== undefined || message['left_chat_member'] !== undefined);
    const isNamed = text !== null && (text.startsWith('/') || text.toLowerCase().includes(`@${this.#needs.bot.username.toLowerCase()}`));
    return isService || isNamed || this.#needs.world.sent.some((one) => one.chatId === chat.id && one.messageId === replyTo);
  }
}

export const chatJson = (chat: ServerChat): Readonly<Record<string, unknown>> => ({
  id: chat.id,
  type: chat.type,
  ...(chat.title === undefined ? {} : { title: chat.title }),
  ...(chat.firstName === undefined ? {} : { first_name: chat.firstName }),
});

interface Change {
  readonly chat: ServerChat;
  readonly by: Readonly<Record<string, unknown>>;
  readonly before: string;
  readonly after: string;
}

export const membership = ({ bot, now }: PeopleNeeds, { chat, by, before, after }: Change) => {
  const member = (status: string) => ({ status, user: { id: bot.id, is_bot: true, first_name: 'Bot', username: bot.username } });
  return { chat: chatJson(chat), from: by, date: now(), old_chat_member: member(before), new_chat_member: member(after) };
};
