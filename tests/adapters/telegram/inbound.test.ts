import { describe, expect, it } from 'vitest';
import { inboundFrom } from '#adapters/chat/telegram/inbound.ts';
import { Temporal } from '#shared/day.ts';

const bot = { id: 4242, username: 'Perpus_Bot' };
const now = Temporal.Instant.from('2026-03-02T03:00:00Z');
const siti = { id: 7, is_bot: false, first_name: 'Siti', last_name: 'A', language_code: 'id' };
const direct = { id: 7, type: 'private', first_name: 'Siti' };
const group = { id: -100, type: 'supergroup', title: 'Warga' };
const ours = { id: 4242, is_bot: true, first_name: 'Perpus' };
const date = 1_772_420_400;

const mention = (text: string, name = '@perpus_bot') => ({ type: 'mention', offset: text.indexOf(name), length: name.length });
// as: the updates are written out the way Telegram sends them; the compiler's type has thousands of optional fields
const event = (content: object) => inboundFrom({ update_id: 9, ...content }, bot, now);
const message = (content: object, chat: object = direct) => event({ message: { message_id: 5, date, chat, from: siti, ...content } });

describe('a private message', () => {
  it('is text from a person at a moment in a chat', () => {
    expect(message({ text: ' buka jam berapa? ' })).toEqual({
      eventId: 'u9',
      at: Temporal.Instant.from('2026-03-02T03:00:00Z'),
      conversation: { platform: 'telegram', chatId: '7', kind: 'direct' },
      sender: { platform: 'telegram', accountId: '7', displayName: 'Siti A', localeHint: 'id' },
      messageId: '5',
      addressed: true,
      type: 'text',
      text: 'buka jam berapa?',
    });
  });

  it('keeps the topic of a private chat with topics', () => {
    expect(message({ text: 'x', is_topic_message: true, message_thread_id: 31 })?.conversation.threadId).toBe('31');
  });

  it('has no topic when it is only a reply', () => {
    expect(message({ text: 'x', message_thread_id: 31 })?.conversation.threadId).toBeUndefined();
  });

  it('names the message it answers', () => {
    expect(message({ text: 'x', reply_to_message: { message_id: 3, date, chat: direct, from: ours } })?.replyTo).toBe('3');
  });
});

const commands: readonly (readonly [string, string, object])[] = [
  ['a command', '/bantuan', { type: 'command', name: 'bantuan', args: '' }],
  ['a command with arguments', '/start  h_AbC-9 ', { type: 'command', name: 'start', args: 'h_AbC-9' }],
  ['a command over two lines', '/cari\nlaskar pelangi', { type: 'command', name: 'cari', args: 'laskar pelangi' }],
  ['a command in capitals', '/MENU', { type: 'command', name: 'menu', args: '' }],
  ['a command to us by name', '/jadwal@PERPUS_bot besok', { type: 'command', name: 'jadwal', args: 'besok' }],
  ['a path', '/usr/bin', { type: 'text', text: '/usr/bin' }],
  ['a slash alone', '/', { type: 'text', text: '/' }],
];

describe('commands', () => {
  it.each(commands)('%s', (_name, text, expected) => {
    expect(message({ text })).toMatchObject(expected);
  });
});

const groupCases: readonly (readonly [string, object, boolean, object])[] = [
  ['talk among others is not addressed', { text: 'pagi semua' }, false, { type: 'text', text: 'pagi semua' }],
  [
    'our name addresses us and is taken out',
    { text: '@perpus_bot, buka jam berapa?', entities: [mention('@perpus_bot')] },
    true,
    { text: 'buka jam berapa?' },
  ],
  ['our name in the middle', { text: 'halo @perpus_bot buka?', entities: [mention('halo @perpus_bot')] }, true, { text: 'halo buka?' }],
  [
    'our name at the end of a clause',
    { text: 'tolong @perpus_bot, buka?', entities: [mention('tolong @perpus_bot')] },
    true,
    { text: 'tolong, buka?' },
  ],
  ['our name alone', { text: '@perpus_bot', entities: [mention('@perpus_bot')] }, true, { text: '' }],
  [
    'a mention of us without a name',
    { text: 'Perpus buka?', entities: [{ type: 'text_mention', offset: 0, length: 6, user: ours }] },
    true,
    { text: 'buka?' },
  ],
  [
    'another name does not address us',
    { text: '@perpus_bot2 hai', entities: [mention('@perpus_bot2 hai', '@perpus_bot2')] },
    false,
    { text: '@perpus_bot2 hai' },
  ],
  ['our name as mere letters does not', { text: 'x@perpus_bot' }, false, { text: 'x@perpus_bot' }],
  [
    'a reply to us addresses us',
    { text: 'yang kedua', reply_to_message: { message_id: 3, date, chat: group, from: ours } },
    true,
    { text: 'yang kedua' },
  ],
  [
    'a reply to another does not',
    { text: 'iya', reply_to_message: { message_id: 3, date, chat: group, from: siti } },
    false,
    { text: 'iya' },
  ],
  [
    'the root of a topic is not a reply',
    {
      text: 'iya',
      is_topic_message: true,
      message_thread_id: 3,
      reply_to_message: { message_id: 3, date, chat: group, from: ours, forum_topic_created: { name: 'x' } },
    },
    false,
    { text: 'iya' },
  ],
  ['a command addresses us', { text: '/jadwal' }, true, { type: 'command', name: 'jadwal' }],
  ['a command to another bot does not', { text: '/jadwal@lain_bot' }, false, { type: 'text' }],
  [
    'a caption with our name',
    { photo: [{ file_id: 'f' }], caption: '@perpus_bot ini apa?', caption_entities: [mention('@perpus_bot')] },
    true,
    { type: 'media', caption: 'ini apa?' },
  ],
];

