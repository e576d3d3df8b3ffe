/** What was sent, as the protocol shows it. */
export interface Sent {
  readonly id: string;
  readonly chat: string;
  readonly to?: string;
  readonly text: string;
  readonly choices: readonly { readonly label: string; readonly token: string }[];
  readonly attachments: readonly SentAttachment[];
  readonly ephemeral?: true;
  readonly edits?: string;
}

export interface SentAttachment {
  readonly kind: 'image' | 'file' | 'location';
  readonly name: string;
  readonly alt?: string;
}

/** One record of everything that leaves, over all platforms of a world, in the order in which it left. */
export interface Recording {
  /** Notes a message and gives it its id; an edited message keeps the one it had. */
  add(message: Omit<Sent, 'id'>): string;
  /** What left since the last time this was asked. */
  take(): readonly Sent[];
  /** whether `messageId` is a message of ours in this chat */
  isOurs(chat: string, messageId: string): boolean;
  /** the message of this chat that offered the choice, if it was ours */
  offeredIn(chat: string, token: string): string | undefined;
  /** Notes that somebody wrote to us in this chat, or linked it before. */
  meet(chat: string): void;
  hasMet(chat: string): boolean;
}

export const createRecording = (): Recording => {
  const chatOfMessage = new Map<string, string>();
  const offers = new Map<string, string>();
  const met = new Set<string>();
  let unread: Sent[] = [];
  return {
    add: (message) => {
      const id = message.edits ?? `b${chatOfMessage.size + 1}`;
      chatOfMessage.set(id, message.chat);
      for (const { token } of message.choices) offers.set(JSON.stringify([message.chat, token]), id);
      unread.push({ id, ...message });
      return id;
    },
    take: () => {
      const taken = unread;
      unread = [];
      return taken;
    },
    isOurs: (chat, messageId) => chatOfMessage.get(messageId) === chat,
    offeredIn: (chat, token) => offers.get(JSON.stringify([chat, token])),
    meet: (chat) => void met.add(chat),
    hasMet: (chat) => met.has(chat),
  };
};
