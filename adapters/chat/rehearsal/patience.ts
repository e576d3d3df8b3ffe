/** Whoever rehearses gets an answer within ten seconds, whatever happened to the assistant. */
export const ANSWER_LIMIT_MS = 9000;

export class TookTooLong extends Error {
  override name = 'TookTooLong';
}

/** The outcome of `work`, or TookTooLong; the work itself is not stopped. Real time, not the library's. */
export const within = async <Outcome>(limitMs: number, work: Promise<Outcome>): Promise<Outcome> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`tidak selesai dalam ${limitMs / 1000} detik`)), limitMs);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
};