describe('in a group', () => {
  it.each(groupCases)('%s', (_name, content, addressed, expected) => {
    expect(message(content, group)).toMatchObject({
      addressed,
      conversation: { kind: 'group', chatId: '-100', title: 'Warga' },
      ...expected,
    });
  });

  it('an administrator without a name is nobody', () => {
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' };
    expect(message({ text: '/jadwal', from: anonymous, sender_chat: group }, group)?.sender).toBeUndefined();
  });

  it('counts entities in UTF-16 units', () => {
    const text = '📚📚 @perpus_bot buka?';
    expect(message({ text, entities: [mention(text)] }, group)).toMatchObject({ addressed: true, text: '📚📚 buka?' });
  });
});

const otherContent: readonly (readonly [string, object, object | null])[] = [
  [
    'the largest size of a photo',
    {
      photo: [
        { file_id: 'small', file_size: 1 },
        { file_id: 'large', file_size: 9 },
      ],
      caption: 'ini',
    },
    { type: 'media', kind: 'image', ref: 'large', size: 9, mime: 'image/jpeg', caption: 'ini' },
  ],
  [
    'a document',
    { document: { file_id: 'd', mime_type: 'text/csv', file_name: 'a.csv', file_size: 3 } },
    { type: 'media', kind: 'document', ref: 'd', mime: 'text/csv', name: 'a.csv', size: 3 },
  ],
  ['a moving picture, once', { animation: { file_id: 'a' }, document: { file_id: 'a' } }, { type: 'media', kind: 'video', ref: 'a' }],
  ['a voice message', { voice: { file_id: 'v', mime_type: 'audio/ogg' } }, { type: 'media', kind: 'voice', ref: 'v', mime: 'audio/ogg' }],
  ['music', { audio: { file_id: 'm' } }, { type: 'media', kind: 'audio', ref: 'm' }],
  ['a round video', { video_note: { file_id: 'n' } }, { type: 'media', kind: 'video', ref: 'n' }],
  ['a sticker', { sticker: { file_id: 's' } }, { type: 'media', kind: 'sticker', ref: 's' }],
  ['a place', { location: { latitude: -3.4, longitude: 104.2 } }, { type: 'location', lat: -3.4, lng: 104.2 }],
  [
    'a place with a name',
    {
      location: { latitude: -3.4, longitude: 104.2 },
      venue: { title: 'Pasar', address: 'x', location: { latitude: -3.4, longitude: 104.2 } },
    },
    { type: 'location', lat: -3.4, lng: 104.2, name: 'Pasar' },
  ],
  [
    'the own number',
    { contact: { phone_number: '62 812-345', first_name: 'Siti', user_id: 7 } },
    { type: 'contact', phoneE164: '+62812345', name: 'Siti', verifiedOwn: true },
  ],
  [
    "another's number proves nothing",
    { contact: { phone_number: '62812', first_name: 'B', user_id: 8 } },
    { type: 'contact', verifiedOwn: false },
  ],
  [
    'a forwarded number proves nothing',
    { contact: { phone_number: '62812', first_name: 'S', user_id: 7 }, forward_origin: { type: 'user' } },
    { type: 'contact', verifiedOwn: false },
  ],
  [
    'a number without an owner proves nothing',
    { contact: { phone_number: '62812', first_name: 'S' } },
    { type: 'contact', verifiedOwn: false },
  ],
  ['somebody who joined', { new_chat_members: [{ id: 8, is_bot: false, first_name: 'B' }] }, { type: 'membership', change: 'joined' }],
  ['somebody who left', { left_chat_member: { id: 8, is_bot: false, first_name: 'B' } }, { type: 'membership', change: 'left' }],
  ['our own coming is told elsewhere', { new_chat_members: [ours] }, null],
  ['our own going is told elsewhere', { left_chat_member: ours }, null],
  [
    'a group that became a supergroup',
    { migrate_to_chat_id: -1_001_234_567_890 },
    { type: 'membership', change: 'migrated', newChatId: '-1001234567890' },
  ],
  ['the other side of a migration', { migrate_from_chat_id: -100 }, null],
  ['a pinned message', { pinned_message: { message_id: 1 } }, null],
];

