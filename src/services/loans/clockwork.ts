import type { DueLoan } from '#circulation/clockwork.ts';
import type { Clockwork } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { languages } from '#languages/index.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { LoanId, PatronId } from '#shared/ids.ts';
import { Temporal, dayOf, momentOf } from '#shared/day.ts';
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
        const on = dayOf(now).toString();
        for (const days of reminders.days_before)
          for (let after: PatronId | null | undefined; after !== null; ) {
            const page = await rooms.circulation.dueSoon({ on, days, ...(after ? { after } : {}) });
            await notify(page.patrons.flatMap(({ loans }) => loans.map((loan) => reminder(loan, days))));
            after = page.next;
          }
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
        const renewable = await renewableOf(due, async (loanId) => (await rooms.library.previewRenewal({ patronId: patronId as PatronId, loanId })).ok);
        const each = renewable.map((loan) => ({ label: w.renewAction(loan.title), intent: 'loan.renew', slots: { title: loan.title } }));
        const all = renewable.length > 1 ? [{ label: w.renewAllAction, intent: 'loan.renew', slots: { scope: 'all' } }] : [];
        return { say: w.due(due, languages[language].format), actions: [...each, ...all] };
      },
    },
  ],
};

const reminder = ({ loanId, patronId, dueOn }: DueLoan, days: number): NoticeDraft => ({
  key: `${days === 0 ? 'DUE' : 'PREDUE'}:${loanId}:${dueOn}:${patronId}`,
  kind: 'LOANS_DUE',
  patronId,
  subject: { loanId, due: dueOn } satisfies Subject,
  waits: true,
  expiresAt: tooOld(dueOn),
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
