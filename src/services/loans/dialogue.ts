import { z } from 'zod';
import { asksWhy } from '#conversation/asking-why.ts';
import type { Notes, Reply } from '#conversation/dialogue.ts';
import { allNamedInText } from '#conversation/named-in-text.ts';
import type { Reason } from '#domain/reasons.ts';
import { type Borrowed, dialogue, loansMeant, type LoanTurn, loanWithId, topicOf } from './dialogue/borrowed.ts';
import type { LoanWords } from './words/id.ts';

const shownOf = (loans: readonly Borrowed[]) => loans.map(topicOf);

/** Why this loan falls due when it does, for "kenapa?" after the list. */
const dueReasons = async (turn: LoanTurn, loan: Borrowed | undefined): Promise<readonly Reason[]> => {
  if (loan === undefined || loan.status !== 'open') return [];
  const explained = await turn.rooms.circulation.explainDue({ patronId: loan.patronId, loanId: loan.id });
  const late: readonly Reason[] = loan.openDaysLate > 0 ? [{ kind: 'open-days-late', days: loan.openDaysLate, due: loan.dueOn }] : [];
  return [...(explained?.because ?? []), ...late];
};

export const listLoans = dialogue('loan.list', { needs: 'patron', answersPrivately: true }).begin(async (turn) => {
  if (asksWhy(turn.text)) return turn.continueWith('nav.why', { ...turn.slots, about: 'due' });
  const found = await loansMeant(turn);
  if (found === 'nobody') return turn.stop((w) => w.noChildren);
  const { loans, meant, children } = found;
  if (loans.length === 0) return turn.say((w, f) => (children.length > 0 ? w.childrenHaveNone(children, f) : w.none));
  const item = meant.kind === 'one' ? meant.item : undefined;
  const notes: Notes = {
    shown: shownOf(loans),
    because: await dueReasons(turn, item ?? loans[0]),
    ...(item ? { topic: topicOf(item) } : {}),
  };
  if (item) return turn.say((w, f) => w.one(item, f), notes);
  const mine = turn.words((w, f) => (children.length > 0 ? w.ofChildren(loans, f) : w.mine(loans, f)));
  return turn.say((w) => (meant.kind === 'none' ? [w.notLoaned(meant.said), ...blocks(mine)] : mine), notes);
});

const blocks = (say: ReturnType<LoanWords['mine']>) => (typeof say === 'string' ? [say] : say);

export const renew = dialogue('loan.renew', { needs: 'patron' })
  .begin(async (turn) => {
    if (asksWhy(turn.text)) return turn.continueWith('nav.why', { ...turn.slots, about: 'renewal' });
    if (Array.isArray(turn.slots.loan_ids)) return renewOffered(turn);
    const found = await loansMeant(turn);
    if (found === 'nobody') return turn.stop((w) => w.noChildren);
    const { loans, meant, children } = found;
    if (loans.length === 0) return turn.stop((w, f) => (children.length > 0 ? w.childrenHaveNone(children, f) : w.none));
    const named = allNamedInText(turn.text, loans);
    if (named.length > 1 && meant.kind !== 'all') return renewEach(turn, named);
    if (meant.kind === 'none') return turn.stop((w) => w.notLoaned(meant.said));
    if (meant.kind === 'one') return renewEach(turn, [meant.item]);
    return meant.kind === 'all' || loans.length === 1 ? renewEach(turn, loans) : ask(turn, loans);
  })
  .step('chosen', z.object({ loanIds: z.array(z.string()) }), async (turn, { loanIds }) => renewEach(turn, await withIds(turn, loanIds)));

const withIds = async (turn: LoanTurn, loanIds: readonly string[]): Promise<readonly Borrowed[]> => {
  const loans: Borrowed[] = [];
  for (const loanId of loanIds) {
    const loan = await loanWithId(turn, loanId);
    if (loan) loans.push(loan);
  }
  return loans;
};

/** The loans that a reminder offered to renew, as they were then. */
const renewOffered = async (turn: LoanTurn): Promise<Reply> => {
  const [ids = [], dues = []] = [turn.slots.loan_ids, turn.slots.due_dates].map((slot) => (Array.isArray(slot) ? slot.map(String) : []));
  return renewEach(turn, await withIds(turn, ids), new Map(ids.map((loanId, at) => [loanId, dues[at] ?? ''])));
};

const ask = (turn: LoanTurn, loans: readonly Borrowed[]): Reply => {
  const options = loans.map((loan) => ({ label: turn.words((w, f) => w.option(loan, f)), value: { loanIds: [loan.id] } }));
  const all = { label: turn.words((w) => w.all), value: { loanIds: loans.map((loan) => loan.id) } };
  return turn.list((w) => w.whichBook, [...options, all], 'chosen', { shown: shownOf(loans) });
};

/** Each loan by itself: what can be renewed is, and every refusal says why. */
const renewEach = async (turn: LoanTurn, loans: readonly Borrowed[], offered: ReadonlyMap<string, string> = new Map()): Promise<Reply> => {
  if (loans.length === 0) return turn.stop((w) => w.none);
  const sentences: string[] = [];
  const because: Reason[] = [];
  for (const loan of loans) {
    const { sentence, reasons } = await renewOne(turn, { loan, ifDueOn: offered.get(loan.id) }, loans.length > 1);
    sentences.push(sentence);
    because.push(...reasons);
  }
  const [only] = loans;
  return turn.say(() => sentences, { because, ...(only && loans.length === 1 ? { topic: topicOf(only) } : {}) });
};

const renewOne = async (
  turn: LoanTurn,
  { loan, ifDueOn }: { readonly loan: Borrowed; readonly ifDueOn: string | undefined },
  named: boolean,
): Promise<{ readonly sentence: string; readonly reasons: readonly Reason[] }> => {
  const request = { patronId: loan.patronId, loanId: loan.id, ...(ifDueOn ? { ifDueOn } : {}) };
  const decision = await turn.rooms.library.renew(request, { key: turn.nextKey() });
  if (decision.ok) return { sentence: turn.words((w, f) => w.renewed(decision.value, f)), reasons: decision.because };
  const reason = turn.explain(decision.refusal);
  return { sentence: turn.words((w) => (named ? w.refused(loan.title, reason) : reason)), reasons: decision.because };
};
