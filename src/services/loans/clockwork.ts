import type { DueLoan } from '#circulation/clockwork.ts';
import type { Clockwork, ClockworkTurn } from '#conversation/clockwork.ts';
import type { Database } from '#database/database.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
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

/** PREDUE and DUE (DOMAIN §3): derived from the loans each time; a renewal changes the date and with it the key. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'due_reminders',
      run: async ({ now, rooms, notify }) => {
        const { reminders } = await rooms.policy();
        const today = dayOf(now);
        for (const on of await daysToLookAt(rooms.database, today))
          for (const days of reminders.days_before) await remind({ rooms, notify }, on, days);
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
        const all = renewable.length > 1 ? [{ label: w.renewAllAction, intent: 'loan.renew', slots: asOffered(renewable) }] : [];
        return { say: w.due(due, renewable.length > 0, languages[language].format), actions: [...each, ...all] };
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

/** Hands over the reminders of one day, a page of patrons at a time. */
const remind = async ({ rooms, notify }: Pick<ClockworkTurn, 'rooms' | 'notify'>, on: string, days: number): Promise<void> => {
  for (let after: PatronId | null | undefined; after !== null; ) {
    const page = await rooms.circulation.dueSoon({ on, days, ...(after ? { after } : {}) });
    await notify(page.patrons.flatMap(({ loans }) => loans.map((loan) => reminder(loan, days))));
    after = page.next;
  }
};

const reminder = ({ loanId, patronId, dueOn }: DueLoan, days: number): NoticeDraft => ({
  key: `${days === 0 ? 'DUE' : 'PREDUE'}:${loanId}:${dueOn}:${patronId}`,
  kind: 'LOANS_DUE',
  patronId,
  subject: { loanId, due: dueOn } satisfies Subject,
  waits: true,
  expiresAt: tooOld(dueOn),
});

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

/** A reminder is worth sending until the evening of the due day. */
const tooOld = (due: string): Temporal.Instant => momentOf(Temporal.PlainDate.from(due).toPlainDateTime({ hour: 20 }));
