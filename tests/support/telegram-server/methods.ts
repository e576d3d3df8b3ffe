import { caption, checkCommands, inlineKeyboard, isPicture, messageText, type Words } from './checks.ts';
import type { Parameters } from './parameters.ts';
import { badRequest, Refusal } from './refusal.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { SentMessage, ServerChat, World } from './world.ts';

export interface MethodContext {
  readonly world: World;
  readonly queue: UpdateQueue;
  readonly bot: { readonly id: number; readonly username: string; readonly firstName: string };
  /** seconds since 1970 */
  readonly now: () => number;
  readonly menus: Map<string, readonly { readonly command: string; readonly description: string }[]>;
  /** least milliseconds between two messages to one chat; 0: no limit */
  readonly flood: (chatId: number) => void;
}

export type Method = (parameters: Parameters, context: MethodContext, gone: AbortSignal) => unknown;

const botUser = ({ bot }: MethodContext) => ({ id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username });

const resultOf = (message: SentMessage, chat: ServerChat, context: MethodContext) => ({
  message_id: message.messageId,
  date: context.now(),
  from: botUser(context),
  chat: {
    id: chat.id,
    type: chat.type,
    ...(chat.title === undefined ? {} : { title: chat.title }),
    ...(chat.firstName === undefined ? {} : { first_name: chat.firstName }),
  },
  ...(message.photo === undefined ? { text: message.text } : { caption: message.text }),
});

/** The answered message, which must exist unless the call says otherwise. */
const replyOf = (parameters: Parameters, { world }: MethodContext, chat: ServerChat): { readonly replyTo?: number } => {
  const reply = parameters.record('reply_parameters');
  if (reply === undefined) return {};
  const id = Number(reply['message_id']);
  if (world.knowsMessage(chat.id, id)) return { replyTo: id };
  if (reply['allow_sending_without_reply'] === true) return {};
  throw badRequest('message to be replied not found');
};

const threadOf = (parameters: Parameters, chat: ServerChat): { readonly threadId?: number } => {
  const threadId = parameters.integer('message_thread_id');
  if (threadId === undefined) return {};
  if (!chat.topics.has(threadId)) throw badRequest('message thread not found');
  return { threadId };
};

type Content = Pick<SentMessage, 'photo' | 'document' | 'venue'>;

const sending =
  (
    method: string,
    contentOf: (parameters: Parameters, context: MethodContext) => { readonly words: Words; readonly content: Content },
  ): Method =>
  (parameters, context) => {
    const chat = context.world.writable(parameters.integer('chat_id'));
    const { words, content } = contentOf(parameters, context);
    const buttons = inlineKeyboard(parameters);
    const place = { ...replyOf(parameters, context, chat), ...threadOf(parameters, chat) };
    context.flood(chat.id);
    const message = {
      messageId: context.world.nextMessageId(),
      chatId: chat.id,
      method,
      ...words,
      buttons,
      ...content,
      ...place,
      earlier: [],
    };
    context.world.sent.push(message);
    return resultOf(message, chat, context);
  };

/** A known file, or a new one that is kept under an id. */
const fileIn = (parameters: Parameters, name: string, { world }: MethodContext): { readonly name: string; readonly bytes: Buffer } => {
  const file = parameters.file(name);
  if ('fileId' in file) {
    const bytes = world.files.get(file.fileId);
    if (bytes === undefined) throw badRequest('wrong file identifier/HTTP URL specified');
    return { name: file.fileId, bytes };
  }
  if (file.bytes.length === 0) throw badRequest('file must be non-empty');
  world.files.set(`file${world.files.size + 1}`, file.bytes);
  return file;
};

const sendPhoto = sending('sendPhoto', (parameters, context) => {
  const words = caption(parameters);
  const { name, bytes } = fileIn(parameters, 'photo', context);
  if (!isPicture(bytes)) throw badRequest('IMAGE_PROCESS_FAILED');
  return { words, content: { photo: { name, size: bytes.length } } };
});

const sendDocument = sending('sendDocument', (parameters, context) => {
  const words = caption(parameters);
  const { name, bytes } = fileIn(parameters, 'document', context);
  return { words, content: { document: { name, size: bytes.length } } };
});

const sendVenue = sending('sendVenue', (parameters) => {
  const latitude = parameters.number('latitude');
  const longitude = parameters.number('longitude');
  const title = parameters.text('title');
  const address = parameters.text('address');
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    throw badRequest('wrong location');
  if (title.trim() === '') throw badRequest('VENUE_TITLE_EMPTY');
  if (address.trim() === '') throw badRequest('VENUE_ADDRESS_EMPTY');
  return { words: { text: '', entities: [] }, content: { venue: { latitude, longitude, title, address } } };
});

