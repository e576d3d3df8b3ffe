import { fileURLToPath } from 'node:url';

/** The path of a data file that lies beside a module of this folder; built modules find it in the source tree. */
export const assetBeside = (moduleUrl: string, name: string): string =>
  fileURLToPath(new URL(name, moduleUrl.replace('/dist/prisma/', '/prisma/')));
