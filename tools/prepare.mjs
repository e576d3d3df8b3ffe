// What follows `npm ci`: builds the database driver where it does not load, and writes both database clients.
// Says nothing unless something fails.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const prisma = require.resolve('prisma/build/index.js');

const steps = [
  ['tools/build-native.mjs', 'sqlite3'],
  [prisma, 'generate', '--schema', 'prisma/schema.prisma'],
  [prisma, 'generate', '--schema', 'prisma/postgresql.prisma'],
];

for (const step of steps) {
  const { status, stdout, stderr } = spawnSync(process.execPath, step, { cwd: root, encoding: 'utf8' });
  if (status === 0) continue;
  process.stderr.write(`${stdout}\n${stderr}\n`);
  process.exit(1);
}
