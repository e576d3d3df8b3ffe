import type { Database } from '#database/database.ts';
import { privateChatOf } from '../world/chats.ts';

/** Turns the keys of our tables back into the ids of a world. */
export interface People {
  /** the person's id: of a reader, of staff, or of a stranger's platform account */
  idOf(key: string): string;
  /** the private chats linked to a card, oldest first */
  linkedTo(patronId: string): readonly string[];
  /** the chat of a preference whose owner is an account or a group */
  chatOf(owner: string): string;
}

const accountsOf = ({ models }: Database) =>
  models.account.findMany({ include: { links: { orderBy: [{ linkedAt: 'asc' }, { id: 'asc' }] } }, orderBy: { id: 'asc' } });

type AccountWithLinks = Awaited<ReturnType<typeof accountsOf>>[number];

const chatOfAccount = (account: AccountWithLinks): string => privateChatOf(account.platform, account.accountId);

const linkedChats = (accounts: readonly AccountWithLinks[]): ReadonlyMap<string, readonly string[]> => {
  const links = accounts.flatMap((account) => account.links.map((link) => ({ ...link, chat: chatOfAccount(account) })));
  const oldestFirst = links.toSorted((a, b) => (`${a.linkedAt} ${a.id}` < `${b.linkedAt} ${b.id}` ? -1 : 1));
  const chats = new Map<string, string[]>();
  for (const { patronId, chat } of oldestFirst) chats.set(patronId, [...(chats.get(patronId) ?? []), chat]);
  return chats;
};

/** Reads who is behind each account now. */
export const peopleIn = async (database: Database): Promise<People> => {
  const accounts = await accountsOf(database);
  const staff = await database.models.staffAccount.findMany();
  const groups = await database.models.group.findMany();
  const persons = new Map<string, string>([
    ...accounts.map((account) => [account.id, account.activePatronId ?? account.links[0]?.patronId ?? account.accountId] as const),
    ...staff.map((row) => [row.accountId, row.staffId] as const),
  ]);
  const chats = new Map<string, string>([
    ...accounts.map((account) => [`account:${account.id}`, chatOfAccount(account)] as const),
    ...groups.map((group) => [`group:${group.id}`, group.chatId] as const),
  ]);
  const linked = linkedChats(accounts);
  return {
    idOf: (key) => persons.get(key) ?? key,
    linkedTo: (patronId) => linked.get(patronId) ?? [],
    chatOf: (owner) => chats.get(owner) ?? owner.replace(/^(?:account|group):[^:]*:/, ''),
  };
};
