import { breath } from '#circulation/search/breath.ts';
import type { LoanEntry } from './loan-entry.ts';
import {
  closeLoans,
  copiesByCode,
  type CopyOfLoan,
  importedLoans,
  isImported,
  type LoanChange,
  type NewLoan,
  type OpenLoan,
  openLoansOf,
  patronsByCard,
  writeLoans,
} from './loan-rows.ts';
import type { ProblemKind } from './notes.ts';
import { batchSize, type Importer, type Run, type Write } from './run.ts';

interface Known {
  readonly patrons: ReadonlyMap<string, string>;
  readonly copies: ReadonlyMap<string, CopyOfLoan>;
  readonly loans: ReadonlyMap<string, OpenLoan>;
}

interface Differences {
  readonly opened: NewLoan[];
  readonly changed: LoanChange[];
}

const batches = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / batchSize) }, (_, place) => list.slice(place * batchSize, (place + 1) * batchSize));

/** The open loans of another system. What contradicts what we know is listed, not guessed (DOMAIN X6). */
export class LoanImport implements Importer<LoanEntry> {
  readonly mayRunAhead = false;
  readonly #run: Run;
  /** card by code, of every loan of the file */
  readonly #inFile = new Map<string, string>();
  /** loans of copies that the file must first free from somebody else */
  readonly #later: LoanEntry[] = [];
  /** loans that the file ends; a mere comparison still sees them open */
  readonly #ended = new Set<string>();

  constructor(run: Run) {
    this.#run = run;
  }

  async compare(entries: readonly LoanEntry[]): Promise<Write> {
    const fresh = entries.filter((entry) => this.#isFirst(entry));
    return this.#compare(fresh, true);
  }

  /** Loans of earlier imports that are no longer in the file have come back there; then what waited for their copies. */
  async *finish(): AsyncIterable<Write> {
    const returned = await this.#returned();
    for (const { id, code, card } of returned) {
      this.#ended.add(id);
      this.#run.closing.push(`${code} (${card})`);
    }
    for (const loans of batches(returned)) {
      this.#run.counts.closed += loans.length;
      yield (sql) => closeLoans({ ...this.#run.occasion, sql }, loans);
    }
    for (const entries of batches(this.#later)) yield await this.#compare(entries, false);
  }

  #isFirst({ row, code, card }: LoanEntry): boolean {
    if (this.#inFile.has(code)) this.#run.notes.problem(row, 'item_code', code, 'code-twice');
    else {
      this.#inFile.set(code, card);
      return true;
    }
    return false;
  }

  async #returned() {
    const loans = await importedLoans(this.#run.database.sql);
    return loans.filter(({ code, card }) => this.#inFile.get(code) !== card);
  }

  async #compare(entries: readonly LoanEntry[], mayWait: boolean): Promise<Write> {
    const known = await this.#known(entries);
    const differences: Differences = { opened: [], changed: [] };
    const pause = breath();
    for (const entry of entries) {
      if (mayWait && this.#mustWait(entry, known)) this.#later.push(entry);
      else this.#take(entry, known, differences);
      await pause();
    }
    return (sql) => writeLoans({ ...this.#run.occasion, sql }, differences.opened, differences.changed);
  }

  async #known(entries: readonly LoanEntry[]): Promise<Known> {
    const { sql } = this.#run.database;
    const codes = entries.map(({ code }) => code);
    return {
      patrons: await patronsByCard(sql, [...new Set(entries.map(({ card }) => card))]),
      copies: await copiesByCode(sql, codes),
      loans: await openLoansOf(sql, codes),
    };
  }

  /** Somebody else has the copy by an earlier import, which the file may end; or we only go over what was done. */
  #mustWait({ card, code }: LoanEntry, { patrons, loans }: Known): boolean {
    const loan = loans.get(code);
    if (loan === undefined) return this.#run.isReplay;
    return loan.patronId !== patrons.get(card) && isImported(loan);
  }

  #take(entry: LoanEntry, known: Known, differences: Differences): void {
    const patronId = known.patrons.get(entry.card);
    const copy = known.copies.get(entry.code);
    if (patronId === undefined) return this.#list(entry, 'member_id', 'member-unknown');
    if (copy === undefined) return this.#list(entry, 'item_code', 'copy-unknown');
    const open = known.loans.get(entry.code);
    const loan = open !== undefined && this.#ended.has(open.id) ? undefined : open;
    if (loan !== undefined)
      return loan.patronId === patronId ? this.#compareLoan(entry, loan, differences) : this.#list(entry, 'item_code', 'copy-elsewhere');
    if (open === undefined && copy.status !== 'available') return this.#list(entry, 'item_code', 'copy-not-free');
    differences.opened.push({ entry, patronId, copy });
    this.#run.counts.loans.added += 1;
  }

  #compareLoan(entry: LoanEntry, loan: OpenLoan, { changed }: Differences): void {
    const { loans } = this.#run.counts;
    const isSame = entry.loanedOn === loan.loanedOn && entry.dueOn === loan.dueOn && entry.renewals === loan.renewals;
    const isRenewedHere = loan.renewals > entry.renewals && loan.dueOn > entry.dueOn;
    if (isRenewedHere) this.#list(entry, 'due_date', 'renewed-here');
    if (isSame || isRenewedHere) loans.unchanged += 1;
    else {
      changed.push({ id: loan.id, entry });
      loans.changed += 1;
    }
  }

  #list({ row, card, code, dueOn }: LoanEntry, field: string, why: ProblemKind): void {
    const value = field === 'member_id' ? card : `${code} (${card}, ${dueOn})`;
    this.#run.notes.problem(row, field, value, why);
  }
}
