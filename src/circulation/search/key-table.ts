import { breath } from './breath.ts';

const sharedAtMost = 8;
const loopsBetweenBreaths = 50_000;

/**
 * Which titles have a text as their whole folded title, found by its hash: some that are not may be among them, so the
 * title is to be looked at. A key that many titles share leads to the latest few.
 */
export class KeyTable {
  /** by the hash's low bits: the place (+ 1) of the last title with such a hash */
  readonly #heads: Uint32Array;
  /** by place: the place (+ 1) of the title before it with the same low bits */
  readonly #before: Uint32Array;
  readonly #hashes: Uint32Array;
  readonly #numbers: Uint32Array;

  private constructor(hashes: Uint32Array, numbers: Uint32Array) {
    this.#hashes = hashes;
    this.#numbers = numbers;
    this.#heads = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(2, hashes.length))));
    this.#before = new Uint32Array(hashes.length);
  }

  static async of(hashes: Uint32Array, numbers: Uint32Array): Promise<KeyTable> {
    const table = new KeyTable(hashes, numbers);
    const rest = breath();
    for (let at = 0; at < hashes.length; at += 1) {
      table.#put(at);
      if (at % loopsBetweenBreaths === 0) await rest();
    }
    return table;
  }

  /** FNV-1a, mixed once more so that the low bits depend on every letter. */
  static hashOf(key: string): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0;
  }

  numbersWith(key: string): number[] {
    const hash = KeyTable.hashOf(key);
    const found: number[] = [];
    for (let at = this.#heads[this.#slot(hash)] ?? 0; at > 0 && found.length < sharedAtMost; at = this.#before[at - 1] ?? 0)
      if (this.#hashes[at - 1] === hash) found.push(this.#numbers[at - 1] ?? 0);
    return found;
  }

  #slot(hash: number): number {
    return hash & (this.#heads.length - 1);
  }

  #put(at: number): void {
    const slot = this.#slot(this.#hashes[at] ?? 0);
    this.#before[at] = this.#heads[slot] ?? 0;
    this.#heads[slot] = at + 1;
  }
}
