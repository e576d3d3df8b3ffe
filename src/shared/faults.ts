/** Machinery broke; named by who is at fault. Thrown low, caught at three places: turn, tick, start-up. */
export class Fault extends Error {
  override name = 'Fault';
}

/** A system did not answer; nothing was done, trying again is safe. */
export class Unreachable extends Fault {
  override name = 'Unreachable';
  readonly system: string;
  constructor(system: string, options?: ErrorOptions) {
    super(`${system} did not answer`, options);
    this.system = system;
  }
}

/** The operator must change a setting; `advice` says which and how. */
export class Misconfigured extends Fault {
  override name = 'Misconfigured';
  readonly variable: string;
  readonly advice: string;
  constructor(variable: string, advice: string) {
    super(`${variable}: ${advice}`);
    this.variable = variable;
    this.advice = advice;
  }
}

/** Ours. */
export class Bug extends Fault {
  override name = 'Bug';
}
