import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Block, FileRef, Picture } from '#ports/message.ts';

/** The pictures and files of a message. */
export const filesIn = (blocks: readonly Block[]): readonly (Picture | FileRef)[] =>
  blocks.flatMap((block): readonly (Picture | FileRef)[] => {
    if (block.b === 'image') return [block.picture];
    if (block.b === 'document') return [block.file];
    return block.b === 'card' && block.cover !== undefined ? [block.cover] : [];
  });

/** Where a file can be opened: its bytes are written into `folder` once, whatever its name holds. */
export const placeOfFile = async ({ source }: Picture | FileRef, folder: string): Promise<string> => {
  if (!('bytes' in source)) return source.ref;
  const digest = createHash('sha256').update(source.bytes).digest('hex').slice(0, 12);
  const extension = /^\.[A-Za-z0-9]{1,8}$/.exec(extname(source.name))?.[0] ?? '';
  const stem = source.name
    .slice(0, source.name.length - extname(source.name).length)
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const path = join(folder, `${stem === '' ? 'file' : stem}-${digest}${extension}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path, source.bytes, { mode: 0o600 });
  return path;
};