const editText: Method = (parameters, context) => {
  const chat = context.world.writable(parameters.integer('chat_id'));
  const message = context.world.messageOf(chat.id, parameters.integer('message_id'));
  if (message.method !== 'sendMessage') throw badRequest('there is no text in the message to edit');
  const words = messageText(parameters);
  const buttons = inlineKeyboard(parameters);
  const looks = (text: string, entities: unknown, keyboard: unknown) => JSON.stringify([text, entities, keyboard]);
  if (looks(words.text, words.entities, buttons) === looks(message.text, message.entities, message.buttons)) {
    throw badRequest('message is not modified: specified new message content and reply markup are exactly the same');
  }
  message.earlier.push(message.text);
  Object.assign(message, words, { buttons });
  return resultOf(message, chat, context);
};

const editReplyMarkup: Method = (parameters, context) => {
  const chat = context.world.writable(parameters.integer('chat_id'));
  const message = context.world.messageOf(chat.id, parameters.integer('message_id'));
  message.buttons = inlineKeyboard(parameters);
  return resultOf(message, chat, context);
};

const answerTap: Method = (parameters, { world }) => {
  const id = parameters.text('callback_query_id');
  if (parameters.text('text').length > 200) throw badRequest('MESSAGE_TOO_LONG');
  if (!world.openTaps.delete(id)) throw badRequest('query is too old and response timeout expired or query ID is invalid');
  world.answeredTaps.push(id);
  return true;
};

const setWebhook: Method = (parameters, { queue }) => {
  const url = parameters.text('url');
  const secret = parameters.text('secret_token');
  if (!/^https?:\/\/127\.0\.0\.1[:/]/.test(url)) throw badRequest('bad webhook: only loopback addresses are reached from here');
  if (!/^[A-Za-z0-9_-]{0,256}$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  queue.allow(parameters.has('allowed_updates') ? parameters.list('allowed_updates') : null);
  queue.setWebhook({ url, secret });
  return true;
};

const deleteWebhook: Method = (_parameters, { queue }) => {
  queue.setWebhook(null);
  return true;
};

const setMyCommands: Method = (parameters, { menus }) => {
  menus.set(parameters.text('language_code'), checkCommands(parameters));
  return true;
};

const getUpdates: Method = (parameters, { queue }, gone) => {
  const limit = parameters.integer('limit') ?? 100;
  if (limit < 1 || limit > 100) throw badRequest('limit must be from 1 to 100');
  queue.allow(parameters.has('allowed_updates') ? parameters.list('allowed_updates') : null);
  return queue.fetch(parameters.integer('offset') ?? 0, limit, parameters.integer('timeout') ?? 0, gone);
};

/** Bots are handed files of up to 20 MB. */
const getFile: Method = (parameters, { world }) => {
  const fileId = parameters.text('file_id') ?? '';
  const file = world.files.get(fileId);
  if (file === undefined) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.length > 20_000_000) throw badRequest('file is too big');
  return { file_id: fileId, file_unique_id: fileId, file_size: file.length, file_path: `documents/${fileId}` };
};

export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  [
    'getMe',
    (_parameters, context) => ({
      ...botUser(context),
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
    }),
  ],
  ['getUpdates', getUpdates],
  ['setWebhook', setWebhook],
  ['deleteWebhook', deleteWebhook],
  [
    'getWebhookInfo',
    (_parameters, { queue }) => ({
      url: queue.webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.unacknowledged.length,
    }),
  ],
  ['setMyCommands', setMyCommands],
  ['sendMessage', sending('sendMessage', (parameters) => ({ words: messageText(parameters), content: {} }))],
  ['sendPhoto', sendPhoto],
  ['sendDocument', sendDocument],
  ['sendVenue', sendVenue],
  ['getFile', getFile],
  ['editMessageText', editText],
  ['editMessageReplyMarkup', editReplyMarkup],
  ['answerCallbackQuery', answerTap],
  ['sendChatAction', (parameters, { world }) => world.writable(parameters.integer('chat_id')) !== undefined],
]);

export const methodNamed = (name: string): Method => {
  const found = methods.get(name);
  if (found === undefined) throw new Refusal(404, 'Not Found: method not found');
  return found;
};
