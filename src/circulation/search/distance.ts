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
