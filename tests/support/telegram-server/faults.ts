/** What goes wrong with a call. */
export type FaultKind =
  /** an answer of Telegram, or of a proxy before it, instead of the act */
  | { readonly status: number; readonly description?: string; readonly parameters?: Readonly<Record<string, number>> }
  /** the connection breaks before anything is done */
  | 'drop-before'
  /** it is done, then the connection breaks */
  | 'drop-after'
  /** it is done, then a proxy answers with a page instead of JSON */
  | 'garbled-after'
  /** it is done, and never answered */
  | 'silence-after';

interface Planned {
  readonly method: string;
  readonly fault: FaultKind;
  left: number;
  /** calls that go well first */
  skip: number;
}

export class Faults {
  #planned: Planned[] = [];

  /** The next `times` calls of `method` go wrong, after `skip` that go well. */
  plan(method: string, fault: FaultKind, times = 1, skip = 0): void {
    this.#planned.push({ method, fault, left: times, skip });
  }

  next(method: string): FaultKind | null {
    const planned = this.#planned.find((one) => one.method === method && one.left > 0);
    if (planned === undefined) return null;
    if (planned.skip > 0) {
      planned.skip -= 1;
      return null;
    }
    planned.left -= 1;
    return planned.fault;
  }

  clear(): void {
    this.#planned = [];
  }
}
