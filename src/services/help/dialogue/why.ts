import type { HoldExplained } from '#circulation/explaining.ts';
import type { Notes, Reply, Turn } from '#conversation/dialogue.ts';
import { ownMeant } from '#conversation/own-items.ts';
import type { Say } from '#conversation/say.ts';
import { asTitleId, textOf, titleMeant } from '#conversation/titles.ts';
import type { Reason } from '#domain/reasons.ts';
import type { LoanRecord } from '#ports/library-system.ts';
import type { PatronId } from '#shared/ids.ts';
import type { HelpWords } from '../words/id.ts';

// "Kenapa?" alone is about the decision made last; a whole question names what it is about, and is answered from the state.

type WhyTurn = Turn<HelpWords>;
type Subject = 'sanction' | 'renewal' | 'deadline' | 'position' | 'hold' | 'due';

/** In this order: what is said later in the list is also said beside what comes before it. */
const subjects: readonly (readonly [Subject, RegExp])[] = [
  ['sanction', /\b(?:di)?(?:skors\w*|denda\w*|sanksi\w*|blokir\w*|suspend\w*|fine[sd]?|blocked|banned|owe)\b/i],
  ['renewal', /\b(?:di|mem)?per?panjang\w*|\b(?:renew\w*|extend\w*)\b/i],
  ['deadline', /\b(?:batas|diambil|ambil\w*|ngambil|pick\w*|collect\w*|deadline)\b/i],
  ['position', /\b(?:antr\w+|urutan|giliran|nunggu|menunggu|lama|queue\w*|position|wait\w*|nomor)\b/i],
  ['hold', /\b(?:di)?(?:pesan|mesan|booking|pinjam|minjam)\w*|\b(?:reserve|reserving|hold|borrow)\b/i],
  ['due', /\b(?:jatuh|tempo\w*|kembali\w*|dikembalikan|balik\w*|balek\w*|due|return\w*|back|telat|terlambat|late|overdue)\b/i],
];

/** Whether a question is about one of the things that are explained here. */
export const concernsLending = (text: string): boolean => subjects.some(([, words]) => words.test(text));

const subjectOf = (turn: WhyTurn): Subject | null => {
  const said = textOf(turn.slots.about);
  return subjects.find(([name]) => name === said)?.[0] ?? subjects.find(([, words]) => words.test(turn.text))?.[0] ?? null;
};

/** What one answer says: a heading and what stands behind it. */
interface Because {
  readonly say: Say;
  readonly because: readonly Reason[];
  readonly topic?: Notes['topic'];
}

export const answerWhy = async (turn: WhyTurn): Promise<Reply> => {
  const patron = turn.private ? turn.person.patron : null;
  const subject = subjectOf(turn);
  const own = patron && subject ? await explanations[subject](turn, patron.id) : null;
  if (own !== null) return told(turn, own);
  if (turn.because.length > 0) return turn.say((w, f) => w.reasons(turn.because, f), { because: turn.because });
  // Nothing was decided yet, and nothing was named: what is nearest to be asked about.
  const nearest = patron && !subject ? ((await explanations.due(turn, patron.id)) ?? (await explanations.position(turn, patron.id))) : null;
  return nearest === null ? turn.say((w) => w.nothingToExplain) : told(turn, nearest);
};

const told = (turn: WhyTurn, { say, because, topic }: Because): Reply => turn.say(() => say, { because, ...(topic ? { topic } : {}) });

const spoken = (turn: WhyTurn, heading: string, because: readonly Reason[]): Because => ({
  say: turn.words((w, f) => w.because(heading, because, f)),
  because,
});

/** The item that is named, or that was talked about last. */
const meant = <Item extends { readonly title: string }>(turn: WhyTurn, items: readonly Item[]): Item | undefined => {
  const found = ownMeant(turn, items);
  if (found.kind === 'one') return found.item;
  const topic = turn.topic?.label;
  return topic === undefined ? undefined : items.find(({ title }) => topic.startsWith(title));
};

/** Named by its title or its date, else the one that was talked about, else the one due first. */
const loanMeant = (turn: WhyTurn, loans: readonly LoanRecord[]): LoanRecord | undefined => {
  const date = textOf(turn.slots.date) ?? turn.dateSaid().value?.slice(0, 10);
  const named = ownMeant(turn, loans);
  return named.kind === 'one' ? named.item : (loans.find(({ dueOn }) => dueOn === date) ?? meant(turn, loans) ?? loans[0]);
};

const whyDue = async (turn: WhyTurn, patronId: PatronId): Promise<Because | null> => {
  const loan = loanMeant(
    turn,
    (await turn.rooms.library.loansOf(patronId)).filter(({ status }) => status === 'open'),
  );
  const explained = loan && (await turn.rooms.circulation.explainDue({ patronId, loanId: loan.id }));
  if (!explained) return null;
  const late: readonly Reason[] = loan.openDaysLate > 0 ? [{ kind: 'open-days-late', days: loan.openDaysLate, due: loan.dueOn }] : [];
  const heading = turn.words((w, f) => w.dueBecause(explained.title, explained.dueOn, f));
  return { ...spoken(turn, heading, [...explained.because, ...late]), topic: { id: loan.titleId, label: loan.title } };
};

