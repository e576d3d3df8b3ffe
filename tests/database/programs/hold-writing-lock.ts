// Holds the right to write until it is killed.
import process from 'node:process';
import { lockForWriting } from '#database/writing-lock.ts';

await lockForWriting(process.argv[2] ?? '');
process.stdout.write('locked\n');
setInterval(() => undefined, 1000);
