import type { People } from './people.ts';

export interface Outcome {
  /** answered in time */
  readonly turns: number;
  readonly ms: number;
  readonly waits: readonly number[];
  readonly lost: number;
  /** sent without a question: notices */
  readonly unasked: number;
  /** answers that came in another order than their questions */
  readonly disordered: number;
}

/** After so long without any answer the rest is lost. */
const patienceMs = 20_000;

class Tally {
  readonly waits: number[] = [];
  readonly #people: People;
  readonly #unaskedBefore: number;
  readonly #start = performance.now();
  #lastHeard = performance.now();

  constructor(people: People) {
    this.#people = people;
    this.#unaskedBefore = people.unasked;
  }

  get ms(): number {
    return performance.now() - this.#start;
  }

  /** Whether it was an answer. */
  heard(index: number): boolean {
    this.#lastHeard = performance.now();
    const waited = this.#people.answered(index);
    if (waited === undefined) this.#people.unasked += 1;
    else this.waits.push(waited);
    return waited !== undefined;
  }

  /** Resolves when `isDone` holds, or nothing was heard for long. */
  async until(isDone: () => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (!isDone() && performance.now() - this.#lastHeard < patienceMs) return;
        clearInterval(look);
        resolve();
      }, 2);
    });
  }

  outcome(ms: number, turns = this.waits.length): Outcome {
    return {
      turns,
      ms,
      waits: this.waits,
      lost: this.#people.giveUp(),
      unasked: this.#people.unasked - this.#unaskedBefore,
      disordered: 0,
    };
  }
}

/** Everybody writes as soon as the last text was answered: `turns` in all, or for `ms`; people beginning at `from`. */
export const closedLoop = async (
  people: People,
  play: { readonly people: number; readonly from?: number; readonly turns?: number; readonly ms?: number },
): Promise<Outcome> => {
  const { from = 0, turns = Number.POSITIVE_INFINITY, ms = Number.POSITIVE_INFINITY } = play;
  const tally = new Tally(people);
  let written = 0;
  let inTime = 0;
  let lastAnswer = 0;
  const write = (index: number): void => {
    if (written >= turns || tally.ms >= ms) return;
    written += 1;
    people.write(index);
  };
  people.onHeard = (index) => {
    if (!tally.heard(index)) return;
    if (tally.ms <= ms) {
      inTime += 1;
      lastAnswer = tally.ms;
    }
    write(index);
  };
  for (let index = from; index < from + play.people; index += 1) write(index);
  await tally.until(() => tally.waits.length >= written && (written >= turns || tally.ms >= ms));
  return tally.outcome(lastAnswer, inTime);
};

/** Numbers from 0 to 1 that are the same for the same seed. */
const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Texts arrive at random, whatever the bot does; who still waits for an answer does not write again. */
export const openLoop = async (
  people: People,
  play: { readonly people: number; readonly perSecond: number; readonly ms: number; readonly seed: number },
): Promise<Outcome> => {
  const tally = new Tally(people);
  const random = numbersFrom(play.seed);
  const gap = (): number => (-Math.log(1 - random()) * 1000) / play.perSecond;
  let written = 0;
  let next = gap();
  people.onHeard = (index) => void tally.heard(index);
  const writeDue = (): void => {
    for (; next <= tally.ms && next < play.ms; next += gap()) {
      let index = Math.floor(random() * play.people);
      for (let tries = 0; people.isWaiting(index) && tries < play.people; tries += 1) index = (index + 1) % play.people;
      people.write(index);
      written += 1;
    }
    if (next < play.ms) setImmediate(() => setTimeout(writeDue, Math.max(0, next - tally.ms - 1)));
  };
  writeDue();
  await tally.until(() => next >= play.ms && tally.waits.length >= written);
  return tally.outcome(tally.ms);
};
