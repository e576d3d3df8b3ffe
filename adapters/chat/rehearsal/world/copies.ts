import type { Item } from './library-schema.ts';
import type { World } from './world.ts';

export interface PlacedCopies {
  /** the copy of each loan, in list order */
  readonly loans: readonly string[];
  /** the copy that each hold has bound, in list order; null where it waits for one */
  readonly holds: readonly (string | null)[];
}

const bound: ReadonlySet<string> = new Set(['allocated', 'in_transit', 'ready']);

/** Whether a hold in this state has one copy of its own. */
export const isBound = (status: string): boolean => bound.has(status);

export const copyCount = (item: Item): number => item.copies ?? Math.max(1, item.branches?.length ?? 1);

export const copyCodes = (item: Item): readonly string[] =>
  Array.from({ length: copyCount(item) }, (_, index) => `${item.id}-${index + 1}`);

interface Claim {
  readonly path: string;
  readonly item: string;
  readonly copy: string | undefined;
}

/** Copies named outright are taken first; the rest get the lowest free one in list order. */
const settle = (
  claims: readonly Claim[],
  codes: ReadonlyMap<string, readonly string[]>,
): readonly string[] | { readonly error: string } => {
  const takenBy = new Map<string, string>();
  for (const claim of claims) {
    if (claim.copy === undefined) continue;
    const other = takenBy.get(claim.copy);
    if (other !== undefined) return { error: `${claim.path}.copy: eksemplar "${claim.copy}" sudah dipakai ${other}` };
    takenBy.set(claim.copy, claim.path);
  }
  const placed: string[] = [];
  for (const claim of claims) {
    const copy = claim.copy ?? codes.get(claim.item)?.find((code) => !takenBy.has(code));
    if (copy === undefined) return { error: `${claim.path}.copy: tidak ada eksemplar "${claim.item}" yang bebas` };
    takenBy.set(copy, claim.path);
    placed.push(copy);
  }
  return placed;
};

/** Says which copy each loan and each served hold has; an error when two would have the same one. */
export const placeCopies = (
  world: World,
): { readonly ok: true; readonly placed: PlacedCopies } | { readonly ok: false; readonly error: string } => {
  const codes = new Map(world.items.map((item) => [item.id, copyCodes(item)]));
  const loans = world.loans.map((loan, index) => ({ path: `loans[${index}]`, item: loan.item, copy: loan.copy }));
  const served = world.holds.flatMap((hold, index) =>
    isBound(hold.status) ? [{ path: `holds[${index}]`, item: hold.item, copy: hold.copy ?? undefined }] : [],
  );
  const settled = settle([...loans, ...served], codes);
  if ('error' in settled) return { ok: false, error: settled.error };
  const forHolds = settled.slice(loans.length).values();
  const holds = world.holds.map((hold) => (isBound(hold.status) ? (forHolds.next().value ?? null) : (hold.copy ?? null)));
  return { ok: true, placed: { loans: settled.slice(0, loans.length), holds } };
};
