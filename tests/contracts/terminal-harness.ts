import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { createTerminalChannel, type TerminalOptions } from '#adapters/chat/terminal/index.ts';
import type { ChatChannel, Platform } from '#ports/chat-channel.ts';
import { clockAt } from '#tests/support/fixed-clock.ts';
import { createRecordingLog } from '#tests/support/recording-log.ts';
import type { ChannelHarness, Seen } from './chat-channel.ts';

export interface TerminalStage {
  readonly channel: ChatChannel;
  readonly input: PassThrough;
  /** each writing to the terminal, one message a piece */
  readonly written: readonly string[];
  readonly folder: string;
  close(): Promise<void>;
}

export const setUpTerminalStage = async (rest: Partial<TerminalOptions> = {}): Promise<TerminalStage> => {
  const folder = await mkdtemp(join(tmpdir(), 'terminal-'));
  const input = new PassThrough();
  const written: string[] = [];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString('utf8'));
      done();
    },
  });
  const channel = createTerminalChannel({
    input,
    output,
    filesFolder: folder,
    clock: clockAt('2026-03-02T03:00:00Z'),
    log: createRecordingLog(),
    ...rest,
  });
  return { channel, input, written, folder, close: () => rm(folder, { recursive: true, force: true }) };
};

const seenIn = (piece: string, folder: string): Seen => {
  const lines = piece.replace(/\n\n$/, '').split('\n');
  const isFile = (line: string) => line.startsWith(`  ${folder}`);
  return {
    text: lines.filter((line) => !isFile(line)).join('\n'),
    choices: [],
    attachments: lines.filter(isFile).map((line) => ({ kind: line.endsWith('.png') ? 'image' : 'file', name: basename(line) })),
    edits: 0,
  };
};

export const setUpTerminal = async (): Promise<ChannelHarness> => {
  const stage = await setUpTerminalStage();
  const types = async (line: string) => void stage.input.write(`${line}\n`);
  return {
    channel: stage.channel,
    // as: the platform's name as the channel itself gives it
    to: { platform: 'terminal' as Platform, chatId: 'guest', kind: 'direct' },
    userSays: types,
    userTaps: (_token, number) => types(`${number}`),
    seen: () => stage.written.map((piece) => seenIn(piece, stage.folder)),
    close: stage.close,
  };
};
