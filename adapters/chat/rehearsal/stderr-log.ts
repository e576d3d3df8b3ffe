import type { Writable } from 'node:stream';
import type { Log, LogFields } from '#ports/log.ts';

const errorText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Standard output belongs to the protocol; whoever rehearses reads what went wrong beside it. */
export const createStderrLog = (stderr: Writable): Log => {
  const writeAs =
    (level: string) =>
    (event: string, { error, ...fields }: LogFields = {}): void => {
      const details = Object.keys(fields).length === 0 ? '' : ` ${JSON.stringify(fields)}`;
      stderr.write(`${level} ${event}${details}${error === undefined ? '' : `\n${errorText(error)}`}\n`);
    };
  return { debug: () => {}, info: writeAs('info'), warn: writeAs('warn'), error: writeAs('error') };
};
