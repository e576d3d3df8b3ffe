// The import command as a program of its own, so that it can be killed: `importing.ts DATABASE_URL FILE`. Progress goes out
// line by line as `@ rows`.
import { readFile, stat } from 'node:fs/promises';
import process from 'node:process';
import { runImport } from '#circulation/import/command.ts';
import { openDatabase } from '#database/database.ts';
import { momentFrom } from '#shared/day.ts';

const [url = '', file = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
const write = (line: string): void => void process.stdout.write(`${line}\n`);
await runImport({
  args: [file],
  database,
  now: momentFrom('2026-08-12T03:00:00.000Z'),
  say: write,
  progress: (line) => write(`@ ${/· ([\d.]+) baris ·/.exec(line)?.[1]?.replaceAll('.', '') ?? ''}`),
  sizeOf: async (path) => (await stat(path)).size,
  readFile: (path) => readFile(path),
  writeFile: async () => undefined,
});
await database.close();
