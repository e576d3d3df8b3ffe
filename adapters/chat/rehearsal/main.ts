// Entry of `npm run --silent rehearse`: JSON lines in, JSON lines out, everything else on standard error.
import { runRehearsal } from './door.ts';
import { wholeProgram } from './program.ts';
import { openRehearsedWorld } from './rehearsed-world.ts';
import { createStderrLog } from './stderr-log.ts';
import { createWorldStore } from './world-store.ts';

const log = createStderrLog(process.stderr);
const store = createWorldStore();

/** Whichever way the program ends, nothing of the made-up people stays on the disk. */
process.on('exit', () => store.remove());
for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const) {
  process.on(signal, () => process.exit(code));
}

process.on('unhandledRejection', (error) => log.error('unhandled-rejection', { error }));
process.on('uncaughtException', (error) => log.error('uncaught-exception', { error }));
// Nobody reads the answers any more: the rehearsal is over.
process.stdout.on('error', () => process.exit(0));

const write = (line: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(line, () => resolve());
  });

const program = wholeProgram(log);
await runRehearsal({
  input: process.stdin,
  output: { write },
  openWorld: (world) => openRehearsedWorld(store, program, world),
  log,
});
process.exit(0);
