// What is measured is the program as it is shipped: compiled, without a loader. It is compiled into a temporary folder, so
// that a build in the working tree is neither needed nor disturbed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');
const dataFiles = /\.(?:tsv|csv|sql|prisma|toml)$/;

const runTsc = async (folder: string): Promise<void> => {
  const child = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await once(child, 'exit');
  const faults = said.split('\n').filter((line) => line.startsWith('src/') || line.includes('/src/'));
  if (faults.length > 0) process.stderr.write(`compiled in spite of:\n${faults.join('\n')}\n`);
};

const copyData = (from: string, to: string): Promise<void> =>
  cp(join(root, from), join(to, from), { recursive: true, filter: (path) => !/\.[^/]+$/.test(path) || dataFiles.test(path) });

/** Compiles the program and those of the benchmarks; answers the folder in which `node -C built dist/src/main.js` runs. */
export const compileInto = async (folder: string): Promise<string> => {
  const output = join(folder, 'dist');
  await mkdir(output, { recursive: true });
  const options = { noEmit: false, incremental: false, rootDir: root, outDir: output };
  const include = ['src', 'adapters', 'prisma', 'tests/bench/programs'].map((part) => join(root, part));
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions: options, include, exclude: [] }),
  );
  await copyFile(join(root, 'package.json'), join(folder, 'package.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  await runTsc(folder);
  await copyData('src', output);
  await copyData('prisma', output);
  return folder;
};
