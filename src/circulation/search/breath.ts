// PERFORMANCE finding 8 allows 8 ms; an answer takes a dozen turns of the loop, and the first people wait while the words are loaded.
const mostMs = 3;

/** To be awaited between small pieces of work: lets the event loop turn when some milliseconds have passed. */
export const breath = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < mostMs) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
};
