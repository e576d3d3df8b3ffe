import type { ReadyHold } from '#circulation/clockwork.ts';
import type { Clockwork, ClockworkTurn } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { languages } from '#languages/index.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import type { PatronId, TitleId } from '#shared/ids.ts';
import { Temporal, dayOf, momentOf, momentText } from '#shared/day.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

/** so long after it happened it is worth telling */
const EXPIRED_HOURS = 48;

/** HOLD_READY (DOMAIN §3): told once per hold and deadline, as long as it can still be picked up. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async ({ now, rooms, notify }) => {
        const today = dayOf(now).toString();
        for (
          let page = await rooms.circulation.readyHolds();
          page.length > 0;
          page = await rooms.circulation.readyHolds({ after: page.at(-1)?.holdId ?? null })
        )
          await notify(page.filter((hold) => hold.deadlineOn === null || hold.deadlineOn >= today).map((hold) => readyNotice(hold, now)));
        await tellExpired({ now, rooms, notify });
      },
    },
    {
      name: 'hold_expiry',
      run: async (work) => {
        await work.rooms.circulation.resumeHolds();
        await work.rooms.circulation.expireHolds();
        await tellExpired(work);
      },
    },
  ],
  notices: [
    {
      kind: 'HOLD_READY',
      topic: 'holds',
      compose: async ({ subjects, patronId, language, rooms }) => {
        // as: subjects are those the job above handed over
        const told = new Set(subjects.map((subject) => (subject as { holdId: string }).holdId));
        const holds = (await rooms.library.holdsOf(patronId as PatronId)).filter((hold) => hold.status === 'ready' && told.has(hold.id));
        return holds.length === 0 ? null : { say: words[language].ready(holds.map(shelfSlip), languages[language].format) };
      },
    },
    {
      kind: 'HOLD_EXPIRED',
      topic: 'holds',
      compose: async ({ subjects, language, rooms }) => {
        // as: subjects are those the job above handed over
        const titles = await rooms.library.titles(subjects.map((subject) => (subject as { titleId: TitleId }).titleId));
        return titles.length === 0
          ? null
          : {
              say: words[language].expired(
                titles.map(({ title }) => title),
                languages[language].format,
              ),
            };
      },
    },
  ],
};

const readyNotice = (hold: ReadyHold, now: Temporal.Instant): NoticeDraft => ({
  key: `HOLD_READY:${hold.holdId}:${hold.deadlineOn ?? ''}:${hold.patronId}`,
  kind: 'HOLD_READY',
  patronId: hold.patronId,
  subject: { holdId: hold.holdId },
  waits: true,
  expiresAt: hold.deadlineOn ? endOfDay(hold.deadlineOn) : now.add({ hours: 72 }),
});

interface ExpiredHold {
  readonly id: string;
  readonly patronId: string;
  readonly titleId: string;
}

/** HOLD_EXPIRED: holds that ended in the last two days because nobody came (R3). */
const tellExpired = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const since = momentText(now.subtract({ hours: EXPIRED_HOURS }));
  const expired = await rooms.database.sql.all<ExpiredHold>(
    `SELECT "id", "patronId", "titleId" FROM "Hold" WHERE "status" = 'expired' AND "endedAt" > ? ORDER BY "id" LIMIT 500`,
    [since],
  );
  await notify(
    expired.map(({ id: holdId, patronId, titleId }) => ({
      key: `HOLD_EXPIRED:${holdId}:${patronId}`,
      kind: 'HOLD_EXPIRED',
      patronId,
      subject: { titleId },
      waits: true,
      expiresAt: now.add({ hours: EXPIRED_HOURS }),
    })),
  );
};

const shelfSlip = (hold: HoldRecord) => ({ title: hold.title, place: hold.pickupName, code: hold.copyCode, deadline: hold.deadlineOn });

const endOfDay = (day: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(day).toPlainDateTime({ hour: 23, minute: 59 }));
