import { z } from 'zod';
import type { Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { LoanId, PatronId } from '#shared/ids.ts';
import { type Borrowed, dialogue, loansMeant, type LoanTurn, loanWithId, topicOf } from './borrowed.ts';

// R10: what a reader reports of a loan. Staff go on from there, so it is confirmed first.

type Kind = 'claimed' | 'lost';

const chosen = z.object({ loanId: z.string() });

const meantBy = async (turn: LoanTurn, kind: Kind): Promise<Reply> => {
  const offered = textOf(turn.slots.loan_id);
  if (offered) return confirmCase(turn, kind, await loanWithId(turn, offered));
  const found = await loansMeant(turn);
  if (found === 'nobody') return turn.stop((w) => w.noChildren);
  const { loans, meant } = found;
  const [only] = loans;
  if (!only) return turn.stop((w) => w.noOpenLoan);
  if (meant.kind === 'none') return turn.stop((w) => w.notLoaned(meant.said));
  if (meant.kind === 'one') return confirmCase(turn, kind, meant.item);
  if (loans.length === 1) return confirmCase(turn, kind, only);
  const options = loans.map((loan) => ({ label: turn.words((w, f) => w.option(loan, f)), value: { loanId: loan.id } }));
  return turn.list((w) => (kind === 'lost' ? w.whichLost : w.whichReturned), options, 'chosen', { shown: loans.map(topicOf) });
};

const confirmCase = (turn: LoanTurn, kind: Kind, loan: Borrowed | undefined): Reply => {
  if (!loan) return turn.stop((w) => w.noOpenLoan);
  const notes = { topic: topicOf(loan) };
  if (kind === 'claimed' && loan.status === 'claimed_returned') return turn.stop((w) => w.claimedBefore(loan.title), notes);
  if (kind === 'lost' && loan.status === 'lost') return turn.stop((w) => w.lostBefore(loan.title), notes);
  return turn.confirm(
    (w) => (kind === 'lost' ? w.confirmLost(loan.title, loan.copyCode) : w.confirmReturned(loan.title, loan.copyCode)),
    'confirmed',
    { loanId: loan.id, patronId: loan.patronId },
    notes,
  );
};

const confirmed = z.object({ loanId: z.string(), patronId: z.string() });

const own = ({ loanId, patronId }: z.infer<typeof confirmed>) => ({
  // as: ids in the memory come from the list of loans
  loanId: loanId as LoanId,
  patronId: patronId as PatronId,
});

export const claimReturned = dialogue('loan.claim_returned', { needs: 'patron' })
  .begin((turn) => meantBy(turn, 'claimed'))
  .step('chosen', chosen, async (turn, { loanId }) => confirmCase(turn, 'claimed', await loanWithId(turn, loanId)))
  .step('confirmed', confirmed, async (turn, loan) => {
    const decision = await turn.rooms.circulation.claimReturned(own(loan), { key: turn.nextKey() });
    return decision.ok ? turn.say((w) => w.claimed(decision.value.title)) : turn.stop(() => turn.explain(decision.refusal));
  });

export const reportLost = dialogue('loan.report_lost', { needs: 'patron' })
  .begin((turn) => meantBy(turn, 'lost'))
  .step('chosen', chosen, async (turn, { loanId }) => confirmCase(turn, 'lost', await loanWithId(turn, loanId)))
  .step('confirmed', confirmed, async (turn, loan) => {
    const decision = await turn.rooms.circulation.reportLost(own(loan), { key: turn.nextKey() });
    return decision.ok ? turn.say((w) => w.lost(decision.value.title)) : turn.stop(() => turn.explain(decision.refusal));
  });
