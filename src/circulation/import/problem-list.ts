import { stringify } from 'csv-stringify/sync';
import type { Problem } from './notes.ts';
import { problemWords } from './problem-words.ts';

const header = ['Baris', 'Kolom', 'Isi', 'Masalah', 'Yang bisa dilakukan'];

/** The problems as a table that a spreadsheet in Indonesia opens at once, and in which no cell is a formula. */
export const problemList = (problems: readonly Problem[]): string => {
  const rows = problems.map(({ row, field, value, why }) => [row === 0 ? '' : String(row), field, value, problemWords[why].what, problemWords[why].advice]);
  return stringify([header, ...rows], { bom: true, delimiter: ';', escape_formulas: true });
};
