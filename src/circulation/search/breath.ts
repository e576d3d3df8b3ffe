/** To be awaited between small pieces of work: lets the event loop turn when 8 ms have passed (PERFORMANCE finding 8). */
export const breath = (): (() => Promise<void> | undefined) => {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 8) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
};
