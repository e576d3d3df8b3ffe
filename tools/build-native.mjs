// Builds a native package in place when it does not load: `node tools/build-native.mjs sqlite3`.
// Its own install script would download a prebuilt file or Node's headers from the internet; this uses only the
// headers that lie beside the running Node, or npm's own `nodedir` setting.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';

const require = createRequire(import.meta.url);

const loads = (name) => {
  const probe = spawnSync(process.execPath, ['-e', `const M = require(${JSON.stringify(name)}); if (M.length === 2) new M(':memory:')`]);
  return probe.status === 0;
};

const build = (name) => {
  const folder = dirname(require.resolve(`${name}/package.json`));
  const nodeFolder = dirname(dirname(process.execPath));
  const headers = existsSync(join(nodeFolder, 'include/node/node_api.h')) ? [`--nodedir=${nodeFolder}`] : [];
  const nodeGyp = require.resolve('node-gyp/bin/node-gyp.js');
  const built = spawnSync(process.execPath, [nodeGyp, 'rebuild', '--release', '--jobs=max', ...headers], { cwd: folder, encoding: 'utf8' });
  if (built.status === 0 && loads(name)) return;
  process.stderr.write(`${built.stdout}\n${built.stderr}\n`);
  process.stderr.write(`${name} could not be built. It needs g++, make and Python 3 (Debian: apt-get install g++ make python3).\n`);
  process.exit(1);
};

for (const name of process.argv.slice(2)) if (!loads(name)) build(name);
