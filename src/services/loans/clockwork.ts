import type { DueLoan } from '#circulation/clockwork.ts';
import type { Clockwork, ClockworkTurn } from '#conversation/clockwork.ts';
import type { Database } from '#database/database.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { daysLate } from '#domain/circulation/due-date.ts';
import type { OpeningCalendar } from '#domain/opening-calendar.ts';
import { languages } from '#languages/index.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { LoanId, PatronId } from '#shared/ids.ts';
import { Temporal, dayOf, momentOf, momentText } from '#shared/day.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

interface Subject {
  readonly loanId: string;
  readonly due: string;
}

/** PREDUE, DUE and OVERDUE1–3 (DOMAIN §3): derived from the loans each time; a renewal changes the date and with it the key. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'due_reminders',
      run: async ({ now, rooms, notify }) => {
        const { reminders } = await rooms.policy();
        const today = dayOf(now);
        const dueDays = remindedDays(await daysToLookAt(rooms.database, today), reminders.days_before, today);
        await remind({ rooms, notify }, today, dueDays);
        await rooms.database.sql.run(ranText, [today.toString(), momentText(now)]);
      },
    },
  ],
  notices: [
    {
      kind: 'LOANS_DUE',
      topic: 'reminders',
      compose: async ({ subjects, patronId, language, rooms }) => {
        // as: subjects are those the job above handed over
        const due = await stillDue(rooms.library.loansOf(patronId as PatronId), subjects as readonly Subject[]);
        if (due.length === 0) return null;
        const w = words[language];
        // as: so is the patron
        const renewable = await renewableOf(
          due,
          async (loanId) => (await rooms.library.previewRenewal({ patronId: patronId as PatronId, loanId })).ok,
        );
        const each = renewable.map((loan) => ({ label: w.renewAction(loan.title), intent: 'loan.renew', slots: asOffered([loan]) }));
        const returned = due
          .filter((loan) => loan.openDaysLate > 0)
          .map((loan) => ({ label: w.returnedAction(loan.title), intent: 'loan.claim_returned', slots: { loan_id: loan.id } }));
        const all = renewable.length > 1 ? [{ label: w.renewAllAction, intent: 'loan.renew', slots: asOffered(renewable) }] : [];
        return { say: w.due(due, renewable.length > 0, languages[language].format), actions: [...returned, ...each, ...all] };
      },
    },
  ],
};

/** A day on which the program did not run at all is made up for, as long as its reminders are still worth sending. */
const MADE_UP_DAYS = 2;

const ranText = `INSERT INTO "JobRun" ("job", "occurrence", "status", "at") VALUES ('due_reminders', ?, 'done', ?) ON CONFLICT ("job", "occurrence") DO NOTHING`;

const daysToLookAt = async ({ sql }: Database, today: Temporal.PlainDate): Promise<readonly string[]> => {
  const earliest = today.subtract({ days: MADE_UP_DAYS }).toString();
  const [row] = await sql.all<{ last: string | null }>(
    `SELECT MAX("occurrence") AS "last" FROM "JobRun" WHERE "job" = 'due_reminders' AND "occurrence" < ?`,
    [today.toString()],
  );
  if (!row?.last) return [today.toString()];
  const days = Array.from({ length: MADE_UP_DAYS }, (_, at) => today.subtract({ days: MADE_UP_DAYS - at }).toString());
  return [...days.filter((day) => day > (row.last ?? '') && day >= earliest), today.toString()];
};

/** Due date → how many days before it the library reminds: on the days looked at, and only while it is no day of the past. */
const remindedDays = (
  days: readonly string[],
  daysBefore: readonly number[],
  today: Temporal.PlainDate,
): ReadonlyMap<string, readonly number[]> => {
  const reminded = new Map<string, readonly number[]>();
  for (const day of days)
    for (const before of daysBefore) {
      const due = Temporal.PlainDate.from(day).add({ days: before }).toString();
      if (due >= today.toString()) reminded.set(due, [...(reminded.get(due) ?? []), before]);
    }
  return reminded;
};

