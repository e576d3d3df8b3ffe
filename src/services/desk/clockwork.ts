import type { Clockwork } from '#conversation/clockwork.ts';
import { languages } from '#languages/index.ts';
import { momentText } from '#shared/day.ts';
import { actsSince, actsStanding, receiptReaders } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

/** Acts of one visit to the desk become one receipt (DOMAIN §3). */
const mergedMinutes = 10;
/** A receipt that is older is worth nothing any more. */
const receiptHours = 24;

/** CHECKED_OUT and RETURNED: derived from the acts of the desk, told once per act, not when it was taken back. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async ({ now, rooms, notify }) => {
        const readers = await receiptReaders(rooms.database);
        if (readers.size === 0) return;
        const acts = (await actsSince(rooms.database, now.subtract({ hours: receiptHours }))).filter(({ patronId }) =>
          readers.has(patronId),
        );
        const ripe = momentText(now.subtract({ minutes: mergedMinutes }));
        const told = new Set(acts.filter(({ at }) => at <= ripe).map(({ patronId }) => patronId));
        await notify(
          acts
            .filter(({ patronId }) => told.has(patronId))
            .map((act) => ({
              key: `RECEIPT:${act.id}:${act.patronId}`,
              kind: 'RECEIPT',
              patronId: act.patronId,
              subject: { actId: act.id },
              waits: true,
              expiresAt: now.add({ hours: receiptHours }),
            })),
        );
      },
    },
  ],
  notices: [
    {
      kind: 'RECEIPT',
      topic: 'receipts',
      compose: async ({ subjects, language, rooms }) => {
        // as: subjects are those the job above handed over
        const acts = await actsStanding(
          rooms.database,
          subjects.map((subject) => (subject as { readonly actId: string }).actId),
        );
        return acts.length === 0 ? null : { say: words[language].receipt(acts, languages[language].format) };
      },
    },
  ],
};
