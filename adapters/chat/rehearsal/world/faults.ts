import { z } from 'zod';

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );

/** The first fault of something that was given, as one sentence that begins with its path. */
export const faultOf = (error: z.ZodError, whole: string): string => {
  const issue = error.issues[0];
  return `${pathOf(issue?.path ?? []) || whole}: ${issue?.message ?? 'tidak terbaca'}`;
};

/** Faults are worded in Indonesian, as everything else here is. */
export const inIndonesian = { error: z.locales.id().localeError };
