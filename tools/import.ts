// npm run import -- BERKAS [--dry-run] [--problems BERKAS]
// May run beside the assistant: each batch is a short transaction of its own.
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { Temporal } from 'temporal-polyfill';
import { runImport } from '#circulation/import/command.ts';
import { openDatabase } from '#database/database.ts';

const url = process.env.DATABASE_URL ?? 'file:./data/library.db';
const isTerminal = process.stderr.isTTY;
const database = await openDatabase({ url });
try {
  process.exitCode = await runImport({
    args: process.argv.slice(2),
    database,
    now: Temporal.Now.instant(),
    say: (line) => void process.stdout.write(`${isTerminal ? '\r\u001b[K' : ''}${line}\n`),
    progress: (line) => void (isTerminal && process.stderr.write(`\r\u001b[K${line}`)),
    readFile: (path) => readFile(path),
    writeFile: (path, text) => writeFile(path, text),
  });
} finally {
  await database.close();
}