/** Steps of OVERDUE, in days after the due date; each is worth sending for a week. */
const overdueSteps = [
  { step: 3, days: 14 },
  { step: 2, days: 7 },
  { step: 1, days: 1 },
] as const;
const OVERDUE_WORTH_DAYS = 6;
const LAST_STEP_DAYS = 14 + OVERDUE_WORTH_DAYS;

/** One digest a patron: everything that is due or late of one person is handed over at once. */
const remind = async (
  { rooms, notify }: Pick<ClockworkTurn, 'rooms' | 'notify'>,
  today: Temporal.PlainDate,
  dueDays: ReadonlyMap<string, readonly number[]>,
): Promise<void> => {
  const late = { from: today.subtract({ days: LAST_STEP_DAYS }).toString(), to: today.subtract({ days: 1 }).toString() };
  const { calendarOf } = await rooms.rules();
  const draftsOf = (loan: DueLoan): readonly NoticeDraft[] => [
    ...(dueDays.get(loan.dueOn) ?? []).map((before) => reminder(loan, before)),
    ...overdueNotice(loan, today, calendarOf(loan.branchId)),
  ];
  for (let after: PatronId | null | undefined; after !== null; ) {
    const page = await rooms.circulation.dueSoon({ dueOn: [...dueDays.keys()], late, ...(after ? { after } : {}) });
    await notify(page.patrons.flatMap(({ loans }) => loans.flatMap(draftsOf)));
    after = page.next;
  }
};

const reminder = ({ loanId, patronId, dueOn }: DueLoan, before: number): NoticeDraft => ({
  key: `${before === 0 ? 'DUE' : `PREDUE${before}`}:${loanId}:${dueOn}:${patronId}`,
  kind: 'LOANS_DUE',
  patronId,
  subject: { loanId, due: dueOn } satisfies Subject,
  waits: true,
  expiresAt: tooOld(dueOn),
});

/** Nobody is called late before the library was open once after the due date (R7): then the highest step that is reached. */
const overdueNotice = (
  { loanId, patronId, dueOn }: DueLoan,
  today: Temporal.PlainDate,
  calendar: OpeningCalendar,
): readonly NoticeDraft[] => {
  const due = Temporal.PlainDate.from(dueOn);
  const reached = overdueSteps.find(({ days }) => due.until(today).days >= days);
  if (!reached || daysLate(due, today, calendar) === 0) return [];
  return [
    {
      key: `OVERDUE${reached.step}:${loanId}:${dueOn}:${patronId}`,
      kind: 'LOANS_DUE',
      patronId,
      subject: { loanId, due: dueOn } satisfies Subject,
      waits: true,
      expiresAt: tooOld(due.add({ days: reached.days + OVERDUE_WORTH_DAYS }).toString()),
    },
  ];
};

/** Which loans, and as they were then: one that was renewed since is not renewed again by an old reminder. */
const asOffered = (loans: readonly LoanRecord[]) => ({
  loan_ids: loans.map((loan) => loan.id),
  due_dates: loans.map((loan) => loan.dueOn),
});

/** Returned and renewed loans fall away (the truth is looked at again when the notice leaves). */
const stillDue = async (loans: Promise<readonly LoanRecord[]>, subjects: readonly Subject[]): Promise<readonly LoanRecord[]> =>
  (await loans).filter((loan) => loan.status === 'open' && subjects.some(({ loanId, due }) => loanId === loan.id && due === loan.dueOn));

const renewableOf = async (loans: readonly LoanRecord[], may: (loanId: LoanId) => Promise<boolean>): Promise<readonly LoanRecord[]> => {
  const renewable: LoanRecord[] = [];
  for (const loan of loans) if (await may(loan.id)) renewable.push(loan);
  return renewable;
};

/** Worth sending until the evening of that day. */
const tooOld = (due: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(due).toPlainDateTime({ hour: 20 }));
