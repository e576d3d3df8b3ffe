import { renderPlainText, splitText } from '#delivery/plain-text.ts';
import type { Capabilities, ChatChannel, Inbound, Outbound, Pace, Platform, Receive, SendResult } from '#ports/chat-channel.ts';
import type { Block, Choices, FileRef, Picture } from '#ports/message.ts';
import { Bug } from '#shared/faults.ts';
import type { Recording, Sent, SentAttachment } from './recording.ts';
import { placeOf } from './world/chats.ts';
import type { PlatformAbilities } from './world/world.ts';

/** A channel that people reach through `hear`, and that keeps what it sends. */
export interface RehearsalChannel extends ChatChannel {
  /** Somebody writes. Resolves when the event is stored. */
  hear(event: Inbound): Promise<void>;
}

/** Pacing is not waited for in a rehearsal: any pace the delivery may ask for is allowed. */
const unhurried: Pace = { perSecond: 1_000_000, chatGapMs: 0, groupPerMinute: 1_000_000 };

const capabilitiesOf = (abilities: PlatformAbilities): Capabilities => ({
  buttons: abilities.buttons,
  edits: true,
  ephemeral: abilities.ephemeral,
  startPrivate: abilities.start_private,
  images: true,
  files: true,
  places: true,
  maxChoices: 25,
  maxText: abilities.max_text,
});

const nameOf = (source: Picture['source'] | FileRef['source']): string => ('ref' in source ? source.ref : source.name);

const imageOf = (picture: Picture): SentAttachment => ({ kind: 'image', name: nameOf(picture.source), alt: picture.alt });

const attachmentsOf = (block: Block): readonly SentAttachment[] => {
  if (block.b === 'image') return [imageOf(block.picture)];
  if (block.b === 'card') return block.cover === undefined ? [] : [imageOf(block.cover)];
  if (block.b === 'document') return [{ kind: 'file', name: block.file.name }];
  return block.b === 'location' ? [{ kind: 'location', name: block.title }] : [];
};

const offered = (choices: Choices | undefined): Sent['choices'] => {
  const options = [...(choices?.options ?? []), ...(choices?.escape === undefined ? [] : [choices.escape])];
  return options.map(({ id, label }) => ({ label, token: id }));
};

/** A message as the people in the chat see it: its text in parts that fit, attachments and buttons with the last one. */
const seenParts = (message: Outbound, capabilities: Capabilities): readonly Omit<Sent, 'id'>[] => {
  const texts = splitText(renderPlainText(message), capabilities.maxText).map(({ text }) => text);
  const isLast = (index: number): boolean => index === texts.length - 1;
  const person = message.visibility === undefined || message.visibility === 'all' ? undefined : message.visibility.ephemeralTo;
  return texts.map((text, index) => ({
    chat: message.to.chatId,
    ...(person === undefined ? {} : { to: person, ephemeral: true as const }),
    text,
    choices: isLast(index) && capabilities.buttons ? offered(message.choices) : [],
    attachments: isLast(index) ? message.blocks.flatMap(attachmentsOf) : [],
    ...(index === 0 && message.replace !== undefined ? { edits: message.replace } : {}),
  }));
};

const refused = (kind: 'blocked' | 'gone' | 'invalid', detail: string): SendResult => ({ ok: false, kind, detail });

const maySend = (message: Outbound, capabilities: Capabilities, recording: Recording): SendResult | null => {
  const isPrivate = message.to.kind === 'direct';
  if (isPrivate && placeOf(message.to.chatId, []).kind !== 'direct') return refused('gone', 'there is no such private chat');
  if (isPrivate && !capabilities.startPrivate && !recording.hasMet(message.to.chatId)) {
    return refused('blocked', 'this person never wrote to us privately, and the platform lets nobody begin');
  }
  const isHidden = message.visibility !== undefined && message.visibility !== 'all';
  if (isHidden && !capabilities.ephemeral) return refused('invalid', 'this platform cannot show a message to one person only');
  return null;
};

/** Stands in for one platform: same port, same promises, but what is sent goes into the recording. */
export const createRehearsalChannel = (name: string, abilities: PlatformAbilities, recording: Recording): RehearsalChannel => {
  const capabilities = capabilitiesOf(abilities);
  let receive: Receive | undefined;
  return {
    // as: a world names its platforms
    platform: name as Platform,
    capabilities,
    pace: unhurried,
    listensAlone: false,
    start: async (to) => {
      receive = to;
    },
    stop: async () => {
      receive = undefined;
    },
    health: () => (receive === undefined ? { ok: false, detail: 'Saluran belum dimulai.' } : { ok: true }),
    hear: async (event) => {
      if (receive === undefined) throw new Bug(`somebody writes on ${name} before the channel was started`);
      if (event.conversation.kind === 'direct') recording.meet(event.conversation.chatId);
      await receive(event);
    },
    send: async (message) => {
      const refusal = maySend(message, capabilities, recording);
      if (refusal !== null) return refusal;
      const replaces = message.replace !== undefined && recording.isOurs(message.to.chatId, message.replace);
      const { replace: _gone, ...anew } = message;
      const parts = seenParts(replaces ? message : anew, capabilities);
      return parts.length === 0
        ? refused('invalid', 'there is nothing to say in this message')
        : { ok: true, messageIds: parts.map(recording.add) };
    },
    // what was attached stands in its reference
    fetchFile: async (ref, mostBytes) => {
      const bytes = Buffer.from(ref, 'base64');
      return bytes.length > mostBytes ? null : bytes;
    },
    deepLink: (payload) => `rehearsal://start/${payload}`,
  };
};
