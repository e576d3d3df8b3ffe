import { settle } from './queue.ts';
import type { Expected } from './readers.ts';
import { copyWith, type Model, ownHold, plus } from './state.ts';

// "Urungkan" on paper: a photograph of the library before and after each act of the desk; what differs between the two is put
// back, provided that it still is as the second one shows it.

type Thing = Readonly<Record<string, unknown>>;
type Photograph = ReadonlyMap<string, Thing>;

export interface DeskActDone {
  readonly title: string;
  readonly at: string;
  readonly before: Photograph;
  readonly after: Photograph;
}

export const photograph = ({ copies, holds, loans, readers }: Model): Photograph =>
  new Map<string, Thing>(
    structuredClone([
      ...copies.map((copy): [string, Thing] => [`copy ${copy.code}`, { ...copy }]),
      ...holds.map((hold): [string, Thing] => [`hold ${hold.no}`, { ...hold }]),
      ...loans.map((loan): [string, Thing] => [`loan ${loan.no}`, { ...loan }]),
      ...readers.map((reader): [string, Thing] => [`reader ${reader.name}`, { ...reader }]),
    ]),
  );

/** The fields in which two photographs of a thing differ; places in line change with other readers and do not count. */
const changedFields = (before: Thing | undefined, after: Thing): readonly string[] =>
  Object.keys(after).filter((field) => field !== 'position' && after[field] !== before?.[field]);

interface Difference {
  readonly name: string;
  readonly before: Thing | undefined;
  readonly after: Thing;
  readonly fields: readonly string[];
}

const differences = ({ before, after }: DeskActDone): readonly Difference[] =>
  [...after]
    .map(([name, thing]) => ({ name, before: before.get(name), after: thing, fields: changedFields(before.get(name), thing) }))
    .filter(({ fields }) => fields.length > 0);

/** Whether it can be undone: every thing stands as it was left, and nobody asked again for a hold that would come to life. */
const isUntouched = (model: Model, { name, before, after, fields }: Difference, now: Photograph): boolean => {
  const thing = now.get(name);
  if (thing === undefined || fields.some((field) => thing[field] !== after[field])) return false;
  const isRevived = name.startsWith('hold') && before !== undefined && ['filled', 'unfillable'].includes(String(after['status']));
  return !isRevived || ownHold(model, String(after['reader']), String(after['title'])) === undefined;
};

const putBack = (model: Model, found: readonly Difference[]): void => {
  const made = new Set(found.filter(({ before }) => before === undefined).map(({ name }) => name));
  model.loans = model.loans.filter(({ no }) => !made.has(`loan ${no}`));
  const olds = new Map(
    found.flatMap(({ name, before, fields }) =>
      before === undefined ? [] : [[name, Object.fromEntries(fields.map((field) => [field, before[field]]))] as const],
    ),
  );
  for (const copy of model.copies) Object.assign(copy, olds.get(`copy ${copy.code}`));
  for (const hold of model.holds) Object.assign(hold, olds.get(`hold ${hold.no}`));
  for (const loan of model.loans) Object.assign(loan, olds.get(`loan ${loan.no}`));
  for (const reader of model.readers) Object.assign(reader, olds.get(`reader ${reader.name}`));
};

/** Takes back the last act of `done` that is not a day old, and takes it from the list. */
export const undo = (model: Model, done: DeskActDone[]): Expected => {
  const last = done.at(-1);
  const dayBefore = `${plus(model.now.slice(0, 10), -1)}${model.now.slice(10)}`;
  if (last === undefined || last.at < dayBefore) return { refused: 'nothing-to-undo' };
  const found = differences(last);
  const now = photograph(model);
  if (!found.every((difference) => isUntouched(model, difference, now))) return { refused: 'changed-since' };
  done.pop();
  putBack(model, found);
  settle(model, last.title);
  return { value: { title: `Judul ${last.title}` } };
};

export const titleOfCopy = (model: Model, code: string): string => copyWith(model, code)?.title ?? code;
