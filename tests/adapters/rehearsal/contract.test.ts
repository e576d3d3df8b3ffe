import { createRehearsalChannel } from '#adapters/chat/rehearsal/channel.ts';
import { inboundOf } from '#adapters/chat/rehearsal/inbound.ts';
import type { Message } from '#adapters/chat/rehearsal/protocol.ts';
import { createRecording, type Sent } from '#adapters/chat/rehearsal/recording.ts';
import { placeOf } from '#adapters/chat/rehearsal/world/chats.ts';
import { plainAbilities, type PlatformAbilities } from '#adapters/chat/rehearsal/world/world.ts';
import { momentFrom } from '#shared/day.ts';
import { describeChatChannel, type ChannelHarness, type Seen } from '#tests/contracts/chat-channel.ts';

const chat = 'private:P1';

const shown = (sent: readonly Sent[]): readonly Seen[] => {
  const messages = new Map<string, Seen>();
  for (const { id, text, choices, attachments, edits } of sent) {
    const changes = edits === undefined ? 0 : (messages.get(edits)?.edits ?? 0) + 1;
    messages.set(id, { text, choices, attachments, edits: changes });
  }
  return [...messages.values()];
};

const rehearsalWith = (abilities: Partial<PlatformAbilities>) => async (): Promise<ChannelHarness> => {
  const recording = createRecording();
  const channel = createRehearsalChannel('rehearsal', { ...plainAbilities, ...abilities }, recording);
  const place = placeOf(chat, []);
  const all: Sent[] = [];
  let last: Message = { id: 'a0', chat, from: 'P1' };
  let count = 0;
  const hear = (message: Message) =>
    channel.hear(
      inboundOf(message, {
        place,
        at: momentFrom('2026-03-03T02:00:00.000Z'),
        mention: '@perpus',
        isOurs: (id) => recording.isOurs(chat, id),
        offeredIn: (token) => recording.offeredIn(chat, token),
      }),
    );
  const says = (content: Partial<Message>): Promise<void> => {
    count += 1;
    last = { id: `a${count}`, chat, from: 'P1', ...content };
    return hear(last);
  };
  return {
    channel,
    to: { platform: channel.platform, chatId: chat, kind: 'direct' },
    userSays: (text) => says({ text }),
    userTaps: (token, number) => says(channel.capabilities.buttons ? { choice: token } : { text: String(number) }),
    redeliver: () => hear(last),
    seen: () => {
      all.push(...recording.take());
      return shown(all);
    },
    close: async () => {},
  };
};

describeChatChannel('rehearsal', rehearsalWith({}));
describeChatChannel('rehearsal without buttons', rehearsalWith({ buttons: false }));
describeChatChannel('rehearsal with short messages', rehearsalWith({ max_text: 200 }));
