import type { RenderedText } from '#delivery/plain-text.ts';

/** Control characters in a title must not move the cursor, clear the screen or change the colours. */
export const printable = (text: string): string => text.replace(/(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '');

/** Bold where the terminal can; the words are the same without. */
export const painted = ({ text, ranges }: RenderedText, isTerminal: boolean): string => {
  if (!isTerminal) return printable(text);
  let painting = '';
  let at = 0;
  for (const range of ranges) {
    if (range.kind !== 'strong' || range.start < at) continue;
    painting += `${printable(text.slice(at, range.start))}\u001B[1m${printable(text.slice(range.start, range.end))}\u001B[22m`;
    at = range.end;
  }
  return painting + printable(text.slice(at));
};

const paint = /\u001B\[\d+m/g;
const widthOf = (text: string): number => text.replace(paint, '').length;

/** Breaks lines between words where the terminal would break them inside one; what follows keeps the line's indent. */
export const wrapped = (text: string, columns: number): string =>
  columns < NARROWEST
    ? text
    : text
        .split('\n')
        .map((line) => wrappedLine(line, columns))
        .join('\n');

/** A terminal that is narrower does not know its width. */
const NARROWEST = 20;

const wrappedLine = (line: string, columns: number): string => {
  const [indent = ''] = /^(?: *(?:\d+\.|•) )? */.exec(line) ?? [];
  const [first = '', ...words] = line.split(/(?<=\S) /);
  const lines = [first];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (widthOf(longer) < columns) lines[lines.length - 1] = longer;
    else lines.push(' '.repeat(indent.length) + word);
  }
  return lines.join('\n');
};
