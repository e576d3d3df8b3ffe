import { asksWhy } from '#conversation/asking-why.ts';
import type { Say } from '#conversation/say.ts';
import type { Reason } from '#domain/reasons.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import { cardOf, dialogue, type LoanTurn } from './borrowed.ts';

const lateReasons = (loans: readonly LoanRecord[]): readonly Reason[] =>
  loans.map(({ title, dueOn: due, openDaysLate: days }) => ({ kind: 'open-days-late', title, due, days }));

/** What a late loan costs where no money is taken. */
const lateWithoutFine = async (
  turn: LoanTurn,
  loans: readonly LoanRecord[],
): Promise<{ readonly say: Say; readonly because: readonly Reason[] }> => {
  const { type } = cardOf(turn);
  const [first] = loans;
  if (!first) return { say: [], because: [] };
  const rules = await turn.rooms.rules();
  const question = { branchId: first.branchId, patronType: type, material: 'book', on: turn.today.toString() };
  const effective = rules.effective(question);
  const suspends = effective.terms.suspensionFactor > 0 && effective.terms.suspensionCapDays > 0;
  return {
    say: turn.words((w, f) => w.lateWithoutFine(loans, suspends, f)),
    because: [...lateReasons(loans), ...(suspends ? [effective.because('suspensionFactor')] : [])],
  };
};

export const fines = dialogue('fine.status', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  if (asksWhy(turn.text)) return turn.continueWith('nav.why', { about: 'sanction' });
  const { id: patronId } = cardOf(turn);
  const { circulation, library } = turn.rooms;
  const [owed, suspension, loans] = await Promise.all([
    circulation.explainFines(patronId),
    circulation.explainSuspension(patronId),
    library.loansOf(patronId),
  ]);
  const late = loans.filter((loan) => loan.status === 'open' && loan.openDaysLate > 0);
  const without = owed.length === 0 ? await lateWithoutFine(turn, late) : { say: [], because: [] };
  const total = owed.reduce((sum, { amount }) => sum + amount, 0);
  const say = turn.words(
    (w, f): Say => [
      ...(suspension ? [w.suspended(suspension.until, f)] : []),
      ...(owed.length > 0
        ? blocks(w.fines(owed, total, f))
        : late.length > 0
          ? blocks(without.say)
          : suspension
            ? [w.noMoneyOwed]
            : [w.noFines]),
    ],
  );
  const because = [...(suspension?.because ?? []), ...owed.flatMap((fine) => fine.because), ...without.because];
  return turn.say(() => say, { because });
});

const blocks = (say: Say) => (typeof say === 'string' ? [say] : say);
