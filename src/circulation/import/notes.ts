/** Why a cell or a row was not taken as it stood. A closed list: each has words for librarians. */
export type ProblemKind =
  | 'not-a-catalogue'
  | 'empty-file'
  | 'workbook-refused'
  | 'workbook-broken'
  | 'xml-refused'
  | 'xml-broken'
  | 'nul-bytes'
  | 'marc-torn'
  | 'marc-empty'
  | 'marc-structure'
  | 'marc-repaired'
  | 'unimarc'
  | 'bytes-damaged'
  | 'encoding-unknown'
  | 'title-unreadable'
  | 'unreadable-row'
  | 'wrong-columns'
  | 'no-title'
  | 'isbn-check'
  | 'isbn-rounded'
  | 'isbn-shared'
  | 'year-unreadable'
  | 'copies-unreadable'
  | 'fewer-copies'
  | 'no-code'
  | 'code-twice'
  | 'code-taken'
  | 'code-spaces'
  | 'title-unknown'
  | 'title-ambiguous'
  | 'not-lendable'
  | 'no-card'
  | 'no-name'
  | 'card-twice'
  | 'card-spaces'
  | 'member-deleted'
  | 'day-unreadable'
  | 'member-unknown'
  | 'copy-unknown'
  | 'copy-elsewhere'
  | 'copy-not-free'
  | 'renewed-here'
  | 'renewals-unreadable';

/** `row` is the number a spreadsheet shows, header included; 0 is the file as a whole. */
export interface Problem {
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly why: ProblemKind;
}

/** Text that was read differently from how the file has it. */
export interface Repair {
  readonly row: number;
  readonly field: string;
  readonly original: string;
  readonly repaired: string;
}

/** Collects what a librarian must hear of. */
export class Notes {
  readonly problems: Problem[] = [];
  readonly repairs: Repair[] = [];

  problem(row: number, field: string, value: string, why: ProblemKind): void {
    this.problems.push({ row, field, value, why });
  }

  repair(repair: Repair): void {
    this.repairs.push(repair);
  }
}
