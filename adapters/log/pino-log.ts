import pino from 'pino';
import type { Log, LogFields } from '#ports/log.ts';

// Only the fields of the port are written, and of an error its name, message and stack with everything that looks like a
// secret taken out (RELIABILITY §7).

const secrets = [/\d+:[\w-]{30,}/g, /(?<=:\/\/)[^\s/@]+@/g, /\?\S*/g];

const redacted = (text: string): string =>
  secrets.reduce((cleaned, secret) => cleaned.replaceAll(secret, '[…]'), text).replaceAll(/[\r\n]+/g, ' | ');

const errorFields = (error: unknown): Readonly<Record<string, string>> => {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: redacted(JSON.stringify(error) ?? typeof error) };
  return { error: error.name, message: redacted(error.message), stack: redacted(error.stack ?? '') };
};

const plain = ({
  channel,
  incident,
  operation,
  intent,
  count,
  elapsedMs,
  reason,
  error,
}: LogFields): Readonly<Record<string, unknown>> => ({
  channel,
  incident,
  operation,
  intent,
  count,
  elapsedMs,
  reason: reason === undefined ? undefined : redacted(reason),
  ...errorFields(error),
});

/** Writes JSON lines to `file`, or to standard error. */
export const createPinoLog = (options: { readonly level: string; readonly file?: string }): Log => {
  const logger = pino({ level: options.level, base: null }, pino.destination({ dest: options.file ?? 2, sync: true, mkdir: true }));
  return {
    debug: (event, fields = {}) => logger.debug(plain(fields), event),
    info: (event, fields = {}) => logger.info(plain(fields), event),
    warn: (event, fields = {}) => logger.warn(plain(fields), event),
    error: (event, fields = {}) => logger.error(plain(fields), event),
  };
};
