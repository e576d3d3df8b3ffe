import type { Log, LogFields } from '#ports/log.ts';

export interface RecordingLog extends Log {
  readonly entries: readonly { readonly level: 'debug' | 'info' | 'warn' | 'error'; readonly event: string; readonly fields: LogFields }[];
}

export const createRecordingLog = (): RecordingLog => {
  const entries: RecordingLog['entries'][number][] = [];
  const at =
    (level: RecordingLog['entries'][number]['level']) =>
    (event: string, fields: LogFields = {}) =>
      void entries.push({ level, event, fields });
  return { entries, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
};
