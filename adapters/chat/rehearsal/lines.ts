const NEWLINE = 0x0a;

/**
 * The lines of a byte stream. Only a line feed ends a line: JSON may hold every other character that text tools take
 * for the end of one (U+2028 among them). Bytes that are no UTF-8 become replacement characters.
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string, void, undefined> {
  let pending: Buffer[] = [];
  for await (const chunk of input) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      yield lineFrom([...pending, rest.subarray(0, end)]);
      pending = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pending.push(rest);
  }
  if (pending.length > 0) yield lineFrom(pending);
}

const lineFrom = (pieces: readonly Buffer[]): string =>
  Buffer.concat(pieces)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r$/, '');
