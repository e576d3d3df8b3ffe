import { setTimeout as sleep } from 'node:timers/promises';
import { createCirculation } from '#circulation/circulation.ts';
import { importedAsOf } from '#circulation/import/as-of.ts';
import { optimiseIndex } from '#circulation/search/optimise.ts';
import { createCatalogue } from '#circulation/search/catalogue.ts';
import type { ClockworkTurn, Job } from '#conversation/clockwork.ts';
import { createConversation } from '#conversation/conversation.ts';
import type { TheConversation } from '#conversation/conversation.ts';
import type { Dialogue } from '#conversation/dialogue.ts';
import { createIdentification } from '#conversation/person.ts';
import { createJournal } from '#conversation/journal.ts';
import { composeRow } from '#conversation/notices.ts';
import type { Rooms } from '#conversation/rooms.ts';
import type { Commands } from '#conversation/routing-events.ts';
import type { Command, Service } from '#conversation/service.ts';
import { conversationPolicyOf, libraryCardOf } from '#conversation/settings.ts';
import type { Database } from '#database/database.ts';
import { createLeases, type Leases } from '#database/leases.ts';
import { followMembership } from '#delivery/memberships.ts';
import { handOver } from '#delivery/notices.ts';
import { forgetOld } from '#delivery/retention.ts';
import { createSender } from '#delivery/sender.ts';
import type { Sender } from '#delivery/sender.ts';
import type { ChannelHealth, ChatChannel, Inbound } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import { intentRules } from '#services/intent-rules.ts';
import { services } from '#services/index.ts';
import { newId } from '#shared/ids.ts';
import { dayOf, momentFrom, type Temporal } from '#shared/day.ts';
import { lexicon } from '#understanding/load-lexicon.ts';
import { createUnderstanding } from '#understanding/understanding.ts';
import type { Understanding } from '#understanding/understanding.ts';

export interface AppPorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly channels: readonly ChatChannel[];
}

export interface AppSettings {
  /** limits against floods; a rehearsal and benchmarks switch them off */
  readonly limits: boolean;
  /** keep to the channels' pace */
  readonly paced: boolean;
  /** texts that wait together become one */
  readonly joinBursts: boolean;
}

export interface App {
  start(): Promise<void>;
  /** finishes what is under way, then resolves */
  stop(): Promise<void>;
  /** everything that is due at `now`, from all services */
  tick(now: Temporal.Instant): Promise<void>;
  runJob(name: string, now: Temporal.Instant): Promise<void>;
  readonly jobNames: readonly string[];
  /** resolves when every message taken in so far is answered and everything it caused has left */
  settled(): Promise<void>;
  lastIntent(platform: string, eventId: string): string | undefined;
  /** whether it is this process, of all that share the database, whose clock runs the jobs */
  keepsTime(): boolean;
  health(): ReadonlyMap<string, ChannelHealth>;
  readonly understanding: Understanding;
}

/** How long a row of the outbox belongs to the process that took it. */
const LEASE_SECONDS = 30;
const MOST_WAITING = 5000;
const TIMEKEEPING = 'clock';
/** what changes seldom is read at most once a second */
const FRESH_MS = 1000;

export const createApp = async (ports: AppPorts, settings: AppSettings): Promise<App> => {
  const { database, clock, log, channels } = ports;
  const owner = newId();
  const leases = createLeases({
    database,
    now: () => clock.now(),
    owner,
    onFault: (operation, error) => log.error('lease-fault', { operation, error }),
    onDeath: async () => {
      await conversation.recover();
      await sender.claim();
    },
  });
  const circulation = createCirculation({ database, clock });
  const catalogue = createCatalogue({ database });
  const rooms: Rooms = {
    database,
    library: circulation,
    desk: circulation,
    catalogue,
    circulation,
    rules: () => circulation.rules.current(),
    libraryCard: () => libraryCardOf(database),
    policy: remembered(() => conversationPolicyOf(database), clock),
    importedOn: remembered(() => importedOn(database), clock),
    fetchFile: async (platform, ref, mostBytes) =>
      (await channels.find((channel) => channel.platform === platform)?.fetchFile(ref, mostBytes)) ?? null,
  };
  const understanding = createUnderstanding({ rules: intentRules, names: catalogue.names, lexicon: lexicon() });
  const kinds = new Map(services.flatMap((service) => service.clockwork?.notices ?? []).map((notice) => [notice.kind, notice]));
  const sender = createSender({
    database,
    channels,
    clock,
    log,
    owner,
    leaseSeconds: LEASE_SECONDS,
    isAlive: leases.isAlive,
    paced: settings.paced,
    compose: (row) => composeRow(row, { kinds, rooms, now: clock.now() }),
  });
  const clockwork = createClockwork({ rooms, sender, log });
  const conversation = createConversation({
    rooms,
    clock,
    log,
    sender,
    understanding,
    identify: createIdentification(database.sql),
    dialogues: dialoguesOf(services),
    commands: commandsOf(services),
    channels: new Map(channels.map((channel) => [channel.platform, channel])),
    journal: createJournal({ database, owner, now: () => clock.now(), leaseSeconds: LEASE_SECONDS }),
    limits: { enabled: settings.limits, mostWaiting: MOST_WAITING },
    joinBursts: settings.joinBursts,
    onOperated: () => clockwork.prompt(clock.now()),
    onMembership: (event) => followMembership(database, event),
  });
  return {
    understanding,
    ...lifecycle({ ports, conversation, sender, leases }),
    jobNames: clockwork.names,
    tick: async (now) => {
      await clockwork.run(clockwork.names, now);
      await sender.claim();
    },
    runJob: async (name, now) => {
      await clockwork.run([name], now);
      await sender.claim();
    },
    settled: async () => {
      await catalogue.refresh();
      await conversation.settled();
      await clockwork.settled();
      await sender.settled();
    },
    lastIntent: (platform, eventId) => conversation.lastIntent(platform, eventId),
    keepsTime: () => leases.holds(TIMEKEEPING),
    health: () => new Map(channels.map((channel) => [channel.platform, healthOf(channel, leases)])),
  };
};

