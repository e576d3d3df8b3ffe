// Starts the measured programs, each with a crowd of its own, and asks them for their figures.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Play, ToCrowd } from './programs/crowd.ts';
import type { Outcome } from './programs/crowd-loops.ts';
import type { Ask, ProcessFigures } from './programs/figures-of-process.ts';

/** Of the shape of a real one. */
export const token = `4242:${'loopback'.repeat(5).slice(0, 35)}`;

const answerOf = async (child: ChildProcess): Promise<unknown> => {
  const gone = new AbortController();
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error('a measured program ended early');
  });
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal: gone.signal }), ended]);
    return answer;
  } finally {
    gone.abort();
    await ended.catch(() => undefined);
  }
};

export interface Program {
  readonly pid: number;
  ask(what: 'reset' | 'figures'): Promise<ProcessFigures>;
  stop(): Promise<void>;
}

export interface Crowd {
  readonly apiRoot: string;
  learn(scripts: readonly (readonly string[])[]): Promise<void>;
  play(play: Play): Promise<Outcome>;
  stop(): void;
}

/** Where the compiled programs are, and where processor profiles go. */
export interface Place {
  readonly built: string;
  readonly profiles?: string | undefined;
}

const start = (place: Place, name: string, args: readonly string[]): ChildProcess => {
  const profile = place.profiles !== undefined && name === 'assistant' ? ['--cpu-prof', `--cpu-prof-dir=${place.profiles}`] : [];
  return fork(join(place.built, 'dist/tests/bench/programs', `${name}.js`), args, { execArgv: ['-C', 'built', ...profile] });
};

export const startCrowd = async (place: Place): Promise<Crowd> => {
  const child = start(place, 'crowd', []);
  // as: what the crowd tells first
  const { port } = (await answerOf(child)) as { port: number };
  const tell = async (message: ToCrowd): Promise<unknown> => {
    child.send(message);
    return answerOf(child);
  };
  return {
    apiRoot: `http://127.0.0.1:${port}`,
    learn: async (scripts) => void (await tell({ scripts })),
    // as: what the crowd answers to a play
    play: async (play) => (await tell({ play })) as Outcome,
    stop: () => child.disconnect(),
  };
};

/** `args`: what follows the address of the Bot API and the token. */
export const startProgram = async (place: Place, name: 'echo' | 'assistant' | 'disk-writer', args: readonly string[]): Promise<Program> => {
  const child = start(place, name, args);
  await answerOf(child);
  return {
    pid: child.pid ?? 0,
    ask: async (what: Ask) => {
      child.send(what);
      // as: what figures-of-process.ts answers
      return (await answerOf(child)) as ProcessFigures;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      if (name === 'disk-writer') child.disconnect();
      else child.send('stop' satisfies Ask);
      await ended;
    },
  };
};

/** A bot with people of its own. */
export interface Contender {
  readonly program: Program;
  readonly crowd: Crowd;
  /** what the people saw, and what it cost the bot */
  play(play: Play): Promise<Outcome & ProcessFigures>;
  stop(): Promise<void>;
}

export const startContender = async (
  place: Place,
  name: 'echo' | 'assistant',
  scripts: readonly (readonly string[])[],
  url?: string,
): Promise<Contender> => {
  const crowd = await startCrowd(place);
  await crowd.learn(scripts);
  const program = await startProgram(place, name, [crowd.apiRoot, token, ...(url === undefined ? [] : [url])]);
  return {
    program,
    crowd,
    play: async (play) => {
      await program.ask('reset');
      const outcome = await crowd.play(play);
      return { ...outcome, ...(await program.ask('figures')) };
    },
    stop: async () => {
      await program.stop();
      crowd.stop();
    },
  };
};
