import { listedIntent } from '#understanding/intent-ids.ts';
import type { Database } from '#database/database.ts';
import { momentFrom, type Temporal } from '#shared/day.ts';
import { createRehearsalChannel, type RehearsalChannel } from './channel.ts';
import { eventIdOf, inboundOf } from './inbound.ts';
import { loadWorld } from './load/load-world.ts';
import type { Message } from './protocol.ts';
import { createRecording, type Recording, type Sent } from './recording.ts';
import type { Program, RehearsedApp } from './rehearsed-app.ts';
import { snapshot, type Snapshot } from './snapshot/snapshot.ts';
import { createSpeech, type Speech } from './speech.ts';
import type { WorldStore } from './world-store.ts';
import { OWN_PLATFORM, placeOf, privateChatOf, type ChatPlace } from './world/chats.ts';
import { plainAbilities, type World } from './world/world.ts';

/** A loaded world with the whole assistant at work in it. */
export interface RehearsedWorld {
  readonly speech: Speech;
  now(): Temporal.Instant;
  moveClock(to: Temporal.Instant): void;
  /** why this message cannot be sent here, or null */
  faultIn(message: Message): string | null;
  send(message: Message): Promise<{ readonly out: readonly Sent[]; readonly intent: string | undefined }>;
  runJob(name: string): Promise<readonly Sent[]>;
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

const channelsOf = (world: World, recording: Recording): ReadonlyMap<string, RehearsalChannel> => {
  const platforms = new Map([[OWN_PLATFORM, plainAbilities], ...Object.entries(world.platforms)]);
  return new Map([...platforms].map(([name, abilities]) => [name, createRehearsalChannel(name, abilities, recording)]));
};

/** Whoever linked a card, is on the staff or is known as a stranger has written privately before. */
const meetEverybody = (world: World, recording: Recording): void => {
  for (const chat of world.patrons.flatMap((patron) => patron.linked)) recording.meet(chat);
  for (const person of [...world.strangers, ...world.staff.map(({ id }) => id)]) recording.meet(privateChatOf(OWN_PLATFORM, person));
};

const faultOfSender = (message: Message, place: ChatPlace, platforms: { has(name: string): boolean }): string | null => {
  if (!platforms.has(place.platform)) return `message.chat: platform "${place.platform}" tidak dikenal`;
  if (place.user !== null && place.user !== message.from) return `message.from: "${message.chat}" bukan obrolan pribadi "${message.from}"`;
  return null;
};

const runJob = async (app: RehearsedApp, name: string, now: Temporal.Instant): Promise<void> => {
  if (name === 'tick') await app.tick(now);
  else if (app.jobNames.includes(name)) await app.runJob(name, now);
  await app.settled();
};

/** The world's parts while it is open. */
interface Stage {
  readonly world: World;
  readonly database: Database;
  readonly recording: Recording;
  readonly channels: ReadonlyMap<string, RehearsalChannel>;
  readonly app: RehearsedApp;
  readonly clock: HandClock;
}

/** Time that only the caller moves. */
interface HandClock {
  now(): Temporal.Instant;
  move(to: Temporal.Instant): void;
}

const handClockAt = (start: Temporal.Instant): HandClock => {
  let time = start;
  return {
    now: () => time,
    move: (to) => {
      time = to;
    },
  };
};

const send = async ({ world, channels, recording, app, clock }: Stage, message: Message): ReturnType<RehearsedWorld['send']> => {
  const place = placeOf(message.chat, world.groups);
  const { chat } = message;
  const event = inboundOf(message, {
    place,
    at: clock.now(),
    mention: world.bot.mention,
    isOurs: (id) => recording.isOurs(chat, id),
    offeredIn: (token) => recording.offeredIn(chat, token),
  });
  await channels.get(place.platform)?.hear(event);
  await app.settled();
  const decided = app.lastIntent(place.platform, eventIdOf(message));
  return { out: recording.take(), intent: decided === undefined ? undefined : listedIntent(decided) };
};

const rehearsedOn = (stage: Stage, speech: Speech): RehearsedWorld => {
  const { world, database, recording, channels, app, clock } = stage;
  return {
    speech,
    now: clock.now,
    moveClock: clock.move,
    faultIn: (message) => faultOfSender(message, placeOf(message.chat, world.groups), channels),
    send: (message) => send(stage, message),
    runJob: async (name) => {
      await runJob(app, name, clock.now());
      return recording.take();
    },
    snapshot: () => snapshot(database),
    close: async () => {
      await app.stop();
      await database.close();
    },
  };
};

/** Puts a world into a fresh database and starts the assistant on it. */
export const openRehearsedWorld = async (store: WorldStore, program: Program, world: World): Promise<RehearsedWorld> => {
  const recording = createRecording();
  const channels = channelsOf(world, recording);
  const clock = handClockAt(momentFrom(world.clock));
  const database = await store.fresh();
  try {
    meetEverybody(world, recording);
    await loadWorld(database, world);
    const app = await program.createApp({ database, clock, channels: [...channels.values()] }, world);
    await app.start();
    await app.settled();
    return rehearsedOn({ world, database, recording, channels, app, clock }, createSpeech(program, app.understanding, world));
  } catch (error) {
    await database.close();
    throw error;
  }
};
