import { type Api, GrammyError } from 'grammy';
import type { Log } from '#ports/log.ts';
import { Fault } from '#shared/faults.ts';
import { type Backoff, pause } from './backoff.ts';
import { allowedUpdates } from './inbound.ts';
import type { Intake } from './intake.ts';
import type { Link } from './link.ts';

export interface PollingNeeds {
  readonly api: Api;
  readonly link: Link;
  readonly intake: Intake;
  readonly backoff: Backoff;
  readonly log: Log;
  readonly pollSeconds: number;
}

type Signal = NonNullable<Parameters<Api['getMe']>[0]>;

/** A server that answers an empty poll at once must not make us spin. */
const pauseAfterNothing = 50;

/**
 * Fetches updates until stopped. The next fetch acknowledges the updates before its offset, so it is made only when all
 * of them are stored; a stop in between loses nothing, the same updates come again with the same numbers.
 */
export const poll = async (needs: PollingNeeds, signal: AbortSignal): Promise<void> => {
  let offset = 0;
  while (!signal.aborted) {
    try {
      offset = await fetchOnce(needs, offset, signal);
      needs.backoff.reset();
    } catch (error) {
      if (signal.aborted) break;
      needs.link.down(error);
      await needs.backoff.wait(signal, waitAskedBy(error));
    }
  }
  await acknowledge(needs.api, offset);
};

const fetchOnce = async ({ api, link, intake, log, pollSeconds }: PollingNeeds, offset: number, signal: AbortSignal): Promise<number> => {
  // as: grammY's own signal type is an older spelling of the standard one; it only listens for `abort`
  const updates = await api.getUpdates({ offset, limit: 100, timeout: pollSeconds, allowed_updates: allowedUpdates }, signal as Signal);
  link.up();
  const last = updates.at(-1);
  if (last === undefined) {
    await pause(pauseAfterNothing, signal);
    return offset;
  }
  try {
    await intake.take(updates);
  } catch (error) {
    log.error('telegram.not-stored', { channel: 'telegram', count: updates.length, error });
    throw new Fault('messages are not stored; the database does not take them', { cause: error });
  }
  return last.update_id + 1;
};

/** Tells Telegram what is stored, so that a restart need not hear it again. If it fails, the inbox knows the numbers. */
const acknowledge = async (api: Api, offset: number): Promise<void> => {
  if (offset === 0) return;
  // as: see above
  await api
    .getUpdates({ offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates }, AbortSignal.timeout(2000) as Signal)
    .catch(() => undefined);
};

const waitAskedBy = (error: unknown): number => (error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0);
