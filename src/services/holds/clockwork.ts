import type { ReadyHold } from '#circulation/clockwork.ts';
import type { Clockwork, ClockworkTurn, NoticeKind } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { isLapsingNoticeDue, suspensionAnswerDays } from '#domain/circulation/hold-queue.ts';
import { dayOf, localTimeOf, momentFrom, momentOf, momentText, Temporal } from '#shared/day.ts';
import { notices } from './clockwork/notices.ts';

/** so long after it happened it is worth telling */
const ENDED_HOURS = 48;

/** What deserves a notice of holds now (DOMAIN §3), derived from their state; each is told once. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async (work) => {
        await tellReady(work);
        await tellEnded(work);
        await tellSuspended(work);
        await tellStranded(work);
      },
    },
    {
      name: 'hold_expiry',
      run: async (work) => {
        const { circulation } = work.rooms;
        await circulation.resumeHolds();
        await circulation.expireHolds();
        await circulation.lapseSuspensions();
        await circulation.endHopelessHolds();
        await tellEnded(work);
        await tellSuspended(work);
        await tellStranded(work);
      },
    },
  ],
  notices: notices satisfies readonly NoticeKind[],
};

/** HOLD_READY, and HOLD_LAPSING for whom it was told before. */
const tellReady = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const { policy, calendarOf } = await rooms.rules();
  const settled = momentText(now.subtract({ minutes: policy.hold_ready_grace_min }));
  const today = dayOf(now).toString();
  const lapses = ({ deadlineOn, pickupPlace, isTold }: ReadyHold): boolean =>
    isTold === 1 &&
    deadlineOn !== null &&
    isLapsingNoticeDue(Temporal.PlainDate.from(deadlineOn), localTimeOf(now), calendarOf(pickupPlace));
  for (let after: ReadyHold['holdId'] | null | undefined; after !== null; ) {
    const page: readonly ReadyHold[] = await rooms.circulation.readyHolds(after ? { after } : {});
    const kept = page.filter(({ deadlineOn }) => deadlineOn === null || deadlineOn >= today);
    await notify([
      ...kept.filter(({ keptSince }) => keptSince === null || keptSince <= settled).map((hold) => readyNotice(hold, now)),
      ...kept.filter(lapses).map((hold) => lapsingNotice(hold, now)),
    ]);
    after = page.at(-1)?.holdId ?? null;
  }
};

const readyNotice = ({ holdId, deadlineOn, patronId }: ReadyHold, now: Temporal.Instant): NoticeDraft => ({
  key: `HOLD_READY:${holdId}:${deadlineOn ?? ''}:${patronId}`,
  kind: 'HOLD_READY',
  patronId,
  subject: { holdId },
  waits: true,
  expiresAt: deadlineOn ? endOfDay(deadlineOn) : now.add({ hours: 72 }),
});

const lapsingNotice = ({ holdId, deadlineOn, patronId }: ReadyHold, now: Temporal.Instant): NoticeDraft => ({
  key: `HOLD_LAPSING:${holdId}:${deadlineOn ?? ''}:${patronId}`,
  kind: 'HOLD_LAPSING',
  patronId,
  subject: { holdId },
  waits: true,
  expiresAt: endOfDay(deadlineOn ?? dayOf(now).toString()),
});

/** HOLD_EXPIRED (nobody came, or nobody resumed it) and HOLD_UNFILLABLE: what the library ended in the last two days. */
const tellEnded = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const ended = await rooms.circulation.endedHolds({ since: momentText(now.subtract({ hours: ENDED_HOURS })) });
  await notify(
    ended.map(({ holdId, patronId, titleId, status, readyOn }) => {
      const kind = status === 'unfillable' ? 'HOLD_UNFILLABLE' : readyOn === null ? 'HOLD_LAPSED' : 'HOLD_EXPIRED';
      return {
        key: `${kind}:${holdId}:${patronId}`,
        kind,
        patronId,
        subject: { titleId },
        waits: true,
        expiresAt: now.add({ hours: ENDED_HOURS }),
      };
    }),
  );
};

/** HOLD_PASSED_ON after a missed pickup (R3); the question after the longest suspension (R4). */
const tellSuspended = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const passedOn = await rooms.circulation.passedOnHolds();
  const longest = await rooms.circulation.longSuspended(dayOf(now).add({ days: suspensionAnswerDays }).toString());
  await notify([
    ...passedOn.map(({ holdId, patronId }) => ({
      key: `HOLD_PASSED_ON:${holdId}:${patronId}`,
      kind: 'HOLD_PASSED_ON',
      patronId,
      subject: { holdId },
      waits: true,
      expiresAt: now.add({ hours: ENDED_HOURS }),
    })),
    ...longest.map(({ holdId, patronId, deadlineOn }) => ({
      key: `HOLD_STILL_WANTED:${holdId}:${deadlineOn ?? ''}:${patronId}`,
      kind: 'HOLD_STILL_WANTED',
      patronId,
      subject: { holdId },
      waits: true,
      expiresAt: endOfDay(deadlineOn ?? dayOf(now).toString()),
    })),
  ]);
};

/** R14: told first and moved then: after a crash in between the next run tells nobody twice, and moves them. */
const tellStranded = async ({ now, rooms, notify }: ClockworkTurn): Promise<void> => {
  const stranded = await rooms.circulation.strandedHolds();
  await notify(
    stranded.map(({ holdId, patronId, visitStart }) => ({
      key: `HOLD_REROUTED:${holdId}:${visitStart}:${patronId}`,
      kind: 'HOLD_REROUTED',
      patronId,
      subject: { holdId },
      // Somebody may be on the way to a visit that starts soon.
      waits: momentFrom(visitStart).epochMilliseconds - now.epochMilliseconds > SOON_MS,
      expiresAt: now.add({ hours: ENDED_HOURS }),
    })),
  );
  await rooms.circulation.moveStrandedHolds(stranded);
};

/** what starts within twelve hours is told in quiet hours too */
const SOON_MS = 12 * 3_600_000;

const endOfDay = (day: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(day).toPlainDateTime({ hour: 23, minute: 59 }));
