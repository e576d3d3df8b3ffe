/** Machinery broke; named by who is at fault. Thrown low, caught at three places: turn, tick, start-up. */
export class Fault extends Error {
  override name = 'Fault';
}

/** A system did not answer; nothing was done, trying again is safe. */
export class Unreachable extends Fault {
  override name = 'Unreachable';
  constructor(readonly system: string, options?: ErrorOptions) {
    super(`${system} did not answer`, options);
  }
}

/** A system was asked to act and its answer was lost: it may or may not have acted. */
export class OutcomeUnknown extends Fault {
  override name = 'OutcomeUnknown';
  constructor(readonly system: string, options?: ErrorOptions) {
    super(`whether ${system} acted is not known`, options);
  }
}

/** A system understood and said no, for a reason that is not the library's. */
export class Rejected extends Fault {
  override name = 'Rejected';
  constructor(readonly system: string, readonly code: string, options?: ErrorOptions) {
    super(`${system} rejected the request: ${code}`, options);
  }
}

/** The operator must change a setting; `advice` says which and how. */
export class Misconfigured extends Fault {
  override name = 'Misconfigured';
  constructor(readonly variable: string, readonly advice: string) {
    super(`${variable}: ${advice}`);
  }
}

/** Ours. */
export class Bug extends Fault {
  override name = 'Bug';
}
