import type { MovedLoan } from '#circulation/closures.ts';
import type { Clockwork } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { languages } from '#languages/index.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import { momentOf, Temporal } from '#shared/day.ts';
import type { PatronId } from '#shared/ids.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

/**
 * DUE_MOVED: what a closure has to move is moved here too, page by page, where the turn that closed the day was cut off. Holds
 * with a later deadline are told by HOLD_READY, whose key holds the deadline.
 */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async ({ rooms, notify }) => {
        const { circulation } = rooms;
        for (let move = await circulation.untoldMove(); move !== null; move = await circulation.untoldMove()) {
          await notify(move.loans.map(laterDue));
          await circulation.moveTold(move);
        }
      },
    },
  ],
  notices: [
    {
      kind: 'DUE_MOVED',
      topic: 'reminders',
      compose: async ({ subjects, patronId, language, rooms }) => {
        // as (both): subjects and their patron are those the job above handed over
        const moves = subjects as readonly MovedLoan[];
        const loans = await rooms.library.loansOf(patronId as PatronId);
        const moved = moves.flatMap((move) => loans.filter((loan) => isStill(loan, move)).map((loan) => ({ from: move.from, loan })));
        const { calendarOf } = await rooms.rules();
        const days = [...new Set(moved.map(({ from }) => from))].sort().map((day) => {
          const those = moved.filter(({ from }) => from === day).map(({ loan }) => loan);
          const { reason } = calendarOf(those[0]?.branchId ?? 'main').entryOn(Temporal.PlainDate.from(day));
          return { day, reason, loans: those };
        });
        return days.length === 0 ? null : { say: words[language].dueMoved(days, languages[language].format) };
      },
    },
  ],
};

const laterDue = (move: MovedLoan): NoticeDraft => ({
  key: `DUE_MOVED:${move.loanId}:${move.to}:${move.patronId}`,
  kind: 'DUE_MOVED',
  patronId: move.patronId,
  subject: move,
  waits: true,
  expiresAt: momentOf(Temporal.PlainDate.from(move.to).toPlainDateTime({ hour: 20 })),
});

/** Returned and renewed meanwhile: nothing to tell any more. */
const isStill = ({ id: loanId, status, dueOn }: LoanRecord, move: MovedLoan): boolean =>
  loanId === move.loanId && status === 'open' && dueOn === move.to;
