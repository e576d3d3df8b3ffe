import { z } from 'zod';
import type { Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { FineRecord } from '#ports/library-system.ts';
import { deskDialogue, type DeskTurn, perform, remembering, saidIn } from './access.ts';
import { namedIn } from './named.ts';

// Money and suspensions of a card. What concerns a reader's money is asked before it is done.

type Wish = 'paid' | 'waived' | 'lift' | null;

const paying = /\b(?:lunas\p{L}*|dibayar|bayar\p{L}*|paid|pay)\b/iu;
const waiving = /\b(?:hapus\p{L}*|bebas\p{L}*|ikhlas\p{L}*|putih\p{L}*|waive\p{L}*|forgive)\b/iu;
const lifting = /skors|sanksi|suspen/i;

const wishSaid = (turn: DeskTurn): { readonly wish: Wish; readonly typed: string | undefined } => {
  for (const wish of ['paid', 'waived', 'lift'] as const) {
    const typed = textOf(turn.slots[wish]);
    if (typed !== undefined) return { wish, typed };
  }
  const typed = textOf(turn.slots.args);
  if (typed !== undefined) return { wish: null, typed };
  const said = saidIn(turn);
  if (lifting.test(said)) return { wish: 'lift', typed };
  return { wish: waiving.test(said) ? 'waived' : paying.test(said) ? 'paid' : null, typed };
};

const shape = z.object({
  card: z.string(),
  wish: z.enum(['paid', 'waived', 'lift']).nullable(),
  /** the fines that are meant, once chosen */
  fineIds: z.array(z.string()).optional(),
});
type Memory = z.infer<typeof shape>;

export const fine = deskDialogue('staff.fine')
  .begin(async (turn) => {
    const { wish, typed } = wishSaid(turn);
    const named = await namedIn(turn, typed);
    const card = named.cards[0] ?? named.unknown[0];
    return card === undefined ? turn.question((w) => w.whoseFine, 'card', { wish }) : withCard(turn, { card, wish });
  })
  .step('card', shape.partial({ card: true }), (turn, { wish }, { text }) => withCard(turn, { card: text.trim(), wish }), {
    accepts: ({ text }) => /\d/.test(text) && text.trim().split(/\s+/).length <= 2,
  })
  .step('chosen', shape, (turn, memory) => withCard(turn, memory))
  .step('confirmed', shape, (turn, memory) => settle(turn, memory))
  .step('lift', shape, (turn, { card }) => lift(turn, card));

const withCard = async (turn: DeskTurn, memory: Memory): Promise<Reply> => {
  const member = await turn.rooms.circulation.memberWith(memory.card);
  if (member === null) return turn.stop((w) => w.noSuchCard(memory.card));
  if (memory.wish === 'lift') {
    const { status, suspendedUntil } = member;
    if (status !== 'suspended') return turn.stop(() => turn.explain({ reason: 'not-suspended' }));
    return turn.confirm((w, f) => w.confirmLift(member.card, suspendedUntil, f), 'lift', remembering(memory));
  }
  const open = (await turn.rooms.library.finesOf(member.id)).filter(({ status, amount }) => status === 'open' && amount > 0);
  if (open.length === 0) return turn.stop((w) => w.noFines(member.card));
  const meant = memory.fineIds === undefined ? (open.length === 1 ? open : null) : open.filter(({ id }) => memory.fineIds?.includes(id));
  if (meant === null) return askWhich(turn, memory, open);
  if (memory.wish === null) return askHow(turn, { ...memory, fineIds: meant.map(({ id }) => id) }, meant);
  const { wish } = memory;
  return turn.confirm(
    (w, f) => w.confirmSettle(member.card, wish, sumOf(meant), f),
    'confirmed',
    remembering({ ...memory, fineIds: meant.map(({ id }) => id) }),
  );
};

const sumOf = (fines: readonly FineRecord[]) => ({
  titles: fines.flatMap(({ title }) => title ?? []),
  amount: fines.reduce((sum, { amount }) => sum + amount, 0),
});

const askWhich = (turn: DeskTurn, memory: Memory, open: readonly FineRecord[]): Reply =>
  turn.list(
    (w, f) => w.openFines(memory.card, sumOf(open).amount, f),
    [
      ...open.map((one) => ({ label: turn.words((w, f) => w.fineLine(one.title, one.amount, f)), value: { fineIds: [one.id] } })),
      { label: turn.words((w) => w.allFines), value: { fineIds: open.map(({ id }) => id) } },
    ],
    'chosen',
    { memory: remembering(memory) },
  );

const askHow = (turn: DeskTurn, memory: Memory, fines: readonly FineRecord[]): Reply =>
  turn.list(
    (w, f) => w.howToSettle(memory.card, sumOf(fines), f),
    (['paid', 'waived'] as const).map((wish) => ({ label: turn.words((w) => w.settlements[wish]), value: { wish } })),
    'chosen',
    { memory: remembering(memory) },
  );

const settle = async (turn: DeskTurn, { card, wish, fineIds = [] }: Memory): Promise<Reply> => {
  const member = await turn.rooms.circulation.memberWith(card);
  if (member === null || wish === null || wish === 'lift') return turn.stop((w) => w.noSuchCard(card));
  const decision = await perform(
    turn,
    `fine_${wish}`,
    (keyed) => turn.rooms.circulation.settleFines({ patronId: member.id, fineIds, how: wish }, keyed),
    ({ patronId }) => patronId,
  );
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal));
  const left = (await turn.rooms.library.finesOf(member.id)).reduce((sum, { status, amount }) => sum + (status === 'open' ? amount : 0), 0);
  return turn.say((w, f) => w.settled(card, wish, { ...decision.value, left }, f));
};

const lift = async (turn: DeskTurn, card: string): Promise<Reply> => {
  const member = await turn.rooms.circulation.memberWith(card);
  if (member === null) return turn.stop((w) => w.noSuchCard(card));
  const decision = await perform(
    turn,
    'suspension_lifted',
    (keyed) => turn.rooms.circulation.liftSuspension({ patronId: member.id }, keyed),
    () => member.id,
  );
  return decision.ok ? turn.say((w) => w.lifted(member.card)) : turn.stop(() => turn.explain(decision.refusal));
};
