import { type Api, InputFile } from 'grammy';
import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Outbound, SendResult } from '#ports/chat-channel.ts';
import type { FileRef, Picture } from '#ports/message.ts';
import { entitiesOf } from './entities.ts';
import { failureOf, isNotAPhoto, isNotEditable, isNotModified } from './failures.ts';
import { createProgress } from './progress.ts';
import { planOf, type Step } from './send-plan.ts';

const largestPhoto = 10_000_000;
const photoTypes = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Sends each message once: it never repeats a call whose answer was lost. */
export type Send = (message: Outbound, signal: AbortSignal) => Promise<SendResult>;

export const createSend = (api: Api): Send => {
  const progress = createProgress();

  /** A message of several parts that was stopped in the middle goes on where it stopped, when it is sent again. */
  const sendAll = async (message: Outbound, steps: readonly Step[], call: Call): Promise<SendResult> => {
    const plan = steps.map(nameOf);
    const sent = [...progress.of(message.dedupeKey, plan)];
    for (const [index, step] of steps.entries()) {
      if (index < sent.length) continue;
      try {
        sent.push({ messageId: await call.step(step, index === 0), plan: plan[index] ?? '' });
      } catch (error) {
        if (sent.length > 0) progress.keep(message.dedupeKey, sent);
        return failureOf(error);
      }
    }
    progress.forget(message.dedupeKey);
    return { ok: true, messageIds: sent.map((part) => part.messageId) };
  };

  return async (message, signal) => {
    if (message.visibility !== undefined && message.visibility !== 'all' && message.to.kind !== 'direct') {
      return { ok: false, kind: 'invalid', detail: 'a message for one person cannot be shown in a group; send it to the private chat' };
    }
    const steps = planOf(message);
    const [first] = steps;
    if (first === undefined) return { ok: false, kind: 'invalid', detail: 'there is nothing to send' };
    const call = createCall(api, message, signal);
    if (message.replace !== undefined && steps.length === 1 && first.kind === 'text') {
      const edited = await call.edit(message.replace, first);
      if (edited !== null) return edited;
    }
    return sendAll(message, steps, call);
  };
};

const nameOf = (step: Step): string => `${step.kind} ${step.kind === 'venue' ? step.place.title : step.words.text}`;

interface Call {
  /** the new message's id */
  step(step: Step, isFirst: boolean): Promise<string>;
  /** null: the old message cannot be edited */
  edit(messageId: string, step: Extract<Step, { kind: 'text' }>): Promise<SendResult | null>;
}

type Signal = NonNullable<Parameters<Api['getMe']>[0]>;

const createCall = (api: Api, message: Outbound, abort: AbortSignal): Call => {
  const chat = idOf(message.to.chatId);
  // as: grammY's own signal type is an older spelling of the standard one; it only listens for `abort`
  const signal = abort as Signal;
  return {
    step: async (step, isFirst) => {
      const other = { ...placeOf(message, isFirst), ...keyboardIn(step.keyboard) };
      const sent = await carryOut({ api, chat, other, signal }, step);
      return String(sent.message_id);
    },
    edit: async (messageId, step) => {
      const other = { entities: entitiesOf(step.words.ranges), link_preview_options: noPreview, ...keyboardIn(step.keyboard) };
      try {
        await api.editMessageText(chat, Number(messageId), step.words.text, other, signal);
        return { ok: true, messageIds: [messageId] };
      } catch (error) {
        if (isNotModified(error)) return { ok: true, messageIds: [messageId] };
        return isNotEditable(error) ? null : failureOf(error);
      }
    },
  };
};

const noPreview = { is_disabled: true } as const;

const keyboardIn = (keyboard: InlineKeyboardMarkup | undefined) => (keyboard === undefined ? {} : { reply_markup: keyboard });

/** Topic and answered message: only the first part answers. */
const placeOf = ({ to, replyTo }: Outbound, isFirst: boolean) => ({
  ...(to.threadId === undefined ? {} : { message_thread_id: Number(to.threadId) }),
  ...(replyTo === undefined || !isFirst ? {} : { reply_parameters: { message_id: Number(replyTo), allow_sending_without_reply: true } }),
});

/** Telegram takes numbers or @names; our ids are its numbers as text. */
const idOf = (chatId: string): number | string => (/^-?\d{1,15}$/.test(chatId) ? Number(chatId) : chatId);

interface Line {
  readonly api: Api;
  readonly chat: number | string;
  readonly other: ReturnType<typeof placeOf> & { reply_markup?: InlineKeyboardMarkup };
  readonly signal: Signal;
}

const carryOut = (line: Line, step: Step) => {
  const { api, chat, other, signal } = line;
  switch (step.kind) {
    case 'text':
      return api.sendMessage(
        chat,
        step.words.text,
        { ...other, entities: entitiesOf(step.words.ranges), link_preview_options: noPreview },
        signal,
      );
    case 'venue': {
      const { lat, lng, title, address } = step.place;
      return api.sendVenue(chat, lat, lng, title, address, other, signal);
    }
    case 'photo':
      return sendPicture(line, step);
    case 'document':
      return api.sendDocument(chat, upload(step.file), { ...other, ...captionOf(step) }, signal);
  }
};

const captionOf = ({ words }: Extract<Step, { kind: 'photo' | 'document' }>) =>
  words.text === '' ? {} : { caption: words.text, caption_entities: entitiesOf(words.ranges) };

/** A picture that Telegram does not take as a photo goes as a file. */
const sendPicture = async ({ api, chat, other, signal }: Line, step: Extract<Step, { kind: 'photo' }>) => {
  const options = { ...other, ...captionOf(step) };
  if (!fitsPhoto(step.picture)) return api.sendDocument(chat, upload(step.picture), options, signal);
  try {
    return await api.sendPhoto(chat, upload(step.picture), options, signal);
  } catch (error) {
    if (!isNotAPhoto(error)) throw error;
    return api.sendDocument(chat, upload(step.picture), options, signal);
  }
};

const fitsPhoto = ({ source }: Picture): boolean =>
  !('bytes' in source) || (photoTypes.has(source.mime) && source.bytes.byteLength <= largestPhoto);

/** Line breaks in a name would end its header line; a semicolon or quote would cut the name short. */
const upload = (file: Picture | FileRef): InputFile | string => {
  const { source } = file;
  if (!('bytes' in source)) return source.ref;
  const name = 'name' in file ? file.name : source.name;
  return new InputFile(source.bytes, name.replace(/[\p{Cc}"\\;/]+/gu, '_'));
};
