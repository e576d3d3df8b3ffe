import { Temporal } from '#shared/day.ts';

const asDay = (year: string, month: string, day: string): string | null => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // a day that no calendar has: 2026-02-30
    return null;
  }
};

// Day 60 of a spreadsheet is a 29 February that never was; no library day is that old.
const spreadsheetZero = Temporal.PlainDate.from('1899-12-30');
const spreadsheetDay = /^[1-9]\d{4}(?:\.\d+)?$/;

/** The civil day a cell holds: `2026-03-09`, `2026-03-09 10:00:00`, `09-03-2026`, `9/3/2026`, a spreadsheet's number. SLiMS' zero date is none. */
export const dayIn = (text: string): string | null => {
  const iso = /^\s*(\d{4})-(\d\d)-(\d\d)/.exec(text);
  if (iso !== null) return iso[1] === '0000' ? null : asDay(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const indonesian = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(text);
  if (indonesian !== null) return asDay(indonesian[3] ?? '', indonesian[2] ?? '', indonesian[1] ?? '');
  return spreadsheetDay.test(text.trim()) ? spreadsheetZero.add({ days: Math.floor(Number(text)) }).toString() : null;
};

/** Nothing, or one of the ways to write nothing. */
export const isNoDay = (text: string): boolean => /^[\s0:/.-]*$/.test(text);
