import { accountIdOf } from '#conversation/person.ts';
import type { OutboxDraft } from '#delivery/outbox.ts';
import type { Inbound, Outbound } from '#ports/chat-channel.ts';

export const replyDraft = (event: Inbound, message: Outbound, now: string): OutboxDraft => ({
  dedupeKey: message.dedupeKey,
  to: message.to,
  payload: { type: 'message', message },
  kind: 'reply',
  accountId: event.sender ? accountIdOf(event.sender) : null,
  notBefore: now,
  expiresAt: null,
});
