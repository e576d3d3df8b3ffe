import type { Message } from 'grammy/types';
import type { InboundContent } from '#ports/chat-channel.ts';

type Media = Extract<InboundContent, { type: 'media' }>;

interface TelegramFile {
  readonly file_id: string;
  readonly file_size?: number;
  readonly mime_type?: string;
  readonly file_name?: string;
}

/** The file in a message, the largest size of a photo. */
export const mediaIn = (message: Message, caption: string): Media | null => {
  const found = fileIn(message);
  if (found === null) return null;
  const { kind, file } = found;
  const mime = file.mime_type ?? (kind === 'image' ? 'image/jpeg' : undefined);
  return {
    type: 'media',
    kind,
    ref: file.file_id,
    ...(mime === undefined ? {} : { mime }),
    ...(file.file_size === undefined ? {} : { size: file.file_size }),
    ...(file.file_name === undefined ? {} : { name: file.file_name }),
    ...(caption === '' ? {} : { caption }),
  };
};

const fileIn = (message: Message): { readonly kind: Media['kind']; readonly file: TelegramFile } | null => {
  const photo = message.photo?.at(-1);
  if (photo !== undefined) return { kind: 'image', file: photo };
  // A GIF arrives as animation and as document: one file.
  const video = message.video ?? message.video_note ?? message.animation;
  if (video !== undefined) return { kind: 'video', file: video };
  if (message.document !== undefined) return { kind: 'document', file: message.document };
  if (message.voice !== undefined) return { kind: 'voice', file: message.voice };
  if (message.audio !== undefined) return { kind: 'audio', file: message.audio };
  return message.sticker === undefined ? null : { kind: 'sticker', file: message.sticker };
};
