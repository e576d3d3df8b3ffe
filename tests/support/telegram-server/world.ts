import type { Button, Entity } from './checks.ts';
import { badRequest, Refusal } from './refusal.ts';

export interface ServerChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup';
  readonly title?: string;
  readonly firstName?: string;
  readonly username?: string;
  readonly languageCode?: string;
  /** the person blocked the bot, or the bot was put out of the group */
  closed: boolean;
  migratedTo?: number;
  /** the bot sees every message, as an administrator does */
  readonly seesAll: boolean;
  readonly topics: Set<number>;
}

/** A message the bot sent, as the person sees it now. */
export interface SentMessage {
  readonly messageId: number;
  readonly chatId: number;
  readonly method: string;
  /** the words: text or caption */
  text: string;
  entities: readonly Entity[];
  buttons: readonly (readonly Button[])[];
  readonly photo?: { readonly name: string; readonly size: number };
  readonly document?: { readonly name: string; readonly size: number };
  readonly venue?: { readonly latitude: number; readonly longitude: number; readonly title: string; readonly address: string };
  readonly replyTo?: number;
  readonly threadId?: number;
  /** earlier words, oldest first */
  readonly earlier: string[];
}

/** Chats, messages and taps as Telegram's servers would know them. */
export class World {
  readonly chats = new Map<number, ServerChat>();
  readonly sent: SentMessage[] = [];
  /** message ids of people's messages, by chat */
  readonly heard = new Set<string>();
  readonly openTaps = new Set<string>();
  readonly answeredTaps: string[] = [];
  readonly files = new Map<string, Buffer>();
  #lastMessage = 100;

  nextMessageId(): number {
    this.#lastMessage += 1;
    return this.#lastMessage;
  }

  /** The chat a call names, if the bot may write to it. */
  writable(chatId: unknown): ServerChat {
    const id = typeof chatId === 'string' ? Number(chatId) : chatId;
    const chat = typeof id === 'number' ? this.chats.get(id) : undefined;
    if (chat === undefined) throw badRequest('chat not found');
    if (chat.migratedTo !== undefined) {
      throw new Refusal(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo });
    }
    if (!chat.closed) return chat;
    throw new Refusal(
      403,
      chat.type === 'private' ? 'Forbidden: bot was blocked by the user' : 'Forbidden: bot was kicked from the group chat',
    );
  }

  sentTo(chatId: number): readonly SentMessage[] {
    return this.sent.filter((message) => message.chatId === chatId);
  }

  messageOf(chatId: number, messageId: number | undefined): SentMessage {
    const found = this.sent.find((message) => message.chatId === chatId && message.messageId === messageId);
    if (found === undefined) throw badRequest('message to edit not found');
    return found;
  }

  knowsMessage(chatId: number, messageId: number): boolean {
    return (
      this.heard.has(`${chatId}:${messageId}`) || this.sent.some((message) => message.chatId === chatId && message.messageId === messageId)
    );
  }
}
