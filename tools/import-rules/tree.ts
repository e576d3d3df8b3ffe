import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type SourceFile } from './source.ts';

const LEFT_OUT = /^(?:src\/database\/generated|tests\/upkeep\/fixtures)\//;

/** All TypeScript files below the given folders of a tree, parsed; folders that do not exist hold none. */
export const readTree = (
  root: string,
  folders: readonly string[] = ['src', 'adapters', 'prisma', 'tools', 'tests'],
): readonly SourceFile[] =>
  folders
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => path.endsWith('.ts') && !LEFT_OUT.test(path))
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));

const filesBelow = (root: string, folder: string): readonly string[] => {
  try {
    return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .sort();
  } catch {
    return [];
  }
};
