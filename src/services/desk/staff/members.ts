import { z } from 'zod';
import type { Answer, Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { needsGuardian, patronTypeFor } from '#circulation/desk/members.ts';
import { localTimeOf, momentOf, Temporal } from '#shared/day.ts';
import { readDate } from '#understanding/dates/read-date.ts';
import { issueLinkCode } from '../operations.ts';
import { deskDialogue, type DeskTurn, perform, remembering, saidIn } from './access.ts';
import { namedIn } from './named.ts';

// Members at the desk: a new card, one that waits to be activated, one more year, a code for the chat.

const formShape = z.object({
  name: z.string().optional(),
  birthOn: z.string().optional(),
  guardian: z.string().optional(),
  card: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
});
type Form = z.infer<typeof formShape>;

const oldest = 120;

/** A birth date: a day of the past, in this century or the last. */
const birthIn = (turn: DeskTurn, text: string): string | null => {
  const { type, value } = readDate(text, localTimeOf(momentOf(turn.today.toPlainDateTime())));
  if (type !== 'date' || typeof value !== 'string') return null;
  const day = Temporal.PlainDate.from(value);
  const age = day.until(turn.today, { largestUnit: 'year' }).years;
  return Temporal.PlainDate.compare(day, turn.today) < 0 && age <= oldest ? value : null;
};

const cardSaid = /\b(?:kartu|card)\s*:?\s*([\p{L}\d-]*\d[\p{L}\d-]*)/iu;
const guardianSaid = /\b(?:wali|guardian)\s*:?\s*(?:kartu\s*)?([\p{L}\d-]*\d[\p{L}\d-]*)/iu;

/** "Dewi Lestari, 2 Januari 1990, 0812-3456-7890, Jalan Mawar 3": whatever is given need not be asked. */
const formIn = (turn: DeskTurn, typed: string): Form => {
  const guardian = guardianSaid.exec(typed)?.[1];
  const card = cardSaid.exec(typed.replace(guardianSaid, ''))?.[1];
  const parts = typed
    .replace(guardianSaid, '')
    .replace(cardSaid, '')
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const birth = parts.find((part) => birthIn(turn, part) !== null);
  const phone = parts.find((part) => /^\+?[\d\s-]{8,16}$/.test(part) && part !== birth);
  const [name, ...others] = parts.filter((part) => part !== birth && part !== phone);
  const address = others.join(', ');
  return {
    ...(name && !/\d/.test(name) ? { name } : {}),
    ...(birth ? { birthOn: birthIn(turn, birth) ?? birth } : {}),
    ...(guardian ? { guardian } : {}),
    ...(card ? { card } : {}),
    ...(phone ? { phone } : {}),
    ...(address ? { address } : {}),
  };
};

const activating = /\b(?:aktif\p{L}*|activate)\b/iu;
const extending = /\b(?:perpanjang\p{L}*|extend|renew)\b/iu;

export const registerMember = deskDialogue('staff.register_member')
  .begin((turn) => {
    const [activate, extend, args] = ['activate', 'extend', 'args'].map((slot) => textOf(turn.slots[slot]));
    if (activate !== undefined || (args === undefined && activating.test(saidIn(turn)))) return cardWish(turn, 'activate', activate);
    if (extend !== undefined || (args === undefined && extending.test(saidIn(turn)))) return cardWish(turn, 'extend', extend);
    return nextQuestion(turn, args === undefined ? {} : formIn(turn, args));
  })
  .step('name', formShape, (turn, form, { text }) => nextQuestion(turn, { ...form, ...formIn(turn, text), ...nameIn(text) }), {
    accepts: ({ text }) => !text.includes('?') && /\p{L}{2}/u.test(text),
  })
  .step('birth', formShape, (turn, form, { text }) => {
    const birthOn = birthIn(turn, text);
    return birthOn === null ? turn.again((w) => w.noBirthDate) : nextQuestion(turn, { ...form, birthOn });
  })
  .step('guardian', formShape, (turn, form, { text }) => nextQuestion(turn, { ...form, guardian: text.trim() }), { accepts: looksLikeCard })
  .step('confirmed', formShape, (turn, form) => register(turn, form))
  .step('activate', z.object({ card: z.string() }), (turn, { card }) => changeCard(turn, 'activate', card))
  .step('extend', z.object({ card: z.string() }), (turn, { card }) => changeCard(turn, 'extend', card));

function looksLikeCard({ text }: Answer): boolean {
  return /\d/.test(text) && text.trim().split(/\s+/).length <= 2;
}

const nameIn = (text: string): Form => {
  const name = text.split(/[,;\n]/)[0]?.trim() ?? '';
  return /\d/.test(name) || name === '' ? {} : { name };
};

/** Asks only what is still needed; then repeats everything and asks whether it is right. */
const nextQuestion = async (turn: DeskTurn, form: Form): Promise<Reply> => {
  const { name, birthOn } = form;
  if (name === undefined) return turn.ask((w) => w.whichName, 'name', remembering(form));
  if (birthOn === undefined) return turn.ask((w) => w.whichBirthDate, 'birth', remembering(form));
  if (needsGuardian(birthOn, turn.today)) {
    if (form.guardian === undefined) return turn.ask((w) => w.whichGuardian, 'guardian', remembering(form));
    const guardian = await turn.rooms.circulation.memberWith(form.guardian);
    if (guardian === null || guardian.type !== 'adult') {
      const { guardian: wrong, ...rest } = form;
      return turn.ask((w) => [w.noGuardianCard(wrong ?? ''), w.whichGuardian], 'guardian', remembering(rest));
    }
  }
  const card = form.card ?? (await turn.rooms.circulation.proposedCard());
  const type = patronTypeFor(birthOn, turn.today);
  return turn.confirm((w, f) => w.confirmMember({ ...form, name, birthOn, card, type }, f), 'confirmed', remembering({ ...form, card }));
};

const register = async (turn: DeskTurn, form: Form): Promise<Reply> => {
  const { name, birthOn, card, phone = null, address = null } = form;
  if (name === undefined || birthOn === undefined || card === undefined) return nextQuestion(turn, form);
  const guardian = form.guardian === undefined ? null : await turn.rooms.circulation.memberWith(form.guardian);
  const decision = await perform(
    turn,
    'member_register',
    (keyed) => turn.rooms.circulation.registerMember({ name, birthOn, card, guardianId: guardian?.id ?? null, phone, address }, keyed),
    ({ patronId }) => patronId,
  );
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal));
  return turn.say((w, f) => w.registered(name, card, decision.value.expiresOn, f));
};

