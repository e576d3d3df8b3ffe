import type { ReadyHold } from '#circulation/clockwork.ts';
import type { Clockwork } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { languages } from '#languages/index.ts';
import type { HoldRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import { Temporal, dayOf, momentOf } from '#shared/day.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

/** HOLD_READY (DOMAIN §3): told once per hold and deadline, as long as it can still be picked up. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async ({ now, rooms, notify }) => {
        const today = dayOf(now).toString();
        for (let page = await rooms.circulation.readyHolds(); page.length > 0; page = await rooms.circulation.readyHolds({ after: page.at(-1)?.holdId ?? null }))
          await notify(page.filter((hold) => hold.deadlineOn === null || hold.deadlineOn >= today).map((hold) => readyNotice(hold, now)));
      },
    },
    {
      name: 'hold_expiry',
      run: async ({ rooms }) => {
        await rooms.circulation.resumeHolds();
        await rooms.circulation.expireHolds();
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

const shelfSlip = (hold: HoldRecord) => ({ title: hold.title, place: hold.pickupName, code: hold.copyCode, deadline: hold.deadlineOn });

const endOfDay = (day: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(day).toPlainDateTime({ hour: 23, minute: 59 }));
