// npm run build: compiles the program into dist/ and puts its data files beside it. Run it with `node -C built dist/src/main.js`.
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const DATA_FILES = new Set(['.csv', '.prisma', '.sql', '.toml', '.tsv']);

const copyData = (folder) => {
  const isData = (path) => statSync(path).isDirectory() || DATA_FILES.has(extname(path));
  cpSync(join(root, folder), join(root, 'dist', folder), { recursive: true, filter: isData });
};

rmSync(join(root, 'dist'), { recursive: true, force: true });
const compiler = join(root, 'node_modules/typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
copyData('src');
copyData('prisma');
