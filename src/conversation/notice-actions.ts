import type { Sql, SqlTransaction, SqlValue } from '#database/database.ts';
import type { NoticeChoice } from '#conversation/routing-context.ts';
import type { Wish } from '#conversation/state.ts';
import { momentText } from '#shared/day.ts';
import type { Temporal } from '#shared/day.ts';

/** How long a short reply is about a notice (REHEARSAL §6). */
const NOTICE_HOURS = 24;

interface ActionRow {
  readonly token: string;
  readonly intent: string;
  readonly slotsJson: string;
}

/** The wish behind a number or button of the notice that reached this account last. */
export const noticeWish = async (
  sql: Sql,
  accountId: string,
  now: Temporal.Instant,
  choice: NoticeChoice,
): Promise<(Wish & { readonly token: string }) | null> => {
  const rows = await sql.all<ActionRow>(
    `SELECT "token", "intent", "slotsJson" FROM "NoticeAction" WHERE "accountId" = ? AND "expiresAt" > ? ORDER BY "expiresAt" DESC, "token" LIMIT 20`,
    [accountId, momentText(now)],
  );
  const [newest] = rows;
  if (!newest) return null;
  const row =
    'token' in choice
      ? rows.find(({ token }) => token === choice.token)
      : chosenOf(
          rows.filter((other) => noticeOf(other) === noticeOf(newest)),
          choice,
        );
  // as: written by keepActions
  return row ? { token: row.token, intent: row.intent, slots: JSON.parse(row.slotsJson) as Wish['slots'] } : null;
};

const chosenOf = (rows: readonly ActionRow[], choice: Exclude<NoticeChoice, { token: string }>): ActionRow | undefined => {
  if ('number' in choice) return rows[choice.number - 1];
  // the action that stands for all is the last one
  if ('all' in choice) return rows.at(-1);
  return rows.length === 1 ? rows[0] : undefined;
};

const noticeOf = ({ token }: ActionRow): string => token.slice(0, token.lastIndexOf('_'));

/** Keeps what the buttons of a notice stand for; `tokens` are those its choices carry. */
export const keepActions = async (
  sql: Sql | SqlTransaction,
  accountId: string,
  now: Temporal.Instant,
  actions: readonly { readonly token: string; readonly intent: string; readonly slots: Wish['slots'] }[],
): Promise<void> => {
  if (actions.length === 0) return;
  const expiresAt = momentText(now.add({ hours: NOTICE_HOURS }));
  await sql.run(
    `INSERT INTO "NoticeAction" ("token", "accountId", "intent", "slotsJson", "expiresAt") VALUES ${actions.map(() => '(?, ?, ?, ?, ?)').join(', ')}
     ON CONFLICT ("token") DO NOTHING`,
    actions.flatMap(({ token, intent, slots }): SqlValue[] => [token, accountId, intent, JSON.stringify(slots), expiresAt]),
  );
};