describe('a message that is not text', () => {
  it.each(otherContent)('%s', (_name, content, expected) => {
    const heard = message(content, direct);
    if (expected === null) expect(heard).toBeNull();
    else expect(heard).toMatchObject(expected);
  });
});

const member = (status: string, rest: object = {}) => ({ status, user: ours, ...rest });
const membershipCases: readonly (readonly [string, object, object, object, string | null])[] = [
  ['a person blocks us', direct, member('member'), member('kicked'), 'blocked'],
  ['a person unblocks us', direct, member('kicked'), member('member'), 'unblocked'],
  ['we are added', group, member('left'), member('member'), 'bot-added'],
  ['we are added as administrator', group, member('kicked'), member('administrator'), 'bot-added'],
  ['we are put out', group, member('member'), member('kicked'), 'bot-removed'],
  ['we leave', group, member('administrator'), member('left'), 'bot-removed'],
  ['we are restricted out of it', group, member('member'), member('restricted', { is_member: false }), 'bot-removed'],
  ['a promotion is nothing', group, member('member'), member('administrator'), null],
];

describe('membership', () => {
  it.each(membershipCases)('%s', (_name, chat, before, after, change) => {
    const heard = event({ my_chat_member: { chat, from: siti, date, old_chat_member: before, new_chat_member: after } });
    if (change === null) expect(heard).toBeNull();
    else expect(heard).toMatchObject({ type: 'membership', change, sender: { accountId: '7' } });
  });
});

describe('other updates', () => {
  it('a tap brings its token, its message and the time of the clock', () => {
    const query = {
      id: '1',
      from: siti,
      chat_instance: '1',
      data: 'tok1',
      message: { message_id: 44, date, chat: group, is_topic_message: true, message_thread_id: 3 },
    };
    expect(event({ callback_query: query })).toMatchObject({
      type: 'choice',
      token: 'tok1',
      sourceMessageId: '44',
      at: now,
      addressed: true,
      sender: { accountId: '7' },
      conversation: { chatId: '-100', threadId: '3' },
    });
  });

  it('a tap on a message too old to be shown still arrives', () => {
    expect(
      event({ callback_query: { id: '1', from: siti, chat_instance: '1', data: 't', message: { message_id: 44, date: 0, chat: direct } } }),
    ).toMatchObject({ type: 'choice', sourceMessageId: '44' });
  });

  it('a tap without a message is nothing', () => {
    expect(event({ callback_query: { id: '1', from: siti, chat_instance: '1', data: 't', inline_message_id: 'x' } })).toBeNull();
  });

  it('an edit brings the new words', () => {
    const edited = { message_id: 5, date, edit_date: date + 60, chat: direct, from: siti, text: 'baru' };
    expect(event({ edited_message: edited })).toMatchObject({
      type: 'edited',
      text: 'baru',
      messageId: '5',
      at: Temporal.Instant.from('2026-03-02T03:01:00Z'),
    });
  });

  it('a reaction brings what is new in it', () => {
    const emoji = (one: string) => ({ type: 'emoji', emoji: one });
    const reaction = {
      chat: direct,
      message_id: 44,
      user: siti,
      date,
      old_reaction: [emoji('👍')],
      new_reaction: [emoji('👍'), emoji('❤')],
    };
    expect(event({ message_reaction: reaction })).toMatchObject({ type: 'reaction', emoji: '❤', toMessageId: '44', addressed: true });
  });

  it('a reaction taken back is nothing', () => {
    expect(
      event({
        message_reaction: {
          chat: direct,
          message_id: 44,
          user: siti,
          date,
          old_reaction: [{ type: 'emoji', emoji: '👍' }],
          new_reaction: [],
        },
      }),
    ).toBeNull();
  });

  it('an update of a kind we do not know is nothing', () => {
    expect(event({ poll_answer: {} })).toBeNull();
  });
});
