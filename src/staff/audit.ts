import type { Transaction } from '#database/database.ts';
import { newId } from '#shared/ids.ts';

/** Who did what to whom: ids only, never content. Append-only (UU PDP article 31). */
export const recordAudit = async (
  tx: Transaction,
  entry: { readonly at: string; readonly actor: string; readonly action: string; readonly subject: string },
): Promise<void> => {
  await tx.auditEntry.create({ data: { id: newId(), ...entry } });
};
