import type { Brand } from '#shared/brand.ts';
import type { Temporal } from '#shared/day.ts';
import type { Block, Choices } from '#ports/message.ts';

/** The name of a channel. The core knows its abilities, never its name. */
export type Platform = Brand<string, 'Platform'>;

export interface Sender {
  readonly platform: Platform;
  /** the platform's own id of the person; a phone number is never an identity */
  readonly accountId: string;
  readonly aliases?: readonly string[];
  readonly displayName?: string;
  readonly localeHint?: string;
  readonly isBot?: boolean;
}

export interface Conversation {
  readonly platform: Platform;
  readonly chatId: string;
  readonly kind: 'direct' | 'group' | 'channel';
  readonly threadId?: string;
  readonly title?: string;
}

interface InboundBase {
  /** unique per platform: a redelivery carries the same one */
  readonly eventId: string;
  readonly at: Temporal.Instant;
  readonly conversation: Conversation;
  readonly sender?: Sender;
  readonly messageId?: string;
  /** the message this one answers */
  readonly replyTo?: string;
  /** always true in a direct chat; in a group: mention, reply to us, or command */
  readonly addressed: boolean;
}

export type Inbound = InboundBase & InboundContent;

export type InboundContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly token: string; readonly sourceMessageId?: string }
  /** name without its slash; args is the text behind it */
  | { readonly type: 'command'; readonly name: string; readonly args: string }
  | { readonly type: 'location'; readonly lat: number; readonly lng: number; readonly name?: string }
  | { readonly type: 'contact'; readonly phoneE164?: string; readonly name?: string; readonly verifiedOwn: boolean }
  | {
      readonly type: 'media';
      readonly kind: 'image' | 'document' | 'audio' | 'voice' | 'video' | 'sticker';
      readonly mime?: string;
      readonly size?: number;
      readonly caption?: string;
      readonly name?: string;
      /** where the bytes can be had later from the same channel */
      readonly ref?: string;
    }
  | { readonly type: 'reaction'; readonly emoji: string; readonly toMessageId: string }
  | {
      readonly type: 'membership';
      readonly change: 'bot-added' | 'bot-removed' | 'blocked' | 'unblocked' | 'joined' | 'left' | 'migrated';
      readonly newChatId?: string;
    }
  | { readonly type: 'edited'; readonly text: string };

export interface Outbound {
  readonly to: Conversation;
  readonly blocks: readonly Block[];
  readonly choices?: Choices;
  /** shown to everybody, or only to one person where the channel can */
  readonly visibility?: 'all' | { readonly ephemeralTo: string };
  /** the message that this one takes the place of, where the channel can edit */
  readonly replace?: string;
  readonly replyTo?: string;
  readonly urgency: 'reply' | 'notice' | 'broadcast';
  /** the outbox row's key: channels that can use it to suppress doubles do */
  readonly dedupeKey: string;
  readonly lang: 'id' | 'en';
}

export type SendResult =
  | { readonly ok: true; readonly messageIds: readonly string[] }
  | {
      readonly ok: false;
      /** gone: chat does not exist; blocked: the person refuses us; invalid: never sendable; transient: provably not sent */
      readonly kind: 'gone' | 'blocked' | 'rate' | 'invalid' | 'transient' | 'unknown-outcome';
      readonly retryAfterMs?: number;
      readonly movedTo?: string;
      readonly detail: string;
    };

/** What a channel can do. Dialogues and delivery ask these, never the platform's name. */
export interface Capabilities {
  readonly buttons: boolean;
  readonly edits: boolean;
  /** a message in a group that only one person sees */
  readonly ephemeral: boolean;
  /** may we write to a person who never wrote to us privately */
  readonly startPrivate: boolean;
  readonly images: boolean;
  readonly files: boolean;
  readonly places: boolean;
  /** options shown at once; the conversation makes pages of more */
  readonly maxChoices: number;
  /** UTF-16 units of one message; the channel splits longer text itself, at paragraphs, never inside a surrogate pair */
  readonly maxText: number;
}

/** How fast a channel may be written to. */
export interface Pace {
  readonly perSecond: number;
  /** least milliseconds between two messages to one chat */
  readonly chatGapMs: number;
  /** most messages a minute to one group */
  readonly groupPerMinute: number;
}

export interface ChannelHealth {
  readonly ok: boolean;
  /** one plain sentence for the operator, when not ok */
  readonly detail?: string;
}

/** Takes an event over. Resolves when it is stored: only then may the channel acknowledge it to its platform. */
export type Receive = (event: Inbound) => Promise<void>;

/**
 * A way to talk with people. It holds no business state and no sentences of the library; it never repeats a send by
 * itself; everything a person may have typed is escaped here.
 */
export interface ChatChannel {
  readonly platform: Platform;
  readonly capabilities: Capabilities;
  readonly pace: Pace;
  /** Whether the platform serves one listener only; any process may send. Such a channel is started again after a stop. */
  readonly listensAlone: boolean;
  start(receive: Receive): Promise<void>;
  /** Finishes what is under way, then resolves. */
  stop(): Promise<void>;
  health(): ChannelHealth;
  send(message: Outbound): Promise<SendResult>;
  /** a link that opens a private chat with us and carries `payload` ([A-Za-z0-9_-], at most 64) */
  deepLink(payload: string): string;
  /** The bytes of a file that came with this `ref`; null when it is gone, cannot be had, or is larger than `mostBytes`. */
  fetchFile(ref: string, mostBytes: number): Promise<Uint8Array | null>;
  /** shows that an answer is being made; may do nothing */
  showTyping?(to: Conversation): Promise<void>;
}
