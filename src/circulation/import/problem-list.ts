import { stringify } from 'csv-stringify/sync';
import type { Problem, Repair } from './notes.ts';
import { problemWords, repairAdvice } from './problem-words.ts';

const header = ['Baris', 'Kolom', 'Isi', 'Masalah', 'Yang bisa dilakukan'];

/** The problems, then what was repaired with its original, as a table that a spreadsheet in Indonesia opens at once, and in which no cell is a formula. */
export const problemList = (problems: readonly Problem[], repairs: readonly Repair[]): string => {
  const found = problems.map(({ row, field, value, why }) => [
    row === 0 ? '' : String(row),
    field,
    value,
    problemWords[why].what,
    problemWords[why].advice,
  ]);
  const repaired = repairs.map(({ row, field, original, repaired: text }) => [
    String(row),
    field,
    original,
    `Huruf rusak diperbaiki menjadi: ${text}`,
    repairAdvice,
  ]);
  return stringify([header, ...found, ...repaired], { bom: true, delimiter: ';', escape_formulas: true });
};
