import type { MovedHold, MovedLoan } from '#circulation/rules/moving-dates.ts';
import { namedBranches } from '#circulation/rules/named-branches.ts';
import type { Clockwork, NoticeTurn } from '#conversation/clockwork.ts';
import type { NoticeDraft } from '#delivery/notices.ts';
import { languages } from '#languages/index.ts';
import { momentOf, Temporal } from '#shared/day.ts';
import type { PatronId } from '#shared/ids.ts';
import type { LaterDate } from './rules.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';

const words = { id, en };

const MAIN = 'main';

const closureOf = ({ closedOn, branchId }: LaterDate): string => `${closedOn} ${branchId}`;

type Subject = MovedLoan | MovedHold;

/** DUE_MOVED: what a closure has to move is moved here too, page by page, where the turn that closed the day was cut off. */
export const clockwork: Clockwork = {
  jobs: [
    {
      name: 'notices',
      run: async ({ rooms, notify }) => {
        const { circulation } = rooms;
        for (let move = await circulation.untoldMove(); move !== null; move = await circulation.untoldMove()) {
          await notify([...move.loans, ...move.holds].map(laterDate));
          await circulation.moveTold(move);
        }
      },
    },
  ],
  notices: [
    {
      kind: 'DUE_MOVED',
      topic: 'reminders',
      compose: async (notice) => {
        const dates = await stillMoved(notice);
        const { calendarOf } = await notice.rooms.rules();
        const branches = await namedBranches(notice.rooms.database);
        const closures = [...new Set(dates.map(closureOf))].sort().map((closure) => {
          const those = dates.filter((date) => closureOf(date) === closure);
          const [{ branchId, closedOn } = { branchId: MAIN, closedOn: '' }] = those;
          const day = Temporal.PlainDate.from(closedOn);
          const alone = calendarOf(MAIN).isOpen(day) ? branches.find((branch) => branch.id === branchId)?.name : undefined;
          return { day: closedOn, reason: calendarOf(branchId).entryOn(day).reason, branch: alone ?? null, dates: those };
        });
        return closures.length === 0 ? null : { say: words[notice.language].datesMoved(closures, languages[notice.language].format) };
      },
    },
  ],
};

const laterDate = (move: Subject): NoticeDraft => ({
  key: `DUE_MOVED:${'loanId' in move ? move.loanId : move.holdId}:${move.to}:${move.patronId}`,
  kind: 'DUE_MOVED',
  patronId: move.patronId,
  subject: move,
  waits: true,
  expiresAt: momentOf(Temporal.PlainDate.from(move.to).toPlainDateTime({ hour: 20 })),
});

/** Returned, renewed or fetched meanwhile: nothing to tell any more. */
const stillMoved = async ({ subjects, patronId, rooms }: NoticeTurn): Promise<readonly LaterDate[]> => {
  // as (both): subjects and their patron are those the job above handed over
  const moves = subjects as readonly Subject[];
  const patron = patronId as PatronId;
  const [loans, holds] = await Promise.all([rooms.library.loansOf(patron), rooms.library.holdsOf(patron)]);
  return moves.flatMap((move): readonly LaterDate[] => {
    if ('loanId' in move) {
      const loan = loans.find((one) => one.id === move.loanId && one.status === 'open' && one.dueOn === move.to);
      return loan ? [{ what: 'loan', title: loan.title, day: move.to, closedOn: move.from, branchId: move.branchId }] : [];
    }
    const hold = holds.find((one) => one.id === move.holdId && one.status === 'ready' && one.deadlineOn === move.to);
    return hold ? [{ what: 'hold', title: hold.title, day: move.to, closedOn: move.closedOn, branchId: move.branchId }] : [];
  });
};
