import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatChannel, Conversation, Inbound, Outbound } from '#ports/chat-channel.ts';
import type { Block, Choices } from '#ports/message.ts';

/** A message as the person has it before their eyes. */
export interface Seen {
  readonly text: string;
  /** what can be tapped */
  readonly choices: readonly { readonly label: string; readonly token: string }[];
  readonly attachments: readonly { readonly kind: 'image' | 'file' | 'location'; readonly name: string; readonly alt?: string }[];
  /** how often the words were changed */
  readonly edits: number;
}

export interface ChannelHarness {
  /** not started yet */
  readonly channel: ChatChannel;
  /** the private chat of the one person */
  readonly to: Conversation;
  userSays(text: string): Promise<void>;
  /** chooses an option that was offered: by its button, or by typing `number` where there are no buttons */
  userTaps(token: string, number: number): Promise<void>;
  /** delivers the newest event once more; absent where the platform never does */
  redeliver?(): Promise<void>;
  /** everything the person got, oldest first */
  seen(): readonly Seen[];
  close(): Promise<void>;
}

const everythingIn = (all: readonly Seen[]): string =>
  all.flatMap((one) => [one.text, ...one.attachments.flatMap((attachment) => [attachment.name, attachment.alt ?? ''])]).join('\n');

// one pixel
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const picture = { source: { bytes: png, mime: 'image/png', name: 'peta.png' }, alt: 'Peta lantai satu: pintu di kiri' };
const marks = '*_[]()~`>#+-=|{}.!<& <b>Laskar</b> \\n &amp; @everyone 😀';

const blockCases: readonly (readonly [string, Block, readonly string[]])[] = [
  [
    'text with every kind of span',
    {
      b: 'text',
      text: [
        'Halo ',
        { t: 'strong', of: ['Kak'] },
        ' ',
        { t: 'em', of: ['pelan'] },
        ' ',
        { t: 'code', of: ['ABC12'] },
        ' ',
        { t: 'quote', of: ['kutipan'] },
      ],
    },
    ['Halo Kak pelan ABC12 kutipan'],
  ],
  [
    'a link with its address',
    { b: 'text', text: [{ t: 'link', href: 'https://pustaka.example/b/1', of: ['Unduh'] }] },
    ['Unduh', 'https://pustaka.example/b/1'],
  ],
  [
    'a moment in our words',
    { b: 'text', text: [{ t: 'when', iso: '2026-03-09T09:00:00+07:00', text: 'Senin, 9 Maret 2026 09.00 WIB' }] },
    ['Senin, 9 Maret 2026 09.00 WIB'],
  ],
  [
    'a day that is no moment',
    { b: 'text', text: [{ t: 'when', iso: '2026-03-09', text: 'Senin, 9 Maret 2026' }] },
    ['Senin, 9 Maret 2026'],
  ],
  ['a heading', { b: 'heading', text: 'Jam buka' }, ['Jam buka']],
  ['a list', { b: 'list', items: [['satu'], ['dua']] }, ['satu', 'dua']],
  ['a numbered list', { b: 'list', ordered: true, items: [['satu'], ['dua']] }, ['1. satu', '2. dua']],
  ['fields', { b: 'fields', rows: [{ label: 'Kembali', value: ['Senin'] }] }, ['Kembali: Senin']],
  [
    'a card',
    { b: 'card', title: 'Laskar Pelangi', subtitle: 'Andrea Hirata', body: ['Ada di rak.'], fields: [{ label: 'Rak', value: ['813'] }] },
    ['Laskar Pelangi', 'Andrea Hirata', 'Ada di rak.', 'Rak: 813'],
  ],
  ['a card with a cover', { b: 'card', title: 'Laskar Pelangi', cover: picture }, ['Laskar Pelangi', picture.alt]],
  ['a picture with what it shows', { b: 'image', picture, caption: ['Ini petanya.'] }, ['Ini petanya.', picture.alt]],
  ['a picture with very long words', { b: 'image', picture, caption: ['kata '.repeat(400)] }, [picture.alt]],
  [
    'a file',
    {
      b: 'document',
      file: { name: 'katalog.csv', source: { bytes: Buffer.from('a,b'), mime: 'text/csv', name: 'katalog.csv' } },
      caption: ['Katalognya.'],
    },
    ['Katalognya.', 'katalog'],
  ],
  [
    'a place with its address',
    { b: 'location', lat: -3.43, lng: 104.24, title: 'Halte Pasar', address: 'Jl. Sudirman 1' },
    ['Halte Pasar', 'Jl. Sudirman 1'],
  ],
  ['a poll as numbered options', { b: 'poll', question: 'Kapan?', options: ['Pagi', 'Sore'] }, ['Kapan?', 'Pagi', 'Sore']],
];

