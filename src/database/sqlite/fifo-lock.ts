/** Gives the lock back; calling it twice is the same as once. */
export type Release = () => void;

/** One holder at a time, in the order of asking: nobody waits for ever behind later comers. */
export class FifoLock {
  #held = false;
  readonly #waiting: (() => void)[] = [];

  async acquire(): Promise<Release> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#held = true;
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#passOn();
    };
  }

  // The lock stays held while it changes hands: a newcomer cannot slip in before the next in line wakes up.
  #passOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#held = false;
    else next();
  }
}
