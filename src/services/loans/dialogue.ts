import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Reply, Turn } from '#conversation/dialogue.ts';
import { ownMeant } from '#conversation/own-items.ts';
import type { CardHolder } from '#conversation/person.ts';
import type { Reason } from '#domain/reasons.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { LoanWords } from './words/id.ts';

const dialogue = dialoguesWith<LoanWords>({ id, en });
type LoanTurn = Turn<LoanWords>;

/** The card that speaks; the conversation lets nobody in without one. */
const cardOf = (turn: LoanTurn): CardHolder => {
  if (!turn.person.patron) throw new Error('a dialogue for patrons began without one');
  return turn.person.patron;
};

const shownOf = (loans: readonly LoanRecord[]) => loans.map((loan) => ({ id: loan.titleId, label: loan.title }));

export const listLoans = dialogue('loan.list', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  const loans = await turn.rooms.library.loansOf(cardOf(turn).id);
  if (loans.length === 0) return turn.say((w) => w.none);
  const meant = ownMeant(turn, loans);
  if (meant.kind === 'one') return turn.say((w, f) => w.one(meant.item, f));
  if (meant.kind === 'none') return turn.say((w, f) => [w.notLoaned(meant.said), ...blocks(w.mine(loans, f))], { shown: shownOf(loans) });
  return turn.say((w, f) => w.mine(loans, f), { shown: shownOf(loans) });
});

const blocks = (say: ReturnType<LoanWords['mine']>) => (typeof say === 'string' ? [say] : say);

export const renew = dialogue('loan.renew', { needs: 'patron' })
  .begin(async (turn) => {
    const loans = await turn.rooms.library.loansOf(cardOf(turn).id);
    if (loans.length === 0) return turn.stop((w) => w.none);
    if (Array.isArray(turn.slots.loan_ids)) return renewOffered(turn, loans);
    const meant = ownMeant(turn, loans);
    if (meant.kind === 'none') return turn.stop((w) => w.notLoaned(meant.said));
    if (meant.kind === 'one') return renewEach(turn, [meant.item]);
    return meant.kind === 'all' || loans.length === 1 ? renewEach(turn, loans) : ask(turn, loans);
  })
  .step('chosen', z.object({ loanIds: z.array(z.string()) }), async (turn, { loanIds }) => {
    const loans = await turn.rooms.library.loansOf(cardOf(turn).id);
    return renewEach(
      turn,
      loans.filter((loan) => loanIds.includes(loan.id)),
    );
  });

/** The loans that a reminder offered to renew, as they were then. */
const renewOffered = (turn: LoanTurn, loans: readonly LoanRecord[]): Promise<Reply> => {
  const [ids = [], dues = []] = [turn.slots.loan_ids, turn.slots.due_dates].map((slot) => (Array.isArray(slot) ? slot.map(String) : []));
  return renewEach(
    turn,
    loans.filter((loan) => ids.includes(loan.id)),
    new Map(ids.map((loanId, at) => [loanId, dues[at] ?? ''])),
  );
};

const ask = (turn: LoanTurn, loans: readonly LoanRecord[]): Reply => {
  const options = loans.map((loan) => ({ label: turn.words((w, f) => w.option(loan, f)), value: { loanIds: [loan.id] } }));
  const all = { label: turn.words((w) => w.all), value: { loanIds: loans.map((loan) => loan.id) } };
  return turn.list((w) => w.whichBook, [...options, all], 'chosen', { shown: shownOf(loans) });
};

/** Each loan by itself: what can be renewed is, and every refusal says why. */
const renewEach = async (
  turn: LoanTurn,
  loans: readonly LoanRecord[],
  offered: ReadonlyMap<string, string> = new Map(),
): Promise<Reply> => {
  if (loans.length === 0) return turn.stop((w) => w.none);
  const sentences: string[] = [];
  const because: Reason[] = [];
  for (const loan of loans) {
    const { sentence, reasons } = await renewOne(turn, { loan, ifDueOn: offered.get(loan.id) }, loans.length > 1);
    sentences.push(sentence);
    because.push(...reasons);
  }
  const [only] = loans;
  return turn.say(() => sentences, { because, ...(only && loans.length === 1 ? { topic: { id: only.titleId, label: only.title } } : {}) });
};

const renewOne = async (
  turn: LoanTurn,
  { loan, ifDueOn }: { readonly loan: LoanRecord; readonly ifDueOn: string | undefined },
  named: boolean,
): Promise<{ readonly sentence: string; readonly reasons: readonly Reason[] }> => {
  const decision = await turn.rooms.library.renew(
    { patronId: cardOf(turn).id, loanId: loan.id, ...(ifDueOn ? { ifDueOn } : {}) },
    { key: turn.nextKey() },
  );
  if (decision.ok) return { sentence: turn.words((w, f) => w.renewed(decision.value, f)), reasons: decision.because };
  const reason = turn.explain(decision.refusal);
  return { sentence: turn.words((w) => (named ? w.refused(loan.title, reason) : reason)), reasons: decision.because };
};

export const fines = dialogue('fine.status', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  const { id: patronId } = cardOf(turn);
  const open = (await turn.rooms.library.finesOf(patronId)).filter(({ status, amount }) => status === 'open' && amount > 0);
  if (open.length > 0)
    return turn.say((w, f) =>
      w.fines(
        open,
        open.reduce((sum, { amount }) => sum + amount, 0),
        f,
      ),
    );
  const late = (await turn.rooms.library.loansOf(patronId)).filter((loan) => loan.openDaysLate > 0);
  return turn.say((w, f) => (late.length > 0 ? w.lateWithoutFine(late, f) : w.noFines));
});
