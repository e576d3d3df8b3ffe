import { describe, expect, it } from 'vitest';
import { inboundOf } from '#adapters/chat/rehearsal/inbound.ts';
import type { Message } from '#adapters/chat/rehearsal/protocol.ts';
import { placeOf } from '#adapters/chat/rehearsal/world/chats.ts';
import { momentFrom } from '#shared/day.ts';

const at = momentFrom('2026-03-03T02:00:00.000Z');

const heard = (message: Omit<Message, 'id' | 'from'>) =>
  inboundOf(
    { id: 'a1', from: 'P1', ...message },
    {
      place: placeOf(message.chat, [{ id: 'RT5', platform: 'telegram' }]),
      at,
      mention: '@perpus',
      isOurs: (id) => id === 'b1',
      offeredIn: (token) => (token === 'k1' ? 'b1' : undefined),
    },
  );

describe('what a message becomes', () => {
  it.each([
    ['private:P1', 'rehearsal', 'direct'],
    ['private:P1@telegram', 'telegram', 'direct'],
    ['RT5', 'telegram', 'group'],
    ['PKK', 'rehearsal', 'group'],
  ])('in %s comes from %s, a %s chat', (chat, platform, kind) => {
    const event = heard({ chat, text: 'halo' });
    expect(event).toMatchObject({
      eventId: `${chat}/a1`,
      at,
      conversation: { platform, chatId: chat, kind },
      sender: { platform, accountId: 'P1' },
    });
  });

  it.each<[string, Omit<Message, 'id' | 'from' | 'chat'>, object]>([
    ['text', { text: 'ada Entrok?' }, { type: 'text', text: 'ada Entrok?' }],
    ['a command', { text: '/Pinjamkan T1-1 K-71' }, { type: 'command', name: 'pinjamkan', args: 'T1-1 K-71' }],
    ['a command with our name', { text: '/jam@perpus_bot' }, { type: 'command', name: 'jam', args: '' }],
    ['a slash that is no command', { text: '/ 3' }, { type: 'text', text: '/ 3' }],
    [
      'a picture',
      { attachment: { kind: 'image', name: 'a.jpg', caption: 'ini', base64: 'AAAA' } },
      { type: 'media', kind: 'image', name: 'a.jpg', caption: 'ini', size: 3 },
    ],
    ['a file', { attachment: { kind: 'file' } }, { type: 'media', kind: 'document' }],
    ['a place', { location: { lat: -3.4, lon: 104.2 } }, { type: 'location', lat: -3.4, lng: 104.2 }],
    ['a reaction', { reaction: { emoji: '👍', to: 'b1' } }, { type: 'reaction', emoji: '👍', toMessageId: 'b1' }],
    ['a tap', { choice: 'k1' }, { type: 'choice', token: 'k1', sourceMessageId: 'b1' }],
    ['a tap on what we never offered', { choice: 'k9' }, { type: 'choice', token: 'k9' }],
  ])('knows %s', (_, message, content) => {
    expect(heard({ chat: 'private:P1', ...message })).toMatchObject(content);
  });

  it.each<[boolean, string, Omit<Message, 'id' | 'from' | 'chat'>]>([
    [false, 'talk among people', { text: 'besok jadi?' }],
    [false, 'a longer name that begins alike', { text: '@perpustakaan buka?' }],
    [false, 'an answer to somebody else', { text: 'ya', replyTo: 'a0' }],
    [false, 'a place', { location: { lat: 0, lon: 0 } }],
    [true, 'our name', { text: 'halo @Perpus, buka jam berapa?' }],
    [true, 'our name under a picture', { attachment: { kind: 'image', caption: '@perpus ini apa' } }],
    [true, 'a slash', { text: '/jam' }],
    [true, 'an answer to us', { text: 'ya', replyTo: 'b1' }],
    [true, 'a tap', { choice: 'k1' }],
  ])('in a group is addressed to us: %s for %s', (addressed, _, message) => {
    expect(heard({ chat: 'PKK', ...message }).addressed).toBe(addressed);
  });

  it('loses our name, not its words', () => {
    expect(heard({ chat: 'PKK', text: '@perpus buka jam berapa?' })).toMatchObject({ text: 'buka jam berapa?' });
    expect(heard({ chat: 'PKK', text: '@perpus /jam' })).toMatchObject({ type: 'command', name: 'jam' });
  });
});
