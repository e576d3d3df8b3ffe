// Strings, quoted names and comments keep their question marks.
const piece = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\?/g;

const known = new Map<string, string>();
const KNOWN_AT_MOST = 1000;

/** `?, ?` → `$1, $2` */
export const numbered = (text: string): string => {
  const before = known.get(text);
  if (before !== undefined) return before;
  let n = 0;
  const translated = text.replace(piece, (found) => (found === '?' ? `$${(n += 1)}` : found));
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(text, translated);
  return translated;
};
