// Somebody else on the same disk: writes a little and has it synced, without end.
import { open } from 'node:fs/promises';
import process from 'node:process';

const file = await open(process.argv[2] ?? '', 'w');
const page = Buffer.alloc(64 * 1024, 7);
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
for (let at = 0; ; at = (at + page.length) % (64 * 2 ** 20)) {
  await file.write(page, 0, page.length, at);
  await file.sync();
}