const optionsFor = (count: number): Choices => ({
  options: Array.from({ length: count }, (_, at) => ({ id: `tok${at + 1}`, label: `Judul nomor ${at + 1}` })),
  escape: { id: 'tok0', label: 'Batal' },
});

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** What every channel does alike. Run by each adapter, real or made for rehearsal. */
export const describeChatChannel = (name: string, setup: () => Promise<ChannelHarness>): void => {
  describe(`the channel ${name}`, () => {
    let harness: ChannelHarness;
    let events: Inbound[];
    let key = 0;

    beforeEach(async () => {
      harness = await setup();
      events = [];
      await harness.channel.start(async (event) => void events.push(event));
    });
    afterEach(async () => {
      await harness.channel.stop();
      await harness.close();
    });

    const arrival = (count: number) => expect.poll(() => events.length, { timeout: 5000, interval: 5 }).toBeGreaterThanOrEqual(count);
    const outbound = (blocks: readonly Block[], rest: Partial<Outbound> = {}): Outbound => {
      key += 1;
      return { to: harness.to, blocks, urgency: 'reply', dedupeKey: `${name}-${key}`, lang: 'id', ...rest };
    };
    const send = async (blocks: readonly Block[], rest: Partial<Outbound> = {}): Promise<readonly string[]> => {
      const result = await harness.channel.send(outbound(blocks, rest));
      if (!result.ok) throw new Error(`not sent: ${result.kind} ${result.detail}`);
      return result.messageIds;
    };
    const text = (words: string): readonly Block[] => [{ b: 'text', text: [words] }];

    it.each(blockCases)('shows %s', async (_case, block, words) => {
      const ids = await send([block]);
      expect(ids.length).toBeGreaterThan(0);
      const shown = everythingIn(harness.seen());
      for (const part of words) expect(shown).toContain(part);
    });

    it('hands a picture over as a picture or a file, where it can', async () => {
      await send([{ b: 'image', picture }]);
      const attached = harness.seen().flatMap((one) => one.attachments);
      expect(attached.length).toBe(1);
    });

    it('hands a file over by its own name', async () => {
      await send([
        {
          b: 'document',
          file: { name: 'a"b;c\n.csv', source: { bytes: Buffer.from('a,b'), mime: 'text/csv', name: 'x.csv' } },
          caption: [],
        },
      ]);
      expect(harness.seen().flatMap((one) => one.attachments).length).toBe(1);
    });

    it('keeps every character of a title that looks like markup', async () => {
      await send(text(marks), { choices: { options: [{ id: 'tok1', label: marks }] } });
      expect(harness.seen()[0]?.text).toContain(`${marks}\n1. ${marks}`);
    });

    it('keeps any title, whatever is in it', async () => {
      const anyTitle = fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
        .filter((title) => title.trim() !== '' && !/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(title));
      await fc.assert(
        fc.asyncProperty(anyTitle, async (title) => {
          const before = harness.seen().length;
          await send([{ b: 'text', text: ['«', { t: 'strong', of: [title] }, '»'] }]);
          expect(harness.seen()[before]?.text).toBe(`«${title}»`);
        }),
        { numRuns: 25 },
      );
    });

    it.each([0, 1, 3, 9, 10, 25, 26, 60])('drops none of %i options', async (count) => {
      await send(text('Yang mana?'), { choices: optionsFor(count) });
      const lines = everythingIn(harness.seen()).split('\n');
      for (let number = 1; number <= count; number += 1) expect(lines).toContain(`${number}. Judul nomor ${number}`);
      expect(lines).toContain('0. Batal');
      const tokens = new Set(harness.seen().flatMap((one) => one.choices.map((choice) => choice.token)));
      const buttons = count + 1;
      expect(tokens.size).toBe(harness.channel.capabilities.buttons ? buttons : 0);
    });

    it('makes no two buttons look the same', async () => {
      const long = 'Sejarah Kota Prabumulih dan Sekitarnya dari Masa ke Masa, jilid pertama sampai terakhir';
      await send(text('Yang mana?'), {
        choices: { options: ['a', 'b', 'c'].map((end, at) => ({ id: `tok${at}`, label: `${long} ${end}` })) },
      });
      const labels = harness.seen().flatMap((one) => one.choices.map((choice) => choice.label));
      expect(new Set(labels).size).toBe(labels.length);
    });

    it('carries 10,000 characters without breaking a word', async () => {
      const words = Array.from({ length: 1400 }, (_, at) => `k😀ta${at}`)
        .join(' ')
        .slice(0, 10_000)
        .trimEnd();
      await send(text(words));
      const texts = harness.seen().map((one) => one.text);
      expect(wordsOf(texts.join(' '))).toEqual(wordsOf(words));
      for (const one of texts) expect(one.length).toBeLessThanOrEqual(harness.channel.capabilities.maxText);
    });

    it('breaks no character of two units', async () => {
      const smiles = '😀'.repeat(5000);
      await send(text(smiles));
      expect(
        harness
          .seen()
          .map((one) => one.text)
          .join(''),
      ).toBe(smiles);
    });

    it('shows new words in place of old ones', async () => {
      const [id = ''] = await send(text('Sebentar.'), { choices: optionsFor(2) });
      await send(text('Sudah.'), { replace: id });
      const shown = harness.seen();
      expect(shown.at(-1)?.text).toBe('Sudah.');
      if (harness.channel.capabilities.edits)
        expect(shown.map((one) => [one.text, one.edits, one.choices.length])).toEqual([['Sudah.', 1, 0]]);
      else expect(shown.length).toBe(2);
    });

    it('takes an edit that changes nothing for done', async () => {
      const [id = ''] = await send(text('Sama.'));
      await send(text('Sama.'), { replace: id });
      expect(harness.seen().at(-1)?.text).toBe('Sama.');
    });

    it('shows new words as a new message when the old one cannot be changed', async () => {
      await send(text('Baru.'), { replace: '999999' });
      expect(harness.seen().at(-1)?.text).toBe('Baru.');
    });

    it('refuses to send nothing', async () => {
      const result = await harness.channel.send(outbound([]));
      expect(result).toMatchObject({ ok: false, kind: 'invalid' });
      expect(harness.seen()).toEqual([]);
    });

    it('brings what a person writes, and answers it', async () => {
      await harness.userSays('buka jam berapa?');
      await arrival(1);
      expect(events[0]).toMatchObject({
        type: 'text',
        text: 'buka jam berapa?',
        addressed: true,
        conversation: { kind: 'direct', chatId: harness.to.chatId },
      });
      expect(events[0]?.sender?.accountId).toMatch(/./);
      await send(text('Pukul 08.00.'), { replyTo: events[0]?.messageId ?? '' });
      expect(harness.seen().at(-1)?.text).toBe('Pukul 08.00.');
    });

    it('brings commands with their arguments', async () => {
      await harness.userSays('/sebagai petugas');
      await harness.userSays('/start h_AbC-9');
      await arrival(2);
      expect(events).toMatchObject([
        { type: 'command', name: 'sebagai', args: 'petugas' },
        { type: 'command', name: 'start', args: 'h_AbC-9' },
      ]);
    });

    it('brings one errand typed, numbered and tapped', async () => {
      await send(text('Yang mana?'), { choices: optionsFor(3) });
      await harness.userSays('Judul nomor 2');
      await harness.userSays('2');
      await harness.userTaps('tok2', 2);
      await arrival(3);
      expect(events.slice(0, 2)).toMatchObject([
        { type: 'text', text: 'Judul nomor 2' },
        { type: 'text', text: '2' },
      ]);
      expect(events[2]).toMatchObject(
        harness.channel.capabilities.buttons ? { type: 'choice', token: 'tok2' } : { type: 'text', text: '2' },
      );
      expect(new Set(events.map((event) => event.eventId)).size).toBe(3);
    });

    it('brings what is written in order', async () => {
      for (let at = 0; at < 20; at += 1) await harness.userSays(`pesan ${at}`);
      await arrival(20);
      expect(events.map((event) => (event.type === 'text' ? event.text : event.type))).toEqual(
        Array.from({ length: 20 }, (_, at) => `pesan ${at}`),
      );
    });

    it('gives a redelivered event the number it had', async () => {
      await harness.userSays('halo');
      await arrival(1);
      // A channel that is never told twice has nothing to prove beyond the one event.
      await harness.redeliver?.();
      await arrival(harness.redeliver === undefined ? 1 : 2);
      expect(new Set(events.map((event) => event.eventId)).size).toBe(1);
    });

    it('is well once started', () => {
      expect(harness.channel.health()).toEqual({ ok: true });
    });

    it('makes a link that carries what it was given', () => {
      expect(harness.channel.deepLink('h_AbC-9')).toContain('h_AbC-9');
    });

    it('stops, and stops again', async () => {
      await harness.channel.stop();
      await harness.channel.stop();
      expect(events).toEqual([]);
    });
  });
};
