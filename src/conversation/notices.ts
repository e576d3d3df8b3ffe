import { blocksOf } from '#conversation/say.ts';
import type { NoticeKind } from '#conversation/clockwork.ts';
import { keepActions } from '#conversation/notice-actions.ts';
import type { Rooms } from '#conversation/rooms.ts';
import { NOTICE_TOKEN } from '#conversation/routing-events.ts';
import { readState } from '#conversation/state.ts';
import type { OutboxPayload, OutboxRow } from '#delivery/outbox.ts';
import type { Language } from '#languages/index.ts';
import type { Outbound } from '#ports/chat-channel.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

/** a notice waits at most so long for the end of a dialogue */
const DIALOGUE_MINUTES = 30;

type NoticePayload = Extract<OutboxPayload, { type: 'notice' }>;

/** What a row of the outbox says at the moment it leaves; null when a notice is no longer true or no longer wanted, later while its reader is in the middle of a dialogue (R15). */
export const composeRow = async (
  row: OutboxRow,
  wording: { readonly kinds: ReadonlyMap<string, NoticeKind>; readonly rooms: Rooms; readonly now: Temporal.Instant },
): Promise<Outbound | null | 'later'> => {
  const { payload } = row;
  // the row knows where the chat is by now: a group may have moved since the message was written
  const to = { ...(payload.type === 'message' ? payload.message.to : payload.to), chatId: row.chatId };
  if (payload.type === 'message') return { ...payload.message, to };
  if (await isInDialogue(row, wording.rooms, wording.now)) return 'later';
  const kind = wording.kinds.get(payload.notice);
  const wants = await wishesOf(wording.rooms, payload);
  if (!kind || (kind.topic && !wants.notices)) return null;
  const message = await kind.compose({
    subjects: payload.subjects,
    patronId: payload.recipient,
    language: wants.language,
    now: wording.now,
    rooms: wording.rooms,
  });
  if (!message) return null;
  const actions = (message.actions ?? []).map((action, at) => ({ ...action, token: `${NOTICE_TOKEN}${row.id.toString(36)}_${at}` }));
  if (row.accountId) await keepActions(wording.rooms.database.sql, row.accountId, wording.now, actions);
  return {
    to,
    blocks: blocksOf(message.say),
    ...(actions.length > 0 ? { choices: { options: actions.map(({ token, label }) => ({ id: token, label })) } } : {}),
    urgency: 'notice',
    dedupeKey: row.dedupeKey,
    lang: wants.language,
  };
};

/** A question waits for an answer, and the person wrote within the last half hour. */
const isInDialogue = async ({ platform, chatId, accountId }: OutboxRow, { database }: Rooms, now: Temporal.Instant): Promise<boolean> => {
  const since = momentText(now.subtract({ minutes: DIALOGUE_MINUTES }));
  const rows = await database.sql.all<{ stateJson: string }>(
    `SELECT "stateJson" FROM "ConversationState" WHERE "key" = ? AND "updatedAt" > ?`,
    [`${platform}|${chatId}||${accountId ?? ''}`, since],
  );
  return rows.some(({ stateJson }) => {
    const { open } = readState(stateJson).state;
    return open !== undefined && open.mood !== 'list' && open.expiresAt > momentText(now);
  });
};

/** Read when it is sent, so that a STOP acts before the next message. */
const wishesOf = async (
  { database }: Rooms,
  { recipient }: NoticePayload,
): Promise<{ readonly notices: boolean; readonly language: Language }> => {
  const preference = await database.models.preference.findUnique({ where: { id: `patron:${recipient}` } });
  return { notices: preference?.notices !== false, language: preference?.language === 'en' ? 'en' : 'id' };
};