const holdsIn = async (turn: WhyTurn, patronId: PatronId, wanted: (hold: HoldExplained) => boolean): Promise<HoldExplained | undefined> => {
  await turn.rooms.circulation.judgeHoldsOf(patronId);
  const holds = (await turn.rooms.circulation.explainHolds(patronId)).filter(wanted);
  const position = Number(/\b(?:ke-?\s?|number |no\.? ?)(\d+)/i.exec(turn.text)?.[1]);
  return meant(turn, holds) ?? holds.find((hold) => hold.position === position) ?? holds[0];
};

const whyPosition = async (turn: WhyTurn, patronId: PatronId): Promise<Because | null> => {
  const hold = await holdsIn(turn, patronId, ({ status }) => status !== 'ready');
  if (!hold) return null;
  const heading = turn.words((w) =>
    hold.status === 'suspended' ? w.suspendedHoldBecause(hold.title) : w.positionBecause(hold.title, hold.position ?? 1),
  );
  return spoken(turn, heading, hold.because);
};

const whyDeadline = async (turn: WhyTurn, patronId: PatronId): Promise<Because | null> => {
  const hold = await holdsIn(turn, patronId, ({ status, deadlineOn }) => status === 'ready' && deadlineOn !== null);
  if (!hold?.deadlineOn) return null;
  const { title, deadlineOn, because } = hold;
  return spoken(
    turn,
    turn.words((w, f) => w.deadlineBecause(title, deadlineOn, f)),
    because,
  );
};

/** What a renewal would meet now: nothing is renewed by asking. */
const whyNotRenewed = async (turn: WhyTurn, patronId: PatronId): Promise<Because | null> => {
  const loans = await turn.rooms.library.loansOf(patronId);
  if (loans.length === 0) return { say: turn.words((w) => w.nothingToRenew), because: [] };
  const one = meant(turn, loans);
  const answers: { readonly sentence: string; readonly because: readonly Reason[] }[] = [];
  for (const loan of one ? [one] : loans) {
    const decision = await turn.rooms.library.previewRenewal({ patronId, loanId: loan.id });
    const { because } = decision;
    if (decision.ok) answers.push({ sentence: turn.words((w, f) => w.mayRenew(loan.title, decision.value.newDue, f)), because: [] });
    else answers.push({ sentence: turn.words((w) => w.refusedRenewal(loan.title, turn.explain(decision.refusal))), because });
  }
  const say = answers.flatMap(({ sentence, because }) => {
    const said = because.length > 0 ? turn.words((w, f) => w.because(sentence, because, f)) : sentence;
    return typeof said === 'string' ? [said] : said;
  });
  return { say, because: answers.flatMap(({ because }) => because) };
};

/** What reserving a title would meet now: nothing is reserved by asking. Without a title, the decision made last is meant. */
const whyNotHeld = async (turn: WhyTurn, patronId: PatronId): Promise<Because | null> => {
  const found = textOf(turn.slots.title) ? await titleMeant(turn) : null;
  const title = found?.kind === 'one' ? found.title : null;
  if (!title) return null;
  const [pickup] = await turn.rooms.library.pickupPlaces();
  const preview = await turn.rooms.library.previewHold({ patronId, titleId: asTitleId(title), pickupPlace: pickup?.id ?? 'main' });
  const { because } = preview;
  if (preview.ok) return { say: turn.words((w) => w.mayHold(title.label)), because, topic: title };
  const sentence = turn.explain(preview.refusal);
  return { ...(because.length > 0 ? spoken(turn, sentence, because) : { say: sentence, because }), topic: title };
};

const whySanction = async (turn: WhyTurn, patronId: PatronId): Promise<Because> => {
  const { circulation } = turn.rooms;
  const [suspension, fines] = await Promise.all([circulation.explainSuspension(patronId), circulation.explainFines(patronId)]);
  const parts: Because[] = fines.map(({ title, amount, because }) =>
    because.length > 0
      ? spoken(
          turn,
          turn.words((w, f) => w.fineBecause(title, amount, f)),
          because,
        )
      : { say: turn.words((w, f) => w.fineUnknown(title, amount, f)), because },
  );
  if (suspension) parts.unshift(whySuspended(turn, suspension));
  if (parts.length === 0) return { say: turn.words((w) => w.notSuspended), because: [] };
  return {
    say: parts.flatMap(({ say }) => (typeof say === 'string' ? [say] : say)),
    because: parts.flatMap(({ because }) => because),
  };
};

const whySuspended = (
  turn: WhyTurn,
  { until, because }: { readonly until: string | null; readonly because: readonly Reason[] },
): Because =>
  because.length > 0
    ? spoken(
        turn,
        turn.words((w, f) => w.suspendedBecause(until, f)),
        because,
      )
    : { say: turn.words((w, f) => w.suspendedUnknown(until, f)), because };

const explanations: Readonly<Record<Subject, (turn: WhyTurn, patronId: PatronId) => Promise<Because | null>>> = {
  due: whyDue,
  position: whyPosition,
  deadline: whyDeadline,
  renewal: whyNotRenewed,
  hold: whyNotHeld,
  sanction: whySanction,
};
