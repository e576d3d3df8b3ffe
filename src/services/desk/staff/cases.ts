import { z } from 'zod';
import type { CopyVerdict } from '#circulation/desk/copy-states.ts';
import type { CopyRecord } from '#circulation/desk/reading.ts';
import type { Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { CopyCode } from '#shared/ids.ts';
import { deskDialogue, type DeskTurn, perform, remembering } from './access.ts';
import { rupiahIn } from './amounts.ts';
import { namedIn } from './named.ts';
import { type Verdict, verdictIn, verdicts } from './verdicts.ts';

// What became of a copy (R10): lost, damaged, not on its shelf, found; and how a lost loan ends.

const slotOf = (turn: DeskTurn): readonly [Verdict, string] | null => {
  for (const verdict of verdicts) {
    const typed = textOf(turn.slots[verdict]);
    if (typed !== undefined) return [verdict, typed];
  }
  return null;
};

/** By the command that was used, or by the words of the message. */
const verdictSaid = (turn: DeskTurn): { readonly verdict: Verdict; readonly typed: string | undefined } | null => {
  const slot = slotOf(turn);
  if (slot !== null) return { verdict: slot[0], typed: slot[1] };
  const verdict = verdictIn(turn.text);
  return verdict === null ? null : { verdict, typed: undefined };
};

const caseShape = z.object({
  code: z.string(),
  verdict: z.enum(verdicts).optional(),
  newCode: z.string().nullable().optional(),
  amount: z.number().nullable().optional(),
});
type Case = z.infer<typeof caseShape>;

/** "Kembali, tidak rusak": only a return. */
const returning = /\b(?:kembali\p{L}*|balik\p{L}*|dikembalikan|return\p{L}*|back)\b/iu;

export const copyState = deskDialogue('staff.copy_state')
  .begin(async (turn) => {
    const said = verdictSaid(turn);
    const named = await namedIn(turn, said?.typed);
    const [copy] = named.copies;
    const [unknown] = named.unknown;
    if (copy === undefined) return turn.stop((w) => (unknown === undefined ? w.howToJudge : w.noSuchCopy(unknown)));
    if (said === null) return returning.test(turn.text) ? turn.continueWith('staff.checkin', {}) : askVerdict(turn, copy);
    const [, second] = named.copies;
    const newCode = said.verdict === 'replaced' ? (second?.copyCode ?? newCodeIn(turn, copy, said.typed)) : null;
    const rest = (said.typed ?? turn.text).replaceAll(copy.copyCode, ' ');
    return decide(turn, copy, { code: copy.copyCode, verdict: said.verdict, newCode, amount: rupiahIn(rest) });
  })
  .step('verdict', caseShape, async (turn, memory) => withCopy(turn, memory))
  .step('amount', caseShape, async (turn, memory, { text }) => withCopy(turn, { ...memory, amount: rupiahIn(text) }), {
    accepts: ({ text }) => rupiahIn(text) !== null,
  })
  .step('confirmed', caseShape, (turn, memory) => carryOut(turn, memory));

/** "PU-1 diganti PU-9": a code with a digit that is none yet. */
const newCodeIn = (turn: DeskTurn, copy: CopyRecord, typed: string | undefined): string | null => {
  const words = (typed ?? turn.text).split(/[\s,;]+/).filter((word) => /\d/.test(word) && /\p{L}/u.test(word));
  return words.find((word) => word.toUpperCase() !== copy.copyCode.toUpperCase()) ?? null;
};

const withCopy = async (turn: DeskTurn, memory: Case): Promise<Reply> => {
  const { copies } = await turn.rooms.circulation.recognise([memory.code]);
  const [copy] = [...copies.values()];
  return copy === undefined ? turn.stop((w) => w.noSuchCopy(memory.code)) : decide(turn, copy, memory);
};

const askVerdict = (turn: DeskTurn, copy: CopyRecord): Reply =>
  turn.list(
    (w) => w.whichVerdict(copy),
    verdicts.map((verdict) => ({ label: turn.words((w) => w.verdicts[verdict]), value: { verdict } })),
    'verdict',
    { memory: { code: copy.copyCode } },
  );

/** What touches a reader's loan or hold is asked first; what concerns the shelf alone is done. */
const decide = (turn: DeskTurn, copy: CopyRecord, memory: Case): Reply | Promise<Reply> => {
  const { verdict, amount } = memory;
  if (verdict === undefined) return askVerdict(turn, copy);
  const needsLoan = verdict === 'replaced' || verdict === 'price';
  if (needsLoan && copy.card === null) return turn.stop((w) => w.noLoanToReplace(copy));
  if (verdict === 'price' && !amount) return turn.question((w) => w.whichPrice(copy), 'amount', { code: copy.copyCode, verdict });
  const asksFirst = (copy.card ?? copy.keptFor) !== null && verdict !== 'found' && verdict !== 'missing';
  if (!asksFirst) return carryOut(turn, memory);
  const { newCode = null } = memory;
  return turn.confirm((w, f) => w.confirmVerdict(copy, verdict, { newCode, amount: amount ?? null }, f), 'confirmed', remembering(memory));
};

const carryOut = async (turn: DeskTurn, memory: Case): Promise<Reply> => {
  switch (memory.verdict) {
    case 'lost':
    case 'damaged':
    case 'found':
      return judged(turn, memory.code, memory.verdict);
    case 'replaced':
      return replaced(turn, memory.code, memory.newCode ?? null);
    case 'price':
      return charged(turn, memory.code, memory.amount ?? 0);
    default:
      return missing(turn, memory.code);
  }
};

// as: codes in the memory come from the catalogue
const asCode = (code: string): CopyCode => code as CopyCode;

const judged = async (turn: DeskTurn, code: string, verdict: CopyVerdict): Promise<Reply> => {
  const decision = await perform(
    turn,
    `copy_${verdict}`,
    (keyed) => turn.rooms.circulation.judgeCopy({ copyCode: asCode(code), verdict }, keyed),
    () => code,
  );
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal));
  const { title, state, heldFor, loanOf } = decision.value;
  return turn.say((w) => [w.judged[verdict](title, code, state, loanOf !== null), ...(heldFor ? [w.forHold(state)] : [])]);
};

const missing = async (turn: DeskTurn, code: string): Promise<Reply> => {
  const decision = await perform(
    turn,
    'copy_missing',
    (keyed) => turn.rooms.circulation.reportMissing({ copyCode: asCode(code) }, keyed),
    () => code,
  );
  return decision.ok ? turn.say((w) => w.missed(decision.value.title, code)) : turn.stop(() => turn.explain(decision.refusal));
};

const replaced = async (turn: DeskTurn, code: string, newCode: string | null): Promise<Reply> => {
  const decision = await perform(
    turn,
    'lost_replaced',
    (keyed) => turn.rooms.circulation.acceptReplacement({ copyCode: asCode(code), newCode }, keyed),
    () => code,
  );
  return decision.ok ? turn.say((w) => w.replacedBy(decision.value.title, code, newCode)) : turn.stop(() => turn.explain(decision.refusal));
};

const charged = async (turn: DeskTurn, code: string, amount: number): Promise<Reply> => {
  const decision = await perform(
    turn,
    'lost_charged',
    (keyed) => turn.rooms.circulation.chargeLost({ copyCode: asCode(code), amount }, keyed),
    () => code,
  );
  return decision.ok
    ? turn.say((w, f) => w.charged(decision.value.title, code, amount, f))
    : turn.stop(() => turn.explain(decision.refusal));
};
