import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';

/** A line that is nothing but the path of a file, as a terminal writes it when a file is dragged into it, is that file. */
export const fileNamedBy = (line: string): { readonly path: string; readonly name: string; readonly size: number } | null => {
  if (!/[./\\]/.test(line)) return null;
  const path = resolve(line.replace(/^(['"])(.*)\1$/, '$2').replaceAll('\\ ', ' '));
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ? { path, name: basename(path), size: found.size } : null;
};

export const bytesOf = async (path: string, mostBytes: number): Promise<Uint8Array | null> => {
  try {
    const { size } = await stat(path);
    return size > mostBytes ? null : await readFile(path);
  } catch {
    // it was moved or is not ours to read: the person is told so
    return null;
  }
};
