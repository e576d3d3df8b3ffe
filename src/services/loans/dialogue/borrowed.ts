import { dialoguesWith } from '#conversation/dialogue.ts';
import type { Turn } from '#conversation/dialogue.ts';
import { namedInText } from '#conversation/named-in-text.ts';
import { ownMeant } from '#conversation/own-items.ts';
import type { OwnMeant } from '#conversation/own-items.ts';
import type { CardHolder } from '#conversation/person.ts';
import { textOf } from '#conversation/titles.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import { en } from '../words/en.ts';
import { id } from '../words/id.ts';
import type { LoanWords } from '../words/id.ts';

// Whose loans a message is about: one's own, or those of the children one answers for (R12).

export const dialogue = dialoguesWith<LoanWords>({ id, en });
export type LoanTurn = Turn<LoanWords>;

/** The card that speaks; the conversation lets nobody in without one. */
export const cardOf = (turn: LoanTurn): CardHolder => {
  if (!turn.person.patron) throw new Error('a dialogue for patrons began without one');
  return turn.person.patron;
};

/** A loan with the card it is on. */
export interface Borrowed extends LoanRecord {
  readonly patronId: PatronId;
  /** the child's name; null: one's own */
  readonly child: string | null;
}

const ownLoans = async (turn: LoanTurn): Promise<readonly Borrowed[]> => {
  const patronId = cardOf(turn).id;
  return openFirst((await turn.rooms.library.loansOf(patronId)).map((loan) => ({ ...loan, patronId, child: null })));
};

/** Late ones first, then by due date; what is being searched for stands last. */
const openFirst = (loans: readonly Borrowed[]): readonly Borrowed[] =>
  [...loans].sort(
    (a, b) => Number(a.status !== 'open') - Number(b.status !== 'open') || Number(a.dueOn > b.dueOn) - Number(a.dueOn < b.dueOn),
  );

const OF_CHILD = /\b(?:anak(?:ku|nya)?|anak-anak(?:ku)?|my (?:child(?:ren)?|kids?|son|daughter))\b/i;

interface Child {
  readonly id: PatronId;
  readonly name: string;
}

const children = (turn: LoanTurn): Promise<readonly Child[]> => turn.rooms.circulation.childrenOf(cardOf(turn).id);

/** By name, or all of them. */
const childrenNamed = (turn: LoanTurn, all: readonly Child[]): readonly Child[] => {
  const words = new Set(turn.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const named = all.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.length > 2 && words.has(part)),
  );
  return named;
};

const loansOfChildren = async (turn: LoanTurn, some: readonly Child[]): Promise<readonly Borrowed[]> => {
  const loans: Borrowed[] = [];
  for (const { id: patronId, name } of some)
    for (const loan of await turn.rooms.library.loansOf(patronId)) loans.push({ ...loan, patronId, child: name });
  return openFirst(loans);
};

/** `nobody`: there is no child's card to speak of. */
export type LoansMeant =
  | { readonly loans: readonly Borrowed[]; readonly meant: OwnMeant<Borrowed>; readonly children: readonly string[] }
  | 'nobody';

const whichOf = (turn: LoanTurn, loans: readonly Borrowed[]): OwnMeant<Borrowed> => {
  const meant = ownMeant(turn, loans);
  if (meant.kind === 'one' || meant.kind === 'all') return meant;
  const named = namedInText(turn.text, loans);
  return named ? { kind: 'one', item: named } : meant;
};

const unsaid = { kind: 'unsaid' } as const;

const ofChildren = async (turn: LoanTurn, some: readonly Child[]): Promise<LoansMeant> => {
  const loans = await loansOfChildren(turn, some);
  const meant = whichOf(turn, loans);
  // the title that was heard may be the child's own name
  return { loans, meant: meant.kind === 'none' ? unsaid : meant, children: some.map(({ name }) => name) };
};

/** The loans that a message is about, and which of them. */
export const loansMeant = async (turn: LoanTurn): Promise<LoansMeant> => {
  const own = await ownLoans(turn);
  const meant = whichOf(turn, own);
  const saysChild = textOf(turn.slots.for_whom) === 'child' || OF_CHILD.test(turn.text);
  if (meant.kind === 'one' || (!saysChild && meant.kind !== 'none')) return { loans: own, meant, children: [] };
  const all = await children(turn);
  const named = childrenNamed(turn, all);
  if (named.length > 0) return ofChildren(turn, named);
  if (!saysChild) return { loans: own, meant, children: [] };
  return all.length === 0 ? (meant.kind === 'none' ? { loans: own, meant, children: [] } : 'nobody') : ofChildren(turn, all);
};

export const topicOf = ({ titleId, title }: Borrowed) => ({ id: titleId, label: title });

/** An own or a child's loan by its id, as a menu or a notice remembers it. */
export const loanWithId = async (turn: LoanTurn, loanId: string): Promise<Borrowed | undefined> =>
  (await ownLoans(turn)).find((loan) => loan.id === loanId) ??
  (await loansOfChildren(turn, await children(turn))).find((loan) => loan.id === loanId);
