import { placeCopies } from './copies.ts';
import { faultOf, inIndonesian } from './faults.ts';
import { brokenReferences } from './references.ts';
import { unknownFields } from './unknown-fields.ts';
import { worldSchema, type World } from './world.ts';

export type ReadWorld =
  | { readonly ok: true; readonly world: World; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly error: string };

/** Reads what a `load` request brings. Fields we do not know are told, not refused; the first fault is named by its path. */
export const readWorld = (input: unknown): ReadWorld => {
  const parsed = worldSchema.safeParse(input, inIndonesian);
  if (!parsed.success) return { ok: false, error: faultOf(parsed.error, 'world') };
  const [broken] = [...brokenReferences(parsed.data)];
  if (broken !== undefined) return { ok: false, error: broken };
  const copies = placeCopies(parsed.data);
  if (!copies.ok) return { ok: false, error: copies.error };
  return { ok: true, world: parsed.data, warnings: unknownFields(input, parsed.data) };
};
