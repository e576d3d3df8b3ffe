import type { Database } from '#database/database.ts';

export interface NamedBranch {
  readonly id: string;
  readonly name: string;
}

/** The places with a calendar and rules of their own that people go to. */
export const namedBranches = ({ sql }: Pick<Database, 'sql'>): Promise<NamedBranch[]> =>
  sql.all(`SELECT "id", "name" FROM "Branch" WHERE "kind" = 'branch' ORDER BY "sortOrder", "id"`);

const ordinaryWords = new Set(['perpustakaan', 'library', 'branch', 'cabang', 'layanan', 'kota', 'umum']);

const isNamedIn = (written: string, name: string): boolean => {
  const last = name.toLowerCase().split(/\s+/).at(-1) ?? '';
  if (written.includes(name.toLowerCase())) return true;
  if (ordinaryWords.has(last) || last.length < 4) return false;
  return new RegExp(String.raw`\b(?:cabang|di|layanan|branch|at) ${last.replaceAll(/\W/g, '.')}\b`).test(written);
};

/** The branch a text names, by its whole name or by the last word of it ("cabang timur"); null: none. */
export const branchNamedIn = (text: string, branches: readonly NamedBranch[]): string | null =>
  branches.find(({ name }) => isNamedIn(text.toLowerCase(), name))?.id ?? null;
