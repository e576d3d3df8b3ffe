import { z } from 'zod';
import type { Answer, Reply } from '#conversation/dialogue.ts';
import { textOf } from '#conversation/titles.ts';
import type { CopyCode } from '#shared/ids.ts';
import { deskDialogue, type DeskTurn, perform, withDesk } from './access.ts';
import { readCheckOff } from './check-off.ts';
import { namedIn } from './named.ts';

// The pull list: what to take from the shelves for readers, and what to put back. It is checked off by number.

interface Errand {
  readonly code: string;
  readonly label: string;
  /** a copy that its hold let go is checked in and goes on */
  readonly kind: 'pull' | 'shelve';
}

/** A page of at most ten lines with its introduction. */
const page = 8;

const errandsOf = async (turn: DeskTurn, branch: string | null): Promise<readonly Errand[]> => {
  const [lines, released] = await Promise.all([withDesk(turn).pullList(), turn.rooms.circulation.copiesIn(['releasing'])]);
  const here = (branchName: string): boolean => branch === null || branchName === branch;
  return [
    ...lines
      .filter(({ branchName }) => here(branchName))
      .map((line): Errand => ({ code: line.copyCode, kind: 'pull', label: turn.words((w) => w.toPull(line)) })),
    ...released
      .filter(({ branchName }) => here(branchName))
      .map((copy): Errand => ({ code: copy.copyCode, kind: 'shelve', label: turn.words((w) => w.toShelve(copy)) })),
  ];
};

/** "Daftar ambil rak Cabang Timur": the place that was named. */
const branchSaid = async (turn: DeskTurn): Promise<string | null> => {
  const said = `${turn.text} ${textOf(turn.slots.branch) ?? ''}`.toLowerCase();
  const branches = await turn.rooms.database.models.branch.findMany({ select: { name: true, id: true, kind: true } });
  const named = branches.find(({ name, id }) => said.includes(name.toLowerCase()) || said.split(/\s+/).includes(id.toLowerCase()));
  const van = /\b(?:keliling|pusling|van|mobil)\b/.test(said) ? branches.find(({ kind }) => kind === 'van') : undefined;
  return (named ?? van)?.name ?? null;
};

const memoryShape = z.object({
  branch: z.string().nullable(),
  from: z.number(),
  /** the copies on the page, in the order of their numbers */
  codes: z.array(z.string()),
  code: z.string().optional(),
});
type Memory = z.infer<typeof memoryShape>;

const showList = async (turn: DeskTurn, { branch, from }: Pick<Memory, 'branch' | 'from'>, said: readonly string[]): Promise<Reply> => {
  const errands = await errandsOf(turn, branch);
  if (errands.length === 0) return turn.say((w) => [...said, w.nothingToPull(branch)]);
  const shown = errands.slice(from, from + page);
  if (shown.length === 0) return showList(turn, { branch, from: 0 }, said);
  const rest = errands.length - from - shown.length;
  const options = [
    ...shown.map(({ code, label }) => ({ label, value: { code } })),
    ...(rest > 0 ? [{ label: turn.words((w) => w.nextPage(rest)), value: { from: from + page }, role: 'more' as const }] : []),
  ];
  return turn.list((w) => [...said, w.pullList(errands.length, branch)], options, 'checked', {
    memory: { branch, from, codes: shown.map(({ code }) => code) },
  });
};

const checkOffOf = ({ text }: Answer) => readCheckOff(text);

export const pullList = deskDialogue('staff.holds_picklist')
  .begin(async (turn) => showList(turn, { branch: await branchSaid(turn), from: 0 }, []))
  .step('checked', memoryShape, (turn, memory, answer) => checked(turn, memory, answer), {
    accepts: (answer) => checkOffOf(answer) !== null,
  });

const checked = async (turn: DeskTurn, memory: Memory, answer: Answer): Promise<Reply> => {
  if (memory.code !== undefined) return showList(turn, memory, [await captureOne(turn, memory.code)]);
  const said = checkOffOf(answer);
  if (said === null) return showList(turn, memory, []);
  const places = memory.codes.map((_code, at) => at + 1);
  const outside = [...said.taken, ...said.missing, ...said.except].find((place) => place > places.length || place < 1);
  if (outside !== undefined) return turn.again((w) => w.onlySoMany(places.length));
  const taken = said.all ? places.filter((place) => ![...said.missing, ...said.except].includes(place)) : said.taken;
  const sentences: string[] = [];
  for (const place of taken) sentences.push(await captureOne(turn, memory.codes[place - 1] ?? ''));
  for (const place of said.missing) sentences.push(await missOne(turn, memory.codes[place - 1] ?? ''));
  return showList(turn, { ...memory, from: 0 }, sentences);
};

/** In the hands of staff: a copy for a reader is captured, one that was let go is checked in. */
const captureOne = async (turn: DeskTurn, code: string): Promise<string> => {
  const { copies } = await turn.rooms.circulation.recognise([code]);
  const copy = copies.get(code.toUpperCase());
  if (copy?.state !== 'releasing') return capturedSentence(turn, copy?.copyCode ?? code);
  const decision = await perform(
    turn,
    'checkin',
    (keyed) => withDesk(turn).checkIn({ copyOrTitle: copy.copyCode }, keyed),
    ({ copyCode }) => copyCode,
  );
  if (!decision.ok) return turn.explain(decision.refusal);
  const { title, copyCode, nextState } = decision.value;
  return turn.words((w) => w.shelved(title, copyCode, nextState));
};

const capturedSentence = async (turn: DeskTurn, code: string): Promise<string> => {
  const decision = await perform(
    turn,
    'capture',
    // as: a code that is no copy's is refused by the desk
    (keyed) => withDesk(turn).confirmCapture({ copyCode: code as CopyCode }, keyed),
    () => code,
  );
  if (!decision.ok) return turn.explain(decision.refusal);
  const { title, status, deadline } = decision.value;
  return turn.words((w, f) => w.captured(title, status === 'ready', deadline, f));
};

const missOne = async (turn: DeskTurn, code: string): Promise<string> => {
  const decision = await perform(
    turn,
    'copy_missing',
    // as: a code that is no copy's is refused by the desk
    (keyed) => turn.rooms.circulation.reportMissing({ copyCode: code as CopyCode }, keyed),
    () => code,
  );
  return decision.ok ? turn.words((w) => w.missed(decision.value.title, code)) : turn.explain(decision.refusal);
};

export const capture = deskDialogue('staff.capture').begin(async (turn) => {
  const named = await namedIn(turn, textOf(turn.slots.args));
  const codes = [...named.copies.map(({ copyCode }) => copyCode), ...named.unknown];
  if (codes.length === 0) return turn.stop((w) => w.howToCapture);
  const sentences: string[] = [];
  for (const code of codes) sentences.push(await captureOne(turn, code));
  return turn.say(() => sentences);
});
