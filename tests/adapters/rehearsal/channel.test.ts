import { describe, expect, it } from 'vitest';
import { createRehearsalChannel } from '#adapters/chat/rehearsal/channel.ts';
import { createRecording } from '#adapters/chat/rehearsal/recording.ts';
import { plainAbilities, type PlatformAbilities } from '#adapters/chat/rehearsal/world/world.ts';
import type { Outbound, Platform } from '#ports/chat-channel.ts';

// as: tests name their platform
const platform = 'rehearsal' as Platform;

const message = (parts: Partial<Outbound>): Outbound => ({
  to: { platform, chatId: 'private:P1', kind: 'direct' },
  blocks: [{ b: 'text', text: ['Pesan Entrok?'] }],
  urgency: 'reply',
  dedupeKey: 'k',
  lang: 'id',
  ...parts,
});

const yesNo = {
  options: [
    { id: 'k1', label: 'Ya' },
    { id: 'k2', label: 'Tidak' },
  ],
};

const channelWith = (abilities: Partial<PlatformAbilities> = {}) => {
  const recording = createRecording();
  return { recording, channel: createRehearsalChannel('rehearsal', { ...plainAbilities, ...abilities }, recording) };
};

describe('the recording channel', () => {
  it('keeps text with its choices as lines, and their tokens', async () => {
    const { channel, recording } = channelWith();
    expect(await channel.send(message({ choices: yesNo }))).toEqual({ ok: true, messageIds: ['b1'] });
    expect(recording.take()).toEqual([
      {
        id: 'b1',
        chat: 'private:P1',
        text: 'Pesan Entrok?\n1. Ya\n2. Tidak',
        attachments: [],
        choices: [
          { label: 'Ya', token: 'k1' },
          { label: 'Tidak', token: 'k2' },
        ],
      },
    ]);
    expect(recording.take()).toEqual([]);
  });

  it('offers no tokens where a platform has no buttons, and loses no choice', async () => {
    const { channel, recording } = channelWith({ buttons: false });
    await channel.send(message({ choices: { ...yesNo, escape: { id: 'k0', label: 'Batal' } } }));
    expect(recording.take()).toMatchObject([{ text: 'Pesan Entrok?\n1. Ya\n2. Tidak\n0. Batal', choices: [] }]);
  });

  it('splits what is too long and puts buttons under the last part', async () => {
    const { channel, recording } = channelWith({ max_text: 20 });
    const result = await channel.send(message({ choices: yesNo }));
    const parts = recording.take();
    expect(result).toMatchObject({ messageIds: ['b1', 'b2'] });
    expect(parts.every((part) => part.text.length <= 20)).toBe(true);
    expect(parts.map((part) => part.choices.length)).toEqual([0, 2]);
  });

  it('names pictures with their alternative text, files and places', async () => {
    const { channel, recording } = channelWith();
    await channel.send(
      message({
        blocks: [
          { b: 'image', picture: { source: { ref: 'sampul.jpg' }, alt: 'Sampul Entrok' } },
          {
            b: 'document',
            file: { source: { bytes: new Uint8Array(3), mime: 'text/csv', name: 'data.csv' }, name: 'data.csv' },
            caption: ['Data Kakak'],
          },
          { b: 'location', lat: -3.4, lng: 104.2, title: 'Perpustakaan', address: 'Jalan Contoh 1' },
        ],
      }),
    );
    const [sent] = recording.take();
    expect(sent?.attachments).toEqual([
      { kind: 'image', name: 'sampul.jpg', alt: 'Sampul Entrok' },
      { kind: 'file', name: 'data.csv' },
      { kind: 'location', name: 'Perpustakaan' },
    ]);
    expect(sent?.text).toContain('Sampul Entrok');
    expect(sent?.text).toContain('Jalan Contoh 1');
  });

  it('edits a message of ours in the same chat, and writes a new one otherwise', async () => {
    const { channel, recording } = channelWith();
    await channel.send(message({}));
    await channel.send(message({ replace: 'b1' }));
    await channel.send(message({ replace: 'b1', to: { platform, chatId: 'private:P2', kind: 'direct' } }));
    expect(recording.take().map((sent) => sent.edits)).toEqual([undefined, 'b1', undefined]);
  });

  it('shows a message to one person only where the platform can, and never to all instead', async () => {
    const hidden = message({ visibility: { ephemeralTo: 'P1' }, to: { platform, chatId: 'PKK', kind: 'group' } });
    const able = channelWith({ ephemeral: true });
    await able.channel.send(hidden);
    expect(able.recording.take()).toMatchObject([{ chat: 'PKK', to: 'P1', ephemeral: true }]);
    const unable = channelWith();
    expect(await unable.channel.send(hidden)).toMatchObject({ ok: false, kind: 'invalid' });
    expect(unable.recording.take()).toEqual([]);
  });

  it('reaches nobody who never wrote, where the platform lets nobody begin', async () => {
    const { channel, recording } = channelWith({ start_private: false });
    expect(await channel.send(message({}))).toMatchObject({ ok: false, kind: 'blocked' });
    recording.meet('private:P1');
    expect(await channel.send(message({}))).toMatchObject({ ok: true });
  });

  it('sends nothing private to what is no private chat', async () => {
    const { channel, recording } = channelWith();
    expect(await channel.send(message({ to: { platform, chatId: 'P1', kind: 'direct' } }))).toMatchObject({ ok: false, kind: 'gone' });
    expect(recording.take()).toEqual([]);
  });

  it('links to a private chat with us', () => {
    expect(channelWith().channel.deepLink('hold_T7')).toBe('rehearsal://start/hold_T7');
  });

  it('is healthy from its start to its stop', async () => {
    const { channel } = channelWith();
    expect(channel.health().ok).toBe(false);
    await channel.start(async () => {});
    expect(channel.health().ok).toBe(true);
    await channel.stop();
    expect(channel.health().ok).toBe(false);
  });
});
