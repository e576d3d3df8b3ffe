import type { Database } from '#database/database.ts';
import type { Inbound } from '#ports/chat-channel.ts';

/** Keeps addresses true: somebody blocked or unblocked us, a group moved to a new id. Repeating it changes nothing. */
export const followMembership = async (database: Database, event: Inbound & { readonly type: 'membership' }): Promise<void> => {
  const { conversation, sender, change } = event;
  if (change === 'migrated' && event.newChatId) return move(database, conversation.platform, conversation.chatId, event.newChatId);
  if (conversation.kind !== 'direct' || !sender) return;
  const id = `${conversation.platform}:${sender.accountId}`;
  if (change === 'blocked' || change === 'bot-removed') await setState(database, id, 'blocked');
  if (change === 'unblocked' || change === 'bot-added') await setState(database, id, 'active');
};

const setState = async (database: Database, id: string, state: string): Promise<void> => {
  await database.sql.run(`UPDATE "Account" SET "state" = ? WHERE "id" = ?`, [state, id]);
};

/** A group that became a supergroup has a new id: waiting messages and its settings go with it. */
const move = (database: Database, platform: string, from: string, to: string): Promise<void> =>
  database.sql.transaction(async (sql) => {
    await sql.run(
      `UPDATE "OutboxMessage" SET "chatId" = ? WHERE "platform" = ? AND "chatId" = ? AND "status" IN ('PENDING', 'DEFERRED', 'LEASED')`,
      [to, platform, from],
    );
    await sql.run(`UPDATE "Group" SET "id" = ?, "chatId" = ? WHERE "platform" = ? AND "chatId" = ?`, [
      `${platform}:${to}`,
      to,
      platform,
      from,
    ]);
  });
