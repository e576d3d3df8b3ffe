import { posix } from 'node:path';

/** A part of the tree that the directions speak of: "domain", "services/holds", "adapters/chat/telegram", … */
export type Room = string;

const ROOTS = /^(?:src|adapters|prisma|tests|tools)\//;

/** The room that a file belongs to; files that lie directly in src are rooms of their own ("src/app.ts"). */
export const roomOf = (path: string): Room => {
  const [root = '', first = '', second = ''] = path.split('/');
  if (root === 'src')
    return !path.slice('src/'.length).includes('/') ? path : first === 'services' && isFolder(path, 3) ? `services/${second}` : first;
  if (root === 'adapters' && isFolder(path, 2)) return isFolder(path, 3) ? `adapters/${first}/${second}` : `adapters/${first}`;
  return root;
};

const isFolder = (path: string, depth: number): boolean => path.split('/').length > depth;

/** Where an import leads inside the tree, or undefined when it leads to a package or to Node. */
export const targetOf = (importer: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(importer), specifier);
  if (!specifier.startsWith('#')) return undefined;
  const path = specifier.slice(1);
  return ROOTS.test(path) ? path : `src/${path}`;
};

/** The package that an import names ("hono/body-limit" → "hono"), or undefined when it leads elsewhere. */
export const packageOf = (specifier: string): string | undefined => {
  if (/^[.#]|^node:/.test(specifier)) return undefined;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
};

/** Whether a path lies in a folder, or is that file. */
export const liesIn = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
