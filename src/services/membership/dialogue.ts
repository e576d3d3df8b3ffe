import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Answer, Reply, Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { PatronType } from '#domain/policy.ts';
import { linkCard, unlinkCard } from './operations.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { MemberWords } from './words/id.ts';

const dialogue = dialoguesWith<MemberWords>({ id, en });
type MemberTurn = Turn<MemberWords>;

/** rises whenever the consent sentence changes its meaning */
const CONSENT_VERSION = '1';

const notAWish = new Set<string>(['unsure', 'out_of_scope', 'catalog.search', 'nav.select']);

/** A code, whatever it looks like: a word or two that are neither a question nor another wish. */
const looksTyped = ({ text, understood }: Answer): boolean => {
  const isCode = /\d/.test(text) && !text.trim().includes(' ');
  const isWish = understood !== null && !isCode && !notAWish.has(understood.intent);
  return !text.includes('?') && !isWish && text.trim().split(/\s+/).length <= 2;
};

/** A card number has a digit, or is written in capitals. */
const looksLikeCard = (answer: Answer): boolean =>
  looksTyped(answer) && (/\d/.test(answer.text) || /^[A-Z][A-Z-]{2,}$/.test(answer.text.trim()));

export const link = dialogue('member.link_card', { personal: true })
  .begin((turn) => {
    const card = textOf(turn.slots.card_number);
    if (card) return turn.ask((w) => [w.consent, w.whichCode], 'code', { card: card.slice(0, 40) });
    const needed = textOf(turn.slots.needed_for) !== undefined;
    return turn.ask((w) => [needed ? w.needsCard : w.linkIntro, w.consent, w.whichCard], 'card');
  })
  .step(
    'card',
    z.object({}),
    (turn, _memory, { text, understood }) => askCode(turn, textOf(understood?.slots.card_number) ?? text.trim()),
    { accepts: looksLikeCard },
  )
  .step('code', z.object({ card: z.string() }), (turn, { card }, { text }) => tryCode(turn, card, text), { accepts: looksTyped });

const askCode = (turn: MemberTurn, card: string): Reply => turn.ask((w) => w.whichCode, 'code', { card: card.slice(0, 40) });

const tryCode = async (turn: MemberTurn, card: string, code: string): Promise<Reply> => {
  const { person, rooms, now, event } = turn;
  const { link_tries: mostTries } = await rooms.policy();
  const linked = await linkCard(
    rooms.database,
    {
      accountId: person.accountId,
      platform: event.conversation.platform,
      platformAccountId: event.sender?.accountId ?? '',
      chatId: event.conversation.chatId,
      card: card.trim(),
      code,
      mostTries,
      consent: { version: CONSENT_VERSION, textHash: hashOf(turn.words((w) => w.consent)), messageId: event.messageId ?? event.eventId },
    },
    { key: turn.nextKey(), now },
  );
  if (linked.outcome === 'locked') return turn.stop((w) => w.locked);
  if (linked.outcome === 'mismatch') return turn.again((w) => w.mismatch);
  return turn.say((w) => (linked.alreadyLinked ? w.alreadyLinked : w.linked));
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

export const unlink = dialogue('member.unlink', { personal: true })
  .begin((turn) =>
    turn.person.patron
      ? turn.confirm((w) => w.confirmUnlink, 'confirmed', { patronId: turn.person.patron.id })
      : turn.say((w) => w.notLinked),
  )
  .step('confirmed', z.object({ patronId: z.string() }), async (turn, { patronId }) => {
    await unlinkCard(turn.rooms.database, { accountId: turn.person.accountId, patronId }, { key: turn.nextKey(), now: turn.now });
    return turn.say((w) => w.unlinked);
  });

export const rules = dialogue('member.rules').begin(async (turn) => {
  const snapshot = await turn.rooms.rules();
  const patronType: PatronType = turn.person.patron?.type ?? 'adult';
  const { terms } = snapshot.effective({ branchId: 'main', patronType, material: 'book', on: turn.today.toString() });
  const topic = textOf(turn.slots.topic);
  return turn.say((w, f) => (topic ? (w.topics[topic]?.(terms, f) ?? w.allRules(terms, f)) : w.allRules(terms, f)));
});
