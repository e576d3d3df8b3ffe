import type { Database } from '#database/database.ts';
import { claimDue } from '#delivery/outbox.ts';
import type { OutboxRow } from '#delivery/outbox.ts';
import { createPacer } from '#delivery/pacing.ts';
import type { Pacer } from '#delivery/pacing.ts';
import { createResultWriter, outcomeOf } from '#delivery/results.ts';
import type { Outcome } from '#delivery/results.ts';
import type { ChatChannel, Outbound } from '#ports/chat-channel.ts';
import type { Clock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import { momentFrom, momentText } from '#shared/day.ts';

// Carries rows of the outbox to their channels: one at a time per chat, replies before notices before broadcasts, pushes at the
// channel's pace. It never repeats a send by itself; what a result means is decided in results.ts.

export interface Sender {
  /** rows that this process has leased, typically the replies of a turn that was just committed */
  offer(rows: readonly OutboxRow[]): void;
  /** takes rows that are due from the database and offers them */
  claim(): Promise<number>;
  /** resolves when nothing that may leave now is left in this process */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface SenderOptions {
  readonly database: Database;
  readonly channels: readonly ChatChannel[];
  readonly clock: Clock;
  readonly log: Log;
  readonly owner: string;
  readonly leaseSeconds: number;
  /** false: others took this process for dead, and its rows over */
  readonly isAlive: () => boolean;
  /** false: pushes leave at once (a rehearsal waits for no pace) */
  readonly paced: boolean;
  /** words a notice at the moment it leaves; null when it is no longer true, later when it would disturb */
  readonly compose: (row: OutboxRow) => Promise<Outbound | null | 'later'>;
}

interface Lane {
  readonly channel: ChatChannel;
  readonly pacer: Pacer;
  readonly waiting: Map<string, OutboxRow[]>;
  readonly busy: Set<string>;
  timer: NodeJS.Timeout | undefined;
}

const CLAIM_AT_ONCE = 200;
/** how long a notice that would disturb waits before it is looked at again */
const DISTURBING_MINUTES = 5;

export const createSender = (options: SenderOptions): Sender => {
  const { database, clock, log } = options;
  const lanes = new Map<string, Lane>(
    options.channels.map((channel) => [
      channel.platform,
      { channel, pacer: createPacer(channel.pace), waiting: new Map(), busy: new Set(), timer: undefined },
    ]),
  );
  const writeResult = createResultWriter(options, () => clock.now());
  let stopped = false;
  let underWay = 0;
  let calm: (() => void)[] = [];

  const now = () => clock.now().epochMilliseconds;
  const becomeCalm = () => {
    if (underWay > 0) return;
    const waiting = calm;
    calm = [];
    for (const resolve of waiting) resolve();
  };

  const enqueue = (row: OutboxRow): Lane | undefined => {
    const lane = lanes.get(row.platform);
    if (!lane) return undefined;
    const queue = lane.waiting.get(row.chatId) ?? [];
    const at = queue.findIndex((other) => other.priority > row.priority);
    queue.splice(at < 0 ? queue.length : at, 0, row);
    lane.waiting.set(row.chatId, queue);
    return lane;
  };

  /** Starts every chat of the lane that has something that may leave now; sets one timer for what has to wait. */
  const pump = (lane: Lane): void => {
    if (stopped) return;
    let soonest = Number.POSITIVE_INFINITY;
    for (const [chatId, queue] of lane.waiting) {
      const [row] = queue;
      if (!row || lane.busy.has(chatId)) continue;
      const wait = waitOf(lane, row, options.paced, now());
      if (wait > 0) {
        soonest = Math.min(soonest, wait);
        continue;
      }
      queue.shift();
      if (queue.length === 0) lane.waiting.delete(chatId);
      lane.busy.add(chatId);
      lane.pacer.sent(chatId, isGroup(row), now());
      underWay += 1;
      void carry(lane, row);
    }
    if (soonest < Number.POSITIVE_INFINITY) wakeIn(lane, soonest);
  };

  const wakeIn = (lane: Lane, wait: number): void => {
    clearTimeout(lane.timer);
    lane.timer = setTimeout(() => pump(lane), Math.ceil(wait)).unref();
  };

  const carry = async (lane: Lane, row: OutboxRow): Promise<void> => {
    try {
      if (!options.isAlive()) return;
      const outcome = await send(lane, row);
      if (outcome.status !== 'SENT')
        log.warn('outbox-row-not-sent', { channel: row.platform, reason: outcome.status, count: row.attempts });
      await writeResult(outcome);
      if (outcome.status === 'DEFERRED') claimAt(momentFrom(outcome.notBefore).epochMilliseconds);
    } catch (error) {
      // the row stays leased and is taken over when its lease runs out
      log.error('outbox-row-failed', { channel: row.platform, error });
    } finally {
      lane.busy.delete(row.chatId);
      underWay -= 1;
      pump(lane);
      becomeCalm();
    }
  };

  const send = async (lane: Lane, row: OutboxRow): Promise<Outcome> => {
    const message = await options.compose(row);
    if (message === null) return { row, status: 'SKIPPED', detail: 'no-longer-true' };
    if (message === 'later')
      return { row, status: 'DEFERRED', notBefore: momentText(clock.now().add({ minutes: DISTURBING_MINUTES })), attempts: row.attempts };
    const result = await lane.channel.send(message);
    if (!result.ok && result.kind === 'rate') lane.pacer.pauseUntil(now() + (result.retryAfterMs ?? 1000));
    return outcomeOf(row, result, clock.now());
  };

  const claimAt = (moment: number): void => {
    setTimeout(
      () => void claim().catch((error: unknown) => log.error('outbox-claim-failed', { error })),
      Math.max(10, moment - now()),
    ).unref();
  };

  const claim = async (): Promise<number> => {
    if (stopped) return 0;
    const moment = clock.now();
    const rows = await database.sql.transaction((sql) =>
      claimDue(sql, {
        owner: options.owner,
        now: momentText(moment),
        until: momentText(moment.add({ seconds: options.leaseSeconds })),
        limit: CLAIM_AT_ONCE,
      }),
    );
    offer(rows);
    return rows.length;
  };

  const offer = (rows: readonly OutboxRow[]): void => {
    const touched = new Set(rows.flatMap((row) => enqueue(row) ?? []));
    for (const lane of touched) pump(lane);
  };

  const settled = async (): Promise<void> => {
    if (underWay > 0) await new Promise<void>((resolve) => calm.push(resolve));
  };

  return {
    offer,
    claim,
    settled,
    stop: async () => {
      await settled();
      stopped = true;
      for (const lane of lanes.values()) clearTimeout(lane.timer);
    },
  };
};

const waitOf = (lane: Lane, row: OutboxRow, paced: boolean, now: number): number => {
  if (!paced) return 0;
  return row.kind === 'reply' ? lane.pacer.pausedFor(now) : lane.pacer.waitFor(row.chatId, isGroup(row), now);
};

const isGroup = ({ payload }: OutboxRow): boolean => (payload.type === 'message' ? payload.message.to.kind : payload.to.kind) !== 'direct';