type CardWish = 'activate' | 'extend';

const cardWish = async (turn: DeskTurn, wish: CardWish, typed: string | undefined): Promise<Reply> => {
  const named = await namedIn(turn, typed);
  const card = named.cards[0] ?? named.unknown[0];
  if (card === undefined) return turn.stop((w) => w.howToCard[wish]);
  const member = await turn.rooms.circulation.memberWith(card);
  if (member === null) return turn.stop((w) => w.noSuchCard(card));
  if (wish === 'activate' && member.status !== 'pending') return turn.stop(() => turn.explain({ reason: 'not-pending' }));
  return turn.confirm((w, f) => w.confirmCard[wish](member, f), wish, { card: member.card });
};

const changeCard = async (turn: DeskTurn, wish: CardWish, card: string): Promise<Reply> => {
  const { circulation } = turn.rooms;
  const member = await circulation.memberWith(card);
  if (member === null) return turn.stop((w) => w.noSuchCard(card));
  const decision = await perform(
    turn,
    `member_${wish}`,
    (keyed) => (wish === 'activate' ? circulation.activateMember(member.id, keyed) : circulation.extendCard(member.id, keyed)),
    () => member.id,
  );
  if (!decision.ok) return turn.stop(() => turn.explain(decision.refusal));
  return turn.say((w, f) => w.cardChanged[wish](card, decision.value.expiresOn, f));
};

export const linkCode = deskDialogue('staff.link_code').begin(async (turn) => {
  const named = await namedIn(turn, textOf(turn.slots.args));
  const card = named.cards[0] ?? named.unknown[0];
  if (card === undefined) return turn.stop((w) => w.howToIssueCode);
  const issued = await issueLinkCode(turn.rooms.database, { card, actor: turn.person.accountId }, { key: turn.nextKey(), now: turn.now });
  return issued ? turn.say((w) => w.codeIssued(card, issued.code)) : turn.stop(() => turn.explain({ reason: 'patron-not-found' }));
});