const healthOf = (channel: ChatChannel, leases: Leases): ChannelHealth =>
  channel.listensAlone && !leases.holds(listening(channel))
    ? { ok: true, detail: 'standing by: another process listens' }
    : channel.health();

const listening = ({ platform }: ChatChannel): string => `listen:${platform}`;

/** How long a stop waits for turns and sends under way; channels then have some seconds more of their own. */
const FAREWELL_MS = 3000;

const lifecycle = ({
  ports,
  conversation,
  sender,
  leases,
}: {
  readonly leases: Leases;
  readonly ports: AppPorts;
  readonly conversation: TheConversation;
  readonly sender: Sender;
}): Pick<App, 'start' | 'stop'> => {
  let leaving = false;
  const receive = (event: Inbound): Promise<void> =>
    leaving ? Promise.reject(new Error('the program is ending; the platform keeps this for the next start')) : conversation.receive(event);
  const finished = async (): Promise<void> => {
    await conversation.settled();
    await sender.settled();
  };
  return {
    start: async () => {
      const { channels, log } = ports;
      await leases.start();
      // before anything new is taken in: what arrives now must not be found among what waited, and be answered twice
      const waiting = await conversation.recover();
      if (waiting > 0) log.info('answering-what-waited', { count: waiting });
      const listen = (channel: ChatChannel): Promise<void> =>
        channel.start(receive).catch((error: unknown) => log.error('channel-not-started', { channel: channel.platform, error }));
      for (const channel of channels)
        if (channel.listensAlone) void leases.hold(listening(channel), { begin: () => listen(channel), end: () => channel.stop() });
        else void listen(channel);
      // who holds it looks at once for what nobody sent
      void leases.hold(TIMEKEEPING, { begin: async () => void (await sender.claim()), end: async () => undefined });
      await sender.claim();
    },
    stop: async () => {
      leaving = true;
      // a channel that has stopped sends nothing any more
      await Promise.race([finished(), sleep(FAREWELL_MS, undefined, { ref: false })]);
      await Promise.all(ports.channels.map((channel) => channel.stop()));
      await conversation.settled();
      await sender.stop();
      await leases.stop();
    },
  };
};

/** Runs jobs one after the other; `prompt` runs what others are to be told at once, soon, and once for many. */
const createClockwork = ({ rooms, sender, log }: { readonly rooms: Rooms; readonly sender: Sender; readonly log: Log }) => {
  const retention: Job = {
    name: 'retention',
    run: async ({ now }) => ((await forgetOld(rooms.database, now)) ? optimiseIndex(rooms.database) : undefined),
  };
  const jobs = [...services.flatMap((service) => service.clockwork?.jobs ?? []), retention];
  let last: Promise<void> = Promise.resolve();
  let prompted = false;

  const runAll = async (names: readonly string[], now: Temporal.Instant): Promise<void> => {
    const work: ClockworkTurn = {
      now,
      rooms,
      notify: async (drafts) => handOver(rooms.database, drafts, { now, quiet: (await rooms.policy()).reminders.quiet }),
    };
    for (const job of jobs)
      if (names.includes(job.name)) await job.run(work).catch((error: unknown) => log.error('job-failed', { operation: job.name, error }));
  };

  const run = (names: readonly string[], now: Temporal.Instant): Promise<void> => {
    last = last.then(() => runAll(names, now));
    return last;
  };

  return {
    names: [...new Set(jobs.map(({ name }) => name))],
    run,
    settled: () => last,
    prompt: (now: Temporal.Instant): void => {
      if (prompted) return;
      prompted = true;
      last = last.then(async () => {
        prompted = false;
        await runAll(['notices'], now);
        await sender.claim();
      });
    },
  };
};

const dialoguesOf = (all: readonly Service[]): ReadonlyMap<string, Dialogue> =>
  new Map(all.flatMap((service) => service.dialogues).map((dialogue) => [dialogue.intent, dialogue]));

const commandsOf = (all: readonly Service[]): Commands => {
  const commands = all.flatMap((service) => service.commands ?? []);
  return new Map(
    commands.flatMap((command): [string, Command][] => [
      [command.names.id, command],
      [command.names.en, command],
    ]),
  );
};

const importedOn = async (database: Database): Promise<string | null> => {
  const asOf = await importedAsOf(database);
  return asOf && dayOf(momentFrom(asOf.at)).toString();
};

const remembered = <Value>(read: () => Promise<Value>, clock: Clock): (() => Promise<Value>) => {
  let kept: { readonly at: number; readonly value: Promise<Value> } | undefined;
  return () => {
    const now = clock.now().epochMilliseconds;
    if (!kept || Math.abs(now - kept.at) > FRESH_MS) kept = { at: now, value: read() };
    return kept.value;
  };
};
