/** Fields are allow-listed where logs are written; none may name a person. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

export interface LogFields {
  readonly channel?: string;
  readonly incident?: string;
  readonly operation?: string;
  readonly intent?: string;
  readonly count?: number;
  readonly elapsedMs?: number;
  readonly reason?: string;
  readonly error?: unknown;
}
