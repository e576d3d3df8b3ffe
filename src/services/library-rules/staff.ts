import { z } from 'zod';
import { branchNamedIn, namedBranches } from '#circulation/rules/named-branches.ts';
import { dialoguesWith, type Reply, type Turn } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import { languages } from '#languages/index.ts';
import { localTimeOf } from '#shared/day.ts';
import { auditOnce } from '#staff/audited.ts';
import { staffNamed } from '#staff/members.ts';
import { changeCard, materialsLent } from './operations.ts';
import { cardSaid, datesSaid, patronTypeSaid, saysChange, termSaid } from './staff/reading.ts';
import { cardEditSchema, editSchema, isSensible, leastOf, tableOf, type TermEdit, type TermSaid, type TermScope } from './rules.ts';
import { en } from './words/en.ts';
import { id } from './words/id.ts';
import type { RuleWords } from './words/id.ts';

const dialogue = dialoguesWith<RuleWords>({ id, en });
type RuleTurn = Turn<RuleWords>;

/** REHEARSAL §3: a librarian may do all but roles and loan rules. */
const mayEdit: ReadonlySet<string> = new Set(['head', 'admin']);

const onlyHead = async (turn: RuleTurn): Promise<Reply | null> => {
  if (turn.person.staff && mayEdit.has(turn.person.staff.role)) return null;
  const names = await staffNamed(turn.rooms.database, [...mayEdit]);
  return turn.stop((w, f) => w.onlyHead(names, f));
};

const saidIn = (turn: RuleTurn): string => textOf(turn.slots.args) ?? turn.text;

const options = { needs: 'staff', personal: true } as const;

export const policy = dialogue('staff.policy', options)
  .begin(async (turn) => {
    const text = saidIn(turn);
    if (cardSaid(text) !== null) return turn.continueWith('staff.library_card', { args: text });
    const { rest, ...dates } = datesSaid(text, localTimeOf(turn.now), (await turn.rooms.rules()).seasons);
    const term = termSaid(rest);
    if (term === null || !saysChange(rest, term)) return table(turn);
    return (await onlyHead(turn)) ?? edit(turn, term, { text, ...dates });
  })
  .step('valued', z.object({ args: z.string() }), (turn, { args }, { text }) =>
    turn.continueWith('staff.policy', { args: `${args} jadi ${text}` }),
  )
  .step('confirmed', z.object({ edit: editSchema }), async (turn, { edit: wanted }) => {
    const act = { key: turn.nextKey(), now: turn.now, actor: turn.person.accountId };
    const changed = await turn.rooms.circulation.changeTerms(wanted, act);
    await auditOnce(turn.rooms.database, { action: 'policy_edit', subject: subjectOf(wanted, changed) }, act);
    return turn.say((w, f) => w.changed(wanted, changed, f));
  });

const branchNames = async (turn: RuleTurn): Promise<ReadonlyMap<string, string>> =>
  new Map((await namedBranches(turn.rooms.database)).map((branch) => [branch.id, branch.name]));

const table = async (turn: RuleTurn): Promise<Reply> => {
  const [rules, branches] = await Promise.all([turn.rooms.rules(), branchNames(turn)]);
  return turn.say((w, f) => w.table(tableOf(rules, turn.today.toString()), branches, f));
};

interface SaidOfTerm {
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
}

const scopeSaid = async (turn: RuleTurn, { text, from, to }: SaidOfTerm): Promise<TermScope> => {
  const branches = await namedBranches(turn.rooms.database);
  const materials = await materialsLent(turn.rooms.database);
  const words = text.toLowerCase().split(/[^\p{L}\p{N}_]+/u);
  const material = materials.find((one) => words.includes(one.toLowerCase())) ?? null;
  return { branchId: branchNamedIn(text, branches), patronType: patronTypeSaid(text), material, from, to };
};

const edit = async (turn: RuleTurn, term: TermSaid, said: SaidOfTerm): Promise<Reply> => {
  const { setting, most, value } = term;
  if (value === undefined) return turn.question((w) => w.whichValue(setting), 'valued', { args: said.text });
  if (!isSensible(term)) return turn.stop((w, f) => w.notSensible(setting, leastOf(term), most, f));
  if (said.to !== null && (said.to < turn.today.toString() || (said.from !== null && said.to < said.from)))
    return turn.stop((w) => w.datesWrong);
  const scope = await scopeSaid(turn, said);
  const branch = scope.branchId === null ? null : ((await branchNames(turn)).get(scope.branchId) ?? scope.branchId);
  // readers meet this name in "kenapa?", whatever language its author writes
  const wanted: TermEdit = { setting, value, scope, label: id.label(scope, branch, languages.id.format) };
  const preview = await turn.rooms.circulation.previewTerms(wanted);
  const [first] = preview.terms;
  if (first && preview.terms.every(({ before, after }) => before === after))
    return turn.stop((w, f) => w.alreadySo(setting, first.after, f));
  return turn.confirm((w, f) => w.preview(wanted, preview, branch, f), 'confirmed', { edit: { ...wanted, scope: { ...scope } } });
};

/** What the audit names: the term, its scope, before and after. */
const subjectOf = (
  { setting, scope }: TermEdit,
  { terms }: { readonly terms: readonly { patronType: string; before: unknown; after: unknown }[] },
): string => {
  const where = [scope.branchId, scope.material, scope.from, scope.to].filter((part) => part !== null);
  const each = terms.map(({ patronType, before, after }) => `${patronType} ${String(before)} -> ${String(after)}`);
  return [setting, ...where, each.join(', ')].join(' ');
};

/** Name, address, telephone and facilities: what everybody is told, so only the head or an admin writes it. */
export const libraryCard = dialogue('staff.library_card', options)
  .begin(async (turn) => {
    const wanted = cardSaid(saidIn(turn));
    if (wanted === null) return turn.stop((w) => w.whichCard);
    const barred = await onlyHead(turn);
    if (barred) return barred;
    return turn.confirm((w) => w.confirmCard(wanted), 'confirmed', { edit: wanted });
  })
  .step('confirmed', z.object({ edit: cardEditSchema }), async (turn, { edit: wanted }) => {
    await changeCard(turn.rooms.database, wanted, { key: turn.nextKey(), now: turn.now, actor: turn.person.accountId });
    return turn.say((w) => w.cardChanged(wanted));
  });
