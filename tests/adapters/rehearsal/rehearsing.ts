import { afterAll } from 'vitest';
import { createWorldStore } from '#adapters/chat/rehearsal/world-store.ts';
import { openRehearsedWorld } from '#adapters/chat/rehearsal/rehearsed-world.ts';
import type { Program } from '#adapters/chat/rehearsal/rehearsed-app.ts';
import { runRehearsal } from '#adapters/chat/rehearsal/door.ts';
import type { Log } from '#ports/log.ts';

const silent = (): void => {};
export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent };

// One template for all worlds of a test file.
const store = createWorldStore();
afterAll(() => store.remove());

/** The lines the door answers to these requests, all sent ahead. A text is sent as it is. */
export const rehearseRaw = async (program: Program, requests: readonly unknown[]): Promise<readonly string[]> => {
  const lines: string[] = [];
  const input = requests.map((request) => `${typeof request === 'string' ? request : JSON.stringify(request)}\n`);
  await runRehearsal({
    input: (async function* () {
      yield* input;
    })(),
    output: { write: async (line) => void lines.push(line) },
    openWorld: (world) => openRehearsedWorld(store, program, world),
    log: silentLog,
  });
  return lines;
};

export const rehearse = async (program: Program, requests: readonly unknown[]): Promise<readonly unknown[]> =>
  (await rehearseRaw(program, requests)).map((line): unknown => JSON.parse(line));
