import { type Parameters, recordOf } from './parameters.ts';
import { badRequest } from './refusal.ts';

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly unix_time?: number;
  readonly date_time_format?: string;
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

export interface Words {
  readonly text: string;
  readonly entities: readonly Entity[];
}

const entityTypes = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'date_time',
]);
const actions = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'copy_text',
  'pay',
  'disabled',
];
const mostButtons = 100;
const mostInRow = 8;

export const messageText = (parameters: Parameters): Words => {
  const text = parameters.text('text');
  if (text.trim() === '') throw badRequest('message text is empty');
  if (text.length > 4096) throw badRequest('message is too long');
  return { text, entities: entitiesIn(parameters, 'entities', text) };
};

export const caption = (parameters: Parameters): Words => {
  const text = parameters.text('caption');
  if (text.length > 1024) throw badRequest('message caption is too long');
  return { text, entities: entitiesIn(parameters, 'caption_entities', text) };
};

const entitiesIn = (parameters: Parameters, name: string, text: string): readonly Entity[] => {
  if (parameters.has('parse_mode')) return [];
  return parameters.list(name).map((value) => checkedEntity(recordOf(value, 'MessageEntity'), text));
};

const splitsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const checkedEntity = (raw: Readonly<Record<string, unknown>>, text: string): Entity => {
  const { type, offset, length } = raw;
  if (typeof type !== 'string' || !entityTypes.has(type)) throw badRequest(`can't parse MessageEntity: unsupported type "${String(type)}"`);
  if (!isCount(offset) || !isCount(length) || length === 0) throw badRequest("can't parse MessageEntity: offset and length must be counts");
  if (offset + length > text.length) throw badRequest('ENTITY_BOUNDS_INVALID: the entity ends behind the text');
  if (splitsPair(text, offset) || splitsPair(text, offset + length))
    throw badRequest('ENTITY_BOUNDS_INVALID: the entity splits a surrogate pair');
  checkAttributes(type, raw);
  // as: type, offset and length are checked above, the attributes of the type in checkAttributes
  return raw as unknown as Entity;
};

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

const checkAttributes = (type: string, raw: Readonly<Record<string, unknown>>): void => {
  if (type === 'text_link' && !/^(https?|tg|ton):\/\/[^\s]+$/i.test(String(raw['url'] ?? '')))
    throw badRequest('ENTITY_TEXT_LINK_URL_INVALID');
  if (type === 'date_time') {
    if (!isCount(raw['unix_time'])) throw badRequest("can't parse MessageEntity: unix_time is missing");
    if (!/^(r|w?[dD]?[tT]?)$/.test(String(raw['date_time_format'] ?? '')))
      throw badRequest("can't parse MessageEntity: date_time_format is invalid");
  }
  if (type === 'text_mention' && !isCount(recordOf(raw['user'], 'User')['id']))
    throw badRequest("can't parse MessageEntity: user is invalid");
};

export const inlineKeyboard = (parameters: Parameters): readonly (readonly Button[])[] => {
  const markup = parameters.record('reply_markup');
  if (markup === undefined) return [];
  const rows = markup['inline_keyboard'];
  if (rows === undefined) {
    if (['keyboard', 'remove_keyboard', 'force_reply'].some((name) => markup[name] !== undefined)) return [];
    throw badRequest("can't parse reply keyboard markup JSON object");
  }
  if (!Array.isArray(rows)) throw badRequest("can't parse inline keyboard: expected an Array");
  const checked = rows.map(checkedRow);
  if (checked.flat().length > mostButtons) throw badRequest('BUTTONS_TOO_MUCH: reply markup is too long');
  return checked;
};

const checkedRow = (row: unknown): readonly Button[] => {
  if (!Array.isArray(row)) throw badRequest("can't parse inline keyboard button: expected an Array of rows");
  if (row.length > mostInRow) throw badRequest('BUTTONS_TOO_MUCH: more than 8 buttons in a row');
  return row.map((value) => checkedButton(recordOf(value, 'InlineKeyboardButton')));
};

const checkedButton = (button: Readonly<Record<string, unknown>>): Button => {
  const { text, callback_data: data, style } = button;
  if (typeof text !== 'string' || text.trim() === '') throw badRequest('text buttons are unallowed: the button has no text');
  if (actions.filter((action) => button[action] !== undefined).length !== 1)
    throw badRequest('inline keyboard button must do exactly one thing');
  if (data !== undefined && (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > 64))
    throw badRequest('BUTTON_DATA_INVALID');
  if (style !== undefined && !['danger', 'success', 'primary'].includes(String(style))) throw badRequest('BUTTON_STYLE_INVALID');
  // as: the text and the one action are checked above
  return button as unknown as Button;
};

/** What the first bytes say the file is. */
export const isPicture = (bytes: Buffer): boolean =>
  bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])) ||
  bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) ||
  (bytes.subarray(0, 4).toString() === 'RIFF' && bytes.subarray(8, 12).toString() === 'WEBP');

export const checkCommands = (parameters: Parameters): readonly { readonly command: string; readonly description: string }[] => {
  const commands = parameters.list('commands').map((value) => recordOf(value, 'BotCommand'));
  if (commands.length > 100) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return commands.map(({ command, description }) => {
    if (typeof command !== 'string' || !/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest('BOT_COMMAND_INVALID');
    if (typeof description !== 'string' || description.length < 1 || description.length > 256)
      throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
    return { command, description };
  });
};
