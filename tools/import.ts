// npm run import -- BERKAS [--dry-run] [--problems BERKAS] [--setuju]
// May run beside the assistant, as "invite" does: each batch is a short transaction of its own.
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { systemClock } from '#adapters/clock/system-clock.ts';
import { runImport } from '#circulation/import/command.ts';
import { openDatabase, sqlitePath } from '#database/database.ts';
import { Misconfigured } from '#shared/faults.ts';
import { readSettings } from '#src/config.ts';

const isTerminal = process.stderr.isTTY;

const open = async () => {
  // the same library as the assistant's: .env names it
  if (existsSync('.env')) process.loadEnvFile('.env');
  const { DATABASE_URL: url } = readSettings();
  if (url.startsWith('file:')) await mkdir(dirname(sqlitePath(url)), { recursive: true, mode: 0o700 });
  return openDatabase({ url });
};

const main = async (): Promise<number> => {
  const database = await open();
  try {
    return await runImport({
      args: process.argv.slice(2),
      database,
      now: systemClock.now(),
      say: (line) => void process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}${line}\n`),
      progress: (line) => void (isTerminal && process.stderr.write(`\r\u001b[K${line}`)),
      sizeOf: async (path) => (await stat(path)).size,
      readFile: (path) => readFile(path),
      writeFile: (path, text) => writeFile(path, text),
    });
  } finally {
    await database.close();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Misconfigured)) throw error;
  process.stderr.write(`Pengaturan belum benar. ${error.variable}: ${error.advice}\n`);
  process.exitCode = 1;
}
