import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { renderPlainText } from '#delivery/plain-text.ts';
import type {
  Capabilities,
  ChannelHealth,
  ChatChannel,
  Conversation,
  Inbound,
  InboundContent,
  Outbound,
  Pace,
  Platform,
  Receive,
  Sender,
  SendResult,
} from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import { Bug } from '#shared/faults.ts';
import { randomCode } from '#shared/ids.ts';
import { bytesOf, fileNamedBy } from './given-files.ts';
import { filesIn, placeOfFile } from './saved-files.ts';
import { painted, printable, wrapped } from './screen.ts';

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** where pictures and files are put for the person to open */
  readonly filesFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  /** the person left: Ctrl-C, Ctrl-D, or the end of the input; everything typed before is stored by then */
  readonly onEnd?: () => void;
}

// as: this file is the one place that names the platform
const terminal = 'terminal' as Platform;
const guest: Sender = { platform: terminal, accountId: 'guest' };
const chat: Conversation = { platform: terminal, chatId: 'guest', kind: 'direct' };
const prompt = '> ';
const rememberedLines = 500;

const capabilities: Capabilities = {
  buttons: false,
  edits: false,
  ephemeral: false,
  startPrivate: true,
  images: false,
  files: false,
  places: false,
  maxChoices: 9,
  maxText: 1_000_000,
};

const pace: Pace = { perSecond: 1000, chatGapMs: 0, groupPerMinute: 60_000 };

/** A chat in the terminal: one person, `guest`, in one private chat; a line is a message, with the history of the line editor. */
export const createTerminalChannel = (options: TerminalOptions): ChatChannel => {
  const { output } = options;
  // as: process.stdout says so itself, other streams have no such fields
  const screen = output as { readonly isTTY?: boolean; readonly columns?: number };
  const isTerminal = screen.isTTY === true;
  let lines: Interface | undefined;
  let health: ChannelHealth = { ok: false, detail: 'not started' };
  let isTyping = false;
  let stored: Promise<void> = Promise.resolve();
  let isStopped = false;
  let lastMessage = 0;

  const show = async (message: Outbound): Promise<string> => {
    const paths = await Promise.all(filesIn(message.blocks).map((file) => placeOfFile(file, options.filesFolder)));
    const shown = [painted(renderPlainText(message), isTerminal), ...paths.map((path) => `  ${printable(path)}`)].join('\n');
    // The line being typed is taken away, and comes back under the message.
    const clear = isTerminal ? '\r\u001B[J' : '';
    await write(output, `${clear}${isTerminal ? wrapped(shown, screen.columns ?? 0) : shown}\n\n`);
    if (isTyping) lines?.prompt(true);
    lastMessage += 1;
    return `m${lastMessage}`;
  };

  return {
    platform: terminal,
    capabilities,
    pace,
    listensAlone: false,
    start: async (receive) => {
      lines = createInterface({
        input: options.input,
        output,
        prompt,
        terminal: isTerminal,
        historySize: rememberedLines,
        removeHistoryDuplicates: true,
      });
      health = { ok: true };
      lines.once('close', () => {
        isTyping = false;
        if (health.ok) health = { ok: false, detail: 'the input ended' };
      });
      stored = listen(lines, options, receive);
      void stored.then(() => {
        if (!isStopped) options.onEnd?.();
      });
      isTyping = isTerminal;
      if (isTyping) lines.prompt();
    },
    stop: async () => {
      isStopped = true;
      health = { ok: false, detail: 'stopped' };
      lines?.close();
      await stored;
    },
    health: () => health,
    send: async (message): Promise<SendResult> => {
      if (message.to.chatId !== chat.chatId) return { ok: false, kind: 'gone', detail: 'the terminal has one chat: guest' };
      if (renderPlainText(message).text === '') return { ok: false, kind: 'invalid', detail: 'there is nothing to send' };
      try {
        return { ok: true, messageIds: [await show(message)] };
      } catch (error) {
        options.log.warn('terminal.not-shown', { channel: 'terminal', error });
        return { ok: false, kind: 'unknown-outcome', detail: 'the terminal or the folder for files cannot be written' };
      }
    },
    fetchFile: (path, mostBytes) => bytesOf(path, mostBytes),
    deepLink: (payload) => {
      if (!/^[A-Za-z0-9_-]{1,64}$/.test(payload)) throw new Bug(`"${payload}" cannot be carried by a link: use 1 to 64 of A-Z a-z 0-9 _ -`);
      return `/start ${payload}`;
    },
  };
};

/** Resolves when the input ended and everything typed is stored. */
const listen = (lines: Interface, { clock, log }: TerminalOptions, receive: Receive): Promise<void> => {
  // Each run numbers its lines anew: without the code a restart would look like a redelivery.
  const run = randomCode(8);
  let count = 0;
  const underWay = new Set<Promise<void>>();
  lines.on('line', (line) => {
    const content = contentOf(line);
    if (content === null) return;
    count += 1;
    const event: Inbound = {
      eventId: `${run}-${count}`,
      at: clock.now(),
      conversation: chat,
      sender: guest,
      messageId: `${count}`,
      addressed: true,
      ...content,
    };
    const storing = receive(event).catch((error: unknown) => log.error('terminal.not-stored', { channel: 'terminal', error }));
    underWay.add(storing);
    void storing.finally(() => underWay.delete(storing));
  });
  lines.on('SIGINT', () => lines.close());
  return new Promise((resolve) => {
    lines.once('close', () => void Promise.allSettled(underWay).then(() => resolve()));
  });
};

const contentOf = (line: string): InboundContent | null => {
  const text = line.trim();
  if (text === '') return null;
  const file = fileNamedBy(text);
  if (file !== null) return { type: 'media', kind: 'document', ref: file.path, name: file.name, size: file.size };
  const [, name, args = ''] = /^\/([A-Za-z0-9_]{1,64})(?:\s+(.*))?$/.exec(text) ?? [];
  return name === undefined ? { type: 'text', text } : { type: 'command', name: name.toLowerCase(), args: args.trim() };
};

const write = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error == null ? resolve() : reject(error)));
  });
