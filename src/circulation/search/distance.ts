const widest = 64;
let above = new Int32Array(widest + 1);
let before = new Int32Array(widest + 1);
let now = new Int32Array(widest + 1);

const fillRow = (a: string, b: string, row: number, most: number): number => {
  const from = Math.max(1, row - most);
  const to = Math.min(b.length, row + most);
  const code = a.charCodeAt(row - 1);
  let best = most + 1;
  now[from - 1] = from === 1 ? row : most + 1;
  for (let column = from; column <= to; column += 1) {
    const other = b.charCodeAt(column - 1);
    let cost = (before[column - 1] ?? 0) + (code === other ? 0 : 1);
    cost = Math.min(cost, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
    if (row > 1 && column > 1 && code === b.charCodeAt(column - 2) && other === a.charCodeAt(row - 2)) {
      cost = Math.min(cost, (above[column - 2] ?? 0) + 1);
    }
    now[column] = cost;
    if (cost < best) best = cost;
  }
  if (to < b.length) now[to + 1] = most + 1;
  return best;
};

/**
 * Edits between two words (a letter wrong, missing, too many, or two neighbours swapped), counted no further than
 * `most`: the answer is `most + 1` for anything beyond. Only a band of width 2·most+1 is computed.
 */
export const editsBetween = (a: string, b: string, most: number): number => {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most || b.length >= widest || a.length >= widest) return most + 1;
  for (let column = 0; column <= b.length; column += 1) before[column] = column <= most ? column : most + 1;
  for (let row = 1; row <= a.length; row += 1) {
    if (fillRow(a, b, row, most) > most) return most + 1;
    const spare = above;
    above = before;
    before = now;
    now = spare;
  }
  return Math.min(before[b.length] ?? 0, most + 1);
};

const longestPattern = 31;
const positions = new Int32Array(128);

/**
 * A counter of edits from one word to many, none further than `most` (the answer is then `most + 1`): one machine word
 * holds a whole column of the table (Hyyrö 2003, with swaps of neighbours). Falls back to the band for long words and
 * letters beyond ASCII.
 */
export const editsFrom = (word: string, most: number): ((other: string) => number) => {
  const fits = word.length <= longestPattern && /^[a-z0-9]+$/.test(word);
  if (!fits) return (other) => editsBetween(word, other, most);
  return (other) => bitParallel(word, other, most);
};

const bitParallel = (word: string, other: string, most: number): number => {
  for (let i = 0; i < word.length; i += 1) positions[word.charCodeAt(i)] = (positions[word.charCodeAt(i)] ?? 0) | (1 << i);
  const edits = column(word.length, other, most);
  for (let i = 0; i < word.length; i += 1) positions[word.charCodeAt(i)] = 0;
  return edits;
};

const column = (height: number, other: string, most: number): number => {
  const lowest = 1 << (height - 1);
  let up = -1;
  let down = 0;
  let diagonal = 0;
  let matchesBefore = 0;
  let edits = height;
  for (let i = 0; i < other.length; i += 1) {
    const code = other.charCodeAt(i);
    const matches = code < 128 ? (positions[code] ?? 0) : 0;
    const swaps = ((~diagonal & matches) << 1) & matchesBefore;
    diagonal = ((((matches & up) + up) | 0) ^ up) | matches | down | swaps;
    let right = down | ~(diagonal | up);
    const left = diagonal & up;
    if ((right & lowest) !== 0) edits += 1;
    else if ((left & lowest) !== 0) edits -= 1;
    // Each letter still to come can mend at most one edit.
    if (edits - (other.length - i - 1) > most) return most + 1;
    right = (right << 1) | 1;
    up = (left << 1) | ~(diagonal | right);
    down = right & diagonal;
    matchesBefore = matches;
  }
  return Math.min(edits, most + 1);
};
