import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Builds a native package if it does not load yet: a minute the first time, nothing later. */
export const buildNative = async (name: string): Promise<void> => {
  const tool = fileURLToPath(new URL('../../tools/build-native.mjs', import.meta.url));
  const [code] = await once(spawn(process.execPath, [tool, name], { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`${name} could not be built`);
};
