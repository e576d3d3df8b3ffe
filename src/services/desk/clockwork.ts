import type { Clockwork, ClockworkTurn } from '#conversation/clockwork.ts';
import { languages } from '#languages/index.ts';
import { momentText } from '#shared/day.ts';
import type { PatronId } from '#shared/ids.ts';
import { actsSince, actsStanding, forgetTold, receiptReaders, toldAbout } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

/** Acts of one visit to the desk become one receipt (DOMAIN §3). */
const mergedMinutes = 10;
/** A receipt that is older is worth nothing any more. */
const receiptHours = 24;

/** So long an error is worth correcting. */
const correctedHours = 48;

const tellReceipts = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const readers = await receiptReaders(rooms.database);
  if (readers.size === 0) return;
  const acts = (await actsSince(rooms.database, now.subtract({ hours: receiptHours }))).filter(({ patronId }) => readers.has(patronId));
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
};

/** Whoever was told that a book is ready, or will never come, is told when that is true no more: an act was taken back, the copy was lost. */
const tellCorrections = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const since = momentText(now.subtract({ hours: correctedHours }));
  for (const { actId, holdId, patronId, since: before } of await rooms.circulation.holdsSetBack(since)) {
    const told = await toldAbout(rooms.database, { holdId, before, since });
    if (told === null) continue;
    const correction = {
      key: `HOLD_CORRECTED:${actId}:${holdId}:${patronId}`,
      kind: 'HOLD_CORRECTED',
      patronId,
      subject: { correctedHoldId: holdId },
      waits: true,
      expiresAt: now.add({ hours: correctedHours }),
    };
    if (told.reached) await notify([correction]);
    await forgetTold(rooms.database, told);
  }
};

/** Receipts are derived from the acts of the desk, told once per act, and not when it was taken back. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async (work) => {
        await tellReceipts(work);
        await tellCorrections(work);
      },
    },
  ],
  notices: [
    {
      kind: 'RECEIPT',
      topic: 'receipts',
      compose: async ({ subjects, language, rooms }) => {
        const acts = await actsStanding(
          rooms.database,
          // as: subjects are those the job above handed over
          subjects.map((subject) => (subject as { readonly actId: string }).actId),
        );
        return acts.length === 0 ? null : { say: words[language].receipt(acts, languages[language].format) };
      },
    },
    {
      kind: 'HOLD_CORRECTED',
      topic: 'holds',
      compose: async ({ subjects, patronId, language, rooms }) => {
        // as: subjects are those the job above handed over
        const meant = new Set(subjects.map((subject) => (subject as { readonly correctedHoldId: string }).correctedHoldId));
        // as: so is the patron
        const waiting = (await rooms.library.holdsOf(patronId as PatronId)).filter((hold) => meant.has(hold.id) && hold.status !== 'ready');
        return waiting.length === 0
          ? null
          : {
              say: words[language].corrected(
                waiting.map(({ title }) => title),
                languages[language].format,
              ),
            };
      },
    },
  ],
};
