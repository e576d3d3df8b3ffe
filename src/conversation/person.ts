import type { Sql } from '#database/database.ts';
import { lookedUpTogether } from '#database/together.ts';
import type { Language } from '#languages/index.ts';
import type { Sender } from '#ports/chat-channel.ts';
import type { AccountId, PatronId, StaffId } from '#shared/ids.ts';

export type StaffRole = 'librarian' | 'driver' | 'events' | 'head' | 'admin';

/** Who writes: a platform account, perhaps with cards linked to it, perhaps of a member of staff. */
export interface Person {
  readonly accountId: AccountId;
  /** the card that speaks now; null for a stranger */
  readonly patron: CardHolder | null;
  readonly cards: readonly CardHolder[];
  readonly staff: { readonly id: StaffId; readonly role: StaffRole } | null;
  readonly language: Language | null;
  readonly writing: WritingStyle;
  /** switched all notices off (STOP) */
  readonly noticesOff: boolean;
  /** where we can write to this account alone; null until it is known */
  readonly privateChatId: string | null;
}

export interface CardHolder {
  readonly id: PatronId;
  readonly name: string;
  readonly type: 'adult' | 'teen' | 'child';
  readonly status: string;
}

/** How somebody asked to be written to. */
export interface WritingStyle {
  readonly screenReader: boolean;
  readonly noEmoji: boolean;
  readonly shortReplies: boolean;
}

export const accountIdOf = (sender: Pick<Sender, 'platform' | 'accountId'>): AccountId =>
  // as: this is the one place where account ids are made
  `${sender.platform}:${sender.accountId}` as AccountId;

/** Whose wishes about language and notices count: the card's when there is one, else the chat account's. */
export const preferenceKeyOf = (person: Pick<Person, 'accountId' | 'patron'>): string =>
  person.patron ? `patron:${person.patron.id}` : `account:${person.accountId}`;

interface PersonRow {
  readonly id: AccountId;
  readonly chatId: string | null;
  readonly language: string | null;
  readonly activePatronId: string | null;
  readonly patronId: PatronId | null;
  readonly name: string | null;
  readonly type: CardHolder['type'] | null;
  readonly status: string | null;
  readonly preferredLanguage: string | null;
  readonly notices: unknown;
  readonly screenReader: unknown;
  readonly noEmoji: unknown;
  readonly shortReplies: unknown;
  readonly staffId: StaffId | null;
  readonly role: StaffRole | null;
}

const query = (marks: string): string => `
  SELECT x."id", a."language", a."chatId", a."activePatronId", p."id" AS "patronId", p."name", p."type", p."status",
         COALESCE(pp."language", pa."language") AS "preferredLanguage",
         COALESCE(pp."notices", pa."notices") AS "notices",
         COALESCE(pp."screenReader", pa."screenReader") AS "screenReader",
         COALESCE(pp."noEmoji", pa."noEmoji") AS "noEmoji",
         COALESCE(pp."shortReplies", pa."shortReplies") AS "shortReplies",
         s."id" AS "staffId", s."role"
  FROM (SELECT DISTINCT "column1" AS "id" FROM (VALUES ${marks}) v) x
  LEFT JOIN "Account" a ON a."id" = x."id"
  LEFT JOIN "Link" l ON l."accountId" = x."id"
  LEFT JOIN "Patron" p ON p."id" = l."patronId" AND p."status" <> 'deleted'
  LEFT JOIN "Preference" pp ON pp."id" = 'patron:' || p."id"
  LEFT JOIN "Preference" pa ON pa."id" = 'account:' || x."id"
  LEFT JOIN "StaffAccount" sa ON sa."accountId" = x."id"
  LEFT JOIN "StaffMember" s ON s."id" = sa."staffId" AND s."revokedAt" IS NULL
  ORDER BY l."linkedAt", l."id"`;

/** Looks senders up by platform account only; a name or phone number proves nothing (R13). */
export const createIdentification = (sql: Sql): ((sender: Pick<Sender, 'platform' | 'accountId'>) => Promise<Person>) => {
  const lookUp = lookedUpTogether(async (ids: readonly AccountId[]) => {
    const rowsOf = new Map<AccountId, PersonRow[]>(ids.map((id) => [id, []]));
    for (const row of await sql.all<PersonRow>(query(ids.map(() => '(CAST(? AS TEXT))').join(', ')), ids)) rowsOf.get(row.id)?.push(row);
    return rowsOf;
  });
  return async (sender) => {
    const accountId = accountIdOf(sender);
    return personFrom(accountId, (await lookUp(accountId)) ?? []);
  };
};

const personFrom = (accountId: AccountId, rows: readonly PersonRow[]): Person => {
  const [first] = rows;
  const cards = rows.flatMap(cardOf);
  const patron = cards.find((card) => card.id === first?.activePatronId) ?? cards[0] ?? null;
  const own = rows.find((row) => row.patronId === patron?.id) ?? first;
  return {
    accountId,
    patron,
    cards,
    staff: staffOf(first),
    privateChatId: first?.chatId ?? null,
    noticesOff: own?.notices !== null && own?.notices !== undefined && !own.notices,
    language: languageOf(own?.preferredLanguage ?? first?.language ?? null),
    writing: { screenReader: Boolean(own?.screenReader), noEmoji: Boolean(own?.noEmoji), shortReplies: Boolean(own?.shortReplies) },
  };
};

const cardOf = ({ patronId, name, type, status }: PersonRow): readonly CardHolder[] =>
  // the columns of "Patron" are not null; only a row without a link has none of them
  patronId === null || name === null || type === null || status === null ? [] : [{ id: patronId, name, type, status }];

const staffOf = (row: PersonRow | undefined): Person['staff'] => (row?.staffId && row.role ? { id: row.staffId, role: row.role } : null);

const languageOf = (language: string | null): Language | null => (language === 'id' || language === 'en' ? language : null);
