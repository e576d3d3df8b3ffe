import type { Outcome } from './crowd-loops.ts';
import type { People } from './people.ts';

const beginningOf = (text: string): string => text.slice(0, 24);

/** Resolves with what each person heard, as soon as everybody heard `count` answers or 20 s went by. */
const hearing = async (
  people: People,
  play: { readonly people: number },
  count: number,
  write: (index: number) => void,
): Promise<readonly (readonly string[])[]> => {
  const heard: string[][] = Array.from({ length: play.people }, () => []);
  const start = performance.now();
  people.onHeard = (index, text) => {
    people.answered(index);
    heard[index]?.push(beginningOf(text));
  };
  for (let index = 0; index < play.people; index += 1) write(index);
  while (heard.some((texts) => texts.length < count) && performance.now() - start < 20_000)
    await new Promise((resolve) => setTimeout(resolve, 5));
  people.giveUp();
  return heard;
};

/** Asks each command alone and notes how its answer begins; then everybody sends all of them at once. */
export const inOrder = async (
  people: People,
  play: { readonly people: number; readonly commands: readonly string[] },
): Promise<Outcome> => {
  const start = performance.now();
  const alone: (readonly (readonly string[])[])[] = [];
  for (const command of play.commands) alone.push(await hearing(people, play, 1, (index) => people.write(index, command)));
  const together = await hearing(people, play, play.commands.length, (index) => {
    for (const command of play.commands) people.write(index, command);
  });
  const expected = (index: number): readonly string[] => alone.map((answers) => answers[index]?.[0] ?? '');
  const complete = together.filter((texts) => texts.length === play.commands.length);
  const disordered = together.filter(
    (texts, index) => texts.length === play.commands.length && texts.some((text, at) => text !== expected(index)[at]),
  ).length;
  return {
    turns: complete.length * play.commands.length,
    ms: performance.now() - start,
    waits: [],
    lost: together.reduce((sum, texts) => sum + Math.max(0, play.commands.length - texts.length), 0),
    unasked: 0,
    disordered,
  };
};
