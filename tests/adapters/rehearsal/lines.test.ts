import { describe, expect, it } from 'vitest';
import { linesOf } from '#adapters/chat/rehearsal/lines.ts';

async function* chunksOf(bytes: Buffer, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const linesIn = async (text: string, size: number): Promise<string[]> => {
  const lines: string[] = [];
  for await (const line of linesOf(chunksOf(Buffer.from(text), size))) lines.push(line);
  return lines;
};

describe('lines', () => {
  it.each([1, 2, 3, 7, 1000])('come whole from pieces of %i bytes', async (size) => {
    expect(await linesIn('\uFEFF{"a":"é👍"}\r\n\n{"b":1}', size)).toEqual(['{"a":"é👍"}', '', '{"b":1}']);
  });

  it('end at a line feed only', async () => {
    expect(await linesIn('"a\u2028b\u0085c"\n', 5)).toEqual(['"a\u2028b\u0085c"']);
  });
});
