import { type App, createApp } from '#src/app.ts';
import type { Database } from '#database/database.ts';
import { momentText, Temporal } from '#shared/day.ts';
import { createRecordingChannel, type RecordingChannel } from '#tests/app/recording-channel.ts';
import { createRecordingLog, type RecordingLog } from '#tests/support/recording-log.ts';
import { smallLibrary } from './small-library.ts';

// Many readers, each in a chat of their own, who all want the same book at the same moment.

export const wanted = 'Ronggeng Dukuh Paruk';
/** on 9 June 2026, when small libraries open */
const morning = Temporal.Instant.from('2026-06-09T02:00:00Z');

/** A library with one copy of that book, and a chat for each reader. */
export const prepareCrowd = async (database: Database, readers: readonly string[]): Promise<void> => {
  const library = await smallLibrary(database);
  await library.addPatrons(...readers);
  await library.addTitle('T', ['main']);
  await database.models.title.update({ where: { id: 'T' }, data: { title: wanted } });
  const at = momentText(morning);
  const accounts = readers.map((reader) => ({
    id: `probe:${reader}`,
    platform: 'probe',
    accountId: reader,
    chatId: reader,
    createdAt: at,
  }));
  await database.models.account.createMany({ data: accounts });
  const links = readers.map((reader) => ({ id: `l-${reader}`, accountId: `probe:${reader}`, patronId: reader, linkedAt: at }));
  await database.models.link.createMany({ data: links });
};

export interface Crowd {
  /** asks for the book in every chat; resolves when everybody was asked back */
  ask(): Promise<void>;
  /** a tap on "Ya" in every chat at once, each delivered twice; answers what each chat heard of it */
  confirm(): Promise<readonly Heard[]>;
  /** what was logged as an error or a warning */
  complaints(): readonly string[];
  stop(): Promise<void>;
}

export interface Heard {
  readonly reader: string;
  readonly texts: readonly string[];
}

interface Stage {
  readonly app: App;
  readonly channel: RecordingChannel;
  readonly log: RecordingLog;
  readonly readers: readonly string[];
}

const repliesTo = ({ channel }: Stage, reader: string) =>
  channel.shown.filter(({ chat, message }) => chat === reader && message.urgency === 'reply');

const yesOf = (stage: Stage, reader: string): string =>
  repliesTo(stage, reader)
    .at(-1)
    ?.message.choices?.options.find(({ label }) => label === 'Ya')?.id ?? 'none';

const ask = async (stage: Stage): Promise<void> => {
  await Promise.all(stage.readers.map((reader) => stage.channel.says(reader, `pesan ${wanted}`, `ask-${reader}`)));
  await stage.app.settled();
};

const confirm = async (stage: Stage): Promise<readonly Heard[]> => {
  const asked = new Map(stage.readers.map((reader) => [reader, repliesTo(stage, reader).length]));
  const taps = stage.readers.map((reader) => ({ reader, token: yesOf(stage, reader) }));
  await Promise.all([...taps, ...taps].map(({ reader, token }) => stage.channel.taps(reader, token, `yes-${reader}`)));
  await stage.app.settled();
  return stage.readers.map((reader) => ({
    reader,
    texts: repliesTo(stage, reader)
      .slice(asked.get(reader))
      .map(({ text }) => text),
  }));
};

/** The whole assistant, with these readers in its chats. */
export const openCrowd = async (database: Database, readers: readonly string[]): Promise<Crowd> => {
  const channel = createRecordingChannel();
  const log = createRecordingLog();
  const app = await createApp(
    { database, clock: { now: () => morning }, log, channels: [channel] },
    { limits: false, paced: false, joinBursts: false },
  );
  await app.start();
  await app.settled();
  const stage: Stage = { app, channel, log, readers };
  return {
    ask: () => ask(stage),
    confirm: () => confirm(stage),
    complaints: () =>
      log.entries
        .filter(({ level }) => level === 'error' || level === 'warn')
        .map(({ event, fields }) => `${event} ${String(fields['error'])}`),
    stop: () => app.stop(),
  };
};
