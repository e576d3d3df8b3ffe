import { newId } from '#shared/ids.ts';

const countedDigits = 3;
const base = 32;

/** New ids by the hundred thousand: one stem of random bits serves many, because asking for each takes longer than all else about a title. */
export class ManyIds {
  #stem = '';
  #next = base ** countedDigits;

  next(): string {
    if (this.#next >= base ** countedDigits) {
      this.#stem = newId();
      this.#next = 0;
    }
    const id = `${this.#stem}${this.#next.toString(base).padStart(countedDigits, '0')}`;
    this.#next += 1;
    return id;
  }
}
