import { describe, expect, it } from 'vitest';
import { TookTooLong, within } from '#adapters/chat/rehearsal/patience.ts';

describe('patience', () => {
  it('ends with work that never does', async () => {
    await expect(within(5, new Promise(() => {}))).rejects.toThrow(TookTooLong);
  });

  it('passes on what the work came to', async () => {
    expect(await within(10_000, Promise.resolve(7))).toBe(7);
    await expect(within(10_000, Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
  });
});
